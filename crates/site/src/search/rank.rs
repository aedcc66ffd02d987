//! How well an entry answers a query.
//!
//! Every word of the query must be found in an entry: whole, as a beginning, inside of a longer word, or, where
//! no word of the whole index begins with it, with a typing error or two. What stands in a title weighs most.
//! All numbers are whole, so that the script in the browser comes to the same.

use super::fold::{folded, is_joined};
use super::{Entry, Kind};

/// How well a word answers, by how it is found.
const WHOLE: u32 = 8;
const BEGINS: u32 = 6;
const INSIDE: u32 = 3;
const MISTYPED: u32 = 2;
/// What a field weighs: title, what stands beside it, other words.
const WEIGHTS: [u32; 3] = [8, 3, 1];
/// For a title that is the query, and one that begins with it.
const IS_TITLE: u32 = 60;
const BEGINS_TITLE: u32 = 20;

impl Kind {
    /// What a kind is worth: groups first.
    fn bonus(self) -> u32 {
        match self {
            Self::Group => 30,
            Self::Person => 12,
            Self::Subproject => 8,
            Self::Meeting => 4,
            Self::Document => 0,
        }
    }
}

/// The places of the entries that answer `query`, the best first, at most `limit`.
pub(super) fn rank(entries: &[Entry], query: &str, limit: usize) -> Vec<usize> {
    let asked = super::fold::words(query);
    if asked.is_empty() {
        return Vec::new();
    }
    let mut totals = vec![Some(0_u32); entries.len()];
    for word in &asked {
        let found: Vec<u32> = entries.iter().map(|entry| value(entry, |has| exact(word, has))).collect();
        let begins =
            entries.iter().any(|entry| entry.fields.iter().flatten().any(|has| exact(word, has) >= BEGINS));
        let errors = if begins { 0 } else { errors(word) };
        for (index, total) in totals.iter_mut().enumerate() {
            let mut best = found[index];
            if best == 0 && errors > 0 {
                best = value(&entries[index], |has| if mistyped(word, has, errors) { MISTYPED } else { 0 });
            }
            *total = total.filter(|_| best > 0).map(|sum| sum + best);
        }
    }
    let whole = folded(query.trim());
    let mut found: Vec<(u32, usize, usize)> = totals
        .into_iter()
        .enumerate()
        .filter_map(|(index, total)| {
            let entry = &entries[index];
            let title = folded(&entry.title);
            let as_title = if title == whole {
                IS_TITLE
            } else if title.starts_with(&whole) {
                BEGINS_TITLE
            } else {
                0
            };
            Some((total? + as_title + entry.kind.bonus(), title.chars().count(), index))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    found.into_iter().take(limit).map(|(_, _, index)| index).collect()
}

/// The best of an entry's words, weighed by its field.
fn value(entry: &Entry, quality: impl Fn(&str) -> u32) -> u32 {
    let fields = entry.fields.iter().zip(WEIGHTS);
    fields
        .map(|(words, weight)| weight * words.iter().map(|has| quality(has)).max().unwrap_or(0))
        .max()
        .unwrap_or(0)
}

/// How well the word `has` answers the word `asked`, typed as it is.
fn exact(asked: &str, has: &str) -> u32 {
    if has == asked {
        WHOLE
    } else if has.starts_with(asked) {
        BEGINS
    } else if (asked.len() >= 3 || asked.chars().all(is_joined)) && has.contains(asked) {
        INSIDE
    } else {
        0
    }
}

/// Typing errors that a word may have: short words are other words as soon as a letter changes.
fn errors(asked: &str) -> usize {
    match asked.chars().count() {
        _ if asked.chars().any(is_joined) => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether `has`, or its beginning, is `asked` but for so many errors.
fn mistyped(asked: &str, has: &str, errors: usize) -> bool {
    let a: Vec<char> = asked.chars().collect();
    let b: Vec<char> = has.chars().collect();
    if b.len() + errors < a.len() {
        return false;
    }
    (b.len() <= a.len() + errors && distance(&a, &b) <= errors)
        || (b.len() > a.len() && distance(&a, &b[..a.len()]) <= errors)
}

/// Letters left out, put in, changed, or in the wrong order (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry> {
        vec![
            Entry::new(Kind::Document, "Scheduling guide", "docs/scheduling.md", "", "How pods find a node"),
            Entry::new(Kind::Group, "SIG Scheduling", "sig-scheduling", "", "Chooses nodes"),
            Entry::new(Kind::Group, "SIG Network", "sig-network", "", ""),
            Entry::new(Kind::Person, "José Muñoz", "@munoz", "", ""),
            Entry::new(Kind::Document, "容器网络设计", "net.md", "", ""),
        ]
    }

    fn titles(query: &str) -> Vec<String> {
        let entries = entries();
        rank(&entries, query, 10).into_iter().map(|index| entries[index].title.clone()).collect()
    }

    #[test]
    fn groups_come_first_and_titles_before_text() {
        assert_eq!(titles("scheduling"), ["SIG Scheduling", "Scheduling guide"]);
        assert_eq!(titles("sched"), ["SIG Scheduling", "Scheduling guide"]);
        assert_eq!(titles("node"), ["SIG Scheduling", "Scheduling guide"]);
    }

    #[test]
    fn typing_errors_are_forgiven_where_nothing_begins_so() {
        assert_eq!(titles("shceduling"), ["SIG Scheduling", "Scheduling guide"]);
        assert_eq!(titles("netwrok"), ["SIG Network"]);
        assert_eq!(titles("munos"), ["José Muñoz"]);
        assert_eq!(titles("schedulnig guide"), ["Scheduling guide"]);
        assert!(titles("xyz").is_empty());
    }

    #[test]
    fn chinese_is_found_by_any_of_its_characters() {
        assert_eq!(titles("网络"), ["容器网络设计"]);
        assert_eq!(titles("络"), ["容器网络设计"]);
        assert!(titles("网计").is_empty());
    }

    #[test]
    fn every_word_must_be_found() {
        assert!(titles("sig munoz").is_empty());
        assert!(titles("").is_empty() && titles(" - ").is_empty());
    }
}
