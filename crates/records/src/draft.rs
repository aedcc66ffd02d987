//! The record of a meeting to come.
//!
//! [`Draft::write`] makes the file. [`Draft::merge`] brings what is new into one that people have edited: it adds
//! lines and front matter keys that are missing and never takes a line away, so that to prepare a meeting twice
//! changes nothing.

use folkmoot_yaml::{Out, Style, emit_faithfully};
use jiff::civil::Date;

use crate::outline::{self, Block, Kind};
use crate::words::{self, Part};

/// A point of the agenda.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Point {
    /// What it is about.
    pub text: String,
    /// Minutes it may take.
    pub minutes: Option<u16>,
    /// Handle of who leads it, without `@`.
    pub owner: Option<String>,
}

/// An action item of an earlier meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carried {
    /// Its words.
    pub text: String,
    /// The meeting it is from.
    pub from: Date,
}

/// What is known of a meeting to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The day in the series' zone.
    pub date: Date,
    /// The group's title: `SIG Docs`.
    pub group: String,
    /// The series' name.
    pub series: String,
    /// Wall-clock start and end with the zone's IANA name, where they are certain.
    pub time: Option<(String, String, String)>,
    /// Where to join.
    pub join: String,
    /// Handle of who leads the meeting.
    pub chair: Option<String>,
    /// Handle of who takes notes.
    pub note_taker: Option<String>,
    /// The agenda's points between the welcome and anything else.
    pub points: Vec<Point>,
    /// What is still to be done.
    pub carried: Vec<Carried>,
}

/// Placeholders of a template: `{{date}}` and the like.
const PLACES: [&str; 8] = ["date", "group", "series", "join", "chair", "note_taker", "start", "end"];

impl Draft {
    /// The whole file: front matter, and either the group's `template` with its places filled or the built-in one.
    pub fn write(&self, template: Option<&str>) -> String {
        let body = match template {
            Some(template) => self.fill(without_front_matter(template)),
            None => self.body(),
        };
        self.merge(&format!("---\n---\n\n{}\n", body.trim()))
    }

    /// `existing` with what is missing added: front matter keys, points of the agenda, action items still open.
    pub fn merge(&self, existing: &str) -> String {
        let text = self.with_keys(existing);
        let text = self.with_points(&text);
        self.with_carried(&text)
    }

    fn body(&self) -> String {
        let Self { group, series, date, .. } = self;
        let mut out = format!("# {group}: {series}, {date}\n\n");
        if !self.join.is_empty() {
            out.push_str(&format!("Join: <{}>\n\n", self.join));
        }
        let lead = self.chair.as_ref().map_or_else(String::new, |chair| format!(", @{chair}"));
        out.push_str(&format!(
            "## Agenda\n\n1. Welcome; newcomers introduce themselves (5 min{lead})\n1. Anything else (5 min)\n\n\
             ## Notes\n\n## Decisions\n\n## Action items\n"
        ));
        out
    }

    fn fill(&self, template: &str) -> String {
        let (start, end) = self.time.as_ref().map_or(("", ""), |(start, end, _)| (start, end));
        let day = self.date.to_string();
        let chair = self.chair.as_deref().unwrap_or_default();
        let notes = self.note_taker.as_deref().unwrap_or_default();
        let values = [day.as_str(), &self.group, &self.series, &self.join, chair, notes, start, end];
        PLACES.iter().zip(values).fold(template.to_owned(), |text, (place, value)| {
            text.replace(&format!("{{{{{place}}}}}"), value).replace(&format!("{{{{ {place} }}}}"), value)
        })
    }

