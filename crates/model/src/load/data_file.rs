//! The data file and the group files: every group of the community.
//!
//! The data file is a mapping: a key of [`GroupKind`] each with its list of groups, and Kubernetes' `gb_rep`.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use folkmoot_diagnostics::{Diagnostic, Span};
use folkmoot_yaml::{Entry, Kind, Node, ScalarStyle};

use super::fields::Fields;
use super::person::person;
use super::profile::ProfileOverrides;
use super::reader::{Keys, Reader};
use super::{detect, group, group_files, sort_by_kind, style};
use crate::{Community, Group, GroupKind, RepoFiles};

/// The kinds known so far.
type Kinds = [Arc<GroupKind>];

/// Group files by directory, each with the mapping it holds.
type GroupFiles = Vec<(String, Node)>;

/// The lists of the Kubernetes schema.
const BUILT_IN: [&str; 4] = ["sigs", "workinggroups", "usergroups", "committees"];

/// Reads `data_file` and the group files into `community`, and finds the profile.
pub(super) fn load(
    reader: &mut Reader,
    files: &dyn RepoFiles,
    data_file: Option<&str>,
    overrides: ProfileOverrides,
    with_group_files: bool,
    community: &mut Community,
) {
    let opened = data_file.and_then(|path| reader.open(files, path));
    let (file, root) = match opened {
        Some((file, document)) => {
            community.data_comments = document.comments;
            community.data_is_as_read = reader.is_as_read(file);
            (Some(file), document.root)
        }
        None => (None, None),
    };
    let has_gb_rep = root.as_ref().is_some_and(|root| root.get("gb_rep").is_some());
    let mut profile = detect::layout(files, data_file.unwrap_or_default(), has_gb_rep);
    if let (Some(file), Some(root)) = (file, &root) {
        let quotes_bools = !profile.rewrites_data || detect::quotes_bools(files);
        profile.yaml = style::detect(&reader.sources.get(file), root, quotes_bools);
    }
    community.profile = overrides.apply(profile);
    let group_files = if with_group_files { open_group_files(reader, files) } else { GroupFiles::new() };
    let mut waiting: HashMap<&str, &Node> =
        group_files.iter().map(|(dir, node)| (dir.as_str(), node)).collect();
    if let Some(root) = &root {
        reader.generator_file = file.filter(|_| community.profile.rewrites_data);
        let uses_discord = |file| reader.sources.get(file).text().contains("discord:");
        if reader.generator_file.is_some_and(uses_discord)
            && detect::templates_mention(files, &community.profile, ".Discord")
        {
            reader.generator_keys.push("discord");
        }
        read_root(reader, root, &mut waiting, community);
    }
    report_twice(reader, &community.groups);
    for (dir, node) in group_files.iter().filter(|(dir, _)| waiting.contains_key(dir.as_str())) {
        read_group_file(reader, dir, node, community);
    }
    drop(waiting);
    community.data_root = root;
    sort_by_kind(community);
}

fn open_group_files(reader: &mut Reader, files: &dyn RepoFiles) -> GroupFiles {
    let mut out = GroupFiles::new();
    for path in group_files::find(files) {
        let Some((_, document)) = reader.open(files, &path) else { continue };
        let Some(root) = document.root else { continue };
        let dir = path.trim_end_matches(group_files::FILE).trim_end_matches('/').to_owned();
        if root.entries().is_none() {
            if !root.is_null() {
                reader.wrong_type(&path, "a group", &root);
            }
            continue;
        }
        out.push((dir, root));
    }
    out
}

fn read_root<'n>(
    reader: &mut Reader,
    root: &Node,
    waiting: &mut HashMap<&'n str, &'n Node>,
    community: &mut Community,
) {
    // A list alone is read as groups of the first kind or of the one that the directory implies.
    if let Some(items) = root.items() {
        reader.wrong_type("the file", "a mapping with a list of groups under `sigs`", root);
        let kinds = community.kinds.clone();
        for item in items {
            let dir = item.get("dir").and_then(Node::as_str).unwrap_or_default();
            let kind =
                kinds.iter().find(|kind| dir.starts_with(&format!("{}-", kind.prefix))).or(kinds.first());
            if let Some(kind) = kind {
                read_groups(reader, kind, std::slice::from_ref(item), waiting, community);
            }
        }
        return;
    }
    let Some(mut fields) = Fields::open(reader, "the file", "a mapping of lists of groups", root) else {
        return;
    };
    let mut lists: Vec<(Arc<GroupKind>, &Node)> = Vec::new();
    for kind in community.kinds.clone() {
        if let Some(entry) = fields.take_named(&kind.key) {
            lists.push((kind, &entry.value));
        }
    }
    for entry in undeclared(reader, root, &community.kinds) {
        let kind = Arc::new(GroupKind::implied(&entry.key));
        if !GroupKind::is_well_known(&entry.key) {
            report_undeclared(reader, entry);
        }
        fields.take_named(&entry.key);
        community.kinds.push(Arc::clone(&kind));
        lists.push((kind, &entry.value));
    }
    community.gb_rep = fields.node("gb_rep").and_then(|node| person(reader, "gb_rep", node));
    for (kind, node) in lists {
        if node.is_null() {
            continue;
        }
        let items = match node.items() {
            Some(items) => items,
            None => {
                reader.wrong_type(&kind.key, "a list of groups", node);
                std::slice::from_ref(node)
            }
        };
        read_groups(reader, &kind, items, waiting, community);
    }
    fields.candidates(BUILT_IN);
    community.data_extra = fields.finish(reader);
}

