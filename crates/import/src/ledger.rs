//! The book in which readers enter what they did with each line.

use std::collections::BTreeMap;

use crate::report::{Entry, Fact, Guess, InputReport, Leftover, LetterRepair, Place, Status};

/// Longest text of a leftover in the report, in characters; a hostile page must not make the report as
/// large as itself many times over.
const LONGEST: usize = 400;
/// How many facts of a line are looked through before one is added again.
const RECENT: usize = 64;

#[derive(Default)]
struct Note {
    read: Vec<Fact>,
    guessed: Vec<Guess>,
    left: Vec<Leftover>,
}

/// What was done with the lines of one page.
pub(crate) struct Ledger<'a> {
    page: &'a str,
    text: Vec<&'a str>,
    notes: BTreeMap<usize, Note>,
    taken_as: String,
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(page: &'a str, text: &'a str) -> Self {
        Self {
            page,
            text: text.lines().collect(),
            notes: BTreeMap::new(),
            taken_as: "a page without groups".into(),
        }
    }

    /// Line `line` of the page.
    pub(crate) fn place(&self, line: usize) -> Place {
        Place { page: self.page.to_owned(), line }
    }

    /// The text of a line, from 1.
    pub(crate) fn line(&self, line: usize) -> &'a str {
        line.checked_sub(1).and_then(|index| self.text.get(index)).copied().unwrap_or_default()
    }

    /// What the page was taken for.
    pub(crate) fn take_as(&mut self, what: impl Into<String>) {
        self.taken_as = what.into();
    }

    pub(crate) fn read(&mut self, line: usize, fact: Fact) {
        let note = self.notes.entry(line).or_default();
        if !note.read.iter().rev().take(RECENT).any(|known| *known == fact) {
            note.read.push(fact);
        }
    }

    pub(crate) fn guess(&mut self, line: usize, fact: Fact, because: impl Into<String>) {
        let guess = Guess { fact, because: because.into() };
        let note = self.notes.entry(line).or_default();
        if !note.guessed.iter().rev().take(RECENT).any(|known| *known == guess) {
            note.guessed.push(guess);
        }
    }

    pub(crate) fn left(&mut self, line: usize, text: &str, because: impl Into<String>) {
        let text = shorten(text.trim());
        self.notes.entry(line).or_default().left.push(Leftover { text, because: because.into() });
    }

    /// Leaves every line of `first..=last` that has text and no note yet.
    pub(crate) fn leave_lines(&mut self, first: usize, last: usize, because: &str) {
        for line in first..=last.min(self.text.len()) {
            if !self.line(line).trim().is_empty() && !self.notes.contains_key(&line) {
                let text = self.line(line);
                self.left(line, text, because);
            }
        }
    }

    /// The report; lines without a note are prose.
    pub(crate) fn close(mut self, repairs: Vec<LetterRepair>) -> InputReport {
        self.leave_lines(1, self.text.len(), "prose");
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines = 0;
        for (index, text) in self.text.iter().enumerate() {
            if text.trim().is_empty() {
                continue;
            }
            lines += 1;
            let line = index + 1;
            let note = self.notes.remove(&line).unwrap_or_default();
            let status = match (note.guessed.is_empty(), note.read.is_empty()) {
                (false, _) => Status::Guessed,
                (true, false) => Status::Read,
                (true, true) => Status::Left,
            };
            let entry = Entry {
                first: line,
                last: line,
                status,
                read: note.read,
                guessed: note.guessed,
                left: note.left,
            };
            match entries.last_mut() {
                Some(last) if joins(last, &entry) => {
                    last.last = line;
                    if let (Some(whole), Some(more)) = (last.left.first_mut(), entry.left.first()) {
                        whole.text.push('\n');
                        whole.text.push_str(&more.text);
                    }
                }
                _ => entries.push(entry),
            }
        }
        InputReport { page: self.page.to_owned(), taken_as: self.taken_as, lines, repairs, entries }
    }
}

/// Whether `next` was left for the same one reason as the run before it.
fn joins(run: &Entry, next: &Entry) -> bool {
    let (Status::Left, Status::Left) = (run.status, next.status) else { return false };
    match (run.left.as_slice(), next.left.as_slice()) {
        ([a], [b]) => a.because == b.because,
        _ => false,
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_a_note_is_prose() {
        let report = Ledger::new("a.md", "one\n\ntwo\n").close(Vec::new());
        assert_eq!(report.entries.len(), 1);
        assert_eq!((report.entries[0].first, report.entries[0].last), (1, 3));
        assert_eq!(report.entries[0].left[0].text, "one\ntwo");
        assert_eq!(report.count(Status::Left), 2);
    }

    #[test]
    fn a_guess_outweighs_what_was_read_on_the_same_line() {
        let mut ledger = Ledger::new("a.md", "one\n");
        ledger.read(1, Fact::page("heading", "one"));
        ledger.guess(1, Fact::page("kind", "sigs"), "the heading says so");
        let report = ledger.close(Vec::new());
        assert_eq!(report.entries[0].status, Status::Guessed);
        assert_eq!(report.entries[0].read.len(), 1);
    }
}
