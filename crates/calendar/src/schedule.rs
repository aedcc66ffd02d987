//! A whole schedule, with everything that is not certain about it.

use jiff::civil::Date;

use crate::cadence::{Cadence, cadence};
use crate::exact;
use crate::phrase::{self, Fact, Reading};
use crate::rrule::RruleError;
use crate::time::{self, Clock, TimeReading, is_placeholder};
use crate::zone::{ZoneReading, read_zone};

/// The texts of a series, as written; empty where not written.
#[derive(Clone, Copy, Default, Debug)]
pub struct Fields<'a> {
    /// `Tuesday`
    pub day: &'a str,
    /// `9:00`
    pub time: &'a str,
    /// `PT (Pacific Time)`
    pub tz: &'a str,
    /// `biweekly`
    pub frequency: &'a str,
    /// Exact zone (IANA), where given; wins over `tz`.
    pub timezone: &'a str,
    /// First date (ISO 8601), where given.
    pub starts: &'a str,
    /// Last date (ISO 8601), where given.
    pub until: &'a str,
    /// Length: `1h`, `45m`, `90` (minutes).
    pub duration: &'a str,
    /// Exact recurrence (RFC 5545's `RRULE`), where given; wins over day and frequency.
    pub rrule: &'a str,
}

/// Something about a schedule that is not certain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// The time is not one that a clock shows.
    TimeImpossible,
    /// No zone goes by this name.
    ZoneUnknown,
    /// Several zones go by this name; the readings are in [`Schedule::zone`].
    ZoneAmbiguous,
    /// The day names no weekday.
    DayUnread,
    /// The frequency says nothing known; the words not read.
    FrequencyUnread(Vec<String>),
    /// Every second (third, …) week or month, and no first date says which.
    Unanchored,
    /// `bimonthly`: twice a month, or every two months.
    Bimonthly,
    /// Monthly on a weekday, and nothing says which week of the month.
    WeekOfMonthUnknown,
    /// Twice a month, and nothing says in which weeks.
    TwiceAMonthUnknown,
    /// Two frequencies: `weekly/bi-weekly`.
    SeveralFrequencies,
    /// A word misspelt, and what it was read as.
    Misspelt {
        /// As written, lower case.
        written: String,
        /// As read.
        read: &'static str,
    },
    /// `starts`, `until` or `duration` is not in its form.
    FieldMalformed(&'static str),
    /// The exact rule cannot be read; day and frequency are not read in its place.
    RruleUnread(RruleError),
    /// Day and frequency give other dates than the exact rule, which holds.
    RruleDisagrees,
}

/// A schedule as far as its texts say.
#[derive(Clone, PartialEq, Debug)]
pub struct Schedule {
    /// Wall-clock time, where it is known.
    pub clock: Option<Clock>,
    /// The zone.
    pub zone: ZoneReading,
    /// How often.
    pub cadence: Cadence,
    /// First date, where known.
    pub starts: Option<Date>,
    /// Last date, where known.
    pub until: Option<Date>,
    /// Length in minutes, where known.
    pub minutes: Option<u16>,
    /// Whether it is said to alternate with another series.
    pub alternates: bool,
    /// What is not certain, in the order found.
    pub doubts: Vec<Doubt>,
}

