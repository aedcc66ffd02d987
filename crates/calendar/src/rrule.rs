//! `RRULE` as text: reading and writing.

use std::fmt::Write as _;

use jiff::civil::{Date, Weekday};

use crate::rule::{Frequency, Nth, Rule};

/// Why a text is no rule that a meeting can have. Its `Display` says what to write instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RruleError {
    /// A part is not `NAME=value`.
    Shape(String),
    /// `FREQ` is missing.
    NoFrequency,
    /// A part stands twice.
    Twice(String),
    /// A value is not one that the part can have.
    Value {
        /// The part.
        part: String,
        /// Its value.
        value: String,
    },
    /// A part that is in RFC 5545 and has no use for meetings (`BYHOUR`, `BYWEEKNO`, …), or is unknown.
    Unsupported(String),
    /// `COUNT` and `UNTIL` together.
    CountAndUntil,
}

impl std::fmt::Display for RruleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Shape(part) => write!(f, "`{part}` is not of the form NAME=value"),
            Self::NoFrequency => f.write_str("FREQ is missing; write FREQ=WEEKLY, for instance"),
            Self::Twice(part) => write!(f, "{part} stands twice"),
            Self::Value { part, value } => write!(f, "{part} cannot be `{value}`"),
            Self::Unsupported(part) => {
                write!(
                    f,
                    "{part} is not read; FREQ (DAILY to YEARLY), INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, UNTIL and WKST are"
                )
            }
            Self::CountAndUntil => f.write_str("COUNT and UNTIL exclude each other"),
        }
    }
}

impl std::error::Error for RruleError {}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn weekday(code: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(known, _)| *known == code).map(|(_, weekday)| *weekday)
}

fn code(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.to_monday_zero_offset() as usize].0
}

/// Numbers a list may hold; real rules have fewer than 31.
const LIST_LIMIT: usize = 64;

impl Rule {
    /// Reads the value of an `RRULE` property, with or without `RRULE:` before it.
    ///
    /// # Errors
    /// [`RruleError`], which says what to write instead.
    pub fn parse(text: &str) -> Result<Self, RruleError> {
        let upper = text.trim().to_ascii_uppercase();
        let body = upper.strip_prefix("RRULE:").unwrap_or(&upper);
        let mut rule = Self::every(1, Frequency::Daily, Vec::new());
        let (mut frequency, mut seen) = (None, Vec::new());
        for part in body.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| RruleError::Shape(part.to_owned()))?;
            if seen.contains(&name) {
                return Err(RruleError::Twice(name.to_owned()));
            }
            seen.push(name);
            let bad = || RruleError::Value { part: name.to_owned(), value: value.to_owned() };
            match name {
                "FREQ" => frequency = Some(read_frequency(value).ok_or_else(bad)?),
                "INTERVAL" => rule.interval = value.parse().ok().filter(|n| *n > 0).ok_or_else(bad)?,
                "COUNT" => rule.count = Some(value.parse().ok().filter(|n| *n > 0).ok_or_else(bad)?),
                "UNTIL" => rule.until = Some(read_until(value).ok_or_else(bad)?),
                "WKST" => rule.week_start = weekday(value).ok_or_else(bad)?,
                "BYDAY" => rule.days = list(value, read_nth).ok_or_else(bad)?,
                "BYMONTHDAY" => rule.month_days = list(value, |n| within(n, 31)).ok_or_else(bad)?,
                "BYMONTH" => {
                    rule.months = list(value, |n| within(n, 12).filter(|n| *n > 0)).ok_or_else(bad)?
                }
                "BYSETPOS" => rule.positions = list(value, |n| within(n, 366)).ok_or_else(bad)?,
                _ => return Err(RruleError::Unsupported(name.to_owned())),
            }
        }
        rule.frequency = frequency.ok_or(RruleError::NoFrequency)?;
        if rule.count.is_some() && rule.until.is_some() {
            return Err(RruleError::CountAndUntil);
        }
        let counted = rule.days.iter().find(|nth| nth.n.is_some());
        if let Some(nth) = counted.filter(|_| matches!(rule.frequency, Frequency::Daily | Frequency::Weekly))
        {
            // RFC 5545: numbers in BYDAY belong to monthly and yearly rules.
            return Err(RruleError::Value { part: "BYDAY".into(), value: write_nth(nth) });
        }
        Ok(rule)
    }

    /// As the value of `RRULE`. What has no place there, [`Rule::except`], must be written as `EXDATE`s.
    pub fn to_rrule(&self) -> String {
        let frequency = match self.frequency {
            Frequency::Daily => "DAILY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Yearly => "YEARLY",
        };
        let mut out = format!("FREQ={frequency}");
        let mut part = |name: &str, value: String| {
            if !value.is_empty() {
                // Writing to a string cannot fail.
                let _ = write!(out, ";{name}={value}");
            }
        };
        part("INTERVAL", if self.interval > 1 { self.interval.to_string() } else { String::new() });
        part("COUNT", self.count.map(|count| count.to_string()).unwrap_or_default());
        part("UNTIL", self.until.map(|date| date.strftime("%Y%m%d").to_string()).unwrap_or_default());
        part("BYMONTH", join(&self.months, i8::to_string));
        part("BYMONTHDAY", join(&self.month_days, i8::to_string));
        part("BYDAY", join(&self.days, write_nth));
        part("BYSETPOS", join(&self.positions, i16::to_string));
        let monday = self.week_start == Weekday::Monday;
        part("WKST", if monday { String::new() } else { code(self.week_start).to_owned() });
        out
    }
}

