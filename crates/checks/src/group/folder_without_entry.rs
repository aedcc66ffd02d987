//! A group's folder stands in the repository, and no group has it.
//!
//! A folder is a group's by its name (`sig-docs`, `wg-batch`) where the community's other groups are named so.
//! Templates and folders under `archive` are left out.
//!
//! ## Why it matters
//!
//! The group is in no list: either it was forgotten, or it ended and its folder still looks alive.
//!
//! ## How to mend it
//!
//! Add the group to the record, with `status: {state: retired}` where it ended, or move the folder to
//! `archive`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! # --- sig-docs/README.md
//! # SIG Docs
//! # --- sig-old/README.md
//! # SIG Old
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! # --- sig-docs/README.md
//! # SIG Docs
//! # --- archive/sig-old/README.md
//! # SIG Old
//! ```

use std::collections::HashSet;

use folkmoot_diagnostics::{Severity, Span};
use folkmoot_model::EntryKind;

use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("folder-without-entry", Severity::Warning, include_str!("folder_without_entry.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let known: HashSet<&str> = context.groups().map(|group| group.dir.trim_matches('/')).collect();
    let prefixes: HashSet<&str> = context
        .groups()
        .filter(|group| group.dir.starts_with(&format!("{}-", group.kind.prefix)))
        .map(|group| group.kind.prefix.as_str())
        .collect();
    for (name, kind) in context.files.entries("") {
        let is_groups = name.split_once('-').is_some_and(|(prefix, _)| prefixes.contains(prefix));
        if kind != EntryKind::Directory || !is_groups || known.contains(name.as_str()) {
            continue;
        }
        let lower = name.to_lowercase();
        if lower.contains("template") || lower.contains("archive") {
            continue;
        }
        let finding = out
            .finding(format!("the folder `{name}` belongs to no group"))
            .why("a folder like this looks like a group that is alive")
            .help("add the group to the record, or move the folder to `archive`");
        let page = ["README.md", "charter.md"].map(|page| format!("{name}/{page}"));
        let page = page.into_iter().find(|page| context.files.kind(page) == Some(EntryKind::File));
        let page = page.or_else(|| first_file(context, &name));
        let place = page.and_then(|page| context.open(&page)).map(Span::file_start);
        out.add(match place {
            Some(place) => finding.at(place, "no entry has this directory"),
            None => finding,
        });
    }
}

fn first_file(context: &Context<'_>, dir: &str) -> Option<String> {
    let entries = context.files.entries(dir);
    let file = entries.into_iter().find(|(name, kind)| *kind == EntryKind::File && name.ends_with(".md"));
    file.map(|(name, _)| format!("{dir}/{name}"))
}
