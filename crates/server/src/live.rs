//! The site of a record that changes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, TryLockError};
use std::time::{Duration, Instant};

use folkmoot_site::Site;

use crate::Event;

/// A community's repository, as the server needs it.
pub trait Record: Send + Sync + 'static {
    /// A number that changes when the files that `site` was read from do. Cheap: asked before requests are
    /// answered.
    fn stamp(&self, site: &Site) -> u64;

    /// Reads the record.
    ///
    /// # Errors
    /// A line that says why what was read must not take the place of what is on show.
    fn load(&self) -> Result<Site, String>;
}

/// Hears of events.
type Listener = Box<dyn Fn(Event) + Send + Sync>;

/// What is on show.
pub(crate) struct Shown {
    pub(crate) site: Arc<Site>,
    /// Whether it is that of the record as last seen.
    pub(crate) is_current: bool,
    /// Grows with every change of what pages say.
    pub(crate) generation: u64,
}

/// The site of a record as it stands.
///
/// Requests look at the record's files, at most every so often, and read them anew where they changed. While that
/// goes on, others get what is on show. A record that cannot be read, or a bug in reading it, never takes the
/// site down: the last good one stays, and its pages say so.
pub struct Live {
    record: Box<dyn Record>,
    shown: RwLock<Arc<Shown>>,
    /// The stamp of the files as last seen.
    stamp: Mutex<u64>,
    /// The shortest time between two looks at the record's files.
    interval: Duration,
    started: Instant,
    /// When a look was taken last, in microseconds since the start.
    looked: AtomicU64,
    pub(crate) reloads: AtomicU64,
    pub(crate) failed_reloads: AtomicU64,
    listener: Listener,
}

/// Whether it is time to look at the files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Look {
    /// Somebody did just now.
    NotDue,
    /// Requests come without a pause: what this one gets is as old as what the one before got.
    Beside,
    /// Nobody looked for a while: who comes now may have changed the record a moment ago.
    First,
}

impl Live {
    /// Shows `site` until `record` changes. `interval` is the shortest time between two looks at its files.
    pub fn new(
        record: impl Record,
        site: Site,
        interval: Duration,
        listener: impl Fn(Event) + Send + Sync + 'static,
    ) -> Self {
        let stamp = record.stamp(&site);
        let shown = Shown { site: Arc::new(site), is_current: true, generation: 0 };
        Self {
            record: Box::new(record),
            shown: RwLock::new(Arc::new(shown)),
            stamp: Mutex::new(stamp),
            interval,
            started: Instant::now(),
            looked: AtomicU64::new(0),
            reloads: AtomicU64::new(0),
            failed_reloads: AtomicU64::new(0),
            listener: Box::new(listener),
        }
    }

    /// The site on show, without a look at the files.
    pub fn site(&self) -> Arc<Site> {
        Arc::clone(&self.shown().site)
    }

    /// Whether the site on show is that of the record as last seen.
    pub fn is_current(&self) -> bool {
        self.shown().is_current
    }

    pub(crate) fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether to look; of several that ask at once one is told to.
    pub(crate) fn due(&self) -> Look {
        let now = u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX);
        let last = self.looked.load(Ordering::Relaxed);
        let interval = u64::try_from(self.interval.as_micros()).unwrap_or(u64::MAX);
        let since = now.saturating_sub(last);
        if since < interval {
            return Look::NotDue;
        }
        let claimed = self.looked.compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        match claimed {
            false => Look::NotDue,
            true if since < interval.saturating_mul(2) => Look::Beside,
            true => Look::First,
        }
    }

    /// Looks at the files and reads them where they changed; blocks.
    pub(crate) fn look(&self) {
        let mut stamp = match self.stamp.try_lock() {
            Ok(stamp) => stamp,
            // A look that failed half-way leaves nothing half-done.
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        let shown = self.site();
        let seen = self.record.stamp(&shown);
        if seen == *stamp {
            return;
        }
        *stamp = seen;
        match catch_unwind(AssertUnwindSafe(|| self.record.load())) {
            Ok(Ok(site)) => {
                // The new site may be of other files. Where the old ones changed again while it was read, the stamp
                // stays the old one's, which the next look finds different.
                if self.record.stamp(&shown) == seen {
                    *stamp = self.record.stamp(&site);
                }
                let groups = site.community().groups.len();
                self.show(Arc::new(site), true);
                self.reloads.fetch_add(1, Ordering::Relaxed);
                self.tell(Event::Reloaded { groups });
            }
            Ok(Err(why)) => {
                self.show(shown, false);
                self.failed_reloads.fetch_add(1, Ordering::Relaxed);
                self.tell(Event::Kept { why });
            }
            Err(panic) => {
                self.show(shown, false);
                self.failed_reloads.fetch_add(1, Ordering::Relaxed);
                self.tell(Event::Failed { what: panic_message(panic.as_ref()) });
            }
        }
    }

    fn show(&self, site: Arc<Site>, is_current: bool) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        *shown = Arc::new(Shown { site, is_current, generation: shown.generation + 1 });
    }

    pub(crate) fn tell(&self, event: Event) {
        (self.listener)(event);
    }
}

/// What a panic said.
pub(crate) fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned())
}
