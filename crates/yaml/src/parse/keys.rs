//! Keys written twice.

use folkmoot_diagnostics::{Diagnostic, Span};

use super::build::shown;
use super::findings::Findings;
use crate::Entry;

/// Below this, comparing each with each is faster than sorting.
const FEW: usize = 12;

/// `entries` without those whose key stood before; each of them is reported.
pub(super) fn unique(mut entries: Vec<Entry>, findings: &mut Findings) -> Vec<Entry> {
    // Which entry repeats which: (first, later).
    let mut repeats: Vec<(usize, usize)> = Vec::new();
    if entries.len() <= FEW {
        for later in 1..entries.len() {
            let earlier = &entries[..later];
            if let Some(first) = earlier.iter().position(|entry| entry.key == entries[later].key) {
                repeats.push((first, later));
            }
        }
    } else {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by(|&a, &b| entries[a].key.cmp(&entries[b].key));
        for same in order.chunk_by(|&a, &b| entries[a].key == entries[b].key) {
            repeats.extend(same[1..].iter().map(|&later| (same[0], later)));
        }
        repeats.sort_unstable_by_key(|&(_, later)| later);
    }
    if repeats.is_empty() {
        return entries;
    }
    for &(first, later) in &repeats {
        findings.add(twice(&entries[later].key, entries[first].key_span, entries[later].key_span));
    }
    let mut dropped = repeats.into_iter().map(|(_, later)| later).peekable();
    let mut place = 0;
    entries.retain(|_| {
        let drop = dropped.next_if_eq(&place).is_some();
        place += 1;
        !drop
    });
    entries
}

pub(super) fn twice(key: &str, first: Span, later: Span) -> Diagnostic {
    Diagnostic::error("yaml-duplicate-key", format!("the key `{}` stands twice in this mapping", shown(key)))
        .at(later, "given again")
        .at(first, "first given here")
        .why("only one of the two values can hold; the first one was read, and other readers refuse the file")
        .help("remove one of them, or give it the name that was meant")
}
