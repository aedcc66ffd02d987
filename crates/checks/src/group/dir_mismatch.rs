//! A group's directory is not what its name implies.
//!
//! The SIG `API Machinery` lives in `sig-api-machinery`: the prefix of its kind, then the name in lower case
//! with dashes for spaces. Unless the community's rules ask for exact names, a short form will do:
//! `sig-apimachinery`, `sig-scale` for `Performance and Scale`, `special-interest-groups/docs`.
//!
//! ## Why it matters
//!
//! People and programs make the path from the name: links from other groups lead nowhere, and the generated
//! page lands in another folder than the group's own files.
//!
//! ## How to mend it
//!
//! Rename the directory together with the key `dir`, or the group.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-apps
//!   name: API Machinery
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-apimachinery
//!   name: API Machinery
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-api-machinery
//!   name: API Machinery
//! - dir: special-interest-groups/docs
//!   name: Docs
//! ```

use folkmoot_diagnostics::Severity;

use super::naming::resembles;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("dir-mismatch", Severity::Warning, include_str!("dir_mismatch.rs"), run)
        .with_settings(&["names_exact"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups() {
        let (Some(name), Some(dir)) = (group.name.non_empty(), group.dir.non_empty()) else { continue };
        let implied = group.kind.dir_name(name);
        let Some(rule) = context.rules.switch("names_exact", group) else { continue };
        if dir == implied || !rule.value && resembles(dir, &group.kind.prefix, name) {
            continue;
        }
        out.add(
            out.finding(format!("the directory of {} is not what its name implies", group.title()))
                .at(group.dir.span(), format!("`{implied}` expected"))
                .at(group.name.span(), "by this name")
                .why("links to the group are made from its name")
                .help(format!("rename the directory to `{implied}`, here and in the repository"))
                .in_group(group_key(group)),
        );
    }
}
