//! Dates, times and lengths as property values (RFC 5545, sections 3.3.4 to 3.3.6).

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::ics::content::Property;

/// A DATE or DATE-TIME value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// A whole day.
    Day(Date),
    /// A wall clock, of the zone by that name where one is named.
    Wall(DateTime, Option<String>),
    /// UTC.
    Utc(DateTime),
}

impl Moment {
    /// Every value of a property that may hold a list; a period gives its start.
    pub(super) fn all(property: &Property) -> impl Iterator<Item = Self> + '_ {
        let zone = property.parameter("TZID");
        property.value.split(',').filter_map(move |one| Self::parse(one.split('/').next()?, zone))
    }

    /// `20261121`, `20261121T090000`, `20261121T090000Z`
    pub(super) fn parse(text: &str, zone: Option<&str>) -> Option<Self> {
        let text = text.trim();
        let date = date(text.get(..8)?)?;
        let Some(time) = text[8..].strip_prefix(['T', 't']) else {
            return text[8..].is_empty().then_some(Self::Day(date));
        };
        let (digits, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(digits) => (digits, true),
            None => (time, false),
        };
        let at = date.to_datetime(clock(digits)?);
        Some(if utc { Self::Utc(at) } else { Self::Wall(at, zone.map(str::to_owned)) })
    }

    /// On the wall clock of `zone`; `named` gives the rules of other zones. A whole day begins at midnight.
    pub(super) fn on_clock_of(
        &self,
        zone: &TimeZone,
        named: impl Fn(&str) -> Option<TimeZone>,
    ) -> Option<DateTime> {
        let other = match self {
            Self::Day(date) => return Some(date.to_datetime(Time::midnight())),
            Self::Wall(at, None) => return Some(*at),
            Self::Wall(_, Some(name)) => named(name),
            Self::Utc(_) => Some(TimeZone::UTC),
        };
        let (Self::Wall(at, _) | Self::Utc(at)) = self else { return None };
        match other {
            Some(other) if other != *zone => {
                Some(other.to_zoned(*at).ok()?.with_time_zone(zone.clone()).datetime())
            }
            _ => Some(*at),
        }
    }
}

fn date(digits: &str) -> Option<Date> {
    let number =
        |range: std::ops::Range<usize>| digits.get(range).filter(|part| all_digits(part))?.parse().ok();
    let (year, month, day): (i16, i16, i16) = (number(0..4)?, number(4..6)?, number(6..8)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `090000`, or `0900` as some write. A leap second is the one before it.
fn clock(digits: &str) -> Option<Time> {
    if !all_digits(digits) || !matches!(digits.len(), 4 | 6) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i8>().ok();
    Time::new(number(0..2)?, number(2..4)?, number(4..6).unwrap_or(0).min(59), 0).ok()
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A DURATION in minutes: `PT1H30M`, `P1D`, `P2W`. `None` for what is negative or longer than a `u16` holds.
pub(super) fn minutes(text: &str) -> Option<u16> {
    let text = text.trim().to_ascii_uppercase();
    let body = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (mut seconds, mut number, mut after_t) = (0_u64, None::<u64>, false);
    for c in body.chars() {
        let unit = match (c, after_t) {
            ('0'..='9', _) => {
                let digit = u64::from(c.to_digit(10)?);
                number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                continue;
            }
            ('T', false) => {
                after_t = true;
                continue;
            }
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = number.take()?.checked_mul(unit)?.checked_add(seconds)?;
    }
    u16::try_from(seconds / 60).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_days_wall_clocks_or_utc() {
        let at = jiff::civil::datetime(2026, 11, 21, 9, 0, 0, 0);
        assert_eq!(Moment::parse("20261121", None), Some(Moment::Day(at.date())));
        assert_eq!(Moment::parse("20261121T090000", Some("X")), Some(Moment::Wall(at, Some("X".into()))));
        assert_eq!(Moment::parse("20261121T090000Z", Some("X")), Some(Moment::Utc(at)));
        for wrong in [
            "",
            "2026112",
            "20261321",
            "20261121T",
            "20261121T99",
            "20261121T250000",
            "２０２６1121",
            "+0261121",
        ] {
            assert_eq!(Moment::parse(wrong, None), None, "{wrong}");
        }
    }

    #[test]
    fn lengths_are_minutes() {
        assert_eq!(minutes("PT1H30M"), Some(90));
        assert_eq!(minutes("P1DT30S"), Some(1440));
        assert_eq!(minutes("P1W"), Some(10_080));
        for wrong in ["-PT1H", "PT", "1H", "P1H", "PT99999999999999999999H", "P100W", "PTM"] {
            assert_eq!(minutes(wrong).filter(|minutes| *minutes > 0), None, "{wrong}");
        }
    }
}
