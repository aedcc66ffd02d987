//! A group cannot be reached.
//!
//! It has no chat channel, no mailing list, no forum, no team, no liaison and no link.
//!
//! ## Why it matters
//!
//! Who wants to ask or to join has nowhere to go.
//!
//! ## How to mend it
//!
//! Add the group's channel or list under `contact`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   contact: {}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   contact: {slack: sig-docs}
//! ```

use folkmoot_diagnostics::Severity;

use super::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("missing-contact", Severity::Warning, include_str!("missing_contact.rs"), run)
        .with_settings(&["contact_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| group.contact.is_empty() && !is_over(group)) {
        // Keys the model does not know (`irc`) may be a way to reach the group all the same.
        if group.contact.liaison.is_some() || !group.contact.extra.is_empty() || !group.links.is_empty() {
            continue;
        }
        let Some(rule) = context.rules.switch("contact_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let finding = out
            .finding(format!("{} has no channel and no mailing list", group.title()))
            .at(context.head(group), "no `contact`")
            .why("who wants to ask or to join has nowhere to go")
            .help("add its channel or mailing list under `contact`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
