//! A stakeholder is no SIG of this community.
//!
//! `stakeholder_sigs` holds names of SIGs as they stand under `name`: `API Machinery`, neither the directory
//! nor the label.
//!
//! ## Why it matters
//!
//! The SIG does not learn that a working group reports to it, and the links between the two lead nowhere.
//!
//! ## How to mend it
//!
//! Write the SIG's name as its entry does.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-api-machinery
//!   name: API Machinery
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [api-machinery]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-api-machinery
//!   name: API Machinery
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [API Machinery]
//! ```

use std::collections::HashSet;

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use crate::nearest::nearest;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("stakeholder-unknown", Severity::Warning, include_str!("stakeholder_unknown.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let sigs: HashSet<&str> =
        context.groups().filter(|group| group.kind.prefix == "sig").map(|sig| &*sig.name).collect();
    let mut suggested = 0;
    for group in context.groups().filter(|group| group.kind.prefix == "wg") {
        for name in group.stakeholder_sigs.iter().filter(|name| !sigs.contains(name.as_str())) {
            let finding = out
                .finding(format!("`{name}`, a stakeholder of {}, is no SIG", group.title()))
                .at(name.span(), "no SIG goes by this name")
                .in_group(group_key(group));
            // Looking for a similar name reads all of them: a file of thousands of mistakes gets no advice.
            suggested += 1;
            let near = (suggested <= 100).then(|| nearest(name, sorted(&sigs).into_iter())).flatten();
            out.add(match near {
                Some(near) => {
                    let edit = Edit { span: name.span(), replacement: near.to_owned() };
                    finding.help(format!("write `{near}`")).fix(
                        format!("name the SIG `{near}`"),
                        Applicability::Suggestion,
                        vec![edit],
                    )
                }
                None => finding.help("write the SIG's name as it stands under `name` of its entry"),
            });
        }
    }
}

/// In an order that is the same in every run.
fn sorted<'a>(names: &HashSet<&'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.iter().copied().collect();
    names.sort_unstable();
    names
}
