//! A group's directory is not there.
//!
//! Looked for where other groups of the community do have theirs, so that a record without folders is no
//! mistake.
//!
//! ## Why it matters
//!
//! Links to the group's page and charter lead nowhere.
//!
//! ## How to mend it
//!
//! Run `folkmoot generate`, which makes the directory with its page, or mend `dir`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! - dir: sig-apps
//!   name: Apps
//! # --- sig-docs/README.md
//! # SIG Docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! # --- sig-docs/README.md
//! # SIG Docs
//! ```

use folkmoot_diagnostics::Severity;
use folkmoot_model::{EntryKind, Group};

use super::dir_leaves_repository::leaves;
use super::is_over;
use crate::nearest::nearest;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("entry-without-folder", Severity::Warning, include_str!("entry_without_folder.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let is_inside = |group: &&Group| !group.dir.is_empty() && !leaves(&group.dir);
    let with_dir = || context.groups().filter(is_inside).filter(|group| !is_over(group));
    let stands = |dir: &str| context.files.kind(dir.trim_matches('/')) == Some(EntryKind::Directory);
    let missing: Vec<_> = with_dir().filter(|group| !stands(&group.dir)).collect();
    if missing.is_empty() || missing.len() == with_dir().count() {
        return;
    }
    let root = context.files.entries("");
    let folders =
        || root.iter().filter(|(_, kind)| *kind == EntryKind::Directory).map(|(name, _)| name.as_str());
    for (index, group) in missing.iter().enumerate() {
        let finding = out
            .finding(format!("the directory of {} is not there", group.title()))
            .at(group.dir.span(), format!("no directory `{}`", group.dir))
            .in_group(group_key(group));
        // Each search reads all folders: a record that lost its repository gets no advice.
        let near = (index < 50)
            .then(|| nearest(&group.dir, folders()))
            .flatten()
            .filter(|near| context.community.group(near).is_none());
        let finding = match near {
            Some(near) => finding.help(format!("write `{near}`, if that is meant")),
            None => finding,
        };
        out.add(finding.help("run `folkmoot generate`, which makes it"));
    }
}
