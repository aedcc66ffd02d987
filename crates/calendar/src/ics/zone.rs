//! `VTIMEZONE`: a zone's changes as a calendar program without a zone database needs them.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Dst, TimeZone, TimeZoneTransition};
use jiff::{Timestamp, ToSpan, Zoned};

use super::text::line;

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
    /// From 1, or −1 for the last.
    n: i8,
    weekday: jiff::civil::Weekday,
}

/// Years past the feed's end for which changes are looked at, to tell a standing rule from a passing one.
const AHEAD: i16 = 12;

/// Writes the zone's component, right from `from` on and, where the zone follows a yearly rule, for ever.
pub(super) fn write(out: &mut String, zone: &TimeZone, id: &str, from: Timestamp, to: Timestamp) {
    line(out, "BEGIN", "VTIMEZONE");
    line(out, "TZID", id);
    let changes = changes(zone, from, to);
    let mut standing: Vec<&Change> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        // What a standing rule says for ever needs no further word.
        if standing.iter().any(|earlier| same(earlier, change)) {
            continue;
        }
        let rule = standing_rule(&changes[at..]);
        observance(out, change, rule);
        if rule.is_some() {
            standing.push(change);
        }
    }
    line(out, "END", "VTIMEZONE");
}

/// Whether two changes are the same one in two years.
fn same(a: &Change, b: &Change) -> bool {
    a.from == b.from
        && a.to == b.to
        && a.name == b.name
        && a.dst == b.dst
        && yearly(a) == yearly(b)
        && a.at.time() == b.at.time()
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

fn yearly(change: &Change) -> Yearly {
    let date: Date = change.at.date();
    let last = date.day() + 7 > date.days_in_month();
    let n = if last { -1 } else { (date.day() - 1) / 7 + 1 };
    Yearly { month: date.month(), n, weekday: date.weekday() }
}

/// The rule that the first of these changes starts, where every later year has one like it.
fn standing_rule(changes: &[Change]) -> Option<Yearly> {
    let first = changes.first().filter(|first| first.from != first.to)?;
    let years = changes.last()?.at.year() - first.at.year();
    let alike = changes.iter().filter(|change| same(first, change)).count();
    // Each year from this one on, and nothing but two changes a year: a rule that stands.
    let regular = usize::try_from(years).is_ok_and(|years| years >= 8 && alike > years);
    let tidy = changes.len() <= 2 * (usize::try_from(years).unwrap_or(0) + 1);
    (regular && tidy).then(|| yearly(first))
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
        let nth = crate::rule::Nth { n: Some(rule.n), weekday: rule.weekday };
        let mut yearly = crate::rule::Rule::every(1, crate::rule::Frequency::Yearly, vec![nth]);
        yearly.months = vec![rule.month];
        line(out, "RRULE", &yearly.to_rrule());
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
    fn half_hours_are_written() {
        assert_eq!(offset(37800), "+1030");
        assert_eq!(offset(-12600), "-0330");
    }
}