fn read_groups<'n>(
    reader: &mut Reader,
    kind: &Arc<GroupKind>,
    items: &[Node],
    waiting: &mut HashMap<&'n str, &'n Node>,
    community: &mut Community,
) {
    for item in items.iter().filter(|item| !item.is_null()) {
        if !reader.has_room_for::<Group>(item.span) {
            return;
        }
        let dir = item.get("dir").and_then(Node::as_str).unwrap_or_default();
        let found = match waiting.remove(dir) {
            Some(file) => {
                check_kind(reader, kind, &community.kinds, file);
                let merged = group_files::merge(reader, item, &without_key(file, "kind"));
                group::group(reader, kind, &merged)
            }
            None => group::group(reader, kind, item),
        };
        community.groups.extend(found);
    }
}

/// The kind in a group file must be that of the group's entry.
fn check_kind(reader: &mut Reader, kind: &Arc<GroupKind>, kinds: &Kinds, file: &Node) {
    let Some(node) = file.get("kind").filter(|node| !node.is_null()) else { return };
    let written = node.as_str().unwrap_or_default();
    if kind.goes_by(written) {
        return;
    }
    let known = kinds.iter().any(|kind| kind.goes_by(written));
    let code = if known { "group-defined-twice" } else { "unknown-kind" };
    let finding =
        Diagnostic::error(code, format!("the group's entry is under `{}`, not `{written}`", kind.key))
            .at(reader.first_line(node.span), "not used")
            .why("the kind decides where the group is listed")
            .help("delete the key here, or move the entry");
    reader.report(finding);
}

fn read_group_file(reader: &mut Reader, dir: &str, node: &Node, community: &mut Community) {
    let kinds = community.kinds.clone();
    reader.group = Some(dir.to_owned());
    let kind = group_files::kind_of(reader, &kinds, dir, node);
    reader.group = None;
    let Some(kind) = kind else { return };
    if !reader.has_room_for::<Group>(node.span) {
        return;
    }
    let node = with_dir(reader, &without_key(node, "kind"), dir);
    community.groups.extend(group::group(reader, &kind, &node));
}

/// The mapping with its directory; another one written is reported.
fn with_dir(reader: &mut Reader, node: &Node, dir: &str) -> Node {
    let mut out = without_key(node, "dir");
    if let Some(written) = node.get("dir").filter(|written| !written.is_null()) {
        if written.as_str() == Some(dir) {
            return node.clone();
        }
        let finding =
            Diagnostic::error("wrong-type", format!("`dir`: expected `{dir}`, where this file stands"))
                .at(reader.first_line(written.span), "another directory")
                .why("the group's pages are written beside this file")
                .help("delete the key, or move the file");
        reader.report(finding);
    }
    let at = Span::file_start(node.span.file);
    let text = Kind::Scalar { text: dir.to_owned(), style: ScalarStyle::Plain };
    let value = Node { kind: text, span: at, tag: None };
    if let Kind::Mapping(entries) = &mut out.kind {
        entries.insert(0, Entry { key: "dir".to_owned(), key_span: at, value, merged: false });
    }
    out
}

fn without_key(node: &Node, key: &str) -> Node {
    let mut out = node.clone();
    if let Kind::Mapping(entries) = &mut out.kind {
        entries.retain(|entry| entry.key != key);
    }
    out
}

/// Keys that nobody declared and that hold lists of groups.
fn undeclared<'n>(reader: &Reader, root: &'n Node, kinds: &Kinds) -> Vec<&'n Entry> {
    if reader.keys(root.span) == Keys::Generator {
        return Vec::new();
    }
    let names_a_group = |node: &Node| node.get("name").is_some() || node.get("dir").is_some();
    let is_list =
        |node: &Node| node.items().is_some_and(|items| !items.is_empty() && items.iter().all(names_a_group));
    let entries = root.entries().unwrap_or_default().iter();
    let unknown = entries.filter(|entry| !kinds.iter().any(|kind| kind.key == entry.key));
    unknown
        .filter(|entry| !entry.key.starts_with("x-") && is_list(&entry.value))
        // A kind costs a few strings; nobody has more than a handful.
        .take(32)
        .collect()
}

fn report_undeclared(reader: &mut Reader, entry: &Entry) {
    let key = &entry.key;
    let mut finding = Diagnostic::warning("unknown-kind", format!("no kind of group is declared as `{key}`"))
        .at(entry.key_span, "these groups were read as a kind of their own")
        .why("pages call the groups by the names of their kind")
        .help(format!(
            "declare it in `community.yaml`: `kinds: [{{key: {key}, prefix: …, short: …, singular: …}}]`"
        ));
    if let Some(near) = super::unknown::nearest(key, &BUILT_IN) {
        finding = finding.help(format!("or write `{near}`, if that is meant"));
    }
    reader.report(finding);
}

/// Two entries of one directory.
fn report_twice(reader: &mut Reader, groups: &[Group]) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut told: HashSet<&str> = HashSet::new();
    for group in groups.iter().filter(|group| !group.dir.is_empty()) {
        let here = group.dir.span();
        let Some(&first) = seen.get(group.dir.as_str()) else {
            seen.insert(&group.dir, here);
            continue;
        };
        if told.insert(&group.dir) {
            let finding =
                Diagnostic::error("group-defined-twice", format!("`{}` is in the record twice", group.dir))
                    .at(here, "the second entry")
                    .at(first, "first given here")
                    .why("both would be written to the same pages, the last one wins")
                    .help("merge the entries, or give one another directory")
                    .in_group(group.dir.as_str());
            reader.report(finding);
        }
    }
}
