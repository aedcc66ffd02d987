//! Answers kept until the record or the minute changes.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex as AsyncMutex;

use crate::prepared::Prepared;

/// Bytes of all answers kept; each holds up to three forms.
const BOUND: usize = 24 * 1024 * 1024;
/// Minutes after which an answer is not sent any more without being made anew.
const STALE: i64 = 2;

/// What the cache has for an address.
pub(crate) enum Found {
    /// The answer of this minute.
    Fresh(Arc<Prepared>),
    /// The answer of the minute before, good enough while a new one is made.
    Stale(Arc<Prepared>),
    Nothing,
}

/// Answers by address, of one generation of the record.
#[derive(Default)]
pub(crate) struct Cache {
    shelf: RwLock<Shelf>,
    /// Counts requests, to know what was used last.
    clock: AtomicU64,
    /// One maker an address: the others wait for what comes of it.
    makers: std::sync::Mutex<HashMap<Box<str>, Arc<AsyncMutex<()>>>>,
}

#[derive(Default)]
struct Shelf {
    generation: u64,
    answers: HashMap<Box<str>, Kept>,
}

struct Kept {
    minute: i64,
    prepared: Arc<Prepared>,
}

impl Cache {
    /// What is kept for `address` in this generation at this minute.
    pub(crate) fn get(&self, generation: u64, minute: i64, address: &str) -> Found {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        let Some(kept) = shelf.answers.get(address).filter(|_| shelf.generation == generation) else {
            return Found::Nothing;
        };
        kept.prepared.touch(self.clock.fetch_add(1, Ordering::Relaxed));
        match minute - kept.minute {
            0 => Found::Fresh(Arc::clone(&kept.prepared)),
            age if age.abs() < STALE => Found::Stale(Arc::clone(&kept.prepared)),
            _ => Found::Nothing,
        }
    }

    /// Keeps an answer. Where the one before says the same it stays, with its compressed forms.
    pub(crate) fn keep(
        &self,
        generation: u64,
        minute: i64,
        address: &str,
        prepared: Prepared,
    ) -> Arc<Prepared> {
        let mut shelf = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        if shelf.generation != generation {
            // What an older request brings late is not put among newer answers.
            if shelf.generation > generation {
                return Arc::new(prepared);
            }
            *shelf = Shelf { generation, answers: HashMap::new() };
        }
        let before = shelf.answers.get(address).filter(|kept| kept.prepared.is_same(&prepared));
        let prepared = before.map_or_else(|| Arc::new(prepared), |kept| Arc::clone(&kept.prepared));
        prepared.touch(self.clock.fetch_add(1, Ordering::Relaxed));
        shelf.answers.insert(address.into(), Kept { minute, prepared: Arc::clone(&prepared) });
        shelf.make_room();
        prepared
    }

    /// Bytes kept.
    pub(crate) fn size(&self) -> usize {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).size()
    }

    /// Waits until nobody else makes the answer for `address`.
    pub(crate) async fn maker(&self, address: &str) -> Maker<'_> {
        let lock = {
            let mut makers = self.makers.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(makers.entry(address.into()).or_default())
        };
        Maker { cache: self, address: address.into(), _guard: lock.lock_owned().await }
    }
}

impl Shelf {
    fn size(&self) -> usize {
        self.answers.iter().map(|(address, kept)| address.len() + kept.prepared.size()).sum()
    }

    /// Drops what was not used for longest, down to half the bound, so that this happens rarely.
    fn make_room(&mut self) {
        let mut size = self.size();
        if size <= BOUND {
            return;
        }
        let mut by_use: Vec<(u64, Box<str>)> =
            self.answers.iter().map(|(address, kept)| (kept.prepared.used(), address.clone())).collect();
        by_use.sort_unstable();
        for (_, address) in by_use {
            if size <= BOUND / 2 {
                break;
            }
            if let Some(kept) = self.answers.remove(&address) {
                size -= address.len() + kept.prepared.size();
            }
        }
    }
}

/// The right to make one answer.
pub(crate) struct Maker<'a> {
    cache: &'a Cache,
    address: Box<str>,
    _guard: tokio::sync::OwnedMutexGuard<()>,
}

impl Drop for Maker<'_> {
    fn drop(&mut self) {
        let mut makers = self.cache.makers.lock().unwrap_or_else(PoisonError::into_inner);
        // Two owners, the map and this guard: nobody waits.
        if makers.get(&self.address).is_some_and(|lock| Arc::strong_count(lock) <= 2) {
            makers.remove(&self.address);
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use axum::http::{HeaderMap, StatusCode};

    use super::*;
    use crate::prepared::Kind;

    fn answer(bytes: Vec<u8>) -> Prepared {
        let mut headers = HeaderMap::new();
        headers.insert("cache-control", "no-cache".parse().expect("a value"));
        Prepared::new(Kind::Page, StatusCode::OK, headers, Bytes::from(bytes))
    }

    #[test]
    fn an_answer_is_kept_for_its_minute_and_generation() {
        let cache = Cache::default();
        cache.keep(1, 100, "/", answer(b"a".to_vec()));
        assert!(matches!(cache.get(1, 100, "/"), Found::Fresh(_)));
        assert!(matches!(cache.get(1, 101, "/"), Found::Stale(_)));
        assert!(matches!(cache.get(1, 102, "/"), Found::Nothing));
        assert!(matches!(cache.get(2, 100, "/"), Found::Nothing));
        cache.keep(2, 100, "/x", answer(b"x".to_vec()));
        cache.keep(1, 100, "/", answer(b"late".to_vec()));
        assert!(matches!(cache.get(2, 100, "/"), Found::Nothing));
    }

    #[test]
    fn an_answer_that_stays_the_same_keeps_its_forms() {
        let cache = Cache::default();
        let first = cache.keep(1, 100, "/", answer(b"a".to_vec()));
        assert!(Arc::ptr_eq(&first, &cache.keep(1, 101, "/", answer(b"a".to_vec()))));
        assert!(!Arc::ptr_eq(&first, &cache.keep(1, 102, "/", answer(b"b".to_vec()))));
    }

    #[test]
    fn what_was_not_used_for_longest_makes_room() {
        let cache = Cache::default();
        for i in 0..40 {
            cache.keep(1, 100, &format!("/{i}"), answer(vec![i; 1 << 20]));
            cache.get(1, 100, "/0");
            assert!(cache.size() <= BOUND + (2 << 20));
        }
        assert!(matches!(cache.get(1, 100, "/0"), Found::Fresh(_)));
        assert!(matches!(cache.get(1, 100, "/1"), Found::Nothing));
    }
}
