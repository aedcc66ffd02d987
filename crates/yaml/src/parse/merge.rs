//! Merge keys: `<<: *defaults`.

use std::collections::HashSet;

use folkmoot_diagnostics::{Diagnostic, Span};

use super::findings::Findings;
use super::keys;
use crate::{Entry, Kind, Node};

/// A `<<` met in a mapping.
pub(super) struct Merge {
    /// How many entries stood before it.
    pub(super) place: usize,
    pub(super) key_span: Span,
    pub(super) value: Node,
    /// Whether the value was written as an alias: one must name a mapping, never a list of them.
    pub(super) aliased: bool,
}

/// Puts what `merges` bring where their `<<` stood. A key written in the mapping itself wins, then the
/// mapping merged first.
pub(super) fn expand(written: Vec<Entry>, merges: Vec<Merge>, findings: &mut Findings) -> Vec<Entry> {
    for later in merges.iter().skip(1) {
        findings.add(keys::twice("<<", merges[0].key_span, later.key_span));
    }
    let merged: Vec<(usize, Vec<Entry>)> =
        merges.into_iter().map(|merge| (merge.place, merged_entries(merge, findings))).collect();
    let mut known: HashSet<&str> = written.iter().map(|entry| entry.key.as_str()).collect();
    let new: Vec<bool> =
        merged.iter().flat_map(|(_, entries)| entries).map(|entry| known.insert(&entry.key)).collect();
    drop(known);

    let mut new = new.into_iter();
    let mut out = Vec::with_capacity(written.len());
    let mut written = written.into_iter();
    let mut taken = 0;
    for (place, entries) in merged {
        out.extend(written.by_ref().take(place - taken));
        taken = place;
        let brought = entries.into_iter().filter(|_| new.next().unwrap_or(false));
        out.extend(brought.map(|entry| Entry { merged: true, ..entry }));
    }
    out.extend(written);
    out
}

fn merged_entries(merge: Merge, findings: &mut Findings) -> Vec<Entry> {
    match merge.value.kind {
        Kind::Mapping(entries) => entries,
        Kind::Sequence(items) if !merge.aliased => {
            let mut all = Vec::new();
            for item in items {
                match item.kind {
                    Kind::Mapping(entries) => all.extend(entries),
                    _ => findings.add(not_a_mapping(merge.key_span, item.span)),
                }
            }
            all
        }
        _ => {
            findings.add(not_a_mapping(merge.key_span, merge.value.span));
            Vec::new()
        }
    }
}

fn not_a_mapping(key: Span, value: Span) -> Diagnostic {
    Diagnostic::error("yaml-merge", "`<<` takes in a mapping or a list of mappings")
        .at(value, "this is neither")
        .at(key, "merged here")
        .why("`<<` copies the keys of another mapping; there are none to copy")
        .help("name a mapping, as in `<<: *defaults` with `&defaults` before a mapping")
}
