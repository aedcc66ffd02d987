//! iCalendar: RFC 5545, with RFC 7986's properties for feeds.
//!
//! A [`Feed`] is a value; [`Feed::to_ics`] gives its text: CRLF line ends, lines of at most 75 octets that never
//! split a character, every text escaped so that no field can add a property or a component. Zones are written
//! as `VTIMEZONE`s that hold for every meeting of the feed, past and future.
//!
//! The other way round, [`read`](fn@read) takes a public calendar of others in, and [`compare`](fn@compare) says what is on it and not
//! in the record, what is in the record and not on it, and where the two say different things of one series.

mod compare;
mod content;
mod event;
mod feed;
mod read;
mod text;
mod zone;

pub use compare::{Comparison, DATES, Difference, Known, Pair, compare};
pub use event::{Event, Particular, State};
pub use feed::Feed;
pub use read::{Calendar, Entry, Limits, ReadError, Reason, Unread, read, read_within};
