//! A group that is no working group names stakeholder SIGs.
//!
//! ## Why it matters
//!
//! Stakeholders are the SIGs that a working group reports to. On a SIG or committee the key has no meaning,
//! and the Kubernetes generator refuses it.
//!
//! ## How to mend it
//!
//! Delete `stakeholder_sigs`, or make the group a working group.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-apps
//!   name: Apps
//! - dir: sig-docs
//!   name: Docs
//!   stakeholder_sigs: [Apps]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-apps
//!   name: Apps
//! workinggroups:
//! - dir: wg-docs
//!   name: Docs
//!   stakeholder_sigs: [Apps]
//! ```

use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("stakeholders-on-sig", Severity::Warning, include_str!("stakeholders_on_sig.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !group.kind.declared && group.kind.prefix != "wg") {
        let Some(first) = group.stakeholder_sigs.first() else { continue };
        out.add(
            out.finding(format!("{} is no working group, yet names stakeholders", group.title()))
                .at(first.span(), "only a working group has stakeholder SIGs")
                .help("delete `stakeholder_sigs`")
                .in_group(group_key(group)),
        );
    }
}
