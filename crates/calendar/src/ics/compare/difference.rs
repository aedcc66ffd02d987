//! Where an entry of a calendar and the record's series differ.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{DATES, Difference, Known, link, starts};
use crate::Rule;
use crate::ics::read::Entry;
use crate::occurrence::Series;

/// Every difference, the plainest first.
pub(super) fn between(
    entry: &Entry,
    there: &[Timestamp],
    known: &Known<'_>,
    from: Timestamp,
    to: Timestamp,
) -> Vec<Difference> {
    let mut out = Vec::new();
    match known.series {
        Some(series) => times(entry, there, series, from, to, &mut out),
        None => {
            let next = there.first().map(|start| start.to_zoned(entry.series.zone.clone()).date());
            out.extend(next.map(|next| Difference::Undated { next }));
        }
    }
    if let Some(join) = known.join.filter(|join| !join.trim().is_empty()) {
        let wanted = link::key(join);
        // Notes and recordings, which the record knows as such, are no place to join.
        let others: Vec<String> = known.links.iter().map(|one| link::key(one)).collect();
        let may_join = |one: &&String| !others.contains(&link::key(one));
        let there: Vec<String> = entry.links.iter().filter(may_join).cloned().collect();
        if !there.is_empty() && !entry.links.iter().any(|one| link::key(one) == wanted) {
            out.push(Difference::Link { there, here: join.to_owned() });
        }
    }
    out
}

fn times(
    entry: &Entry,
    there: &[Timestamp],
    series: &Series,
    from: Timestamp,
    to: Timestamp,
    out: &mut Vec<Difference>,
) {
    let here = starts(series, from, to);
    let on_clock = |start: &Timestamp| start.to_zoned(series.zone.clone()).datetime();
    // Meetings by rule tell the day and the hour; a moved one would tell another.
    let by_rule = |of: &Series| -> Vec<Timestamp> {
        let regular = of.occurrences(from, to).filter(|one| one.origin == crate::Origin::Rule);
        regular.take(super::SAMPLE).map(|one| one.start.timestamp()).collect()
    };
    let (regular_there, regular_here) = (by_rule(&entry.series), by_rule(series));
    let days = |all: &[Timestamp]| -> Vec<Weekday> {
        let days: BTreeSet<i8> =
            all.iter().map(|at| on_clock(at).weekday().to_monday_zero_offset()).collect();
        days.into_iter().filter_map(|day| Weekday::from_monday_zero_offset(day).ok()).collect()
    };
    let (days_there, days_here) = (days(&regular_there), days(&regular_here));
    let same_days = days_there == days_here || regular_there.is_empty() || regular_here.is_empty();
    if !same_days {
        out.push(Difference::Weekday { there: days_there, here: days_here });
    }
    let first = regular_there.first().or(there.first());
    if let Some(time) = first.map(|at| on_clock(at).time()).filter(|time| *time != series.clock.start) {
        out.push(Difference::Time { there: time, here: series.clock.start });
    }
    if clocks_differ(&entry.series.zone, &series.zone, from, to) {
        let theirs = if entry.zone.is_empty() { name(&entry.series.zone) } else { entry.zone.clone() };
        out.push(Difference::Zone { there: theirs, here: name(&series.zone) });
    }
    if let (Some(there), Some(here)) = (entry.series.minutes, series.minutes)
        && there != here
    {
        out.push(Difference::Length { there, here });
    }
    if rhythm(&entry.series.rule) != rhythm(&series.rule) && !alike(&regular_there, &regular_here) {
        out.push(Difference::Rhythm { there: entry.series.rule.to_rrule(), here: series.rule.to_rrule() });
    } else if same_days {
        let dates = |all: &[Timestamp]| all.iter().map(|at| on_clock(at).date()).collect::<BTreeSet<Date>>();
        // Both lists may be cut; past the shorter one's end nothing is said.
        let end = [there, &here]
            .into_iter()
            .filter(|all| all.len() == super::SAMPLE)
            .filter_map(|all| all.last())
            .min();
        let within = |at: &&Timestamp| end.is_none_or(|end| *at <= end);
        let there: Vec<Timestamp> = there.iter().filter(within).copied().collect();
        let here: Vec<Timestamp> = here.iter().filter(within).copied().collect();
        let (there, here) = (dates(&there), dates(&here));
        let only_there: Vec<Date> = there.difference(&here).take(DATES).copied().collect();
        let only_here: Vec<Date> = here.difference(&there).take(DATES).copied().collect();
        if !only_there.is_empty() || !only_here.is_empty() {
            out.push(Difference::Dates { only_there, only_here });
        }
    }
}

/// What makes two rules one rhythm, whatever their days are called and wherever they end.
fn rhythm(rule: &Rule) -> (crate::Frequency, u16, Option<usize>) {
    let monthly = rule.frequency == crate::Frequency::Monthly;
    (rule.frequency, rule.interval, monthly.then_some(rule.days.len()))
}

/// Whether two series meet on the same days apart from a few, so that only the wording of their rules differs.
fn alike(a: &[Timestamp], b: &[Timestamp]) -> bool {
    a.len().abs_diff(b.len()) <= 1
        && a.iter().zip(b).all(|(a, b)| a.duration_since(*b).abs() < SignedDuration::from_hours(24))
}

/// Whether two zones' clocks ever show different times within the range, looked at each week.
fn clocks_differ(a: &TimeZone, b: &TimeZone, from: Timestamp, to: Timestamp) -> bool {
    let weeks =
        std::iter::successors(Some(from), |at| at.checked_add(SignedDuration::from_hours(7 * 24)).ok());
    weeks.take_while(|at| *at < to).take(200).any(|at| a.to_offset(at) != b.to_offset(at))
}

fn name(zone: &TimeZone) -> String {
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None => {
            zone.to_fixed_offset().map_or_else(|_| "a zone of its own".into(), |offset| offset.to_string())
        }
    }
}
