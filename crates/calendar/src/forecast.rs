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

/// Days on which the clocks of two zones are apart by another stretch than usual.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Shift {
    /// First such day in the zone of the meetings.
    pub first: Date,
    /// Last such day there.
    pub last: Date,
    /// By how many minutes meetings are later than usual in the other zone; negative where they are earlier.
    pub minutes: i32,
}

/// Changes of clocks that are looked at: zones change theirs twice or four times a year.
const CHANGES: usize = 64;

/// When meetings that keep the clock of `own` are at another hour than usual in `other`, between two moments. Usual is
/// what holds for most of that time. Empty where the two zones change their clocks together.
pub fn shifts(own: &TimeZone, other: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<Shift> {
    let changes = |zone: &TimeZone| -> Vec<Timestamp> {
        let following = zone.following(from).map(|change| change.timestamp());
        following.take_while(|at| *at < to).take(CHANGES).collect()
    };
    let mut bounds = changes(own);
    bounds.extend(changes(other));
    bounds.push(from);
    bounds.sort_unstable();
    bounds.dedup();
    let apart = |at: Timestamp| (other.to_offset(at).seconds() - own.to_offset(at).seconds()) / 60;
    // Runs of one distance, each with its bounds.
    let mut runs: Vec<(i32, Timestamp, Timestamp)> = Vec::new();
    for (index, &start) in bounds.iter().enumerate() {
        let end = bounds.get(index + 1).copied().unwrap_or(to);
        match runs.last_mut() {
            Some((minutes, _, until)) if *minutes == apart(start) => *until = end,
            _ => runs.push((apart(start), start, end)),
        }
    }
    let lasting = |wanted: i32| -> i64 {
        let same = runs.iter().filter(|(minutes, ..)| *minutes == wanted);
        same.map(|(_, start, end)| end.as_second() - start.as_second()).sum()
    };
    let Some(usual) = runs.iter().map(|(minutes, ..)| *minutes).max_by_key(|minutes| lasting(*minutes))
    else {
        return Vec::new();
    };
    // Clocks change at weekends and mostly at night: the day is that of the next noon.
    let day = |at: Timestamp| {
        let there = at.to_zoned(own.clone()).datetime();
        if there.hour() < 12 { there.date() } else { there.date().tomorrow().unwrap_or(Date::MAX) }
    };
    // Two zones of one country change their clocks some hours apart, in one night.
    let is_long = |start: Timestamp, end: Timestamp| end.as_second() - start.as_second() >= 24 * 3600;
    let unusual = runs.iter().filter(|(minutes, start, end)| *minutes != usual && is_long(*start, *end));
    let shift = |(minutes, start, end): &(i32, Timestamp, Timestamp)| {
        let last = day(*end).yesterday().unwrap_or(Date::MIN).max(day(*start));
        Shift { first: day(*start), last, minutes: minutes - usual }
    };
    unusual.map(shift).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifted(own: &str, other: &str) -> Vec<String> {
        let zone = |name| TimeZone::get(name).expect("in the database");
        let moment = |text: &str| text.parse().expect("a moment");
        let found =
            shifts(&zone(own), &zone(other), moment("2026-11-21T00:00:00Z"), moment("2027-11-21T00:00:00Z"));
        found.iter().map(|one| format!("{}–{} {:+}", one.first, one.last, one.minutes)).collect()
    }

    #[test]
    fn between_two_changes_of_clocks_a_meeting_is_at_another_hour() {
        assert_eq!(
            shifted("America/Los_Angeles", "Europe/Berlin"),
            ["2027-03-14–2027-03-27 -60", "2027-10-31–2027-11-06 -60"]
        );
        assert_eq!(shifted("Europe/Warsaw", "Europe/London"), Vec::<String>::new());
        assert_eq!(shifted("America/New_York", "America/Los_Angeles"), Vec::<String>::new());
        assert_eq!(shifted("Etc/UTC", "Asia/Kolkata"), Vec::<String>::new());
    }

    #[test]
    fn where_one_zone_keeps_its_clock_the_shorter_half_of_the_year_is_the_exception() {
        assert_eq!(
            shifted("America/Los_Angeles", "Asia/Shanghai"),
            ["2026-11-21–2027-03-13 +60", "2027-11-07–2027-11-20 +60"]
        );
        // Lord Howe moves by half an hour.
        assert_eq!(shifted("Etc/UTC", "Australia/Lord_Howe"), ["2027-04-04–2027-10-02 -30"]);
    }
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
