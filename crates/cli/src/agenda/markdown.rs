//! The agenda as Markdown, for a post or an issue.

use std::fmt::Write as _;

use super::Agenda;
use crate::meetings::zone_name;

/// A heading a day and an item a meeting. Titles are escaped: they are data, not markup.
pub(super) fn render(agenda: &Agenda<'_>) -> String {
    let mut out = String::new();
    let zone = zone_name(agenda.first.time_zone());
    // Writing to a string cannot fail.
    let _ = writeln!(out, "Times in {zone}.");
    for one in &agenda.breaks {
        let _ = writeln!(out, "\n{}.", escaped(&super::table::pause(one)));
    }
    let mut day = None;
    for entry in &agenda.entries {
        if day != Some(entry.start.date()) {
            day = Some(entry.start.date());
            let _ = writeln!(out, "\n### {}\n", entry.start.strftime("%A %-d %B"));
        }
        let meeting = entry.planned.meeting;
        let links = [("join", &meeting.url), ("notes", &meeting.archive_url)];
        let links: Vec<String> = links
            .iter()
            .filter(|(_, url)| url.starts_with("https://") || url.starts_with("http://"))
            .map(|(word, url)| format!("[{word}](<{}>)", url.replace(['<', '>', ' ', '\n'], "")))
            .collect();
        let links = if links.is_empty() { String::new() } else { format!(" ({})", links.join(", ")) };
        let note = entry.note.as_deref().map(|note| format!(", *{}*", escaped(note))).unwrap_or_default();
        let line = format!("**{}** {}", entry.start.strftime("%H:%M"), escaped(&entry.title));
        if entry.fate.takes_place() {
            let _ = writeln!(out, "- {line}{note}{links}");
        } else {
            let _ = writeln!(out, "- ~~{line}~~{note}");
        }
    }
    if agenda.entries.is_empty() {
        out.push_str("\nNothing meets.\n");
    }
    for (title, by) in agenda.by_records() {
        let _ = writeln!(out, "\n{} names no first date: {}.", escaped(&title), escaped(&by));
    }
    out
}

/// Text that Markdown shows as it is.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
