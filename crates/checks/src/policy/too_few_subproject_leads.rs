//! A subproject has fewer leads than its community's rules ask for.
//!
//! Looked at are subprojects that name leads; others are led by the owners they link.
//!
//! ## Why it matters
//!
//! A single lead who leaves takes the knowledge along, and nobody else may approve changes.
//!
//! ## How to mend it
//!
//! Name another lead, or set `subproject_leads_min` for the group.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   subprojects:
//!   - name: website
//!     leads: [{github: ana, name: Ana Example}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   subprojects:
//!   - name: website
//!     leads: [{github: ana, name: Ana Example}, {github: bo, name: Bo Example}]
//!   - name: blog
//!     owners: [https://github.com/example/blog/blob/main/OWNERS]
//! ```

use folkmoot_diagnostics::Severity;

use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "too-few-subproject-leads",
    Severity::Warning,
    include_str!("too_few_subproject_leads.rs"),
    run,
)
.with_settings(&["subproject_leads_min"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let Some(rule) = context.rules.count("subproject_leads_min", group) else { continue };
        // Found once a group: a rule that was never followed should not fill the screen.
        let short = |leads: usize| leads > 0 && leads < rule.value;
        let found: Vec<_> =
            group.subprojects.iter().filter(|subproject| short(subproject.leads.len())).collect();
        let Some(first) = found.first() else { continue };
        let message = match found.len() {
            1 => format!("`{}` has {} of at least {} leads", first.name, first.leads.len(), rule.value),
            many => format!("{many} subprojects of {} have fewer than {} leads", group.title(), rule.value),
        };
        let mut finding = out.finding(message);
        for subproject in &found {
            let place = match subproject.name.is_present() {
                true => subproject.name.span(),
                false => context.first_line(subproject.span),
            };
            finding = finding.at(place, format!("{} under `leads`", subproject.leads.len()));
        }
        let finding = finding.help("name another lead").in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
