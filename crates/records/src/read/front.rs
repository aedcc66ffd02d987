//! The front matter of a record.

use folkmoot_diagnostics::{Diagnostic, FileId, Sources, Span};
use folkmoot_yaml::{Limits, Node, parse};
use jiff::civil::Date;

use super::people;
use crate::record::{Attendee, Decision, Link, Presence, Record, Said, Status};

/// Keys that a record's front matter may have, and other spellings of them.
const KEYS: [&str; 17] = [
    "date",
    "series",
    "start",
    "end",
    "timezone",
    "status",
    "moved_to",
    "chair",
    "notes_by",
    "note_taker",
    "attendees",
    "regrets",
    "recordings",
    "recording",
    "agenda_sent",
    "decisions",
    "title",
];

/// What stands between the two `---` at the head of a file.
pub(super) struct Front {
    root: Node,
    file: FileId,
    /// Where the Markdown begins.
    pub(super) end: usize,
    date: Option<Date>,
}

/// The front matter of `text`, where it has one.
pub(super) fn read(file: FileId, text: &str, out: &mut Vec<Diagnostic>) -> Option<Front> {
    let body = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let start = text.len() - body.len();
    let (at, fence) = body.match_indices("\n---").find(|(at, fence)| {
        let after = &body[at + fence.len()..];
        after.is_empty() || after.starts_with(['\n', '\r'])
    })?;
    let end = start + at + fence.len();
    // Read by itself, so that no line of the Markdown is taken for YAML; the places are those of the file.
    let own = Sources::new();
    let part = own.add("", &text[..start + at + 1]);
    let limits = Limits { bytes: 256 << 10, depth: 16, nodes: 20_000 };
    let document = parse(&own, part, limits);
    for mut finding in document.diagnostics {
        for label in &mut finding.labels {
            label.span.file = file;
        }
        // An edit would be of the part, which is no file.
        finding.fix = None;
        out.push(finding);
    }
    let root = document.root.filter(|root| root.entries().is_some())?;
    let mut front = Front { root, file, end, date: None };
    front.date = front.read_date("date", out);
    Some(front)
}

impl Front {
    /// Whether it is a record's, not a web page's: it has a date, a series or attendees.
    pub(super) fn is_record(&self) -> bool {
        ["date", "series", "attendees", "recordings", "notes_by"]
            .iter()
            .any(|key| self.root.get(key).is_some())
    }

    /// Puts what it says into `record`; front matter goes before what the text says.
    pub(super) fn fill(self, record: &mut Record) {
        record.date = self.date;
        if let Some(title) = self.said("title") {
            record.title = title.text;
        }
        record.series = self.said("series");
        record.start = self.said("start");
        record.end = self.said("end");
        record.agenda_sent = self.said("agenda_sent");
        record.chair = self.said("chair").or(record.chair.take());
        record.status = self.status().unwrap_or(record.status);
        let notes_by: Vec<Said> = ["notes_by", "note_taker"].iter().flat_map(|key| self.list(key)).collect();
        if !notes_by.is_empty() {
            record.notes_by = notes_by;
        }
        let named =
            self.people("attendees", Presence::Present).chain(self.people("regrets", Presence::Absent));
        let named: Vec<Attendee> = named.collect();
        if !named.is_empty() {
            record.attendees = named;
        }
        let decisions = self.list("decisions").into_iter();
        record.decisions.splice(0..0, decisions.map(|said| Decision { text: said.text, span: said.span }));
        let links: Vec<Link> = ["recordings", "recording"].iter().flat_map(|key| self.links(key)).collect();
        // The same address below is the same recording.
        record.recordings.retain(|link| links.iter().all(|own| own.url != link.url));
        record.recordings.splice(0..0, links);
        if !record.recordings.is_empty() {
            record.empty_recording = None;
        } else if let Some(node) = self.root.get("recordings").or_else(|| self.root.get("recording")) {
            record.empty_recording = Some(self.place(node));
        }
    }

