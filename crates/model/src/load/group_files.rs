//! `<group>/group.yaml`: one group a file, in the group's own directory.
//!
//! The file holds what an entry of the data file holds, and `kind`, which may be left out where the directory
//! says it (`sig-docs/`, `special-interest-groups/docs/`). `dir` is the directory and need not be written.
//! A group may have both an entry and a file: the file then adds what the entry does not say.

use std::collections::{HashMap, HashSet};
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
    let mut found = Found::default();
    let merged = merge_nodes(first, second, &mut found);
    if let Some((path, one, other)) = found.clashes.first() {
        let more = match found.clashes.len() {
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
    for stranger in found.strangers {
        let finding = Diagnostic::error(
            "wrong-type",
            "`meetings`: the group's entry has no meeting of this description",
        )
        .at(reader.first_line(stranger.span), "completes nothing, and does not say when it meets")
        .why("a meeting here completes the one of the same `description` in the group's entry")
        .help("write the `description` as it stands in the entry, or add `day`, `time` and `frequency`");
        reader.report(finding);
    }
    merged
}

/// What does not fit between two places that describe one group.
#[derive(Default)]
struct Found<'n> {
    /// Keys that both give, with different values.
    clashes: Vec<(String, &'n Node, &'n Node)>,
    /// Meetings of the second place that complete none of the first.
    strangers: Vec<&'n Node>,
}

fn merge_nodes<'n>(first: &'n Node, second: &'n Node, found: &mut Found<'n>) -> Node {
    let (Some(ours), Some(theirs)) = (first.entries(), second.entries()) else { return first.clone() };
    let mut entries: Vec<Entry> = Vec::with_capacity(ours.len() + theirs.len());
    for entry in ours {
        let value = match second.get(&entry.key).filter(|other| !other.is_null()) {
            Some(other) if entry.value.is_null() => other.clone(),
            Some(other) if is_mapping(&entry.value) && is_mapping(other) => {
                merge_nodes(&entry.value, other, found)
            }
            Some(other) if named_by(&entry.key).is_some() => {
                merge_lists(&entry.key, &entry.value, other, found)
            }
            Some(other) => {
                if !says_the_same(&entry.value, other) {
                    found.clashes.push((entry.key.clone(), &entry.value, other));
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

/// What tells the items of a list apart, where they may be completed one by one: a file that the Kubernetes generator
/// rewrites has the meeting, the group's own file its first date and its exceptions.
fn named_by(list: &str) -> Option<&'static str> {
    match list {
        "meetings" => Some("description"),
        "subprojects" => Some("name"),
        _ => None,
    }
}

/// The items of `first`, each with what the item of the same name in `second` adds, then those that `second` alone has.
fn merge_lists<'n>(list: &str, first: &'n Node, second: &'n Node, found: &mut Found<'n>) -> Node {
    let (Some(ours), Some(theirs)) = (first.items(), second.items()) else {
        found.clashes.push((list.to_owned(), first, second));
        return first.clone();
    };
    let name = |item: &'n Node| {
        let name = item.get(named_by(list)?)?.as_str()?.trim();
        (!name.is_empty()).then_some(name)
    };
    // The first item of a name is the one that is completed.
    let mut waiting: HashMap<&str, &Node> = HashMap::new();
    for item in theirs {
        if let Some(name) = name(item) {
            waiting.entry(name).or_insert(item);
        }
    }
    let mut items: Vec<Node> = Vec::with_capacity(ours.len() + theirs.len());
    let mut used: HashSet<&str> = HashSet::new();
    for item in ours {
        let addition = name(item).filter(|name| used.insert(name)).and_then(|name| waiting.get(name));
        items.push(addition.map_or_else(|| item.clone(), |addition| merge_nodes(item, addition, found)));
    }
    for item in theirs {
        let is_known = match name(item) {
            Some(name) => used.contains(name),
            // Nameless ones that say the same in both places are one.
            None => ours.iter().any(|own| says_the_same(own, item)),
        };
        if !is_known {
            // Exact keys alone complete something, and here is nothing to complete.
            if list == "meetings"
                && ["day", "time", "frequency", "rrule"].iter().all(|key| item.get(key).is_none())
            {
                found.strangers.push(item);
            }
            items.push(item.clone());
        }
    }
    Node { kind: Kind::Sequence(items), span: first.span, tag: first.tag.clone() }
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
