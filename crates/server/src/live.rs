//! The site of a record that changes.

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

/// The site of a record as it stands.
pub struct Live {
    record: Box<dyn Record>,
    site: RwLock<Arc<Site>>,
    checked: Mutex<Checked>,
    /// The shortest time between two looks at the record's files.
    interval: Duration,
    listener: Listener,
}

struct Checked {
    at: Instant,
    stamp: u64,
    /// Whether the record at that stamp is the one on show.
    good: bool,
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
        Self {
            record: Box::new(record),
            site: RwLock::new(Arc::new(site)),
            checked: Mutex::new(Checked { at: Instant::now(), stamp, good: true }),
            interval,
            listener: Box::new(listener),
        }
    }

    /// The site on show, without a look at the files.
    pub fn site(&self) -> Arc<Site> {
        Arc::clone(&self.site.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether the site on show is that of the record as last seen.
    pub fn is_current(&self) -> bool {
        self.checked.lock().unwrap_or_else(PoisonError::into_inner).good
    }

    /// The site of the record as it stands; reads files, so it may block.
    pub fn refreshed(&self) -> Arc<Site> {
        // One request looks, the others go on with what is there.
        let looking = match self.checked.try_lock() {
            Ok(checked) => Some(checked),
            // A look that failed half-way leaves nothing half-done.
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        };
        if let Some(mut checked) = looking
            && checked.at.elapsed() >= self.interval
        {
            checked.at = Instant::now();
            let shown = self.site();
            let stamp = self.record.stamp(&shown);
            if stamp != checked.stamp {
                checked.stamp = stamp;
                self.reload(&shown, &mut checked);
            }
        }
        self.site()
    }

    fn reload(&self, shown: &Site, checked: &mut Checked) {
        let site = match self.record.load() {
            Ok(site) => site,
            Err(why) => {
                checked.good = false;
                return self.tell(Event::Kept { why });
            }
        };
        // The new site may be of other files. Where the old ones changed again while it was read, the stamp
        // stays the old one's, which the next look finds different.
        if self.record.stamp(shown) == checked.stamp {
            checked.stamp = self.record.stamp(&site);
        }
        checked.good = true;
        let groups = site.community().groups.len();
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
        self.tell(Event::Reloaded { groups });
    }

    pub(crate) fn tell(&self, event: Event) {
        (self.listener)(event);
    }
}
