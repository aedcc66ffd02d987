//! A month as a table in Markdown.

use std::fmt::Write as _;

use jiff::civil::Weekday;

use super::month::Month;
use crate::agenda::markdown::escaped;
use crate::meetings::{Fate, zone_name};

/// A row a week. Titles are escaped: they are data, not markup.
pub(super) fn render(month: &Month<'_>) -> String {
    let mut out = String::new();
    let zone = zone_name(&month.zone);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "## {}\n\nTimes in {zone}.\n", month.first.strftime("%B %Y"));
    let names = (0..7).map(|at| match month.weekday(at) {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    });
    let _ = writeln!(out, "| {} |", names.collect::<Vec<_>>().join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(7));
    for week in month.weeks() {
        let cells = week.map(|date| {
            let Some(date) = date else { return String::new() };
            let mut cell = format!("**{}**", date.day());
            for at in month.on(date) {
                let entry = &month.entries[at];
                let line = format!("{} {}", entry.start.strftime("%H:%M"), escaped(&entry.title));
                let line = match &entry.fate {
                    Fate::Regular => line,
                    Fate::Cancelled | Fate::MovedAway(_) => {
                        format!("~~{line}~~ ({})", escaped(entry.note.as_deref().unwrap_or_default()))
                    }
                    Fate::MovedHere | Fate::Extra => {
                        format!("{line} ({})", escaped(entry.note.as_deref().unwrap_or_default()))
                    }
                };
                let _ = write!(cell, "<br>{line}");
            }
            cell
        });
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    if month.entries.is_empty() {
        out.push_str("\nNothing meets.\n");
    }
    out
}
