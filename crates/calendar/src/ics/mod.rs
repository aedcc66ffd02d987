//! iCalendar: RFC 5545, with RFC 7986's properties for feeds.
//!
//! A [`Feed`] is a value; [`Feed::to_ics`] gives its text: CRLF line ends, lines of at most 75 octets that never
//! split a character, every text escaped so that no field can add a property or a component. Zones are written
//! as `VTIMEZONE`s that hold for every meeting of the feed, past and future.

mod feed;
mod text;
mod zone;

pub use feed::{Event, Feed, State};
