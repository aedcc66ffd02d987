//! From a rule to moments.

use std::iter::Peekable;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::cadence::Cadence;
use crate::rule::Rule;
use crate::schedule::Schedule;
use crate::time::Clock;

/// Why a meeting is where it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// By the rule.
    Rule,
    /// Moved from that date of the rule.
    MovedFrom(Date),
    /// One more than the rule gives.
    Extra,
}

/// One meeting.
#[derive(Clone, PartialEq, Debug)]
pub struct Occurrence {
    /// Start, in the series' zone.
    pub start: Zoned,
    /// Length in minutes, where known.
    pub minutes: Option<u16>,
    /// Why it is there.
    pub origin: Origin,
}

/// A departure from the rule on one date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exception {
    /// The meeting of that date does not happen.
    Cancelled(Date),
    /// The meeting of `date` happens at `to` (wall clock of the series' zone).
    Moved {
        /// Date by the rule.
        date: Date,
        /// New date and time.
        to: DateTime,
        /// New length in minutes, where it has one of its own.
        minutes: Option<u16>,
    },
    /// One more meeting.
    Extra {
        /// When (wall clock of the series' zone).
        at: DateTime,
        /// Its length in minutes, where it has one of its own.
        minutes: Option<u16>,
    },
}

/// Days on which no series of a community meets: a holiday, a conference week. Both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Break {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
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
    /// Departures from the rule.
    pub exceptions: Vec<Exception>,
    /// Days without meetings; a moved or extra meeting may still fall on one.
    pub breaks: Vec<Break>,
}

impl Series {
    /// A series that recurs by `rule` from its first possible date on.
    pub fn by_rule(rule: Rule, clock: Clock, zone: TimeZone) -> Self {
        Self {
            rule,
            clock,
            zone,
            starts: None,
            until: None,
            minutes: None,
            exceptions: Vec::new(),
            breaks: Vec::new(),
        }
    }

    /// The series of a schedule that is certain enough to put on a calendar: a rule, a time, a zone, and a
    /// first date where the rule alternates. `None` otherwise: [`Schedule::doubts`] says why.
    pub fn new(schedule: &Schedule) -> Option<Self> {
        let Cadence::Recurring(rule) = &schedule.cadence else { return None };
        if rule.needs_anchor() && schedule.starts.is_none() {
            return None;
        }
        let series = Self::by_rule(rule.clone(), schedule.clock?, schedule.zone.time_zone()?);
        Some(Self { starts: schedule.starts, until: schedule.until, minutes: schedule.minutes, ..series })
    }

    /// Meetings that start at or after `from` and before `to`, in order, lazily.
    pub fn occurrences(&self, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Occurrence> + '_ {
        // Two days back: `24:00` belongs to the day before, and a zone may skip a day.
        let first = from.to_zoned(self.zone.clone()).date();
        let first = first.checked_sub(2.days()).unwrap_or(first);
        let by_rule = self
            .dates(first)
            .filter(|date| !self.is_departed_from(*date))
            .filter_map(|date| self.at(self.wall_clock(date)?, None, Origin::Rule));
        let mut others: Vec<Occurrence> =
            self.exceptions.iter().filter_map(|one| self.departure(*one)).collect();
        others.sort_by_key(|occurrence| occurrence.start.timestamp());
        merged(by_rule.peekable(), others.into_iter().peekable())
            .skip_while(move |occurrence| occurrence.start.timestamp() < from)
            .take_while(move |occurrence| occurrence.start.timestamp() < to)
    }

    /// Dates of the rule at or after `from`, within the series' life; exceptions and breaks not applied.
    pub fn dates(&self, from: Date) -> impl Iterator<Item = Date> + '_ {
        let until = self.until.unwrap_or(Date::MAX);
        self.rule.dates(self.starts, from).take_while(move |date| *date <= until)
    }

    /// Whether the meeting of that date is cancelled, moved away, or within a break.
    pub fn is_departed_from(&self, date: Date) -> bool {
        let departed = |exception: &Exception| match exception {
            Exception::Cancelled(cancelled) => *cancelled == date,
            Exception::Moved { date: moved, .. } => *moved == date,
            Exception::Extra { .. } => false,
        };
        self.exceptions.iter().any(departed)
            || self.breaks.iter().any(|one| (one.first..=one.last).contains(&date))
    }

    /// When the meeting of `date` starts on the wall clock.
    pub fn wall_clock(&self, date: Date) -> Option<DateTime> {
        let date = date.checked_add(i64::from(self.clock.start_day).days()).ok()?;
        Some(date.to_datetime(self.clock.start))
    }

    fn departure(&self, exception: Exception) -> Option<Occurrence> {
        match exception {
            Exception::Cancelled(_) => None,
            Exception::Moved { date, to, minutes } => self.at(to, minutes, Origin::MovedFrom(date)),
            Exception::Extra { at, minutes } => self.at(at, minutes, Origin::Extra),
        }
    }

    /// A meeting at that time; `minutes` where it has a length of its own.
    fn at(&self, wall_clock: DateTime, minutes: Option<u16>, origin: Origin) -> Option<Occurrence> {
        // "Compatible" is RFC 5545's reading: the offset before a gap, the first of two equal times.
        let start = wall_clock.to_zoned(self.zone.clone()).ok()?;
        Some(Occurrence { start, minutes: minutes.or(self.minutes), origin })
    }
}

