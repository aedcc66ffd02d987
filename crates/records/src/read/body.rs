//! What the Markdown of one record says.

use folkmoot_diagnostics::{FileId, Span};
use jiff::civil::Date;

use super::people;
use crate::date::{self, Written};
use crate::outline::{Block, Kind, Target};
use crate::record::{Action, Decision, Link, Presence, Record, Said, Status};
use crate::words::{self, Part};

/// Fills what `blocks`, of which the first may be the record's own heading, say.
pub(super) fn fill(record: &mut Record, blocks: &[Block], file: FileId) {
    let mut reading = Reading { record, file, part: None, level: 0, columns: None };
    for (at, block) in blocks.iter().enumerate() {
        reading.take(block, at == 0);
    }
    finish(record);
}

struct Reading<'a> {
    record: &'a mut Record,
    file: FileId,
    /// The part that the last heading, or a line that ends in a colon, began.
    part: Option<Part>,
    /// The level of the heading that began it.
    level: u8,
    /// Of a table of attendees: the columns with names, with handles and with presence.
    columns: Option<Columns>,
}

#[derive(Clone, Copy, Default)]
struct Columns {
    name: Option<usize>,
    handle: Option<usize>,
    present: Option<usize>,
}

impl Reading<'_> {
    fn take(&mut self, block: &Block, is_first: bool) {
        match &block.kind {
            Kind::Heading(level) => self.heading(block, *level, is_first),
            Kind::Row { header, cells } => self.row(block, *header, cells),
            Kind::Line => self.line(block, None),
            Kind::Item { depth, done } => self.line(block, Some((*depth, *done))),
        }
    }

    fn span(&self, block: &Block) -> Span {
        Span::new(self.file, block.range.start, block.range.end)
    }

    fn heading(&mut self, block: &Block, level: u8, is_first: bool) {
        // `## Dec 13, 2022 ([recording](https://…))`
        for link in block.links.iter().filter(|link| link.title.to_lowercase().contains("recording")) {
            self.record.recordings.push(self.link(link));
        }
        match words::of_heading(&block.text) {
            Some(part) => (self.part, self.level) = (Some(part), level),
            // A heading below `Agenda` is one of its points; one beside it ends it.
            None if level <= self.level || is_first => self.part = None,
            None => match self.part {
                Some(Part::Agenda) => {
                    self.record.agenda.push(Said { text: block.text.clone(), span: self.span(block) });
                }
                // `### Voting members` divides those who were there, `### Status` is another matter.
                Some(Part::Attendees | Part::Regrets) if !words::is_of_people(&block.text) => {
                    self.part = None
                }
                _ => {}
            },
        }
    }

    fn line(&mut self, block: &Block, item: Option<(usize, Option<bool>)>) {
        let span = self.span(block);
        // `[Recording]()` waits for its address.
        let empty = |link: &&Target| link.url.is_empty() && link.title.to_lowercase().contains("record");
        if block.links.iter().any(|link| empty(&link)) {
            self.record.empty_recording.get_or_insert(span);
        }
        if let Some((part, rest)) = words::of_line(&block.text) {
            if self.labelled(part, rest, block, item) {
                return;
            }
        } else if item.is_none() && block.text.chars().count() <= 40 && block.links.is_empty() {
            // A bold line, or one with a colon, stands for a heading where people forgot one.
            if let Some(part) = words::of_heading(&block.text).filter(|_| is_label(&block.text)) {
                (self.part, self.level) = (Some(part), 6);
                return;
            }
            if words::says_cancelled(&block.text) && !self.record.has_notes {
                self.record.status = Status::Cancelled;
            }
        }
        self.record.has_notes = true;
        match (self.part, item) {
            (Some(Part::Attendees), Some((_, done))) => {
                self.attendee(block, presence(done, Presence::Present))
            }
            (Some(Part::Regrets), Some(_)) => self.attendee(block, Presence::Absent),
            (Some(Part::Attendees), None) => {
                self.attendees(&block.text, &block.links, Presence::Present, span)
            }
            (Some(Part::Regrets), None) => self.attendees(&block.text, &block.links, Presence::Absent, span),
            (Some(Part::Recording), _) => self.recordings(block),
            (Some(Part::Decisions), _) => {
                self.record.decisions.push(Decision { text: block.text.clone(), span });
            }
            (Some(Part::Actions), Some((_, done))) => self.action(block, done.unwrap_or(false)),
            (Some(Part::Actions), None)
                if !block.text.ends_with([':', '：']) && is_task_like(&block.text) =>
            {
                self.action(block, false);
            }
            (Some(Part::Agenda), Some((1, _))) => {
                self.record.agenda.push(Said { text: block.text.clone(), span });
            }
            // A box elsewhere is something to do; in the agenda it ticks off a point.
            (part, Some((_, Some(done)))) if part != Some(Part::Agenda) => self.action(block, done),
            _ => {}
        }
    }

    /// A line that says what it is: `Recording: …`. `false` where it is words like others.
    fn labelled(
        &mut self,
        part: Part,
        rest: &str,
        block: &Block,
        item: Option<(usize, Option<bool>)>,
    ) -> bool {
        let span = self.span(block);
        let nothing = rest.is_empty() && block.links.is_empty();
        match part {
            Part::Recording if nothing => {
                // `Recording:` may begin a list of them.
                self.record.empty_recording.get_or_insert(span);
                if item.is_none() {
                    (self.part, self.level) = (Some(Part::Recording), 6);
                }
            }
            Part::Recording => self.recordings(block),
            Part::Attendees | Part::Regrets if !nothing => {
                let presence = if part == Part::Attendees { Presence::Present } else { Presence::Absent };
                self.attendees(rest, &block.links, presence, span);
            }
            Part::Chair if !rest.is_empty() => {
                let said = Said { text: rest.to_owned(), span };
                self.record.chair.get_or_insert(said);
            }
            Part::NotesBy if !rest.is_empty() => {
                let people = people::several(rest, &block.links, Presence::Present, span).into_iter();
                let said = people.map(|person| {
                    let text =
                        if person.handle.is_empty() { person.name } else { format!("@{}", person.handle) };
                    Said { text, span }
                });
                self.record.notes_by.extend(said);
            }
            Part::Decisions if !rest.is_empty() => {
                self.record.decisions.push(Decision { text: rest.to_owned(), span });
            }
            Part::Actions if !rest.is_empty() => {
                let done = item.and_then(|(_, done)| done).unwrap_or(false);
                self.push_action(rest, done, span);
            }
            // `Attendees:` above a list begins it, wherever it stands.
            _ if nothing && matches!(part, Part::Chair | Part::NotesBy) => return true,
            _ if nothing && item.is_none() => (self.part, self.level) = (Some(part), 6),
            _ => return false,
        }
        self.record.has_notes |= !nothing;
        true
    }

    fn row(&mut self, block: &Block, header: bool, cells: &[String]) {
        if header {
            self.columns = columns(cells);
            return;
        }
        self.record.has_notes = true;
        // A table of people without a heading tells by its columns what it is.
        let wanted = matches!(self.part, Some(Part::Attendees | Part::Regrets));
        let Some(columns) = self.columns.filter(|columns| wanted || columns.present.is_some()) else {
            return;
        };
        let cell = |column: Option<usize>| column.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let presence = match columns.present {
            Some(_) if is_no(cell(columns.present)) => Presence::Absent,
            _ if self.part == Some(Part::Regrets) => Presence::Absent,
            _ => Presence::Present,
        };
        let (name, handle) = (cell(columns.name), cell(columns.handle).trim_start_matches('@'));
        let text = if handle.is_empty() { name.to_owned() } else { format!("{name} @{handle}") };
        let span = self.span(block);
        self.record.attendees.extend(people::one(&text, &block.links, presence, span));
    }

    fn attendee(&mut self, block: &Block, presence: Presence) {
        let span = self.span(block);
        // An item may name several: `Example Works: Ana, Bo`, `Ana, Bo, Chen`. After one comma stands where
        // somebody works more often than a second person.
        let commas = block.text.matches([',', '、', '，']).count();
        let labelled = block.text.split_once(": ").filter(|(_, names)| names.contains(','));
        if (commas >= 2 || labelled.is_some()) && !block.text.contains(['(', '@']) {
            let names = labelled.map_or(block.text.as_str(), |(_, names)| names);
            return self.attendees(names, &block.links, presence, span);
        }
        let Some(person) = people::one(&block.text, &block.links, presence, span) else { return };
        // `@ana, host` or `Bo (scribe)` says what they did.
        if let Some(part) = words::of_role(&block.text) {
            let text =
                if person.handle.is_empty() { person.name.clone() } else { format!("@{}", person.handle) };
            match part {
                Part::NotesBy => self.record.notes_by.push(Said { text, span }),
                _ => {
                    self.record.chair.get_or_insert(Said { text, span });
                }
            }
        }
        self.record.attendees.push(person);
    }

    fn attendees(&mut self, text: &str, links: &[Target], presence: Presence, span: Span) {
        self.record.attendees.extend(people::several(text, links, presence, span));
    }

    fn action(&mut self, block: &Block, done: bool) {
        let span = self.span(block);
        self.push_action(&block.text, done, span);
    }

    fn push_action(&mut self, text: &str, done: bool, span: Span) {
        let owners = people::handles(text).collect();
        self.record.actions.push(Action { text: text.to_owned(), owners, due: due(text), done, span });
    }

    fn recordings(&mut self, block: &Block) {
        for link in block.links.iter().filter(|link| link.url.contains("://")) {
            self.record.recordings.push(self.link(link));
        }
        // Addresses without marks are no links to Markdown.
        if block.links.is_empty() {
            for word in block
                .text
                .split_whitespace()
                .filter(|w| w.starts_with("https://") || w.starts_with("http://"))
            {
                let url = word.trim_end_matches(['.', ',', ')', ';']).to_owned();
                self.record.recordings.push(Link { title: String::new(), url, span: self.span(block) });
            }
        }
    }

    fn link(&self, target: &Target) -> Link {
        let span = Span::new(self.file, target.range.start, target.range.end);
        Link { title: target.title.trim().to_owned(), url: target.url.trim().to_owned(), span }
    }
}

