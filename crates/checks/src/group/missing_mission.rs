//! A group does not say what it is for.
//!
//! ## Why it matters
//!
//! It is the first thing a newcomer reads, and often the last: a list of names does not tell them which group
//! is theirs.
//!
//! ## How to mend it
//!
//! Say it in a sentence or two under `mission_statement`: what the group looks after, and for whom.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   mission_statement: Looks after what users read.
//! ```

use folkmoot_diagnostics::Severity;

use super::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("missing-mission", Severity::Warning, include_str!("missing_mission.rs"), run)
        .with_settings(&["mission_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| group.mission_statement.is_empty() && !is_over(group)) {
        let Some(rule) = context.rules.switch("mission_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let finding = out
            .finding(format!("{} does not say what it is for", group.title()))
            .at(context.head(group), "no `mission_statement`")
            .why("it is the first thing a newcomer reads about a group")
            .help("say it in a sentence: `mission_statement: …`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
