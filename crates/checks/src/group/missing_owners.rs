//! A subproject has neither owners nor leads.
//!
//! Found once a group, with each of its subprojects concerned.
//!
//! ## Why it matters
//!
//! Nobody approves its changes, and who wants to contribute does not know whom to ask.
//!
//! ## How to mend it
//!
//! Link its `OWNERS` file under `owners`, or name who leads it under `leads`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   subprojects:
//!   - name: website
//!     owners: []
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   subprojects:
//!   - name: website
//!     owners: [https://github.com/example/website/blob/main/OWNERS]
//!   - name: blog
//!     leads: [{github: ana, name: Ana Example}]
//! ```

use folkmoot_diagnostics::Severity;
use folkmoot_model::Subproject;

use super::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("missing-owners", Severity::Warning, include_str!("missing_owners.rs"), run)
        .with_settings(&["owners_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let ownerless =
            |subproject: &&Subproject| subproject.owners.is_empty() && subproject.leads.is_empty();
        let found: Vec<_> = group.subprojects.iter().filter(ownerless).collect();
        let Some(first) = found.first() else { continue };
        let Some(rule) = context.rules.switch("owners_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let message = match found.len() {
            1 => format!("nobody owns `{}` of {}", first.name, group.title()),
            many => format!("nobody owns {many} subprojects of {}", group.title()),
        };
        let mut finding = out.finding(message);
        for subproject in &found {
            let place = match subproject.name.is_present() {
                true => subproject.name.span(),
                false => context.first_line(subproject.span),
            };
            finding = finding.at(place, "neither `owners` nor `leads`");
        }
        let finding = finding
            .why("who wants to contribute does not know whom to ask")
            .help("link the `OWNERS` file under `owners`, or name who leads it under `leads`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