    fn with_keys(&self, text: &str) -> String {
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut wanted =
            vec![("date", Out::Plain(self.date.to_string().into())), ("series", Out::str(&self.series))];
        if let Some((start, end, zone)) = &self.time {
            wanted.extend([("start", Out::str(start)), ("end", Out::str(end)), ("timezone", Out::str(zone))]);
        }
        wanted.extend(self.chair.as_ref().map(|chair| ("chair", Out::str(chair))));
        wanted.extend(self.note_taker.as_ref().map(|one| ("notes_by", Out::Seq(vec![Out::str(one)]))));
        wanted.extend([("attendees", Out::Seq(Vec::new())), ("recordings", Out::Seq(Vec::new()))]);
        let lines = |wanted: Vec<(&'static str, Out<'_>)>| -> String {
            let all: String = wanted.into_iter().map(|(key, value)| entry(key, value)).collect();
            all.replace('\n', newline)
        };
        let Some(end) = front_matter_end(text) else {
            return format!("---{newline}{}---{newline}{newline}{text}", lines(wanted));
        };
        let front = &text[..end];
        let has = |key: &str| {
            let alias = if key == "notes_by" { "note_taker" } else { key };
            front.lines().any(|line| {
                [key, alias]
                    .iter()
                    .any(|key| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')))
            })
        };
        wanted.retain(|(key, _)| !has(key));
        let added = lines(wanted);
        // `end` is where the closing `---` begins.
        format!("{front}{added}{}", &text[end..])
    }

    /// Points that are not in the agenda go before its last one, which is "anything else".
    fn with_points(&self, text: &str) -> String {
        let (blocks, section) = section(text, Part::Agenda);
        let Some(section) = section else { return text.to_owned() };
        let items: Vec<&Block> = blocks[section.clone()]
            .iter()
            .filter(|block| matches!(block.kind, Kind::Item { depth: 1, .. }))
            .collect();
        let known: Vec<String> = blocks[section.clone()].iter().map(|block| essence(&block.text)).collect();
        let missing = self.points.iter().filter(|point| {
            let own = essence(&point.text);
            known.iter().all(|known| !known.starts_with(&own))
        });
        let marker = items.first().map_or("1. ", |item| marker(&text[item.range.start..]));
        let lines: String = missing.map(|point| format!("{marker}{}\n", point.line())).collect();
        let closes = |text: &str| text.to_lowercase().starts_with("anything else");
        let at = match items.last() {
            Some(last) if closes(&last.text) => line_start(text, last.range.start),
            Some(last) => line_end(text, last.range.end),
            None => after_heading(text, &blocks[section.start]),
        };
        insert(text, at, &lines)
    }

    /// Action items that no line of the record holds go to the end of its action items.
    fn with_carried(&self, text: &str) -> String {
        let (blocks, section) = section(text, Part::Actions);
        let known: Vec<String> = blocks
            .iter()
            .filter(|block| matches!(block.kind, Kind::Item { .. }))
            .map(|block| essence(&block.text))
            .collect();
        let missing: Vec<&Carried> =
            self.carried.iter().filter(|carried| !known.contains(&essence(&carried.text))).collect();
        if missing.is_empty() {
            return text.to_owned();
        }
        let lines: String = missing
            .iter()
            .map(|carried| format!("- [ ] {} (from {})\n", one_line(&carried.text), carried.from))
            .collect();
        match section {
            Some(section) => {
                let items =
                    blocks[section.clone()].iter().rfind(|block| matches!(block.kind, Kind::Item { .. }));
                let at = items.map_or_else(
                    || after_heading(text, &blocks[section.start]),
                    |item| line_end(text, item.range.end),
                );
                insert(text, at, &lines)
            }
            None => {
                let gap = if text.ends_with("\n\n") {
                    ""
                } else if text.ends_with('\n') {
                    "\n"
                } else {
                    "\n\n"
                };
                format!("{text}{gap}## Action items\n\n{lines}")
            }
        }
    }
}

impl Point {
    fn line(&self) -> String {
        let minutes = self.minutes.map(|minutes| format!("{minutes} min"));
        let owner = self.owner.as_ref().map(|owner| format!("@{owner}"));
        let beside: Vec<String> = minutes.into_iter().chain(owner).collect();
        let text = one_line(&self.text);
        if beside.is_empty() { text } else { format!("{text} ({})", beside.join(", ")) }
    }
}

/// The blocks of a record, and those from the heading of `part` to the next heading as high.
fn section(text: &str, part: Part) -> (Vec<Block>, Option<std::ops::Range<usize>>) {
    let blocks = outline::blocks(text, front_matter_end(text).map_or(0, |end| line_end(text, end)));
    let level = |block: &Block| match block.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    };
    let start = blocks
        .iter()
        .position(|block| level(block).is_some() && words::of_heading(&block.text) == Some(part));
    let range = start.map(|start| {
        let own = level(&blocks[start]).unwrap_or(1);
        let after = &blocks[start + 1..];
        let length = after.iter().position(|block| level(block).is_some_and(|level| level <= own));
        start..start + 1 + length.unwrap_or(after.len())
    });
    (blocks, range)
}

