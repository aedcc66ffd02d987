//! Departures from a series' rule, as written: meetings called off, moved or added.

use folkmoot_diagnostics::Span;
use jiff::civil::Date;

use crate::Text;

/// How a series departs from its rule (Folkmoot's key `exceptions`).
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Exceptions {
    /// Meetings that do not take place.
    pub cancelled: Vec<Cancelled>,
    /// Meetings that take place at another time, for another length or in another room.
    pub moved: Vec<Moved>,
    /// Meetings that the rule does not give.
    pub extra: Vec<ExtraMeeting>,
}

/// A meeting that does not take place: a date, or a date with its reason.
#[derive(Clone, PartialEq, Debug)]
pub struct Cancelled {
    /// The date by the rule.
    pub date: Date,
    /// Where the date stands.
    pub span: Span,
    /// The reason.
    pub why: Text,
}

/// A meeting that takes place otherwise than by the rule. What it does not say stays as it was.
#[derive(Clone, PartialEq, Debug)]
pub struct Moved {
    /// The date by the rule.
    pub date: Date,
    /// Where that date stands.
    pub span: Span,
    /// The new date.
    pub to: Option<Date>,
    /// The new time, in the zone of the series.
    pub time: Text,
    /// The new length.
    pub duration: Text,
    /// The new room.
    pub room: Text,
    /// The reason.
    pub why: Text,
}

/// A meeting that the rule does not give. What it does not say is as in the series.
#[derive(Clone, PartialEq, Debug)]
pub struct ExtraMeeting {
    /// Its date.
    pub date: Date,
    /// Where the date stands.
    pub span: Span,
    /// Its time, in the zone of the series.
    pub time: Text,
    /// Its length.
    pub duration: Text,
    /// Its title.
    pub title: Text,
    /// Its room.
    pub room: Text,
    /// The reason.
    pub why: Text,
}

impl Exceptions {
    /// Whether the series keeps to its rule.
    pub fn is_empty(&self) -> bool {
        self.cancelled.is_empty() && self.moved.is_empty() && self.extra.is_empty()
    }

    /// Every time and length that is written, with its key.
    pub fn written_times(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        let moved = self.moved.iter().flat_map(|one| [("time", &one.time), ("duration", &one.duration)]);
        let extra = self.extra.iter().flat_map(|one| [("time", &one.time), ("duration", &one.duration)]);
        moved.chain(extra).filter(|(_, text)| !text.is_empty())
    }
}
