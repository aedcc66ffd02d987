//! Names of places in a document: what `#scope` leads to.

use std::collections::HashSet;

use super::body::is_slot;
use crate::base::{decode_path, encode_path};

/// Ids of the pages around documents, which no document may take; a test compares them with the pages.
const OF_THE_PAGE: [&str; 8] =
    ["main", "search", "search-query", "search-results", "search-found", "contents", "found", "groups"];
/// Before an id that would take the place of the page's own, as GitHub writes before all of them.
const PREFIX: &str = "user-content-";

/// The id that `fragment` (percent-encoded or not) means.
pub(crate) fn anchor(fragment: &str) -> String {
    let id = decode_path(fragment).unwrap_or_else(|| fragment.to_owned());
    if OF_THE_PAGE.contains(&id.as_str()) { format!("{PREFIX}{id}") } else { id }
}

/// As part of an address: `#` with the id, percent-encoded.
pub(super) fn fragment(id: &str) -> String {
    format!("#{}", encode_path(id))
}

/// The ids that a document has given out.
#[derive(Default)]
pub(super) struct Anchors {
    taken: HashSet<String>,
}

impl Anchors {
    /// Whether the document has the id already.
    pub(super) fn has(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// The id of a heading with these words, as GitHub makes it: lower case, spaces to hyphens, a number where
    /// it is taken.
    pub(super) fn of_heading(&mut self, words: &str) -> String {
        let words = words.trim().to_lowercase();
        let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let name: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let name = anchor(&name);
        let mut id = name.clone();
        let mut number = 1;
        // A heading of punctuation alone has no name of its own.
        while id.is_empty() || self.taken.contains(&id) {
            id = format!("{name}-{number}");
            number += 1;
        }
        self.taken.insert(id.clone());
        id
    }

    /// An id that the author chose, where it is free and holds nothing odd.
    pub(super) fn chosen(&mut self, id: &str) -> Option<String> {
        // Colons are for the ids of footnotes.
        let odd =
            |c: char| c.is_whitespace() || c.is_control() || is_slot(c) || "\"'<>&:%\u{fffd}".contains(c);
        if id.is_empty() || id.len() > 200 || id.contains(odd) {
            return None;
        }
        let id = if OF_THE_PAGE.contains(&id) { format!("{PREFIX}{id}") } else { id.to_owned() };
        self.taken.insert(id.clone()).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_named_as_on_github() {
        let mut anchors = Anchors::default();
        for (words, id) in [
            ("Main words", "main-words"),
            ("Main words", "main-words-1"),
            ("What's new in v1.2?", "whats-new-in-v12"),
            (":rocket: Start", "rocket-start"),
            ("🚀 Start", "-start"),
            ("目标 与 范围", "目标-与-范围"),
            ("A_b", "a_b"),
            ("Main", "user-content-main"),
            ("!", "-1"),
        ] {
            assert_eq!(anchors.of_heading(words), id);
        }
    }

    #[test]
    fn an_id_is_given_once() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.chosen("x").as_deref(), Some("x"));
        assert_eq!(anchors.chosen("x"), None);
        assert_eq!(anchors.of_heading("X"), "x-1");
        assert_eq!(anchors.chosen("a b"), None);
    }
}
