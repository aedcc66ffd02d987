//! What became of every line: read, guessed or left.
//!
//! A [`Report`] holds one [`InputReport`] a page, and each of those holds its lines with text in order,
//! every one in exactly one [`Entry`]. Neighbouring lines that were left for the same reason share an entry.

use serde::Serialize;

/// A place in a page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Place {
    /// The page, as it was called when given.
    pub page: String,
    /// Line, from 1.
    pub line: usize,
}

/// One thing that a line said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Fact {
    /// Whom it is about: a group's directory, `community`, or `page` for what only arranges the page.
    pub about: String,
    /// What it says: a key of the record (`chairs`, `contact.slack`), or `heading`, `columns`, `layout`.
    pub what: String,
    /// The value, in words.
    pub value: String,
}

impl Fact {
    /// `about` says that `what` is `value`.
    pub(crate) fn new(about: &str, what: &str, value: impl Into<String>) -> Self {
        Self { about: about.to_owned(), what: what.to_owned(), value: value.into() }
    }

    /// Something that only arranges the page.
    pub(crate) fn page(what: &str, value: impl Into<String>) -> Self {
        Self::new("page", what, value)
    }
}

/// A fact that rests on a guess.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Guess {
    /// What was taken.
    #[serde(flatten)]
    pub fact: Fact,
    /// Why it was taken so.
    pub because: String,
}

/// Text that went nowhere.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Leftover {
    /// The text; shortened where it is long.
    pub text: String,
    /// Why it was left.
    pub because: String,
}

/// What became of a line as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Taken as it stands.
    Read,
    /// Taken, some of it by a guess.
    Guessed,
    /// Nothing of it was taken.
    Left,
}

/// One line, or neighbouring lines that were left for one reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Entry {
    /// First line, from 1.
    pub first: usize,
    /// Last line.
    pub last: usize,
    /// What became of it.
    pub status: Status,
    /// What was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<Fact>,
    /// What was guessed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guessed: Vec<Guess>,
    /// What was left: all of the text, or a piece of a line that was otherwise taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Leftover>,
}

/// A line whose letters were broken and are repaired.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LetterRepair {
    /// Line, from 1.
    pub line: usize,
    /// As it stood.
    pub was: String,
    /// As it was read; empty where it cannot be told.
    pub now: String,
}

/// What became of one page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct InputReport {
    /// The page, as it was called when given.
    pub page: String,
    /// What kind of page it was taken for.
    pub taken_as: String,
    /// How many lines hold text.
    pub lines: usize,
    /// Broken letters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<LetterRepair>,
    /// Every line with text, in order.
    pub entries: Vec<Entry>,
}

impl InputReport {
    /// How many lines have that status.
    pub fn count(&self, status: Status) -> usize {
        self.entries.iter().filter(|entry| entry.status == status).map(|entry| self.lines_of(entry)).sum()
    }

    /// Lines with text in an entry; blank lines inside a run of prose are not counted.
    fn lines_of(&self, entry: &Entry) -> usize {
        match entry.status {
            Status::Left => entry.left.iter().map(|left| left.text.lines().count().max(1)).sum::<usize>(),
            _ => 1,
        }
        .min(entry.last - entry.first + 1)
    }
}

/// A value and where it was found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Claim {
    /// The value, in words.
    pub value: String,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
}

/// Two pages that say different things.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Conflict {
    /// Whom it is about: a group's directory or `community`.
    pub about: String,
    /// The key of the record.
    pub what: String,
    /// What was kept.
    pub kept: Claim,
    /// What was set aside.
    pub set_aside: Claim,
    /// Why that way round.
    pub because: String,
}

/// What became of everything.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Report {
    /// The pages, in the order given.
    pub pages: Vec<InputReport>,
    /// Where pages disagree.
    pub conflicts: Vec<Conflict>,
    /// Groups found.
    pub groups: usize,
    /// People found, each once.
    pub people: usize,
}
