//! A group's label is not what its name implies.
//!
//! The name `API Machinery` gives the label `api-machinery`: lower case, with dashes for spaces. Unless the
//! community's rules ask for exact names, a short form or a prefix will do: `sig/apimachinery`.
//!
//! ## Why it matters
//!
//! Issues and pull requests find the group by its label. Bots, queries and templates make it from the name.
//!
//! ## How to mend it
//!
//! Write the label that the name gives, or rename the group. Rename the label on GitHub too.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-api-machinery
//!   name: API Machinery
//!   label: apps
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-api-machinery
//!   name: API Machinery
//!   label: apimachinery
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-api-machinery
//!   name: API Machinery
//!   label: api-machinery
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use super::naming::resembles;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("label-mismatch", Severity::Warning, include_str!("label_mismatch.rs"), run)
        .with_settings(&["names_exact"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups() {
        // A community whose groups have no labels does not route by them.
        let (Some(name), Some(label)) = (group.name.non_empty(), group.label.non_empty()) else { continue };
        let implied = group.kind.label_name(name);
        let Some(rule) = context.rules.switch("names_exact", group) else { continue };
        if label == implied || !rule.value && resembles(label, &group.kind.prefix, name) {
            continue;
        }
        let edit = Edit { span: group.label.span(), replacement: implied.clone() };
        out.add(
            out.finding(format!("the label of {} is not what its name implies", group.title()))
                .at(group.label.span(), format!("`{implied}` expected"))
                .at(group.name.span(), "by this name")
                .why("issues find the group by its label")
                .help(format!("write `label: {implied}`"))
                .fix(format!("rename the label to `{implied}`"), Applicability::Suggestion, vec![edit])
                .in_group(group_key(group)),
        );
    }
}
