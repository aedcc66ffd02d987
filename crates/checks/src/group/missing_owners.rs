//! A subproject has neither owners nor leads.
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

use super::is_over;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("missing-owners", Severity::Warning, include_str!("missing_owners.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        for subproject in &group.subprojects {
            if !subproject.owners.is_empty() || !subproject.leads.is_empty() {
                continue;
            }
            let place = match subproject.name.is_present() {
                true => subproject.name.span(),
                false => context.first_line(subproject.span),
            };
            out.add(
                out.finding(format!("nobody owns `{}` of {}", subproject.name, group.title()))
                    .at(place, "neither `owners` nor `leads`")
                    .help("link its `OWNERS` file under `owners`")
                    .in_group(group.dir.as_str()),
            );
        }
    }
}
