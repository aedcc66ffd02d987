//! `VTIMEZONE`: a zone's changes as a calendar program without a zone database needs them.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{Dst, TimeZone, TimeZoneTransition};
use jiff::{Timestamp, ToSpan, Zoned};

use super::text::line;
use crate::rule::{Frequency, Nth, Rule};

/// One change of the clocks.
struct Change {
    /// When it happens, on the wall clock before it.
    at: DateTime,
    from: i32,
    to: i32,
    name: String,
    dst: bool,
}

/// A yearly rule that a row of changes follows.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Yearly {
    month: i8,
    weekday: Weekday,
    day: Day,
}

/// Which of a month's days of one name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Day {
    /// From 1, or −1 for the last.
    Nth(i8),
    /// The one on this day of the month or within six days after it: Greenland changes on the eve of March's last
    /// Sunday, which is the Saturday from the 24th on.
    From(i8),
}

/// Years past the feed's end for which changes are looked at, to tell a standing rule from a passing one.
const AHEAD: i16 = 12;

/// What a feed calls a zone; `None` for UTC, which needs no component. A zone without a name is called by its offset
/// or, where it has rules of its own, `Local`.
pub(super) fn id(zone: &TimeZone) -> Option<String> {
    match zone.iana_name() {
        Some("UTC" | "Etc/UTC") => None,
        Some(name) => Some(name.to_owned()),
        None => match zone.to_fixed_offset() {
            Ok(offset) if offset.is_zero() => None,
            Ok(fixed) => Some(format!("UTC{}", offset(fixed.seconds()))),
            Err(_) => Some("Local".to_owned()),
        },
    }
}

/// Writes the zone's component, right from `from` on and, where the zone follows a yearly rule, for ever.
pub(super) fn write(out: &mut String, zone: &TimeZone, id: &str, from: Timestamp, to: Timestamp) {
    line(out, "BEGIN", "VTIMEZONE");
    line(out, "TZID", id);
    let changes = changes(zone, from, to);
    let mut standing: Vec<(&Change, Yearly)> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        // What a standing rule says for ever needs no further word.
        if standing.iter().any(|(first, rule)| first.is_like(change) && rule.holds(change.at.date())) {
            continue;
        }
        let rule = standing_rule(&changes[at..]);
        observance(out, change, rule);
        standing.extend(rule.map(|rule| (change, rule)));
    }
    line(out, "END", "VTIMEZONE");
}

impl Change {
    /// Whether two changes do the same thing in the same month, on the same day of the week, at the same hour.
    fn is_like(&self, other: &Self) -> bool {
        let what = |change: &Self| (change.from, change.to, change.dst, change.at.time());
        let when = |change: &Self| (change.at.month(), change.at.weekday());
        what(self) == what(other) && when(self) == when(other) && self.name == other.name
    }
}

impl Yearly {
    fn holds(self, date: Date) -> bool {
        let day = match self.day {
            Day::Nth(n) => Nth { n: Some(n), weekday: self.weekday }.holds(date),
            Day::From(first) => (first..first + 7).contains(&date.day()) && date.weekday() == self.weekday,
        };
        day && date.month() == self.month
    }

    fn to_rrule(self) -> String {
        let mut rule = Rule::every(1, Frequency::Yearly, vec![Nth::every(self.weekday)]);
        rule.months = vec![self.month];
        match self.day {
            Day::Nth(n) => rule.days[0].n = Some(n),
            Day::From(first) => rule.month_days = (first..first + 7).collect(),
        }
        rule.to_rrule()
    }
}

