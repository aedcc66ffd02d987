//! A working group names no stakeholder SIG.
//!
//! It is looked for where the community's rules ask for stakeholders, or where its other working groups name
//! some.
//!
//! ## Why it matters
//!
//! A working group reports to its stakeholders, and they keep what it leaves behind. Without any, nobody
//! notices that it has stopped.
//!
//! ## How to mend it
//!
//! List the SIGs, by name, under `stakeholder_sigs`.
//!
//! ```yaml fails
//! sigs:
//! - {dir: sig-apps, name: Apps}
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//! - dir: wg-data
//!   name: Data
//! ```
//!
//! ```yaml passes
//! sigs:
//! - {dir: sig-apps, name: Apps}
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//! ```

use folkmoot_diagnostics::Severity;

use super::is_over;
use crate::{Authority, Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("wg-without-stakeholders", Severity::Warning, include_str!("wg_without_stakeholders.rs"), run)
        .with_settings(&["stakeholders_min"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    let mut groups = context.groups().filter(|group| group.kind.prefix == "wg");
    let customary = groups.any(|group| !group.stakeholder_sigs.is_empty());
    for group in context.groups().filter(|group| group.kind.prefix == "wg") {
        if !group.stakeholder_sigs.is_empty() || is_over(group) {
            continue;
        }
        let rule = context.rules.count("stakeholders_min", group);
        let by = match rule {
            Some(rule) if rule.value == 0 => continue,
            Some(rule) => rule.by,
            None if customary => Authority::Default,
            None => continue,
        };
        let finding = out
            .finding(format!("{} names no stakeholder SIG", group.title()))
            .at(context.head(group), "no `stakeholder_sigs`")
            .why("a working group reports to its stakeholders, and they keep what it leaves behind")
            .help("list the SIGs with a stake under `stakeholder_sigs`")
            .in_group(group_key(group));
        out.add(by.cite(finding));
    }
}
