//! From an event's properties to a [`Series`].

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::event::Raw;
use super::moment::Moment;
use super::zones::Zones;
use super::{Entry, Reason};
use crate::occurrence::{Exception, Series};
use crate::rrule::RruleError;
use crate::rule::{Frequency, Rule};
use crate::time::Clock;

/// Exceptions of one series: they are looked at for each meeting.
const EXCEPTIONS: usize = 5_000;

/// Years in which a meeting may begin: a counted series is walked from its first date on.
const YEARS: std::ops::Range<i16> = 1900..2200;

/// Meetings of a counted series that are walked to find its last one.
const COUNTED: usize = 10_000;

/// Reads an event with its overrides; `floating` is the zone of times that name none.
pub(super) fn entry(
    raw: &Raw,
    overrides: &[Raw],
    zones: &Zones,
    floating: &TimeZone,
) -> Result<Entry, Reason> {
    let start = raw.start.as_ref().ok_or(Reason::NoStart)?;
    let named = |name: &str| zones.get(name);
    let (zone, name) = match start {
        Moment::Utc(_) => (TimeZone::UTC, ""),
        Moment::Wall(_, Some(name)) => {
            (named(name).ok_or_else(|| Reason::Zone(name.clone()))?, name.as_str())
        }
        Moment::Day(_) | Moment::Wall(_, None) => (floating.clone(), ""),
    };
    let on_clock = |moment: &Moment| moment.on_clock_of(&zone, named);
    let begins = on_clock(start).filter(|at| YEARS.contains(&at.year())).ok_or(Reason::NoStart)?;
    let exceptions = raw.left_out.len() + raw.added.len() + overrides.len();
    if raw.cut || exceptions > EXCEPTIONS {
        return Err(Reason::TooMany);
    }
    if overrides.iter().any(|one| one.and_future) {
        return Err(Reason::ThisAndFuture);
    }
    if raw.rules.len() > 1 || raw.excluding_rule {
        return Err(Reason::SeveralRules);
    }
    let clock = Clock { start: begins.time(), start_day: 0, minutes: None };
    let (rule, until) = match raw.rules.first().filter(|_| raw.instead_of.is_none()) {
        Some(text) => recurring(text, begins, on_clock)?,
        None => (Rule { count: Some(1), ..Rule::every(1, Frequency::Daily, Vec::new()) }, None),
    };
    let mut series = Series::by_rule(rule, clock, zone.clone());
    series.starts = Some(begins.date());
    series.until = until;
    series.minutes = raw.minutes.or_else(|| length(begins, on_clock(raw.end.as_ref()?)?));
    series.exceptions = departures(raw, overrides, &series, begins, on_clock);
    Ok(Entry {
        uid: raw.uid.clone(),
        summary: raw.summary.clone(),
        description: raw.description.clone(),
        location: raw.location.clone(),
        url: raw.url.clone(),
        links: raw.links.clone(),
        categories: raw.categories.clone(),
        series,
        zone: name.to_owned(),
        floating: matches!(start, Moment::Wall(_, None)),
        all_day: matches!(start, Moment::Day(_)),
        state: raw.state(),
        sequence: raw.sequence,
        modified: raw.modified,
    })
}

/// The rule and the date it ends on in the series' zone.
///
/// `UNTIL` is a moment: `20261201T075959Z` is the evening before in Los Angeles, so that a meeting on the first of
/// December is past it.
fn recurring(
    text: &str,
    begins: DateTime,
    on_clock: impl Fn(&Moment) -> Option<DateTime>,
) -> Result<(Rule, Option<Date>), Reason> {
    let bad = |value: &str| Reason::Rule(RruleError::Value { part: "UNTIL".into(), value: value.to_owned() });
    let (mut until, mut parts) = (None, Vec::new());
    let upper = text.to_ascii_uppercase();
    for part in upper.split(';') {
        match part.trim().split_once('=') {
            // What only repeats the start's own time.
            Some(("BYHOUR", hour)) if hour.parse() == Ok(begins.hour()) => {}
            Some(("BYMINUTE", minute)) if minute.parse() == Ok(begins.minute()) => {}
            Some(("BYSECOND", second)) if second.parse() == Ok(begins.second()) => {}
            Some(("UNTIL", value)) => until = Some(value),
            _ => parts.push(part),
        }
    }
    let rule = Rule::parse(&parts.join(";")).map_err(Reason::Rule)?;
    let Some(until) = until else { return Ok((rule, None)) };
    let moment = Moment::parse(until, None);
    let last = moment.as_ref().and_then(on_clock).ok_or_else(|| bad(until))?;
    let whole_day = matches!(moment, Some(Moment::Day(_))) || last.time() >= begins.time();
    let last = if whole_day { Some(last.date()) } else { last.date().checked_sub(1.day()).ok() };
    Ok((rule, last))
}

