//! When a meeting moves for people in another zone, because the two do not change their clocks together.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::occurrence::Series;

/// A run of meetings at one local time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalTime {
    /// The time of day in the other zone.
    pub time: Time,
    /// Date of the first such meeting there.
    pub first: Date,
    /// Date of the last one.
    pub last: Date,
}

/// The local times at which a series meets in another zone, in order; one entry if it never moves there.
/// Moved and extra meetings are left out: they move by decision, not by the clocks.
pub fn local_times(series: &Series, zone: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<LocalTime> {
    let mut runs: Vec<LocalTime> = Vec::new();
    let regular = series.occurrences(from, to).filter(|one| one.origin == crate::occurrence::Origin::Rule);
    for occurrence in regular {
        let there = occurrence.start.with_time_zone(zone.clone());
        match runs.last_mut() {
            Some(run) if run.time == there.time() => run.last = there.date(),
            _ => runs.push(LocalTime { time: there.time(), first: there.date(), last: there.date() }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Fields, Schedule};

    #[test]
    fn the_weeks_between_two_changes_of_clocks_are_told_apart() {
        let fields =
            Fields { day: "Wednesday", time: "9:00", tz: "PT", frequency: "weekly", ..Fields::default() };
        let series = Series::new(&Schedule::read(fields)).expect("a certain schedule");
        let warsaw = TimeZone::get("Europe/Warsaw").expect("in the database");
        let runs = local_times(
            &series,
            &warsaw,
            "2026-01-01T00:00:00Z".parse().unwrap(),
            "2027-01-01T00:00:00Z".parse().unwrap(),
        );
        let told: Vec<String> =
            runs.iter().map(|run| format!("{} {}–{}", run.time, run.first, run.last)).collect();
        assert_eq!(
            told,
            [
                "18:00:00 2026-01-07–2026-03-04",
                "17:00:00 2026-03-11–2026-03-25",
                "18:00:00 2026-04-01–2026-10-21",
                "17:00:00 2026-10-28–2026-10-28",
                "18:00:00 2026-11-04–2026-12-30",
            ]
        );
    }
}