impl Schedule {
    /// Reads the texts of a series.
    ///
    /// ```
    /// # use folkmoot_calendar::{Cadence, Fields, Schedule};
    /// let schedule = Schedule::read(Fields {
    ///     day: "Thursday",
    ///     time: "15:00-16:00",
    ///     tz: "Beijing Time",
    ///     frequency: "every two weeks starting from 2022/03/10",
    ///     ..Fields::default()
    /// });
    /// assert!(schedule.doubts.is_empty());
    /// let Cadence::Recurring(rule) = schedule.cadence else { panic!() };
    /// assert_eq!(rule.to_rrule(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
    /// ```
    pub fn read(fields: Fields<'_>) -> Self {
        let mut doubts = Vec::new();
        let (clock, after_time) = match time::read(fields.time) {
            TimeReading::None => (None, String::new()),
            TimeReading::Read { clock, rest } => (Some(clock), rest),
            TimeReading::Impossible => {
                doubts.push(Doubt::TimeImpossible);
                (None, String::new())
            }
        };
        let zone = zone(fields, &after_time, &mut doubts);
        let day = phrase::read(fields.day);
        let frequency = phrase::read(fields.frequency);
        for (written, read) in day.misspelt.iter().chain(&frequency.misspelt) {
            doubts.push(Doubt::Misspelt { written: written.clone(), read });
        }
        let written_start = |reading: &Reading| {
            reading.facts.iter().find_map(|fact| match fact {
                Fact::Starts(date) => Some(*date),
                _ => None,
            })
        };
        let exact = field_date(fields.starts, "starts", &mut doubts);
        let starts = exact.or_else(|| written_start(&frequency)).or_else(|| written_start(&day));
        let until = field_date(fields.until, "until", &mut doubts);
        let minutes =
            duration(fields.duration, &mut doubts).or_else(|| clock.and_then(|clock| clock.minutes));
        let alternates = frequency.facts.contains(&Fact::Alternates);
        let cadence = match exact::cadence(fields, &day, &frequency, starts, &mut doubts) {
            Some(exact) => exact,
            None => cadence(fields, &day, &frequency, starts, &mut doubts),
        };
        Self { clock, zone, cadence, starts, until, minutes, alternates, doubts }
    }
}

/// The exact zone, else the loose one, else one that stands after the time.
fn zone(fields: Fields<'_>, after_time: &str, doubts: &mut Vec<Doubt>) -> ZoneReading {
    let text = if fields.timezone.trim().is_empty() { fields.tz } else { fields.timezone };
    let text = if is_placeholder(text) { after_time } else { text };
    let zone = read_zone(text);
    match zone {
        ZoneReading::Unknown => doubts.push(Doubt::ZoneUnknown),
        ZoneReading::Ambiguous(_) => doubts.push(Doubt::ZoneAmbiguous),
        ZoneReading::None | ZoneReading::Zone { .. } => {}
    }
    zone
}

fn field_date(text: &str, field: &'static str, doubts: &mut Vec<Doubt>) -> Option<Date> {
    if text.trim().is_empty() {
        return None;
    }
    let date = text.trim().parse().ok();
    if date.is_none() {
        doubts.push(Doubt::FieldMalformed(field));
    }
    date
}

fn duration(text: &str, doubts: &mut Vec<Doubt>) -> Option<u16> {
    if text.trim().is_empty() {
        return None;
    }
    let minutes = read_minutes(text);
    if minutes.is_none() {
        doubts.push(Doubt::FieldMalformed("duration"));
    }
    minutes
}

/// Reads a length: `1h`, `1h30m`, `45m`, `45 minutes`, `90`. From a minute to a day; `None` for anything else.
///
/// ```
/// # use folkmoot_calendar::read_minutes;
/// assert_eq!(read_minutes("1h30m"), Some(90));
/// assert_eq!(read_minutes("a while"), None);
/// ```
pub fn read_minutes(text: &str) -> Option<u16> {
    let mut minutes = 0_u16;
    let mut number = None;
    for token in crate::token::tokens(text) {
        let unit = match token.text.as_str() {
            "h" | "hour" | "hours" | "hr" | "hrs" => 60,
            "m" | "min" | "mins" | "minute" | "minutes" => 1,
            _ => {
                number = token.number();
                continue;
            }
        };
        minutes =
            number.take().and_then(|n: u16| n.checked_mul(unit)).and_then(|n| n.checked_add(minutes))?;
    }
    let total = number.and_then(|n| n.checked_add(minutes)).or(Some(minutes));
    total.filter(|minutes| (1..=24 * 60).contains(minutes))
}
