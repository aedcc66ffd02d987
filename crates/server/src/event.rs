//! What happens while serving, for whoever keeps a log.

use std::time::Duration;

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// The record changed and was read anew.
    Reloaded {
        /// Groups it has now.
        groups: usize,
    },
    /// The record changed and cannot be read; the last good one stays.
    Kept {
        /// What is wrong with it, in a line.
        why: String,
    },
    /// A request was answered.
    Answered {
        /// `GET`
        method: String,
        /// Path without query: queries may hold what readers search for.
        path: String,
        /// HTTP status.
        status: u16,
        /// Time from the request's headers to the answer's.
        took: Duration,
    },
    /// Answering failed: a bug, told in full here and not at all to the reader.
    Failed {
        /// What is known of it.
        what: String,
    },
}
