//! A group's directory lies outside of the repository.
//!
//! `dir` counts from the repository's root: `sig-docs`, `groups/docs`. Found are a path that begins at the file system's root
//! or at a drive, and one that goes up with `..`, even where it comes back.
//!
//! ## Why it matters
//!
//! Nothing is read from there and nothing written: the group has no page, no charter and no link that leads anywhere.
//!
//! ## How to mend it
//!
//! Write the directory in the repository, with `/` between its parts.
//!
//! ```yaml fails
//! sigs:
//! - dir: ../sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: /srv/community/sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! - dir: groups/release..notes
//!   name: Release Notes
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("dir-leaves-repository", Severity::Error, include_str!("dir_leaves_repository.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups() {
        let Some(dir) = group.dir.non_empty() else { continue };
        if !leaves(dir) {
            continue;
        }
        let parts = || dir.split(['/', '\\']);
        let goes_up = parts().any(|part| part == "..");
        let finding = out
            .finding(format!("the directory of {} lies outside of the repository", group.title()))
            .at(group.dir.span(), if goes_up { "goes up" } else { "begins outside" })
            .why("nothing is read from there, and nothing written")
            .in_group(group_key(group));
        // What is left without the way out may be what is meant.
        let inside = parts().filter(|part| !matches!(*part, "" | "." | "..")).collect::<Vec<_>>().join("/");
        let stands = !inside.is_empty() && context.files.kind(&inside).is_some();
        out.add(match stands {
            true => {
                let edit = Edit { span: group.dir.span(), replacement: inside.clone() };
                let fix = format!("write `{inside}`");
                finding.help(format!("{fix}, which is there")).fix(fix, Applicability::Suggestion, vec![edit])
            }
            false => finding.help("write the directory in the repository: `sig-docs`, `groups/docs`"),
        });
    }
}

/// Whether a directory is outside of the repository, or on a way through there.
pub(super) fn leaves(dir: &str) -> bool {
    let goes_up = dir.split(['/', '\\']).any(|part| part == "..");
    let drive = dir.as_bytes().get(1) == Some(&b':') && dir.starts_with(|c: char| c.is_ascii_alphabetic());
    goes_up || drive || dir.starts_with(['/', '\\'])
}
