//! The agenda as Markdown, for a post or an issue.

use std::fmt::Write as _;

use super::Agenda;

/// A heading a day and an item a meeting. Titles are escaped: they are data, not markup.
pub(super) fn render(agenda: &Agenda<'_>) -> String {
    let mut out = String::new();
    let zone = agenda.first.time_zone().iana_name().unwrap_or("local time");
    // Writing to a string cannot fail.
    let _ = writeln!(out, "Times in {zone}.");
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
        let _ = writeln!(
            out,
            "- **{}** {}{links}",
            entry.start.strftime("%H:%M"),
            escaped(&entry.planned.title())
        );
    }
    if agenda.entries.is_empty() {
        out.push_str("\nNothing meets.\n");
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
