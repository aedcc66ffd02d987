//! A working group names fewer stakeholder SIGs than its community's rules ask for.
//!
//! None at all is the matter of `wg-without-stakeholders`.
//!
//! ## Why it matters
//!
//! A working group is there for what crosses SIGs. What concerns one SIG alone is a subproject of that SIG.
//!
//! ## How to mend it
//!
//! List the other SIGs with a stake, or make the group a subproject.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {values: {stakeholders_min: 2}}
//! # --- sigs.yaml
//! sigs: [{dir: sig-apps, name: Apps}]
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {values: {stakeholders_min: 1}}
//! # --- sigs.yaml
//! sigs: [{dir: sig-apps, name: Apps}]
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//! ```

use folkmoot_diagnostics::Severity;

use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("too-few-stakeholders", Severity::Warning, include_str!("too_few_stakeholders.rs"), run)
        .with_settings(&["stakeholders_min"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| group.kind.prefix == "wg" && !is_over(group)) {
        let stakeholders = group.stakeholder_sigs.len();
        let Some(first) = group.stakeholder_sigs.first() else { continue };
        let rule = context.rules.count("stakeholders_min", group);
        let Some(rule) = rule.filter(|rule| stakeholders < rule.value) else { continue };
        let finding = out
            .finding(format!(
                "{} names {stakeholders} of at least {} stakeholders",
                group.title(),
                rule.value
            ))
            .at(first.span(), "its stakeholders")
            .help("list the other SIGs with a stake")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
