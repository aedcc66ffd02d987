//! A series of meetings, as written.

use folkmoot_diagnostics::Span;

use crate::{Exceptions, Extra, Text};

/// A series of meetings. Day, time, zone and frequency are as people wrote them.
#[derive(Clone, PartialEq, Debug)]
pub struct Meeting {
    /// What the series is called.
    pub description: Text,
    /// `Tuesday`
    pub day: Text,
    /// `9:00`, `1:30 PM`, `15:00-16:00`
    pub time: Text,
    /// `PT (Pacific Time)`, `UTC`
    pub tz: Text,
    /// `weekly`, `biweekly`
    pub frequency: Text,
    /// Where to join.
    pub url: Text,
    /// Agenda and notes.
    pub archive_url: Text,
    /// Recordings.
    pub recordings_url: Text,
    /// A public calendar.
    pub calendar_url: Text,
    /// First date of the series (Folkmoot's key `starts`), as written.
    pub starts: Text,
    /// Last date of the series (Folkmoot's key `until`), as written.
    pub until: Text,
    /// IANA time zone (Folkmoot's key `timezone`), exact where `tz` is loose.
    pub timezone: Text,
    /// Length (Folkmoot's key `duration`), as written: `1h`, `45m`.
    pub duration: Text,
    /// Room or account that the meeting uses (Folkmoot's key `room`).
    pub room: Text,
    /// Exact recurrence as RFC 5545's `RRULE` (Folkmoot's key `rrule`), where day and frequency are loose.
    pub rrule: Text,
    /// Meetings called off, moved or added (Folkmoot's key `exceptions`).
    pub exceptions: Exceptions,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The whole mapping.
    pub span: Span,
}

impl Meeting {
    /// A series of which nothing is known; `span` is its mapping.
    pub fn empty(span: Span) -> Self {
        let absent = || Text::absent(span);
        Self {
            description: absent(),
            day: absent(),
            time: absent(),
            tz: absent(),
            frequency: absent(),
            url: absent(),
            archive_url: absent(),
            recordings_url: absent(),
            calendar_url: absent(),
            starts: absent(),
            until: absent(),
            timezone: absent(),
            duration: absent(),
            room: absent(),
            rrule: absent(),
            exceptions: Exceptions::default(),
            extra: Vec::new(),
            span,
        }
    }
}