/// Two ordered streams as one.
fn merged(
    mut a: Peekable<impl Iterator<Item = Occurrence>>,
    mut b: Peekable<impl Iterator<Item = Occurrence>>,
) -> impl Iterator<Item = Occurrence> {
    std::iter::from_fn(move || match (a.peek(), b.peek()) {
        (Some(left), Some(right)) if right.start.timestamp() < left.start.timestamp() => b.next(),
        (Some(_), _) => a.next(),
        (None, _) => b.next(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;
    use crate::schedule::Fields;

    fn series(fields: Fields<'_>) -> Series {
        Series::new(&Schedule::read(fields)).expect("a certain schedule")
    }

    fn starts(series: &Series, from: &str, count: usize) -> Vec<String> {
        let from: Timestamp = from.parse().expect("a timestamp");
        let occurrences = series.occurrences(from, Timestamp::MAX);
        occurrences.take(count).map(|occurrence| occurrence.start.timestamp().to_string()).collect()
    }

    const WEEKLY: Fields<'_> = Fields {
        day: "Wednesday",
        time: "9:00",
        tz: "PT (Pacific Time)",
        frequency: "weekly",
        timezone: "",
        starts: "",
        until: "",
        duration: "",
        rrule: "",
    };

    #[test]
    fn the_wall_clock_stays_when_the_clocks_change() {
        let found = starts(&series(WEEKLY), "2026-10-28T00:00:00Z", 2);
        assert_eq!(found, ["2026-10-28T16:00:00Z", "2026-11-04T17:00:00Z"]);
    }

    #[test]
    fn a_time_that_is_skipped_is_read_with_the_offset_before() {
        let fields = Fields { day: "Sunday", time: "2:30", tz: "America/New_York", ..WEEKLY };
        assert_eq!(starts(&series(fields), "2026-03-08T00:00:00Z", 1), ["2026-03-08T07:30:00Z"]);
    }

    #[test]
    fn midnight_at_the_end_of_a_day_is_the_next_day() {
        let fields = Fields { day: "Monday", time: "24:00", tz: "UTC", ..WEEKLY };
        assert_eq!(starts(&series(fields), "2026-11-16T12:00:00Z", 1), ["2026-11-17T00:00:00Z"]);
    }

    #[test]
    fn an_unanchored_series_has_no_place_on_a_calendar() {
        let fields = Fields { frequency: "biweekly", ..WEEKLY };
        assert_eq!(Series::new(&Schedule::read(fields)), None);
    }

    #[test]
    fn cancelled_moved_and_extra_meetings_are_where_they_belong() {
        let mut series = series(Fields { tz: "UTC", ..WEEKLY });
        series.exceptions = vec![
            Exception::Cancelled(date(2026, 11, 11)),
            Exception::Moved {
                date: date(2026, 11, 18),
                to: datetime(2026, 11, 10, 8, 0, 0, 0),
                minutes: Some(20),
            },
            Exception::Extra { at: datetime(2026, 11, 20, 7, 0, 0, 0), minutes: None },
        ];
        series.breaks = vec![Break { first: date(2026, 11, 23), last: date(2026, 11, 27) }];
        assert_eq!(
            starts(&series, "2026-11-04T00:00:00Z", 4),
            ["2026-11-04T09:00:00Z", "2026-11-10T08:00:00Z", "2026-11-20T07:00:00Z", "2026-12-02T09:00:00Z",]
        );
        let found = series.occurrences("2026-11-04T00:00:00Z".parse().expect("a timestamp"), Timestamp::MAX);
        let minutes: Vec<Option<u16>> = found.take(3).map(|occurrence| occurrence.minutes).collect();
        assert_eq!(minutes, [None, Some(20), None]);
    }
}
