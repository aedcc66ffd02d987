//! From which week an alternating series counts, told by the dates of its group's meeting records.
//!
//! `biweekly` on a Tuesday can mean either Tuesday. Minutes of past meetings know which: each record whose date the
//! series could have had, and no other series of the group, votes for the weeks in step with it. They settle the
//! matter where two thirds of them agree and the latest is among those; else the series stays without dates.

use folkmoot_calendar::{Cadence, Doubt, Rule, Schedule};
use jiff::civil::Date;

use crate::Group;

/// A dated record of a meeting, found in a group's folder: `meetings/2026-11-05.md`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct MeetingRecord {
    /// The date that the name gives.
    pub date: Date,
    /// Its path in the repository.
    pub path: String,
}

/// What the records say of a series that alternates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Votes {
    /// The weeks that at least one record speaks for, those with most records first.
    pub tallies: Vec<Tally>,
    /// Whether the first of them holds.
    pub is_settled: bool,
}

/// The records in step with one another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Date of the earliest.
    pub first: Date,
    /// The latest.
    pub latest: MeetingRecord,
    /// How many.
    pub records: usize,
}

impl Votes {
    /// How many records speak.
    pub fn records(&self) -> usize {
        self.tallies.iter().map(|tally| tally.records).sum()
    }

    /// The weeks that hold, where the records settle it.
    pub fn settled(&self) -> Option<&Tally> {
        self.tallies.first().filter(|_| self.is_settled)
    }

    fn of(rule: &Rule, records: &[&MeetingRecord]) -> Self {
        let mut tallies: Vec<Tally> = Vec::new();
        for &record in records {
            match tallies.iter_mut().find(|tally| in_step(rule, tally.first, record.date)) {
                Some(tally) => {
                    tally.records += 1;
                    tally.first = tally.first.min(record.date);
                    if record.date >= tally.latest.date {
                        tally.latest = record.clone();
                    }
                }
                None => tallies.push(Tally { first: record.date, latest: record.clone(), records: 1 }),
            }
        }
        tallies.sort_by(|a, b| (b.records, &b.latest).cmp(&(a.records, &a.latest)));
        let latest = tallies.iter().map(|tally| tally.latest.date).max();
        let is_settled = tallies
            .first()
            .is_some_and(|most| most.records * 3 >= records.len() * 2 && Some(most.latest.date) == latest);
        Self { tallies, is_settled }
    }
}

/// Whether a series that has `a` has `b` too.
fn in_step(rule: &Rule, a: Date, b: Date) -> bool {
    let (first, second) = (a.min(b), a.max(b));
    rule.dates(Some(first), second).next() == Some(second)
}

/// The rule without its pause: every date that some first date gives. `None` where the first date decides more than
/// which weeks (or months) are meant: then records cannot tell it.
fn without_pause(rule: &Rule) -> Option<Rule> {
    let every = Rule { interval: 1, ..rule.clone() };
    (rule.interval > 1 && !every.needs_anchor()).then_some(every)
}

/// The dates from `from` on of which each would make a different series; as many as the rule's interval.
pub(crate) fn candidates(rule: &Rule, from: Date) -> Vec<Date> {
    let Some(every) = without_pause(rule) else { return Vec::new() };
    let mut found: Vec<Date> = Vec::new();
    // Several dates a week, and months without one, stand between two candidates.
    for date in every.dates(None, from).take(usize::from(rule.interval) * 40) {
        if !found.iter().any(|known| in_step(rule, *known, date)) {
            found.push(date);
        }
        if found.len() == usize::from(rule.interval) {
            break;
        }
    }
    found
}

/// What the group's records say of each of its series, given in the order of [`Group::all_meetings`]; `None` where a
/// series needs no first date, or names it.
pub(crate) fn votes(group: &Group, schedules: &[Schedule]) -> Vec<Option<Votes>> {
    if group.records.is_empty() {
        return vec![None; schedules.len()];
    }
    let possible: Vec<Option<(Rule, Option<Date>)>> = schedules.iter().map(possible).collect();
    // Once a group: series and records may both be many.
    let holders: Vec<Option<usize>> =
        group.records.iter().map(|record| only_holder(&possible, record.date)).collect();
    let of = |(index, schedule): (usize, &Schedule)| {
        let Cadence::Recurring(rule) = &schedule.cadence else { return None };
        if !schedule.doubts.contains(&Doubt::Unanchored) || without_pause(rule).is_none() {
            return None;
        }
        let own = group.records.iter().zip(&holders).filter(|(_, holder)| **holder == Some(index));
        let own: Vec<&MeetingRecord> = own.map(|(record, _)| record).collect();
        (!own.is_empty()).then(|| Votes::of(rule, &own))
    };
    schedules.iter().enumerate().map(of).collect()
}

/// The series that could have met on that date, where it is the only one.
fn only_holder(possible: &[Option<(Rule, Option<Date>)>], date: Date) -> Option<usize> {
    let mut holders = possible.iter().enumerate().filter(|(_, one)| {
        one.as_ref().is_some_and(|(rule, starts)| rule.dates(*starts, date).next() == Some(date))
    });
    let (only, _) = holders.next()?;
    holders.next().is_none().then_some(only)
}

