//! `<group>/group.yaml`: one group a file, in the group's own directory.
//!
//! The file holds what an entry of the data file holds, and `kind`, which may be left out where the directory
//! says it (`sig-docs/`, `special-interest-groups/docs/`). `dir` is the directory and need not be written.
//! A group may have both an entry and a file: the file then adds what the entry does not say.

use std::sync::Arc;

use folkmoot_diagnostics::Diagnostic;
use folkmoot_yaml::{Entry, Kind, Node};

use super::reader::Reader;
use crate::{EntryKind, GroupKind, RepoFiles};

/// The file's name.
pub(super) const FILE: &str = "group.yaml";

/// Folders that hold group folders, beside the root.
const PARENTS: [&str; 12] = [
    "chapters",
    "committees",
    "groups",
    "sigs",
    "special-interest-groups",
    "tags",
    "teams",
    "ugs",
    "user-groups",
    "usergroups",
    "wgs",
    "working-groups",
];

/// Paths of all group files, sorted.
pub(super) fn find(files: &dyn RepoFiles) -> Vec<String> {
    let mut out = Vec::new();
    for (dir, _) in files.entries("").iter().filter(|(_, kind)| *kind == EntryKind::Directory) {
        push_if_file(files, format!("{dir}/{FILE}"), &mut out);
        if PARENTS.contains(&dir.as_str()) {
            for (inner, _) in files.entries(dir).iter().filter(|(_, kind)| *kind == EntryKind::Directory) {
                push_if_file(files, format!("{dir}/{inner}/{FILE}"), &mut out);
            }
        }
    }
    out.sort_unstable();
    out
}

fn push_if_file(files: &dyn RepoFiles, path: String, out: &mut Vec<String>) {
    if files.kind(&path) == Some(EntryKind::File) {
        out.push(path);
    }
}

/// The kind that a group file names, or that its directory implies. What it names and nobody knows is
/// reported.
pub(super) fn kind_of(
    reader: &mut Reader,
    kinds: &[Arc<GroupKind>],
    dir: &str,
    root: &Node,
) -> Option<Arc<GroupKind>> {
    if let Some(node) = root.get("kind").filter(|node| !node.is_null()) {
        let written = reader.text("kind", node, root.span);
        if let Some(kind) = kinds.iter().find(|kind| kind.goes_by(&written)) {
            return Some(Arc::clone(kind));
        }
        let keys: Vec<&str> = kinds.iter().map(|kind| kind.key.as_str()).collect();
        let finding = Diagnostic::error("unknown-kind", format!("there is no kind of group `{written}`"))
            .at(reader.first_line(node.span), "unknown kind")
            .why("the kind decides where the group is listed")
            .help(format!("write one of {}, or declare the kind in `community.yaml`", keys.join(", ")));
        reader.report(finding);
    }
    let by_dir = || {
        let (parents, name) = dir.rsplit_once('/').unwrap_or(("", dir));
        let by_prefix = kinds
            .iter()
            .find(|kind| name.strip_prefix(kind.prefix.as_str()).is_some_and(|rest| rest.starts_with('-')));
        let parent = parents.replace('-', " ");
        by_prefix.or_else(|| kinds.iter().find(|kind| !parent.is_empty() && kind.goes_by(&parent)))
    };
    match by_dir() {
        Some(kind) => Some(Arc::clone(kind)),
        None if root.get("kind").is_some() => kinds.first().map(Arc::clone),
        None => {
            let finding =
                Diagnostic::error("unknown-kind", format!("nothing says which kind of group `{dir}` is"))
                    .at(reader.first_line(root.span), "this group")
                    .why("the kind decides where the group is listed; it was read as the first kind")
                    .help("add `kind: sigs`, or the key of another kind");
            reader.report(finding);
            kinds.first().map(Arc::clone)
        }
    }
}

/// `first` with what `second` adds. A key that both hold with different values is reported, and `first` wins.
pub(super) fn merge(reader: &mut Reader, first: &Node, second: &Node) -> Node {
    let mut clashes = Vec::new();
    let merged = merge_nodes(first, second, &mut clashes);
    if let Some((path, one, other)) = clashes.first() {
        let more = match clashes.len() {
            1 => String::new(),
            n => format!(" and {} more", n - 1),
        };
        let finding =
            Diagnostic::error("group-defined-twice", format!("two places give this group's `{path}`{more}"))
                .at(reader.first_line(other.span), "this one is not used")
                .at(reader.first_line(one.span), "first given here")
                .why("pages and checks can follow one of them only")
                .help("delete the key in one of the two places");
        reader.report(finding);
    }
    merged
}

fn merge_nodes<'n>(
    first: &'n Node,
    second: &'n Node,
    clashes: &mut Vec<(String, &'n Node, &'n Node)>,
) -> Node {
    let (Some(ours), Some(theirs)) = (first.entries(), second.entries()) else { return first.clone() };
    let mut entries: Vec<Entry> = Vec::with_capacity(ours.len() + theirs.len());
    for entry in ours {
        let value = match second.get(&entry.key).filter(|other| !other.is_null()) {
            Some(other) if entry.value.is_null() => other.clone(),
            Some(other) if is_mapping(&entry.value) && is_mapping(other) => {
                merge_nodes(&entry.value, other, clashes)
            }
            Some(other) => {
                if !says_the_same(&entry.value, other) {
                    clashes.push((entry.key.clone(), &entry.value, other));
                }
                entry.value.clone()
            }
            None => entry.value.clone(),
        };
        entries.push(Entry { value, ..entry.clone() });
    }
    entries.extend(theirs.iter().filter(|entry| first.get(&entry.key).is_none()).cloned());
    Node { kind: Kind::Mapping(entries), span: first.span, tag: first.tag.clone() }
}

fn is_mapping(node: &Node) -> bool {
    node.entries().is_some()
}

/// Whether two nodes hold the same, wherever they stand.
fn says_the_same(a: &Node, b: &Node) -> bool {
    match (&a.kind, &b.kind) {
        (Kind::Scalar { text: a, .. }, Kind::Scalar { text: b, .. }) => a.trim() == b.trim(),
        (Kind::Sequence(a), Kind::Sequence(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| says_the_same(a, b))
        }
        (Kind::Mapping(a), Kind::Mapping(b)) => {
            a.len() == b.len()
                && a.iter().zip(b).all(|(a, b)| a.key == b.key && says_the_same(&a.value, &b.value))
        }
        _ => false,
    }
}
