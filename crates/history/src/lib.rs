//! What a repository's Git history says: files as they were at a date, and when lines were changed last.
//!
//! A community's record lives in Git, so its past is already written down: which commit stood at the turn of
//! the year, and what the record said then. [`Repository`] answers these two questions, and for calendars a
//! third: since when a passage of the record says what it says ([`Repository::last_changes`]).
//!
//! ```no_run
//! # use folkmoot_history::Repository;
//! let history = Repository::open("community".as_ref())?;
//! let new_year = "2025-01-01T00:00:00Z".parse()?;
//! if let Some(commit) = history.commit_not_after(new_year)? {
//!     let record = history.file_at(&commit, "sigs.yaml")?;
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Git itself answers: the `git` command is on every machine that has a checkout, knows every object format,
//! and costs no build time, where a Git library doubles the number of crates. All of it is in one module.

mod git;
mod lines;
mod patch;

pub use git::{CommitId, HistoryError, Repository};
pub use lines::{CurrentFile, LastChange, LastChanges, Passage};
