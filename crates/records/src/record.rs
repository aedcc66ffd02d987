//! What a record holds.

use folkmoot_diagnostics::{Diagnostic, Span};
use jiff::civil::Date;

/// A text with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The words, without Markdown's marks.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// What came of the meeting.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Status {
    /// It took place, or will: a record is written before and after.
    #[default]
    Held,
    /// It did not take place.
    Cancelled,
    /// It took place, or will, on another day.
    Moved(Option<Date>),
}

/// Whether somebody listed under the attendees was there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// Was there.
    Present,
    /// Sent regrets, or was listed and not ticked.
    Absent,
}

/// Somebody who was there, or said that they would not be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attendee {
    /// The name as written; empty where only a handle is.
    pub name: String,
    /// The handle without `@`; empty where only a name is.
    pub handle: String,
    /// Whether they were there.
    pub presence: Presence,
    /// Where they are named.
    pub span: Span,
}

/// Something to do after the meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// What, without the task's box.
    pub text: String,
    /// Handles of those who do it, without `@`.
    pub owners: Vec<String>,
    /// Until when.
    pub due: Option<Date>,
    /// Whether it is ticked off.
    pub done: bool,
    /// Its line.
    pub span: Span,
}

/// Something that was decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The decision, without the word that marks it.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// An address with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// What it is called; may be empty.
    pub title: String,
    /// The address as written.
    pub url: String,
    /// Where it stands.
    pub span: Span,
}

/// One meeting's record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// The day; `None` where nothing tells it, which is a finding of its file.
    pub date: Option<Date>,
    /// Its title: the heading it stands under.
    pub title: String,
    /// The series it belongs to, by front matter.
    pub series: Option<Said>,
    /// What came of it.
    pub status: Status,
    /// When it began and ended, as written in front matter.
    pub start: Option<Said>,
    /// See `start`.
    pub end: Option<Said>,
    /// Who led it: handle or name.
    pub chair: Option<Said>,
    /// Who took notes: handles or names.
    pub notes_by: Vec<Said>,
    /// Everybody listed.
    pub attendees: Vec<Attendee>,
    /// Addresses of recordings.
    pub recordings: Vec<Link>,
    /// A place that says "recording" and gives no address.
    pub empty_recording: Option<Span>,
    /// When the agenda went out, as written in front matter.
    pub agenda_sent: Option<Said>,
    /// Points of the agenda, the first level of its list.
    pub agenda: Vec<Said>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// What is to be done.
    pub actions: Vec<Action>,
    /// Whether it has words beside headings and front matter.
    pub has_notes: bool,
    /// The part of the file that is this record.
    pub span: Span,
}

impl Record {
    /// An empty record that stands at `span`.
    pub fn empty(span: Span) -> Self {
        Self {
            date: None,
            title: String::new(),
            series: None,
            status: Status::Held,
            start: None,
            end: None,
            chair: None,
            notes_by: Vec::new(),
            attendees: Vec::new(),
            recordings: Vec::new(),
            empty_recording: None,
            agenda_sent: None,
            agenda: Vec::new(),
            decisions: Vec::new(),
            actions: Vec::new(),
            has_notes: false,
            span,
        }
    }

    /// Those who were there.
    pub fn present(&self) -> impl Iterator<Item = &Attendee> {
        self.attendees.iter().filter(|attendee| attendee.presence == Presence::Present)
    }
}

/// What one file holds.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct File {
    /// Its records in the order they stand; empty for a template or a page about meetings.
    pub records: Vec<Record>,
    /// Mistakes: `record-undated`, `record-front-matter`, `record-date-differs`, and those of YAML.
    pub diagnostics: Vec<Diagnostic>,
}
