//! Applies fixes: all edits of a fix or none, and never two that meet.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Edit, Fix, SourceFile, Sources};

/// What [`apply_fixes`] did.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Applied {
    /// Path and new text of every file that changes.
    pub texts: BTreeMap<String, String>,
    /// Places, in the fixes given, of those applied; one that repeats an applied fix counts as applied.
    pub applied: Vec<usize>,
    /// Places of those left for the next round: their edits meet another fix's, or do not fit the text.
    pub left: Vec<usize>,
}

/// Edits of one file by where they start: disjoint, and no insertion touches another edit.
type FileEdits<'a> = BTreeMap<usize, (usize, &'a str)>;

/// Applies `fixes` to the texts they point into. Earlier ones win: a fix that overlaps what is applied
/// already, touches it with an insertion, or does not fit its file is left as a whole. Applicability is the
/// caller's to judge.
///
/// ```
/// # use folkmoot_diagnostics::{apply_fixes, Applicability, Edit, Fix, Sources, Span};
/// let sources = Sources::new();
/// let file = sources.add("a.yaml", "label: docz\n");
/// let edit = Edit { span: Span::new(file, 7, 11), replacement: "docs".into() };
/// let fix = Fix { message: "rename".into(), edits: vec![edit], applicability: Applicability::Safe };
/// assert_eq!(apply_fixes(&sources, [&fix]).texts["a.yaml"], "label: docs\n");
/// ```
pub fn apply_fixes<'a>(sources: &Sources, fixes: impl IntoIterator<Item = &'a Fix>) -> Applied {
    // By path, not by id: the same file may have been read, and named, twice.
    let mut files: BTreeMap<String, (Arc<SourceFile>, FileEdits<'a>)> = BTreeMap::new();
    let mut done = Applied::default();
    for (place, fix) in fixes.into_iter().enumerate() {
        let mut accepted: Vec<(String, usize)> = Vec::new();
        let fits = fix.edits.iter().all(|edit| {
            let file = sources.get(edit.span.file);
            let (first_read, edits) =
                files.entry(file.path().to_owned()).or_insert_with(|| (Arc::clone(&file), FileEdits::new()));
            let range = edit.span.range();
            if first_read.text() != file.text() || file.text().get(range.clone()).is_none() {
                return false;
            }
            if edits.get(&range.start) == Some(&(range.end, edit.replacement.as_str())) {
                return true;
            }
            if meets(edits, edit) {
                return false;
            }
            edits.insert(range.start, (range.end, &edit.replacement));
            accepted.push((file.path().to_owned(), range.start));
            true
        });
        if fits {
            done.applied.push(place);
            continue;
        }
        done.left.push(place);
        for (path, start) in accepted {
            files.entry(path).and_modify(|(_, edits)| {
                edits.remove(&start);
            });
        }
    }
    for (path, (file, edits)) in files {
        let text = splice(file.text(), &edits);
        if text != file.text() {
            done.texts.insert(path, text);
        }
    }
    done
}

/// Whether `edit` overlaps one of `edits`, or stands at its edge where either only inserts: then the order of
/// the two would decide the outcome.
fn meets(edits: &FileEdits<'_>, edit: &Edit) -> bool {
    let new = edit.span.range();
    let until_new = edits.range(..=new.end).rev();
    until_new.take_while(|&(_, &(end, _))| end >= new.start).any(|(&start, &(end, _))| {
        let overlap = start < new.end && new.start < end;
        overlap || start == end || new.is_empty()
    })
}

fn splice(text: &str, edits: &FileEdits<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (&start, &(end, replacement)) in edits {
        out.push_str(&text[copied..start]);
        out.push_str(replacement);
        copied = end;
    }
    out.push_str(&text[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Applicability, Span};

    fn fix(edits: Vec<(Span, &str)>) -> Fix {
        let edits = edits.into_iter().map(|(span, text)| Edit { span, replacement: text.into() }).collect();
        Fix { message: String::new(), edits, applicability: Applicability::Safe }
    }

    #[test]
    fn a_fix_that_overlaps_an_earlier_one_waits() {
        let sources = Sources::new();
        let file = sources.add("a", "abcdef");
        let first = fix(vec![(Span::new(file, 1, 3), "X")]);
        let second = fix(vec![(Span::new(file, 5, 6), "Y"), (Span::new(file, 2, 4), "Z")]);
        let done = apply_fixes(&sources, [&first, &second]);
        assert_eq!(done.texts["a"], "aXdef", "nothing of the second one is applied");
        assert_eq!((done.applied, done.left), (vec![0], vec![1]));
    }

    #[test]
    fn neighbours_do_not_meet_but_an_insertion_between_them_does() {
        let sources = Sources::new();
        let file = sources.add("a", "abcd");
        let left = fix(vec![(Span::new(file, 0, 2), "1")]);
        let right = fix(vec![(Span::new(file, 2, 4), "2")]);
        let between = fix(vec![(Span::new(file, 2, 2), "-")]);
        let done = apply_fixes(&sources, [&left, &right, &between]);
        assert_eq!(done.texts["a"], "12");
        assert_eq!(done.left, [2]);
    }

    #[test]
    fn the_same_fix_twice_is_applied_once() {
        let sources = Sources::new();
        let file = sources.add("a", "abc");
        let insertion = fix(vec![(Span::new(file, 3, 3), "!")]);
        let done = apply_fixes(&sources, [&insertion, &insertion.clone()]);
        assert_eq!(done.texts["a"], "abc!");
        assert_eq!(done.applied, [0, 1]);
    }

    #[test]
    fn a_fix_that_does_not_fit_the_text_is_left() {
        let sources = Sources::new();
        let file = sources.add("a", "é");
        let inside = fix(vec![(Span::new(file, 1, 2), "x")]);
        let beyond = fix(vec![(Span::new(file, 0, 9), "x")]);
        let done = apply_fixes(&sources, [&inside, &beyond]);
        assert!(done.texts.is_empty());
        assert_eq!(done.left, [0, 1]);
    }

    #[test]
    fn a_file_read_twice_is_mended_once() {
        let sources = Sources::new();
        let (one, two) = (sources.add("a", "abc"), sources.add("a", "abc"));
        let fixes = [fix(vec![(Span::new(one, 0, 1), "A")]), fix(vec![(Span::new(two, 2, 3), "C")])];
        assert_eq!(apply_fixes(&sources, &fixes).texts["a"], "AbC");
    }
}
