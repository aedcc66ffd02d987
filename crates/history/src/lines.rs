//! When lines were changed last.
//!
//! One `git log` over all files, newest commit first, answers for every passage at once: a passage is carried
//! back through the changes of each commit until one touches it. Only the first parents of merges are walked,
//! so that the row of commits is a line and a change counts from when it was merged.

use std::collections::HashMap;
use std::io::Read;
use std::ops::Range;

use jiff::Timestamp;

use crate::patch::{self, Hunk, Part};
use crate::{HistoryError, Repository};

/// Bytes of changes that are read at most; what is older stays unknown.
const LOG_LIMIT: u64 = 512 << 20;

/// A file as it stands now.
#[derive(Clone, Copy, Debug)]
pub struct CurrentFile<'a> {
    /// Path from the directory opened, with `/`.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// Lines of a file as it stands now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// Place of the file among those asked about.
    pub file: usize,
    /// Lines, counted from 1, the end excluded.
    pub lines: Range<usize>,
}

/// What changed a passage last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LastChange {
    /// A commit.
    Committed {
        /// Its committer time.
        at: Timestamp,
        /// Its place among the commits that changed any of the files, from 1. A later change of a passage has
        /// a higher one, wherever the passage moved.
        nth: u32,
    },
    /// Nothing that is committed yet.
    Pending,
}

/// What the history says of some passages.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct LastChanges {
    /// One a passage; `None` where history does not reach back so far.
    pub passages: Vec<Option<LastChange>>,
    /// When the last commit that changed any of the files was made.
    pub newest: Option<Timestamp>,
    /// How many commits changed any of the files.
    pub commits: u32,
    /// Whether a file differs from what is committed.
    pub is_pending: bool,
}

impl Repository {
    /// When each passage was changed last.
    ///
    /// # Errors
    /// Where Git fails.
    pub fn last_changes(
        &self,
        files: &[CurrentFile<'_>],
        passages: &[Passage],
    ) -> Result<LastChanges, HistoryError> {
        let mut walk = Walk::new(files, passages);
        if files.is_empty() || self.is_unborn()? {
            walk.found.iter_mut().for_each(|found| *found = Some(Found::Pending));
            return Ok(walk.finish(true));
        }
        let mut is_pending = false;
        let committed = self.files_at_head(files.iter().map(|file| file.path))?;
        for (place, file) in files.iter().enumerate() {
            let old = committed.get(place).cloned().flatten().unwrap_or_default();
            if let Some(hunk) = patch::difference(&String::from_utf8_lossy(&old), file.text) {
                is_pending = true;
                walk.step(place, &[hunk], Found::Pending);
            }
        }
        // The oldest commit of a shallow clone seems to have written everything.
        let is_whole = !self.is_shallow()?;
        let paths = files.iter().map(|file| file.path);
        self.changes_of(paths, |log| walk.back_through(log, is_whole))?;
        Ok(walk.finish(is_pending))
    }
}

/// What is known of a passage so far; commits are counted from the newest, from 0.
#[derive(Clone, Copy)]
enum Found {
    Commit { at: Timestamp, back: u32 },
    Pending,
}

/// The way back through history.
struct Walk {
    places: HashMap<String, usize>,
    /// Passages of each file that are still looked for: place and lines, as of the commit reached.
    open: Vec<Vec<(usize, Range<usize>)>>,
    found: Vec<Option<Found>>,
    newest: Option<Timestamp>,
    commits: u32,
}

impl Walk {
    fn new(files: &[CurrentFile<'_>], passages: &[Passage]) -> Self {
        let mut open = vec![Vec::new(); files.len()];
        for (place, passage) in passages.iter().enumerate() {
            if let Some(open) = open.get_mut(passage.file) {
                open.push((place, passage.lines.clone()));
            }
        }
        let places = files.iter().enumerate().map(|(place, file)| (file.path.to_owned(), place)).collect();
        Self { places, open, found: vec![None; passages.len()], newest: None, commits: 0 }
    }

    /// Reads what [`Repository::changes_of`] gives.
    fn back_through(&mut self, log: impl Read, is_whole: bool) -> std::io::Result<()> {
        let mut at = Timestamp::UNIX_EPOCH;
        patch::read(log.take(LOG_LIMIT), |part| match part {
            Part::Commit { seconds } => {
                at = Timestamp::from_second(seconds).unwrap_or_default();
                self.newest.get_or_insert(at);
                self.commits = self.commits.saturating_add(1);
            }
            Part::File { path, hunks } if is_whole => {
                if let Some(&place) = self.places.get(path) {
                    let back = self.commits.saturating_sub(1);
                    self.step(place, hunks, Found::Commit { at, back });
                }
            }
            Part::File { .. } => {}
        })
    }

    /// Takes the passages of a file one change back.
    fn step(&mut self, file: usize, hunks: &[Hunk], by: Found) {
        let Self { open, found, .. } = self;
        open[file].retain_mut(|(place, lines)| {
            if hunks.iter().any(|hunk| hunk.touches(lines)) {
                found[*place] = Some(by);
                return false;
            }
            let before = hunks.iter().filter(|hunk| hunk.is_before(lines));
            let (removed, added) = before
                .fold((0, 0), |(removed, added), hunk| (removed + hunk.old.len(), added + hunk.new.len()));
            let shift = |line: usize| (line + removed).saturating_sub(added);
            *lines = shift(lines.start)..shift(lines.end);
            true
        });
    }

    fn finish(self, is_pending: bool) -> LastChanges {
        let commits = self.commits;
        let passages = self.found.into_iter().map(|found| {
            found.map(|found| match found {
                Found::Pending => LastChange::Pending,
                Found::Commit { at, back } => LastChange::Committed { at, nth: commits.saturating_sub(back) },
            })
        });
        LastChanges { passages: passages.collect(), newest: self.newest, commits, is_pending }
    }
}
