//! Two meetings at once in one room, or for one person.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use jiff::Timestamp;

use crate::occurrence::Series;

/// Length of a meeting that states none, in minutes.
const USUAL_MINUTES: i64 = 60;

/// Clashes that are looked for: thousands of series at one moment would have millions of pairs, and nobody reads them.
const MOST: usize = 10_000;

/// Two series that overlap.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash<K> {
    /// What they share: a room, a person, a link.
    pub shared: K,
    /// Indices of the series, the smaller one first.
    pub series: (usize, usize),
    /// When they overlap first.
    pub first: Timestamp,
    /// How many meetings overlap within the range.
    pub times: usize,
}

/// Finds series that share something and overlap at or after `from` and before `to`: one sweep over each shared
/// thing's meetings in order of time, so that the work grows with the meetings and the clashes, not with pairs.
/// Sorted by first overlap, then by series; ends after 10,000 clashes.
pub fn clashes<K: Clone + Eq + Hash + Ord>(
    series: &[(&Series, &[K])],
    from: Timestamp,
    to: Timestamp,
) -> Vec<Clash<K>> {
    let mut by_key: BTreeMap<&K, Vec<usize>> = BTreeMap::new();
    for (index, (_, keys)) in series.iter().enumerate() {
        for key in *keys {
            let users = by_key.entry(key).or_default();
            if users.last() != Some(&index) {
                users.push(index);
            }
        }
    }
    let mut found = Vec::new();
    for (key, users) in by_key.into_iter().filter(|(_, users)| users.len() > 1) {
        sweep(key, &users, series, from, to, &mut found);
    }
    found.sort_by(|a, b| (a.first, a.series, &a.shared).cmp(&(b.first, b.series, &b.shared)));
    found
}

fn sweep<K: Clone>(
    key: &K,
    users: &[usize],
    series: &[(&Series, &[K])],
    from: Timestamp,
    to: Timestamp,
    found: &mut Vec<Clash<K>>,
) {
    let mut meetings: Vec<(i64, i64, usize)> = Vec::new();
    for &index in users {
        for occurrence in series[index].0.occurrences(from, to) {
            let start = occurrence.start.timestamp().as_second();
            let minutes = occurrence.minutes.map_or(USUAL_MINUTES, i64::from);
            meetings.push((start, start + minutes * 60, index));
        }
    }
    meetings.sort_unstable();
    let mut running: Vec<(i64, usize)> = Vec::new();
    let mut pairs: HashMap<(usize, usize), usize> = HashMap::new();
    for (start, end, index) in meetings {
        running.retain(|(running_until, _)| *running_until > start);
        for &(_, other) in running.iter().filter(|(_, other)| *other != index) {
            let pair = (index.min(other), index.max(other));
            match pairs.get(&pair) {
                Some(&at) => found[at].times += 1,
                None if found.len() >= MOST => return,
                None => {
                    pairs.insert(pair, found.len());
                    let first = Timestamp::from_second(start).unwrap_or(from);
                    found.push(Clash { shared: key.clone(), series: pair, first, times: 1 });
                }
            }
        }
        running.push((end, index));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Fields, Schedule};

    fn series(day: &str, time: &str, tz: &str, frequency: &str) -> Series {
        let fields = Fields { day, time, tz, frequency, ..Fields::default() };
        Series::new(&Schedule::read(fields)).expect("a certain schedule")
    }

    fn year() -> (Timestamp, Timestamp) {
        ("2026-01-01T00:00:00Z".parse().unwrap(), "2027-01-01T00:00:00Z".parse().unwrap())
    }

    #[test]
    fn two_series_in_one_room_at_once_are_found_across_zones() {
        let (a, b) = (series("Tuesday", "9:00", "PT", "weekly"), series("Tuesday", "17:30", "UTC", "weekly"));
        let (from, to) = year();
        let found = clashes(&[(&a, &["room"]), (&b, &["room"])], from, to);
        // 9:00 in Los Angeles is 17:00 UTC in winter alone.
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].first.to_string(), "2026-01-06T17:30:00Z");
        assert_eq!(found[0].times, 18);
    }

    #[test]
    fn one_after_the_other_is_no_clash_and_another_room_is_none_either() {
        let (a, b) =
            (series("Monday", "9:00-10:00", "UTC", "weekly"), series("Monday", "10:00", "UTC", "weekly"));
        let (from, to) = year();
        assert!(clashes(&[(&a, &["room"]), (&b, &["room"])], from, to).is_empty());
        assert!(clashes(&[(&a, &["room"]), (&a, &["other"])], from, to).is_empty());
        assert_eq!(clashes(&[(&a, &["room"]), (&a, &["room"])], from, to).len(), 1);
    }
}