/// Words for comparing: without case, marks, spaces, and what says where an item came from.
pub(crate) fn essence(text: &str) -> String {
    let text = text.split(" (from ").next().unwrap_or(text);
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `- `, `* `, `1. ` as the list has it.
fn marker(item: &str) -> &'static str {
    match item.chars().next() {
        Some('*') => "* ",
        Some('-') => "- ",
        Some('+') => "+ ",
        _ => "1. ",
    }
}

/// Puts `lines` at a line's start, with the empty lines that keep a list apart from what is around it.
fn insert(text: &str, at: usize, lines: &str) -> String {
    if lines.is_empty() {
        return text.to_owned();
    }
    let lines = if text.contains("\r\n") { lines.replace('\n', "\r\n") } else { lines.to_owned() };
    let (before, after) = text.split_at(at);
    let last = before.lines().next_back().unwrap_or_default();
    let open = !before.is_empty() && !before.ends_with('\n');
    let after_heading = last.starts_with('#');
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = match (open, after_heading) {
        (true, true) => newline.repeat(2),
        (true, false) => newline.to_owned(),
        (false, true) => newline.to_owned(),
        (false, false) => String::new(),
    };
    let rest = if after.trim_start_matches([' ', '\t']).starts_with('#') { newline } else { "" };
    format!("{before}{gap}{lines}{rest}{after}")
}

/// After the empty line below a heading, or below the heading itself.
fn after_heading(text: &str, heading: &Block) -> usize {
    let end = line_end(text, heading.range.end.saturating_sub(1).max(heading.range.start));
    let rest = &text[end..];
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    if blank == 0 { end } else { line_end(text, end) }
}

/// The start of the line that `at` is in.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The start of the line after the one that `at` is in, or the text's end.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

