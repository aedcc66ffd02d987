//! What the past of the record tells a calendar.

use folkmoot_model::Meeting;
use jiff::Timestamp;

/// When a series was changed last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// The moment from which the record says what it says now.
    pub at: Timestamp,
    /// Grows with every change of the series and never falls: what iCalendar calls `SEQUENCE`.
    pub sequence: u32,
}

/// The past of a record, as far as feeds need it. Asked only when a feed is made, so pages do not wait for it.
pub trait History: Send + Sync {
    /// The moment of the record: its last commit, or when it was read. The same record gives the same moment,
    /// so that it gives the same feed.
    fn stamp(&self) -> Timestamp;

    /// When this series was changed last, where that is known.
    fn last_change(&self, meeting: &Meeting) -> Option<Change>;

    /// The commit that the record was read at, in hexadecimal digits; `None` where Git does not tell.
    fn commit(&self) -> Option<String> {
        None
    }

    /// When the file at `path` was changed last, where that is known.
    fn changed(&self, path: &str) -> Option<Timestamp> {
        let _ = path;
        None
    }
}

/// Of a record without history: nothing is known but when it was read.
impl History for Timestamp {
    fn stamp(&self) -> Timestamp {
        *self
    }

    fn last_change(&self, _: &Meeting) -> Option<Change> {
        None
    }
}
