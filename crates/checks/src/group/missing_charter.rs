//! A group links no charter.
//!
//! ## Why it matters
//!
//! The charter says what the group may decide and how. Without it nobody can tell whether a question is the
//! group's, and the community's rules apply to it word by word.
//!
//! ## How to mend it
//!
//! Write the charter and link it: `charter_link: charter.md`.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   charter_link: charter.md
//! ```

use folkmoot_diagnostics::Severity;

use super::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("missing-charter", Severity::Warning, include_str!("missing_charter.rs"), run)
        .with_settings(&["charter_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| group.charter_link.is_empty() && !is_over(group)) {
        let Some(rule) = context.rules.switch("charter_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let finding = out
            .finding(format!("{} has no charter", group.title()))
            .at(context.head(group), "no `charter_link`")
            .help("link the charter: `charter_link: charter.md`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
