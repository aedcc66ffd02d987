//! From a rule to moments.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::rule::Rule;
use crate::schedule::{Cadence, Schedule};
use crate::time::Clock;

/// One meeting.
#[derive(Clone, PartialEq, Debug)]
pub struct Occurrence {
    /// Start, in the series' zone.
    pub start: Zoned,
    /// Length in minutes, where known.
    pub minutes: Option<u16>,
}

/// A rule on the wall clock of a zone.
#[derive(Clone, PartialEq, Debug)]
pub struct Series {
    /// When it recurs.
    pub rule: Rule,
    /// The time of day.
    pub clock: Clock,
    /// The zone.
    pub zone: TimeZone,
    /// First date, where known.
    pub starts: Option<Date>,
    /// Last date, where it ends.
    pub until: Option<Date>,
    /// Length in minutes, where known.
    pub minutes: Option<u16>,
}

impl Series {
    /// The series of a schedule that is certain enough to put on a calendar: a rule, a time, a zone, and a
    /// first date where the rule alternates. `None` otherwise: [`Schedule::doubts`] says why.
    pub fn new(schedule: &Schedule) -> Option<Self> {
        let Cadence::Recurring(rule) = &schedule.cadence else { return None };
        if rule.needs_anchor() && schedule.starts.is_none() {
            return None;
        }
        Some(Self {
            rule: rule.clone(),
            clock: schedule.clock?,
            zone: schedule.zone.time_zone()?,
            starts: schedule.starts,
            until: schedule.until,
            minutes: schedule.minutes,
        })
    }

    /// Meetings that start at or after `from` and before `to`, in order, lazily.
    pub fn occurrences(&self, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Occurrence> + '_ {
        // Two days back: `24:00` belongs to the day before, and a zone may skip a day.
        let first = from.to_zoned(self.zone.clone()).date();
        let first = first.checked_sub(2.days()).unwrap_or(first);
        let dates = self.rule.dates(self.starts, self.starts.map_or(first, |starts| starts.max(first)));
        let until = self.until;
        dates
            .take_while(move |date| until.is_none_or(|until| *date <= until))
            .filter_map(|date| self.on(date))
            .skip_while(move |occurrence| occurrence.start.timestamp() < from)
            .take_while(move |occurrence| occurrence.start.timestamp() < to)
    }

    /// The meeting of `date`, on the wall clock.
    fn on(&self, date: Date) -> Option<Occurrence> {
        let date = date.checked_add(i64::from(self.clock.start_day).days()).ok()?;
        // "Compatible" is RFC 5545's reading: the offset before a gap, the first of two equal times.
        let start = date.to_datetime(self.clock.start).to_zoned(self.zone.clone()).ok()?;
        Some(Occurrence { start, minutes: self.minutes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Fields;

    fn starts(fields: Fields<'_>, from: &str, count: usize) -> Vec<String> {
        let series = Series::new(&Schedule::read(fields)).expect("a certain schedule");
        let from: Timestamp = from.parse().expect("a timestamp");
        let occurrences = series.occurrences(from, Timestamp::MAX);
        occurrences.take(count).map(|occurrence| occurrence.start.timestamp().to_string()).collect()
    }

    #[test]
    fn the_wall_clock_stays_when_the_clocks_change() {
        let fields = Fields {
            day: "Wednesday",
            time: "9:00",
            tz: "PT (Pacific Time)",
            frequency: "weekly",
            ..Fields::default()
        };
        let found = starts(fields, "2026-10-28T00:00:00Z", 2);
        assert_eq!(found, ["2026-10-28T16:00:00Z", "2026-11-04T17:00:00Z"]);
    }

    #[test]
    fn a_time_that_is_skipped_is_read_with_the_offset_before() {
        let fields = Fields {
            day: "Sunday",
            time: "2:30",
            tz: "America/New_York",
            frequency: "weekly",
            ..Fields::default()
        };
        assert_eq!(starts(fields, "2026-03-08T00:00:00Z", 1), ["2026-03-08T07:30:00Z"]);
    }

    #[test]
    fn midnight_at_the_end_of_a_day_is_the_next_day() {
        let fields =
            Fields { day: "Monday", time: "24:00", tz: "UTC", frequency: "weekly", ..Fields::default() };
        assert_eq!(starts(fields, "2026-11-16T12:00:00Z", 1), ["2026-11-17T00:00:00Z"]);
    }

    #[test]
    fn an_unanchored_series_has_no_place_on_a_calendar() {
        let fields =
            Fields { day: "Monday", time: "9:00", tz: "UTC", frequency: "biweekly", ..Fields::default() };
        assert_eq!(Series::new(&Schedule::read(fields)), None);
    }
}