/// Departures from the rule: left out, moved, added.
fn departures(
    raw: &Raw,
    overrides: &[Raw],
    series: &Series,
    begins: DateTime,
    on_clock: impl Fn(&Moment) -> Option<DateTime>,
) -> Vec<Exception> {
    let by_rule = ByRule::of(series, begins.date());
    let mut added: Vec<DateTime> = raw.added.iter().filter_map(&on_clock).collect();
    // "The DTSTART property value SHOULD be synchronized with the recurrence rule" (RFC 5545, 3.8.5.3): where it
    // is not, calendars show it as one meeting more.
    if !by_rule.holds(begins.date()) {
        added.push(begins);
    }
    added.retain(|at| at.time() != begins.time() || !by_rule.holds(at.date()));
    let mut out: Vec<Exception> = Vec::new();
    for moment in &raw.left_out {
        let Some(at) = on_clock(moment) else { continue };
        if matches!(moment, Moment::Day(_)) {
            out.push(Exception::Cancelled(at.date()));
            added.retain(|extra| extra.date() != at.date());
            continue;
        }
        // Another time of that day is another moment, which the series does not have.
        if at.time() == begins.time() {
            out.push(Exception::Cancelled(at.date()));
        }
        added.retain(|extra| *extra != at);
    }
    for one in overrides {
        let (Some(id), Some(to)) = (&one.instead_of, one.start.as_ref().and_then(&on_clock)) else {
            continue;
        };
        let Some(at) = on_clock(id) else { continue };
        let of_day = matches!(id, Moment::Day(_));
        let regular = (of_day || at.time() == begins.time()) && by_rule.holds(at.date());
        added.retain(|extra| if of_day { extra.date() != at.date() } else { *extra != at });
        let minutes = one.minutes.or_else(|| length(to, on_clock(one.end.as_ref()?)?));
        out.push(match (one.cancelled, regular) {
            (true, _) => Exception::Cancelled(at.date()),
            (false, true) => Exception::Moved { date: at.date(), to, minutes },
            (false, false) => Exception::Extra { at: to, minutes },
        });
    }
    added.sort_unstable();
    added.dedup();
    out.extend(added.into_iter().map(|at| Exception::Extra { at, minutes: None }));
    out
}

/// The dates of a series, asked one by one without walking it.
struct ByRule {
    rule: Rule,
    starts: Date,
    last: Date,
}

impl ByRule {
    fn of(series: &Series, starts: Date) -> Self {
        let counted = series.rule.count.and_then(|_| series.dates(starts).take(COUNTED).last());
        let last = [counted, series.until].into_iter().flatten().min().unwrap_or(Date::MAX);
        Self { rule: Rule { count: None, ..series.rule.clone() }, starts, last }
    }

    fn holds(&self, date: Date) -> bool {
        (self.starts..=self.last).contains(&date) && self.rule.falls_on(self.starts, date)
    }
}

/// Minutes from start to end; `None` where the end is not after the start.
fn length(start: DateTime, end: DateTime) -> Option<u16> {
    let minutes = (end - start).total(jiff::Unit::Second).ok()? / 60.0;
    // Truncation: a meeting of 50 minutes and 30 seconds is drawn as 50.
    (1.0..=f64::from(u16::MAX)).contains(&minutes).then_some(minutes as u16)
}
