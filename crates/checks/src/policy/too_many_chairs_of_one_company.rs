//! More chairs of a group are from one company than its community's rules allow.
//!
//! ## Why it matters
//!
//! A group chaired by one employer decides as that employer does, or is taken to.
//!
//! ## How to mend it
//!
//! Find a chair from elsewhere, or record a waiver until the next term.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {groups: {sig-docs: {chairs_per_company_max: 1}}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs:
//!     - {github: ana, name: Ana Example, company: 'One, Inc.'}
//!     - {github: bo, name: Bo Example, company: One}
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {groups: {sig-docs: {chairs_per_company_max: 1}}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs:
//!     - {github: ana, name: Ana Example, company: One}
//!     - {github: bo, name: Bo Example, company: Independent}
//!     - {github: cy, name: Cy Example, company: Independent}
//! ```

use folkmoot_diagnostics::Severity;

use super::company;
use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "too-many-chairs-of-one-company",
    Severity::Warning,
    include_str!("too_many_chairs_of_one_company.rs"),
    run,
)
.with_settings(&["chairs_per_company_max"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let Some(rule) = context.rules.count("chairs_per_company_max", group) else { continue };
        let chairs: Vec<_> = group.leadership.chairs.iter().collect();
        let Some(of_one) = company::largest(&chairs).filter(|of_one| of_one.len() > rule.value) else {
            continue;
        };
        let mut finding = out.finding(format!(
            "{} chairs of {} are from {}, at most {} may be",
            of_one.len(),
            group.title(),
            of_one[0].company,
            rule.value
        ));
        for person in &of_one {
            finding = finding.at(person.company.span(), "");
        }
        let finding = finding.help("find a chair from elsewhere").in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
