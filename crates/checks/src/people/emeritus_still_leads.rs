//! A former lead of a group still leads it.
//!
//! The same handle stands under `emeritus_leads` and under an active role of one group.
//!
//! ## Why it matters
//!
//! Either the lead left and keeps their rights, or came back and is still shown as gone.
//!
//! ## How to mend it
//!
//! Delete the entry that no longer holds.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//!     emeritus_leads: [{github: ana, name: Ana Example}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     emeritus_leads: [{github: ana, name: Ana Example}]
//! ```

use std::collections::HashMap;

use folkmoot_diagnostics::Severity;
use folkmoot_model::Person;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("emeritus-still-leads", Severity::Warning, include_str!("emeritus_still_leads.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !group.leadership.emeritus_leads.is_empty()) {
        let mut active: HashMap<String, (&str, &Person)> = HashMap::new();
        for (role, person) in group.leadership.active() {
            active.entry(person.github.to_lowercase()).or_insert((role, person));
        }
        for former in group.leadership.emeritus_leads.iter().filter(|person| !person.github.is_empty()) {
            let Some((role, person)) = active.get(&former.github.to_lowercase()) else { continue };
            out.add(
                out.finding(format!(
                    "`{}` is a former lead of {} and leads it",
                    former.github,
                    group.title()
                ))
                .at(former.github.span(), "listed as a former lead")
                .at(person.github.span(), format!("and under `{role}`"))
                .help("delete the entry that no longer holds")
                .in_group(group_key(group)),
            );
        }
    }
}
