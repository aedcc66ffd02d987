//! Public calendars of others, read into series that can be compared with the record's.
//!
//! [`read`] takes the bytes of an `.ics` file as any program may have written them. An [`Entry`] is one event with
//! everything that belongs to it: its `RRULE` as a [`Series`], `EXDATE`s and cancelled overrides as cancellations,
//! moved overrides as moves, `RDATE`s as extra meetings. What cannot be told exactly (a rule by the hour, a zone
//! that nothing defines) is in [`Calendar::unread`] with its reason, and never guessed.
//!
//! The file may come from anybody: it is bounded in size and count ([`Limits`]), and no text panics.

mod event;
mod moment;
mod series;
mod windows;
mod zones;

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::event::Raw;
use self::zones::Zones;
use super::State;
use super::content::{Piece, walk};
use crate::occurrence::Series;
use crate::rrule::RruleError;

/// What one file may hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes. Ten years of a large community's calendar are some five million.
    pub bytes: usize,
    /// Events, overrides included.
    pub events: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 32 << 20, events: 20_000 }
    }
}

/// A calendar as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Its title; empty where it states none.
    pub name: String,
    /// Its events, in the order of the file.
    pub entries: Vec<Entry>,
    /// Events that could not be read exactly.
    pub unread: Vec<Unread>,
}

/// One event: a series, or a single meeting (a series of one).
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name in the calendar; empty where it has none.
    pub uid: String,
    /// Title.
    pub summary: String,
    /// Text, as it stands; some programs write HTML.
    pub description: String,
    /// Place: a room or an address.
    pub location: String,
    /// A page about it.
    pub url: Option<String>,
    /// Every web address of the event, conference links first, each once.
    pub links: Vec<String>,
    /// Its categories.
    pub categories: Vec<String>,
    /// When it happens. `clock.start` is what `DTSTART` says in its zone.
    pub series: Series,
    /// The zone as the file names it; empty for UTC and for a floating time.
    pub zone: String,
    /// Whether its time names no zone: it is read in the calendar's own, or else in UTC.
    pub floating: bool,
    /// Whether it takes whole days.
    pub all_day: bool,
    /// Whether it goes on.
    pub state: State,
    /// How often it was changed.
    pub sequence: u32,
    /// When it was changed last.
    pub modified: Option<Timestamp>,
}

/// An event that is not a series here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// Its name in the calendar.
    pub uid: String,
    /// Title.
    pub summary: String,
    /// Why.
    pub reason: Reason,
}

/// Why an event could not be read exactly. Its `Display` is a clause for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// No `DTSTART`, not in its form, or in no century of ours.
    NoStart,
    /// A zone that neither the database nor the file defines.
    Zone(String),
    /// A rule that meetings do not have.
    Rule(RruleError),
    /// More than one `RRULE`, or an `EXRULE`.
    SeveralRules,
    /// A change of this meeting and all after it (`RANGE=THISANDFUTURE`).
    ThisAndFuture,
    /// More exceptions than are read.
    TooMany,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoStart => f.write_str("it has no start that can be read"),
            Self::Zone(name) => write!(f, "no time zone is called `{name}`, and the file does not define it"),
            Self::Rule(error) => write!(f, "its rule is not read: {error}"),
            Self::SeveralRules => f.write_str("it has several rules"),
            Self::ThisAndFuture => f.write_str("one of its overrides changes all later meetings too"),
            Self::TooMany => f.write_str("it has too many exceptions"),
        }
    }
}

/// Why a file is no calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// Nothing in it begins a calendar.
    NotACalendar,
    /// More bytes than the limit.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// More events than the limit.
    TooManyEvents {
        /// The limit.
        limit: usize,
    },
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotACalendar => f.write_str("this is no iCalendar file: it has no BEGIN:VCALENDAR"),
            Self::TooLarge { limit } => write!(f, "the calendar has more than {limit} bytes"),
            Self::TooManyEvents { limit } => write!(f, "the calendar has more than {limit} events"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a calendar within the default [`Limits`].
///
/// # Errors
/// [`ReadError`] where it is no calendar or too large; what is wrong within one event is in [`Calendar::unread`].
///
/// ```
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@example.org\r\nSUMMARY:SIG Docs\r\n\
///             DTSTART;TZID=Europe/Warsaw:20261124T100000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2\r\n\
///             END:VEVENT\r\nEND:VCALENDAR\r\n";
/// let calendar = folkmoot_calendar::ics::read(text.as_bytes())?;
/// assert_eq!(calendar.entries[0].summary, "SIG Docs");
/// assert_eq!(calendar.entries[0].series.rule.interval, 2);
/// # Ok::<(), folkmoot_calendar::ics::ReadError>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<Calendar, ReadError> {
    read_within(bytes, Limits::default())
}

/// Reads a calendar within limits of the caller's.
///
/// # Errors
/// As [`read`].
pub fn read_within(bytes: &[u8], limits: Limits) -> Result<Calendar, ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge { limit: limits.bytes });
    }
    let mut calendar = Calendar::default();
    let (mut begun, mut zones, mut own_zone) = (false, Zones::default(), None);
    let mut raws: Vec<Raw> = Vec::new();
    walk(bytes, |piece| {
        match piece {
            Piece::Calendar => begun = true,
            Piece::Property(property) => match property.name.as_str() {
                "NAME" | "X-WR-CALNAME" if calendar.name.is_empty() => {
                    calendar.name = super::text::unescaped(&property.value);
                }
                "X-WR-TIMEZONE" => own_zone = zones::by_name(&property.value),
                _ => {}
            },
            Piece::Component(component) => match component.name.as_str() {
                "VTIMEZONE" => zones.define(&component),
                "VEVENT" if raws.len() == limits.events => {
                    return Err(ReadError::TooManyEvents { limit: limits.events });
                }
                "VEVENT" => raws.push(Raw::read(&component)),
                _ => {}
            },
        }
        Ok(())
    })?;
    if !begun {
        return Err(ReadError::NotACalendar);
    }
    // Zones may stand after the events that name them.
    let floating = own_zone.unwrap_or(TimeZone::UTC);
    for (main, overrides) in together(raws) {
        match series::entry(&main, &overrides, &zones, &floating) {
            Ok(entry) => calendar.entries.push(entry),
            Err(reason) => {
                calendar.unread.push(Unread { uid: main.uid, summary: main.summary, reason });
            }
        }
    }
    Ok(calendar)
}

/// Each event with its overrides, in the order of the file. Of two events by one name the one that was changed more
/// often counts; an override without its event is an event of its own.
fn together(raws: Vec<Raw>) -> Vec<(Raw, Vec<Raw>)> {
    let mut found: Vec<(Option<Raw>, Vec<Raw>)> = Vec::new();
    let mut by_uid: HashMap<String, usize> = HashMap::new();
    for raw in raws {
        let at = if raw.uid.is_empty() {
            found.len()
        } else {
            *by_uid.entry(raw.uid.clone()).or_insert(found.len())
        };
        if at == found.len() {
            found.push((None, Vec::new()));
        }
        let (main, overrides) = &mut found[at];
        if raw.instead_of.is_some() {
            overrides.push(raw);
        } else if main.as_ref().is_none_or(|known| known.sequence <= raw.sequence) {
            *main = Some(raw);
        }
    }
    let whole = |(main, overrides): (Option<Raw>, Vec<Raw>)| match main {
        Some(main) => vec![(main, overrides)],
        None => overrides.into_iter().map(|one| (one, Vec::new())).collect(),
    };
    found.into_iter().flat_map(whole).collect()
}
