//! A group has fewer technical leads than its community's rules ask for.
//!
//! ## Why it matters
//!
//! Technical leads approve enhancements and settle technical questions. With too few of them decisions wait,
//! or the chairs take them along with everything else.
//!
//! ## How to mend it
//!
//! Name technical leads under `tech_leads`. Where the group's charter gives their duties to the chairs, say so:
//! `policies: groups: sig-docs: {tech_leads_min: 0}`.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}, {github: bo, name: Bo Example}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes], groups: {sig-docs: {tech_leads_min: 0}}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}, {github: bo, name: Bo Example}]
//! ```

use folkmoot_diagnostics::Severity;

use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("too-few-tech-leads", Severity::Warning, include_str!("too_few_tech_leads.rs"), run)
        .with_settings(&["tech_leads_min"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let leads = group.leadership.tech_leads.len();
        if group.leadership.active().next().is_none() {
            continue;
        }
        let Some(rule) = context.rules.count("tech_leads_min", group).filter(|rule| leads < rule.value)
        else {
            continue;
        };
        let finding = out
            .finding(format!("{} has {} of at least {} technical leads", group.title(), leads, rule.value))
            .at(context.head(group), format!("{leads} under `tech_leads`"))
            .help(format!(
                "name technical leads; where the charter asks for none, set `policies: groups: {}: \
                 {{tech_leads_min: {leads}}}`",
                group.id()
            ))
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