fn join<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(",")
}

fn write_nth(nth: &Nth) -> String {
    format!("{}{}", nth.n.map(|n| n.to_string()).unwrap_or_default(), code(nth.weekday))
}

fn read_frequency(value: &str) -> Option<Frequency> {
    Some(match value {
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        "MONTHLY" => Frequency::Monthly,
        "YEARLY" => Frequency::Yearly,
        _ => return None,
    })
}

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let items: Option<Vec<T>> = value.split(',').map(read).collect();
    items.filter(|items| items.len() <= LIST_LIMIT)
}

/// A number from −limit to limit, not 0.
fn within<N: TryFrom<i16>>(text: &str, limit: i16) -> Option<N> {
    let number: i16 = text.parse().ok()?;
    (number != 0 && number.abs() <= limit).then(|| N::try_from(number).ok()).flatten()
}

/// `MO`, `1WE`, `-1FR`, `+2TU`
fn read_nth(text: &str) -> Option<Nth> {
    let split = text.len().checked_sub(2)?;
    let (number, day) = (text.get(..split)?, text.get(split..)?);
    let weekday = weekday(day)?;
    match number.strip_prefix('+').unwrap_or(number) {
        "" => Some(Nth::every(weekday)),
        number => Some(Nth { n: Some(within(number, 53)?), weekday }),
    }
}

/// A date, or the date of a date-time: meetings end on a day.
fn read_until(value: &str) -> Option<Date> {
    let day = value.get(..8)?;
    let rest = &value[8..];
    let time = rest.is_empty() || (rest.starts_with('T') && rest.len() <= 8);
    let number = |range: std::ops::Range<usize>| day.get(range)?.parse::<i16>().ok();
    let (month, of_month) = (i8::try_from(number(4..6)?).ok()?, i8::try_from(number(6..8)?).ok()?);
    Date::new(number(0..4)?, month, of_month).ok().filter(|_| time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_written_as_it_was_read() {
        for text in [
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=MONTHLY;COUNT=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY;UNTIL=20301231;BYMONTH=3,9;BYMONTHDAY=-1",
            "FREQ=WEEKLY;BYDAY=SU;WKST=SU",
        ] {
            assert_eq!(Rule::parse(text).map(|rule| rule.to_rrule()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_rule_that_cannot_be_says_why() {
        let why = |text: &str| Rule::parse(text).unwrap_err().to_string();
        assert_eq!(why("BYDAY=MO"), "FREQ is missing; write FREQ=WEEKLY, for instance");
        assert_eq!(why("FREQ=HOURLY"), "FREQ cannot be `HOURLY`");
        assert_eq!(why("FREQ=WEEKLY;BYDAY=1MO"), "BYDAY cannot be `1MO`");
        assert_eq!(why("FREQ=WEEKLY;FREQ=DAILY"), "FREQ stands twice");
        assert_eq!(why("FREQ=WEEKLY;COUNT=1;UNTIL=20260101"), "COUNT and UNTIL exclude each other");
        assert!(why("FREQ=WEEKLY;BYHOUR=9").starts_with("BYHOUR is not read"));
        assert_eq!(why("weekly"), "`WEEKLY` is not of the form NAME=value");
    }
}
