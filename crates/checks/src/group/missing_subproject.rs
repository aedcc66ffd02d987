//! A group owns nothing.
//!
//! ## Why it matters
//!
//! Some communities have groups only for what they own: repositories, parts of them, efforts. A group without
//! one is a place to talk, and what it looks after belongs to nobody.
//!
//! ## How to mend it
//!
//! List what the group owns under `subprojects`, or make it a working group.
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
//!   subprojects:
//!   - name: website
//!     owners: [https://github.com/example/website/blob/main/OWNERS]
//! ```

use folkmoot_diagnostics::Severity;

use super::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("missing-subproject", Severity::Warning, include_str!("missing_subproject.rs"), run)
        .with_settings(&["subprojects_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| group.subprojects.is_empty() && !is_over(group)) {
        let Some(rule) = context.rules.switch("subprojects_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let finding = out
            .finding(format!("{} owns no subproject", group.title()))
            .at(context.head(group), "no `subprojects`")
            .help("list what it owns under `subprojects`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
