//! Meetings are at another hour than usual elsewhere, because two zones do not change their clocks together.
//!
//! A forecast rather than a mistake: one note for the whole community. For each time zone in which series are held it has the
//! weeks of the next twelve months and the places in which meetings come earlier or later then. The places are the zones
//! that `people.yaml` gives and those of the community's other series.
//!
//! ## Why it matters
//!
//! In these weeks people come an hour late to the meeting that they have attended all year.
//!
//! ## How to mend it
//!
//! Nothing is wrong. Say so before in the group's channel; who subscribes to the calendar sees it there.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: PT, frequency: weekly}
//!   - {description: Europe, day: Monday, time: "9:00", tz: Europe/Berlin, frequency: weekly}
//! ```
//!
//! ```yaml passes
//! # --- people.yaml
//! people: [{github: ana-example, timezone: Europe/Warsaw}]
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: Europe/Berlin, frequency: weekly}]
//! ```

use std::collections::BTreeMap;

use folkmoot_calendar::{Shift, read_zone, shifts};
use folkmoot_diagnostics::Severity;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Series;
use super::overlap::year_ahead;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check = Check::new(
    "meeting-moves-with-clocks",
    Severity::Note,
    include_str!("meeting_moves_with_clocks.rs"),
    run,
);

/// Places that one line names; the others are counted.
const SHOWN: usize = 5;

fn run(context: &Context<'_>, out: &mut Findings) {
    let mut held: BTreeMap<String, Vec<&Series<'_>>> = BTreeMap::new();
    for series in context.series() {
        if let Some(name) = series.series.as_ref().and_then(|dates| dates.zone.iana_name()) {
            held.entry(name.to_owned()).or_default().push(series);
        }
    }
    let mut places: BTreeMap<String, TimeZone> = BTreeMap::new();
    let people = context.community.people.iter().filter_map(|record| read_zone(&record.timezone).time_zone());
    let meetings =
        context.series().iter().filter_map(|series| series.series.as_ref()).map(|dates| dates.zone.clone());
    for zone in people.chain(meetings) {
        if let Some(name) = zone.iana_name() {
            places.entry(name.to_owned()).or_insert_with(|| zone.clone());
        }
    }
    let (from, to) = year_ahead(context.today);
    let mut lines: Vec<(&Series<'_>, String)> = Vec::new();
    for series in held.into_values() {
        let Some((first, own)) =
            series.first().and_then(|first| Some((*first, &first.series.as_ref()?.zone)))
        else {
            continue;
        };
        let mut told: BTreeMap<Vec<Shift>, Vec<&str>> = BTreeMap::new();
        for (name, zone) in &places {
            let shifts = shifts(own, zone, from, to);
            if !shifts.is_empty() {
                told.entry(shifts).or_default().push(name);
            }
        }
        let parts: Vec<String> = told.iter().map(|(shifts, names)| line(context, shifts, names)).collect();
        if !parts.is_empty() {
            let city = city(own.iana_name().unwrap_or_default());
            let whose = match series.len() {
                1 => format!("{} (at the time of {city})", first.full_title()),
                many => format!("{many} series at the time of {city}"),
            };
            lines.push((first, format!("{whose}: {}", parts.join("; "))));
        }
    }
    // As in the record, so that the places shown go down the file.
    lines.sort_by_key(|(first, _)| first.meeting.span.start);
    let mut finding =
        out.finding("for some weeks of the year ahead meetings are at another hour elsewhere: clocks change");
    for (first, line) in &lines {
        let meeting = first.meeting;
        let zone = [&meeting.timezone, &meeting.tz]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or(&meeting.time);
        finding =
            finding.at(first.place(zone, |span| context.first_line(span)), "keeps this clock").why(line);
    }
    if !lines.is_empty() {
        out.add(
            finding.help("say so in the groups' channels before; subscribed calendars show it by themselves"),
        );
    }
}

/// `an hour earlier in Berlin and London from 14 to 27 March 2027 and from 31 October to 6 November 2027`
fn line(context: &Context<'_>, shifts: &[Shift], names: &[&str]) -> String {
    let mut cities: Vec<String> = names.iter().take(SHOWN).map(|name| city(name)).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => {}
        more => cities.push(format!("{more} more zones")),
    }
    let places = match cities.as_slice() {
        [init @ .., last] if !init.is_empty() => format!("{} and {last}", init.join(", ")),
        all => all.join(""),
    };
    let mut by: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for shift in shifts {
        by.entry(shift.minutes).or_default().push(days(shift, context.today));
    }
    let parts = by
        .into_iter()
        .map(|(minutes, days)| format!("{} in {places} {}", how_far(minutes), days.join(" and ")));
    parts.collect::<Vec<_>>().join("; ")
}

fn how_far(minutes: i32) -> String {
    let way = if minutes < 0 { "earlier" } else { "later" };
    match minutes.abs() {
        60 => format!("an hour {way}"),
        30 => format!("half an hour {way}"),
        other if other % 60 == 0 => format!("{} hours {way}", other / 60),
        other => format!("{other} minutes {way}"),
    }
}

/// `from 14 to 27 March 2027`; what goes on over the year's ends is open there.
fn days(shift: &Shift, today: Date) -> String {
    let (first, last) = (shift.first, shift.last);
    let end = today.checked_add(1.year()).unwrap_or(Date::MAX);
    let full = "%-d %B %Y";
    if first <= today.tomorrow().unwrap_or(today) {
        return format!("until {}", last.strftime(full));
    }
    if last >= end.checked_sub(2.days()).unwrap_or(end) {
        return format!("from {} on", first.strftime(full));
    }
    let begin = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => "%-d",
        (true, false) => "%-d %B",
        _ => full,
    };
    format!("from {} to {}", first.strftime(begin), last.strftime(full))
}

/// `Los Angeles` of `America/Los_Angeles`; fixed offsets by their own name, with the sign as people write it.
fn city(name: &str) -> String {
    match name.strip_prefix("Etc/") {
        Some(fixed) => match fixed.strip_prefix("GMT").and_then(|rest| rest.split_at_checked(1)) {
            Some(("+", hours)) => format!("UTC-{hours}"),
            Some(("-", hours)) => format!("UTC+{hours}"),
            _ => fixed.to_owned(),
        },
        None => name.rsplit('/').next().unwrap_or(name).replace('_', " "),
    }
}
