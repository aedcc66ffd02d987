//! How much one client may ask: a bucket of tokens each, filled evenly.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::client::household;

/// Requests that one client may send.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rate {
    /// In a second, on average.
    pub per_second: f64,
    /// At once, after a pause.
    pub burst: f64,
}

impl Default for Rate {
    /// A page with everything on it is a handful of requests; a room of people behind one address is a few hundred.
    fn default() -> Self {
        Self { per_second: 50.0, burst: 500.0 }
    }
}

/// Parts that are locked one by one.
const SHARDS: usize = 16;
/// Clients known at once in a part. Beyond it new ones are let through: connections are bounded too.
const CLIENTS: usize = 4096;
/// The shortest time between two looks for clients to forget.
const TIDY: Duration = Duration::from_secs(1);

/// The buckets of all clients.
pub(crate) struct Limiter {
    rate: Rate,
    hasher: RandomState,
    shards: [Mutex<Shard>; SHARDS],
}

#[derive(Default)]
struct Shard {
    buckets: HashMap<IpAddr, Bucket>,
    /// When those who have not asked for a while were last forgotten.
    tidied: Option<Instant>,
}

#[derive(Clone, Copy)]
struct Bucket {
    tokens: f64,
    at: Instant,
}

impl Limiter {
    pub(crate) fn new(rate: Rate) -> Self {
        Self { rate, hasher: RandomState::new(), shards: std::array::from_fn(|_| Mutex::default()) }
    }

    /// Takes a token of the client's; where there is none, says after how long there is one.
    pub(crate) fn take(&self, client: IpAddr, now: Instant) -> Result<(), Duration> {
        let client = household(client);
        let place = usize::try_from(self.hasher.hash_one(client) % SHARDS as u64).unwrap_or_default();
        let mut shard = self.shards[place].lock().unwrap_or_else(PoisonError::into_inner);
        if shard.buckets.len() >= CLIENTS && !shard.buckets.contains_key(&client) {
            // A full bucket says no more than none. Looking at all of them for every stranger would be work for the
            // asking.
            if shard.tidied.is_none_or(|at| now.saturating_duration_since(at) >= TIDY) {
                shard.tidied = Some(now);
                shard.buckets.retain(|_, bucket| self.filled(*bucket, now) < self.rate.burst);
            }
            if shard.buckets.len() >= CLIENTS {
                return Ok(());
            }
        }
        let bucket = shard.buckets.entry(client).or_insert(Bucket { tokens: self.rate.burst, at: now });
        let tokens = self.filled(*bucket, now);
        let is_there = tokens >= 1.0;
        *bucket = Bucket { tokens: if is_there { tokens - 1.0 } else { tokens }, at: now };
        if is_there { Ok(()) } else { Err(Duration::from_secs_f64((1.0 - tokens) / self.rate.per_second)) }
    }

    fn filled(&self, bucket: Bucket, now: Instant) -> f64 {
        let since = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.tokens + since * self.rate.per_second).min(self.rate.burst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limiter() -> Limiter {
        Limiter::new(Rate { per_second: 2.0, burst: 3.0 })
    }

    fn client(n: u32) -> IpAddr {
        IpAddr::V4(std::net::Ipv4Addr::from_bits(n))
    }

    #[test]
    fn a_client_may_ask_at_once_and_then_evenly() {
        let (limiter, start) = (limiter(), Instant::now());
        for _ in 0..3 {
            assert_eq!(limiter.take(client(1), start), Ok(()));
        }
        assert_eq!(limiter.take(client(1), start), Err(Duration::from_millis(500)));
        assert_eq!(limiter.take(client(2), start), Ok(()), "others are not concerned");
        assert_eq!(limiter.take(client(1), start + Duration::from_millis(500)), Ok(()));
        assert!(limiter.take(client(1), start + Duration::from_millis(600)).is_err());
    }

    #[test]
    fn no_number_of_clients_takes_all_memory() {
        let (limiter, start) = (limiter(), Instant::now());
        for n in 0..200_000 {
            let _ = limiter.take(client(n), start);
        }
        let known: usize =
            limiter.shards.iter().map(|shard| shard.lock().expect("not poisoned").buckets.len()).sum();
        assert!(known <= SHARDS * CLIENTS, "{known}");
        let _ = limiter.take(client(u32::MAX), start + Duration::from_secs(60));
        assert_eq!(limiter.take(client(1), start + Duration::from_secs(60)), Ok(()));
    }
}
