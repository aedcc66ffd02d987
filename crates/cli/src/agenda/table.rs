//! The agenda for people: a block a day.

use std::fmt::Write as _;

use folkmoot_calendar::{Cadence, Doubt};
use folkmoot_diagnostics::render::visible;
use folkmoot_model::{Break, Planned};
use jiff::civil::Date;

use super::Agenda;
use crate::meetings::{Entry, zone_name};
use crate::terminal::Styles;

/// The agenda as text for so many columns, with ANSI styles where `color` says so.
pub(super) fn render(agenda: &Agenda<'_>, columns: usize, color: bool) -> String {
    let styles = Styles::new(color);
    let Styles { bold, dim, yellow, reset, .. } = styles;
    let mut out = String::new();
    let zone = zone_name(agenda.first.time_zone());
    let days = if agenda.days == 1 { "1 day".to_owned() } else { format!("{} days", agenda.days) };
    // Writing to a string cannot fail.
    let _ =
        writeln!(out, "{dim}{days} from {}, times in {zone}{reset}", agenda.first.strftime("%A %-d %B %Y"));
    for one in &agenda.breaks {
        let _ = writeln!(out, "{yellow}{}{reset}", visible(&pause(one)));
    }
    if agenda.entries.is_empty() {
        let _ = writeln!(out, "\nNothing meets. Look further ahead with --days 30.");
    }
    let width = agenda.entries.iter().map(|entry| clock(entry).chars().count()).max().unwrap_or(0);
    let mut day = None;
    for entry in &agenda.entries {
        if day != Some(entry.start.date()) {
            day = Some(entry.start.date());
            let _ = writeln!(out, "\n{bold}{}{reset}", entry.start.strftime("%A %-d %B"));
        }
        let (strong, title) = if entry.fate.takes_place() { (bold, reset) } else { (dim, dim) };
        let _ = writeln!(
            out,
            "  {strong}{:width$}{reset}  {title}{}{reset}",
            clock(entry),
            visible(&entry.title)
        );
        if let Some(note) = &entry.note {
            let _ = writeln!(out, "  {:width$}  {yellow}{}{reset}", "", visible(note));
        }
        let details = details(entry);
        if entry.fate.takes_place() {
            // An address is one line of its own where it would be broken: people click it.
            let whole = details.join("  ");
            let lines = if whole.chars().count() + width + 4 <= columns { vec![whole] } else { details };
            for line in lines.iter().filter(|line| !line.is_empty()) {
                let _ = writeln!(out, "  {:width$}  {dim}{}{reset}", "", visible(line));
            }
        }
    }
    by_records(&mut out, &agenda.by_records(), &styles);
    undated(&mut out, &agenda.undated, &styles);
    out
}

/// Where dates rest on records rather than on a first date that somebody wrote: a record can be old.
fn by_records(out: &mut String, told: &[(String, String)], styles: &Styles) {
    let Styles { dim, reset, .. } = styles;
    if told.is_empty() {
        return;
    }
    let line = match told.len() {
        1 => "1 series names no first date and is here by its meeting records:".to_owned(),
        many => format!("{many} series name no first date and are here by their meeting records:"),
    };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n{dim}{line}");
    for (title, by) in told {
        let _ = writeln!(out, "  {}: {}", visible(title), visible(by));
    }
    let _ = write!(out, "{reset}");
}

/// When it is where the series lives, and where to go.
fn details(entry: &Entry<'_>) -> Vec<String> {
    let mut details: Vec<String> = Vec::new();
    if entry.there.offset() != entry.start.offset() {
        details.push(format!("{} {}", entry.there.strftime("%a %H:%M"), there(entry)));
    }
    let meeting = entry.planned.meeting;
    details.extend(meeting.url.non_empty().map(str::to_owned));
    if meeting.url.is_empty() {
        details.extend(meeting.archive_url.non_empty().map(|url| format!("notes: {url}")));
    }
    details
}

/// `No meetings 20 December to 3 January: Winter break`
pub(crate) fn pause(one: &Break) -> String {
    let day = |date: Date| date.strftime("%-d %B").to_string();
    let days =
        if one.from == one.to { day(one.from) } else { format!("{} to {}", day(one.from), day(one.to)) };
    let who =
        if one.groups.is_empty() && one.kinds.is_empty() { "No meetings" } else { "Some groups do not meet" };
    match one.name.non_empty() {
        Some(name) => format!("{who} {days}: {name}"),
        None => format!("{who} {days}"),
    }
}

/// `09:00–10:00`, or `09:00` where no end is known.
fn clock(entry: &Entry<'_>) -> String {
    let start = entry.start.strftime("%H:%M");
    match &entry.end {
        Some(end) => format!("{start}–{}", end.strftime("%H:%M")),
        None => start.to_string(),
    }
}

/// The series' zone as its people say it.
fn there(entry: &Entry<'_>) -> String {
    let meeting = entry.planned.meeting;
    let said = meeting.tz.non_empty().or(meeting.timezone.non_empty()).unwrap_or_default();
    said.split(" (").next().unwrap_or(said).to_owned()
}

/// Why some series are not there: one line a reason, so that a maintainer knows what to write.
fn undated(out: &mut String, series: &[&Planned<'_>], styles: &Styles) {
    let Styles { dim, reset, .. } = styles;
    if series.is_empty() {
        return;
    }
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for one in series {
        let reason = reason(one);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => reasons.push((reason, 1)),
        }
    }
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let is = if series.len() == 1 { "is" } else { "are" };
    let _ = writeln!(out, "\n{dim}{} series {is} not here, having no certain dates:", series.len());
    for (reason, count) in reasons {
        let _ = writeln!(out, "  {count:>3}  {reason}");
    }
    let _ = write!(out, "{reset}");
}

fn reason(one: &Planned<'_>) -> &'static str {
    let schedule = &one.schedule;
    match &schedule.cadence {
        Cadence::OnDemand => return "meet on demand",
        Cadence::Unstated => return "state no frequency",
        _ => {}
    }
    let harmless = |doubt: &&Doubt| matches!(doubt, Doubt::Misspelt { .. } | Doubt::RruleDisagrees);
    let doubt = schedule.doubts.iter().find(|doubt| !harmless(doubt));
    match doubt {
        Some(Doubt::Unanchored) => "alternate and name no first date (write `starts: 2026-11-24`)",
        Some(Doubt::WeekOfMonthUnknown) => "meet monthly and do not say in which week",
        Some(Doubt::TwiceAMonthUnknown) => "meet twice a month and do not say in which weeks",
        Some(Doubt::Bimonthly) => "say `bimonthly`, which means two things",
        Some(Doubt::SeveralFrequencies) => "state two frequencies",
        Some(Doubt::ZoneAmbiguous) => "name a time zone that several go by",
        Some(Doubt::ZoneUnknown) => "name an unknown time zone",
        Some(Doubt::TimeImpossible) => "state a time that no clock shows",
        Some(Doubt::DayUnread) => "name no weekday that could be read",
        Some(Doubt::FrequencyUnread(_)) => "state a frequency that could not be read",
        Some(Doubt::RruleUnread(_)) => "have an exact rule that could not be read",
        Some(Doubt::FieldMalformed(_)) => "have a date or length that could not be read",
        _ if schedule.clock.is_none() => "state no time",
        _ => "state no time zone",
    }
}
