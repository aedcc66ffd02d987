//! What the zones that a file names mean.
//!
//! A name of the IANA database wins over the file's own `VTIMEZONE`: the database knows the years that the file's
//! rules do not reach. Programs write the name in many ways (with a prefix of their own, in Windows' words); only
//! where none of them is known the component's rules are used.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::moment::Moment;
use super::windows;
use crate::ics::content::Component;
use crate::{Nth, Rule, read_zone};

/// Zones that one file may define.
const LIMIT: usize = 1_000;

/// The zones of a file by the names it gives them.
#[derive(Default)]
pub(super) struct Zones {
    defined: HashMap<String, TimeZone>,
}

impl Zones {
    /// Takes a `VTIMEZONE` in.
    pub(super) fn define(&mut self, component: &Component) {
        let name = component.text("TZID");
        if self.defined.len() >= LIMIT || by_name(&name).is_some() {
            return;
        }
        let stated = by_name(&component.text("X-LIC-LOCATION"));
        if let Some(zone) = stated.or_else(|| by_rules(component)) {
            self.defined.insert(name, zone);
        }
    }

    /// The rules behind a `TZID`; as the last resort it is read as a person's words (`EST`, `Eastern Time`).
    pub(super) fn get(&self, name: &str) -> Option<TimeZone> {
        let known = by_name(name).or_else(|| self.defined.get(name).cloned());
        known.or_else(|| read_zone(name).time_zone())
    }
}

/// `Europe/Warsaw`, `/example.org/20210210/Europe/Warsaw`, `Central European Standard Time`.
pub(super) fn by_name(name: &str) -> Option<TimeZone> {
    let name = name.trim().trim_matches('"');
    if name.is_empty() || name.len() > 200 {
        return None;
    }
    let known = |name: &str| {
        let zone = TimeZone::get(name).ok()?;
        Some(if zone.iana_name().is_some_and(is_utc) { TimeZone::UTC } else { zone })
    };
    let windows = || windows::iana(name).and_then(known);
    // The longest end that the database knows: `America/Indiana/Knox` before `Knox`.
    let ends =
        || name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..)).filter(|end| end.contains('/'));
    known(name).or_else(windows).or_else(|| ends().find_map(known))
}

fn is_utc(name: &str) -> bool {
    matches!(
        name,
        "UTC" | "Etc/UTC" | "Etc/UCT" | "Etc/Universal" | "Etc/Zulu" | "UCT" | "Universal" | "Zulu"
    )
}

/// One observance that may still hold.
struct Observance {
    starts: Moment,
    to: i32,
    /// When it begins each year, as POSIX writes it.
    yearly: Option<String>,
}

/// The rules that a component ends with: two that recur each year, or the last offset.
fn by_rules(component: &Component) -> Option<TimeZone> {
    let read = |name: &str| {
        let all = component.children.iter().filter(|child| child.name == name).filter_map(observance);
        let mut all: Vec<Observance> = all.collect();
        all.sort_by_key(|one| wall(&one.starts));
        all.pop()
    };
    let (standard, daylight) = (read("STANDARD"), read("DAYLIGHT"));
    if let (Some(standard), Some(daylight)) = (&standard, &daylight)
        && let (Some(ends), Some(begins)) = (&standard.yearly, &daylight.yearly)
    {
        let (winter, summer) = (posix_offset(standard.to), posix_offset(daylight.to));
        return TimeZone::posix(&format!("<STD>{winter}<DST>{summer},{begins},{ends}")).ok();
    }
    let last = [standard, daylight].into_iter().flatten().max_by_key(|one| wall(&one.starts))?;
    Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(last.to).ok()?))
}

fn wall(moment: &Moment) -> Option<jiff::civil::DateTime> {
    moment.on_clock_of(&TimeZone::UTC, |_| None)
}

fn observance(component: &Component) -> Option<Observance> {
    let starts = Moment::parse(&component.property("DTSTART")?.value, None)?;
    let to = offset(&component.property("TZOFFSETTO")?.value)?;
    let yearly = component.property("RRULE").and_then(|rule| yearly(&rule.value, &starts));
    Some(Observance { starts, to, yearly })
}

/// `M3.2.0/2` for the second Sunday in March at 2:00; `None` for a rule that ended or is of another kind.
fn yearly(rule: &str, starts: &Moment) -> Option<String> {
    let rule = Rule::parse(rule).ok().filter(|rule| rule.until.is_none() && rule.count.is_none())?;
    let ([Nth { n, weekday }], [month]) = (rule.days.as_slice(), rule.months.as_slice()) else { return None };
    // `BYDAY=SU;BYMONTHDAY=8,9,…,14` is the second Sunday too.
    let week = match (n, rule.month_days.iter().min()) {
        (Some(-1), _) => 5,
        (Some(n @ 1..=4), None) => *n,
        (None, Some(first @ (1 | 8 | 15 | 22))) => first / 7 + 1,
        (None, Some(25)) => 5,
        _ => return None,
    };
    let at = wall(starts)?.time();
    let weekday = weekday.to_sunday_zero_offset();
    Some(format!("M{month}.{week}.{weekday}/{}:{:02}:{:02}", at.hour(), at.minute(), at.second()))
}

/// `+0530`, `-0800`, with seconds where they stand; in seconds.
fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u8>().ok().map(i32::from);
    let seconds = number(0..2)? * 3_600 + number(2..4)? * 60 + number(4..6).unwrap_or(0);
    (seconds < 86_400).then_some(sign * seconds)
}

/// POSIX counts west of Greenwich.
fn posix_offset(seconds: i32) -> String {
    let sign = if seconds > 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3_600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    format!("{sign}{hours}:{minutes:02}:{rest:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iana(name: &str) -> Option<String> {
        by_name(name).and_then(|zone| zone.iana_name().map(str::to_owned))
    }

    #[test]
    fn a_zone_is_known_by_every_way_of_writing_its_name() {
        assert_eq!(iana("Europe/Warsaw").as_deref(), Some("Europe/Warsaw"));
        assert_eq!(
            iana("/example.org/20210210_1/America/Indiana/Knox").as_deref(),
            Some("America/Indiana/Knox")
        );
        assert_eq!(iana("Central European Standard Time").as_deref(), Some("Europe/Warsaw"));
        assert_eq!(iana("GMT Standard Time").as_deref(), Some("Europe/London"));
        assert_eq!(iana("Customized Time Zone"), None);
    }

    #[test]
    fn every_spelling_of_utc_is_one_zone() {
        for name in ["UTC", "Etc/UTC", "Zulu"] {
            assert_eq!(by_name(name), Some(TimeZone::UTC), "{name}");
        }
    }
}