/// The state before `from` as a first change, then every change to `to` and some years on.
fn changes(zone: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<Change> {
    let before = from.checked_sub((24 * 400).hours()).unwrap_or(from);
    let info = zone.to_offset_info(before);
    let offset = info.offset().seconds();
    let start = Zoned::new(before, zone.clone()).datetime();
    let first = Change {
        at: start.date().first_of_year().to_datetime(jiff::civil::Time::midnight()),
        from: offset,
        to: offset,
        name: info.abbreviation().to_owned(),
        dst: info.dst() == Dst::Yes,
    };
    let end = to.to_zoned(TimeZone::UTC).date().year().saturating_add(AHEAD);
    let mut changes = vec![first];
    let mut offset = offset;
    for transition in zone.following(before).take(4 * 200) {
        let at = wall_before(&transition, offset);
        if at.year() > end {
            break;
        }
        let to = transition.offset().seconds();
        let (name, dst) = (transition.abbreviation().to_owned(), transition.dst() == Dst::Yes);
        changes.push(Change { at, from: offset, to, name, dst });
        offset = to;
    }
    changes
}

fn wall_before(transition: &TimeZoneTransition<'_>, offset: i32) -> DateTime {
    let offset = jiff::tz::Offset::from_seconds(offset).unwrap_or(jiff::tz::Offset::UTC);
    offset.to_datetime(transition.timestamp())
}

/// The rule that the first of these changes starts, where every later year has one like it.
fn standing_rule(changes: &[Change]) -> Option<Yearly> {
    let first = changes.first().filter(|first| first.from != first.to)?;
    let years = changes.last()?.at.year() - first.at.year();
    let alike: Vec<Date> =
        changes.iter().filter(|change| first.is_like(change)).map(|change| change.at.date()).collect();
    // Each year from this one on, and nothing but two changes a year: a rule that stands.
    let regular = years >= 8 && alike.windows(2).all(|pair| pair[1].year() == pair[0].year() + 1);
    let to_the_end = alike.len() > usize::try_from(years).unwrap_or(0);
    let tidy = changes.len() <= 2 * (usize::try_from(years).unwrap_or(0) + 1);
    if !(regular && to_the_end && tidy) {
        return None;
    }
    let (month, weekday) = (first.at.month(), first.at.weekday());
    let earliest = alike.iter().map(|date| date.day()).min()?;
    let days = [-1, 1, 2, 3, 4].map(Day::Nth).into_iter().chain(Some(Day::From(earliest)));
    let mut rules = days.map(|day| Yearly { month, weekday, day });
    let found = rules.find(|rule| alike.iter().all(|date| rule.holds(*date)))?;
    // Seven days are certain only where the first and the last of them were seen.
    let seen = |day: i8| alike.iter().any(|date| date.day() == day);
    let certain = match found.day {
        Day::Nth(_) => true,
        Day::From(first) => seen(first + 6),
    };
    certain.then_some(found)
}

fn observance(out: &mut String, change: &Change, rule: Option<Yearly>) {
    let component = if change.dst { "DAYLIGHT" } else { "STANDARD" };
    line(out, "BEGIN", component);
    line(out, "DTSTART", &change.at.strftime("%Y%m%dT%H%M%S").to_string());
    line(out, "TZOFFSETFROM", &offset(change.from));
    line(out, "TZOFFSETTO", &offset(change.to));
    if !change.name.is_empty() {
        line(out, "TZNAME", &change.name);
    }
    if let Some(rule) = rule {
        line(out, "RRULE", &rule.to_rrule());
    }
    line(out, "END", component);
}

/// `-0800`, with seconds where old local times have them.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    match rest {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        rest => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn component(zone: &str) -> String {
        let mut out = String::new();
        let (from, to) = ("2026-01-01T00:00:00Z".parse().unwrap(), "2027-01-01T00:00:00Z".parse().unwrap());
        write(&mut out, &TimeZone::get(zone).unwrap(), zone, from, to);
        out
    }

    #[test]
    fn a_zone_with_a_standing_rule_is_written_with_it() {
        let text = component("America/Los_Angeles");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"), "{text}");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"), "{text}");
        assert_eq!(text.matches("RRULE").count(), 2, "{text}");
    }

    #[test]
    fn a_zone_that_never_changes_has_one_observance() {
        let text = component("Asia/Shanghai");
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1, "{text}");
        assert!(text.contains("TZOFFSETTO:+0800"));
        assert!(!text.contains("RRULE"));
    }

    #[test]
    fn the_eve_of_a_last_sunday_is_a_rule_too() {
        let text = component("America/Nuuk");
        assert!(
            text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA"),
            "{text}"
        );
        assert_eq!(text.matches("BEGIN:").count(), text.matches("RRULE").count() + 2, "{text}");
    }

    #[test]
    fn the_friday_before_a_last_sunday_is_a_rule_too() {
        let text = component("Asia/Jerusalem");
        assert!(
            text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR"),
            "{text}"
        );
    }

    #[test]
    fn half_hours_are_written() {
        assert_eq!(offset(37800), "+1030");
        assert_eq!(offset(-12600), "-0330");
    }
}