/// What only the whole tells.
fn finish(record: &mut Record) {
    if !record.recordings.is_empty() {
        record.empty_recording = None;
    }
}

fn presence(done: Option<bool>, otherwise: Presence) -> Presence {
    match done {
        Some(false) => Presence::Absent,
        _ => otherwise,
    }
}

/// `Attendees` or `Attendees:` alone on a line, and nothing longer.
fn is_label(text: &str) -> bool {
    text.ends_with([':', '：']) || text.split_whitespace().count() <= 2
}

/// Lines under "Action items" that are not lists: long enough to say something, and not a whole story.
fn is_task_like(text: &str) -> bool {
    (8..=300).contains(&text.chars().count())
}

fn is_no(cell: &str) -> bool {
    matches!(
        cell.to_lowercase().as_str(),
        "" | "no" | "n" | "-" | "absent" | "❌" | "✗" | "☐" | "[ ]" | "regrets" | "否"
    )
}

/// Which columns of a table hold people.
fn columns(cells: &[String]) -> Option<Columns> {
    let mut out = Columns::default();
    for (at, cell) in cells.iter().enumerate() {
        let cell = cell.trim().to_lowercase();
        if out.name.is_none()
            && ["name", "attendee", "attendees", "participant", "member", "person", "姓名", "ad"]
                .contains(&cell.as_str())
        {
            out.name = Some(at);
        } else if cell.contains("github") || cell.contains("handle") {
            out.handle = Some(at);
        } else if ["present", "attended", "attendance", "here", "出席"].contains(&cell.as_str()) {
            out.present = Some(at);
        }
    }
    (out.name.is_some() || out.handle.is_some()).then_some(out)
}

/// `(due 2026-11-20)`, `by 2026-11-20`, `until Nov 20, 2026`.
fn due(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    ["due", "by", "until", "before", "截止"].iter().find_map(|word| {
        let at = lower.match_indices(word).find(|(at, _)| {
            let before = lower[..*at].chars().next_back();
            before.is_none_or(|c| !c.is_alphanumeric())
        })?;
        let rest = lower[at.0 + word.len()..].trim_start_matches([':', ' ', '：']);
        if !rest.starts_with(|c: char| c.is_ascii_digit() || c.is_alphabetic()) {
            return None;
        }
        let near: String = rest.chars().take(24).collect();
        match date::in_heading(&near)? {
            Written::Whole(date) => Some(date),
            _ => None,
        }
    })
}