    fn status(&self) -> Option<Status> {
        match self.said("status")?.text.to_lowercase().as_str() {
            "held" | "planned" => Some(Status::Held),
            "cancelled" | "canceled" => Some(Status::Cancelled),
            "moved" => Some(Status::Moved(self.said("moved_to").and_then(|said| said.text.parse().ok()))),
            _ => None,
        }
    }

    fn read_date(&self, key: &str, out: &mut Vec<Diagnostic>) -> Option<Date> {
        for entry in self.root.entries().unwrap_or_default() {
            if !KEYS.contains(&entry.key.as_str()) && is_close(&entry.key) {
                out.push(
                    Diagnostic::warning(
                        "record-front-matter",
                        format!("`{}` is no key of a record", entry.key),
                    )
                    .at(
                        Span::new(self.file, entry.key_span.range().start, entry.key_span.range().end),
                        "nothing reads it",
                    )
                    .help(format!("the keys are {}", KEYS.map(|key| format!("`{key}`")).join(", "))),
                );
            }
        }
        let node = self.root.get(key)?;
        let text = node.as_str()?.trim();
        // A time may follow the day: `2026-11-05T16:00Z`.
        let day = text.get(..10).unwrap_or(text);
        match day.parse() {
            Ok(date) => Some(date),
            Err(_) if node.is_null() => None,
            Err(_) => {
                out.push(
                    Diagnostic::error("record-front-matter", format!("`{text}` is no date"))
                        .at(self.place(node), "write the day as `2026-11-05`"),
                );
                None
            }
        }
    }

    fn place(&self, node: &Node) -> Span {
        Span { file: self.file, ..node.span }
    }

    fn said(&self, key: &str) -> Option<Said> {
        let node = self.root.get(key).filter(|node| !node.is_null())?;
        let text = node.as_str()?.trim();
        (!text.is_empty()).then(|| Said { text: text.to_owned(), span: self.place(node) })
    }

    /// A list of texts, or one.
    fn list(&self, key: &str) -> Vec<Said> {
        let Some(node) = self.root.get(key).filter(|node| !node.is_null()) else { return Vec::new() };
        let nodes = node.items().unwrap_or(std::slice::from_ref(node));
        let said =
            |node: &Node| Some(Said { text: node.as_str()?.trim().to_owned(), span: self.place(node) });
        nodes.iter().filter_map(said).filter(|said| !said.text.is_empty()).collect()
    }

    /// Handles or names; `@` before a handle may be left out.
    fn people(&self, key: &str, presence: Presence) -> impl Iterator<Item = Attendee> {
        self.list(key).into_iter().filter_map(move |said| {
            let plain = said.text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            let text = if plain { format!("@{}", said.text) } else { said.text };
            people::one(&text, &[], presence, said.span)
        })
    }

    /// Addresses, or mappings with `url` and `title`.
    fn links(&self, key: &str) -> Vec<Link> {
        let Some(node) = self.root.get(key).filter(|node| !node.is_null()) else { return Vec::new() };
        let nodes = node.items().unwrap_or(std::slice::from_ref(node));
        let link = |node: &Node| {
            let text = |key: &str| node.get(key).and_then(Node::as_str).unwrap_or_default().trim().to_owned();
            let url = node.as_str().map_or_else(|| text("url"), |url| url.trim().to_owned());
            (!url.is_empty()).then(|| Link { title: text("title"), url, span: self.place(node) })
        };
        nodes.iter().filter_map(link).collect()
    }
}

/// A key that is meant to be one of a record's: other keys are a static site's own business.
fn is_close(key: &str) -> bool {
    let key = key.to_lowercase().replace('-', "_");
    KEYS.iter().any(|known| {
        let long = known.len() >= 5;
        *known == key || (long && (known.starts_with(&key) && key.len() >= 4 || key.starts_with(known)))
    })
}