/// Where the `---` that closes the front matter begins.
pub(crate) fn front_matter_end(text: &str) -> Option<usize> {
    let first = text.lines().next().filter(|line| line.trim_end() == "---")?;
    let mut at = text[first.len()..].find('\n')? + first.len() + 1;
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn without_front_matter(text: &str) -> &str {
    front_matter_end(text).map_or(text, |end| &text[line_end(text, end)..])
}

/// A line of front matter, or a list's lines.
pub(crate) fn entry(key: &'static str, value: Out<'_>) -> String {
    emit_faithfully(&Out::Map(vec![(key.into(), value)]), &Style::GO_YAML_3)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::Sources;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{Place, Record, read};

    fn draft() -> Draft {
        Draft {
            date: date(2026, 11, 25),
            group: "SIG Docs".into(),
            series: "Regular meeting".into(),
            time: Some(("17:00".into(), "18:00".into(), "Europe/Istanbul".into())),
            join: "https://meet.example.org/docs".into(),
            chair: Some("sample-ana".into()),
            note_taker: Some("sample-bo".into()),
            points: vec![Point { text: "Roadmap: short pages".into(), minutes: Some(10), owner: None }],
            carried: vec![Carried {
                text: "@sample-bo counts pages (due 2026-11-30)".into(),
                from: date(2026, 11, 11),
            }],
        }
    }

    fn record(text: &str) -> Record {
        let sources = Sources::new();
        let file = sources.add("sig-docs/meetings/2026-11-25.md", text);
        let mut found = read(&sources, file, Place::Archive);
        assert!(found.diagnostics.is_empty(), "{:?}", found.diagnostics);
        found.records.remove(0)
    }

    #[test]
    fn a_draft_is_a_record() {
        let text = draft().write(None);
        let found = record(&text);
        assert_eq!(
            text,
            "---\ndate: 2026-11-25\nseries: Regular meeting\nstart: \"17:00\"\nend: \"18:00\"\ntimezone: Europe/Istanbul\n\
             chair: sample-ana\nnotes_by:\n  - sample-bo\nattendees: []\nrecordings: []\n---\n\n\
             # SIG Docs: Regular meeting, 2026-11-25\n\nJoin: <https://meet.example.org/docs>\n\n## Agenda\n\n\
             1. Welcome; newcomers introduce themselves (5 min, @sample-ana)\n1. Roadmap: short pages (10 min)\n\
             1. Anything else (5 min)\n\n## Notes\n\n## Decisions\n\n## Action items\n\n\
             - [ ] @sample-bo counts pages (due 2026-11-30) (from 2026-11-11)\n"
        );
        assert_eq!(found.actions[0].due, Some(date(2026, 11, 30)));
        assert_eq!(found.agenda.len(), 3);
    }

    #[test]
    fn to_prepare_twice_changes_nothing() {
        let once = draft().write(None);
        assert_eq!(draft().merge(&once), once);
    }

    #[test]
    fn what_people_wrote_stays_and_what_is_new_is_added() {
        let edited = draft()
            .write(None)
            .replace("## Notes\n", "## Notes\n\nWe began late.\n")
            .replace("chair: sample-ana", "chair: sample-chen # swapped");
        let mut more = draft();
        more.carried.push(Carried { text: "Write it down".into(), from: date(2026, 11, 11) });
        more.points.push(Point { text: "Ropes".into(), minutes: None, owner: Some("sample-bo".into()) });
        let merged = more.merge(&edited);
        assert!(edited.lines().all(|line| merged.contains(line)), "{merged}");
        assert!(merged.contains("1. Roadmap: short pages (10 min)\n1. Ropes (@sample-bo)\n1. Anything else"));
        assert!(merged.ends_with("(from 2026-11-11)\n- [ ] Write it down (from 2026-11-11)\n"), "{merged}");
        assert!(merged.contains("chair: sample-chen # swapped\n") && !merged.contains("chair: sample-ana"));
        assert_eq!(more.merge(&merged), merged);
    }

    #[test]
    fn a_groups_own_template_is_filled() {
        let template = "---\nx: 1\n---\n# {{ group }} on {{date}}\n\n## Agenda\n\n* Hello\n";
        let text = draft().write(Some(template));
        assert!(
            text.contains(
                "# SIG Docs on 2026-11-25\n\n## Agenda\n\n* Hello\n* Roadmap: short pages (10 min)\n"
            ),
            "{text}"
        );
        assert!(text.contains("## Action items\n\n- [ ] @sample-bo"));
        assert_eq!(draft().merge(&text), text);
    }

    #[test]
    fn a_file_without_front_matter_gets_one() {
        let merged = draft().merge("# Notes\r\n\r\nhello\r\n");
        assert!(merged.starts_with("---\r\ndate: 2026-11-25\r\n"), "{merged:?}");
        assert_eq!(draft().merge(&merged), merged);
    }

    proptest! {
        #[test]
        fn no_line_is_ever_lost(text in "(---\n)?([ \\-*#1.\\[\\]a-z:`>|]{0,20}\n){0,12}(## Agenda\n|## Action items\n)?([ \\-*#1.a-z]{0,12}\n){0,6}") {
            let merged = draft().merge(&text);
            let mut rest = merged.lines();
            for line in text.lines() {
                prop_assert!(rest.any(|other| other == line), "lost {line:?} of {text:?} in {merged:?}");
            }
        }
    }
}
