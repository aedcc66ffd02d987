//! One company has a larger share of a group's leads than its community's rules allow.
//!
//! Chairs and technical leads count, each person once. Who works for nobody counts as a lead and for no
//! company. A single lead is no share: see `too-few-chairs`.
//!
//! ## Why it matters
//!
//! A group led by one employer decides as that employer does, or is taken to.
//!
//! ## How to mend it
//!
//! Find leads from elsewhere, or record a waiver until the next term.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {values: {company_share_max: 1/2}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs:
//!     - {github: ana, name: Ana Example, company: One}
//!     - {github: bo, name: Bo Example, company: One}
//!     - {github: cy, name: Cy Example, company: Two}
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {values: {company_share_max: 1/2}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs:
//!     - {github: ana, name: Ana Example, company: One}
//!     - {github: cy, name: Cy Example, company: Two}
//! ```

use folkmoot_diagnostics::Severity;

use super::company;
use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("company-dominates", Severity::Warning, include_str!("company_dominates.rs"), run)
        .with_settings(&["company_share_max"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let Some(rule) = context.rules.share("company_share_max", group) else { continue };
        let leads = group.leadership.owners();
        let Some(of_one) = company::largest(&leads).filter(|of_one| of_one.len() > 1) else { continue };
        let (part, whole) = rule.value;
        if of_one.len() as u64 * whole <= leads.len() as u64 * part {
            continue;
        }
        let company = &of_one[0].company;
        let mut finding = out.finding(format!(
            "{} of the {} leads of {} are from {company}, more than {part}/{whole}",
            of_one.len(),
            leads.len(),
            group.title()
        ));
        for person in &of_one {
            finding = finding.at(person.company.span(), "");
        }
        let finding = finding.help("find leads from elsewhere").in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