/// The dates that a series has, or could have where it names no first one.
fn possible(schedule: &Schedule) -> Option<(Rule, Option<Date>)> {
    let Cadence::Recurring(rule) = &schedule.cadence else { return None };
    Some(match schedule.doubts.contains(&Doubt::Unanchored) {
        true => (Rule { interval: 1, count: None, ..rule.clone() }, None),
        false => (rule.clone(), schedule.starts),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{MemoryFiles, Planned, load};

    const ONE: &str = "{description: One, day: Tuesday, time: '9:00', tz: UTC, frequency: biweekly}";

    fn repository(series: &[&str], records: &[&str]) -> MemoryFiles {
        let list: String = series.iter().map(|one| format!("      - {one}\n")).collect();
        let text = format!("sigs:\n  - dir: sig-a\n    name: A\n    meetings:\n{list}");
        let start = MemoryFiles::new().with("sigs.yaml", text);
        records.iter().fold(start, |files, path| files.with(path, "# Notes\n"))
    }

    fn first(planned: &Planned<'_>) -> Option<Date> {
        planned.series.as_ref().and_then(|series| series.starts)
    }

    fn anchored(series: &[&str], records: &[&str]) -> Option<Date> {
        let (community, _) = load(&repository(series, records));
        first(&community.planned()[0])
    }

    #[test]
    fn one_record_settles_the_weeks() {
        for path in [
            "sig-a/meetings/2026-11-03.md",
            "sig-a/meeting-notes/20261103.md",
            "sig-a/meeting-notes/2026/20261103-meeting-notes.md",
            "sig-a/archive/2026_11_03.txt",
            "sig-a/minutes/2026.11.03-regular.md",
            "sig-a/notes/2026/11/03.md",
            "sig-a/2026-11-03-meeting-notes.md",
        ] {
            assert_eq!(anchored(&[ONE], &[path]), Some(date(2026, 11, 3)), "{path}");
        }
    }

    #[test]
    fn what_is_no_record_of_a_meeting_settles_nothing() {
        for path in [
            "sig-a/meetings/2026-11-04.md",
            "sig-a/meetings/template-2026.md",
            "sig-a/meetings/2026-13-45.md",
            "sig-a/meetings/120261103.md",
            "sig-a/2026-11-03.md",
            "sig-a/proposals/2026-11-03.md",
            "sig-b/meetings/2026-11-03.md",
        ] {
            assert_eq!(anchored(&[ONE], &[path]), None, "{path}");
        }
    }

    #[test]
    fn several_records_vote_and_a_single_odd_one_is_outvoted() {
        let records = ["2026-09-08", "2026-09-22", "2026-10-13", "2026-10-20", "2026-11-03"];
        let paths = records.map(|day| format!("sig-a/meetings/{day}.md"));
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let (community, _) = load(&repository(&[ONE], &paths));
        let planned = community.planned();
        assert_eq!(first(&planned[0]), Some(date(2026, 9, 8)));
        let votes = planned[0].votes.as_ref().expect("votes");
        assert_eq!(votes.tallies.iter().map(|tally| tally.records).collect::<Vec<_>>(), [4, 1]);
        assert_eq!(votes.tallies[0].latest.path, "sig-a/meetings/2026-11-03.md");
        let rests = planned[0].anchored_on();
        assert_eq!(rests.as_deref(), Some("weeks by 4 of 5 records, the latest meetings/2026-11-03.md"));
    }

    #[test]
    fn records_of_which_the_latest_disagrees_settle_nothing() {
        let paths =
            ["sig-a/meetings/2026-09-08.md", "sig-a/meetings/2026-09-22.md", "sig-a/meetings/2026-11-10.md"];
        let (community, _) = load(&repository(&[ONE], &paths));
        let planned = community.planned();
        assert_eq!(first(&planned[0]), None);
        assert_eq!(planned[0].votes.as_ref().map(Votes::records), Some(3));
    }

    #[test]
    fn a_record_that_another_series_could_have_does_not_count() {
        let weekly = "{description: Two, day: Tuesday, time: '17:00', tz: UTC, frequency: weekly}";
        assert_eq!(anchored(&[ONE, weekly], &["sig-a/meetings/2026-11-03.md"]), None);
        let twin = "{description: Two, day: Tuesday, time: '17:00', tz: UTC, frequency: biweekly}";
        assert_eq!(anchored(&[ONE, twin], &["sig-a/meetings/2026-11-03.md"]), None);
        let known = "{description: Two, day: Tuesday, time: '17:00', tz: UTC, frequency: biweekly, starts: 2026-11-10}";
        assert_eq!(anchored(&[ONE, known], &["sig-a/meetings/2026-11-03.md"]), Some(date(2026, 11, 3)));
    }

    #[test]
    fn a_written_date_wins_over_records() {
        let dated = "{description: One, day: Tuesday, time: '9:00', tz: UTC, frequency: biweekly, starts: 2026-11-10}";
        assert_eq!(anchored(&[dated], &["sig-a/meetings/2026-11-03.md"]), Some(date(2026, 11, 10)));
    }

    #[test]
    fn as_many_dates_are_offered_as_make_different_series() {
        let offered = |rule: &str| candidates(&Rule::parse(rule).expect("a rule"), date(2026, 11, 21));
        assert_eq!(offered("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), [date(2026, 11, 24), date(2026, 12, 1)]);
        assert_eq!(offered("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"), [date(2026, 11, 24), date(2026, 12, 1)]);
        assert_eq!(
            offered("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU"),
            [date(2026, 12, 1), date(2027, 1, 5), date(2027, 2, 2)]
        );
        assert_eq!(offered("FREQ=WEEKLY;COUNT=5;BYDAY=TU"), []);
        assert_eq!(offered("FREQ=WEEKLY;BYDAY=TU"), []);
    }
}
