//! A check is named that does not exist.
//!
//! Comments, `allow`, `waivers` and `policies` name checks. A name that no check has does nothing.
//!
//! ## Why it matters
//!
//! Who wrote it believes that a finding is allowed, or a check turned off, and it is not.
//!
//! ## How to mend it
//!
//! Write the name as findings show it in brackets; `folkmoot explain` lists them all.
//!
//! ```yaml fails
//! sigs:
//! # folkmoot: allow mising-charter -- the charter is voted on in January
//! - dir: sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! allow: [{check: missing-charta, reason: our charters are elsewhere}]
//! # --- sigs.yaml
//! sigs: []
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! allow: [{check: missing-charter, reason: our charters are elsewhere}]
//! # --- sigs.yaml
//! sigs: []
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity, Span};

use super::Allowances;
use crate::{Check, Context, Findings, find_check, similar_checks};

pub(crate) const CHECK: Check =
    Check::settling("unknown-check", Severity::Warning, include_str!("unknown_check.rs"));

pub(super) fn find(allowances: &Allowances<'_>, context: &Context<'_>, out: &mut Findings) {
    for (comment, _) in &allowances.comments {
        for (name, span) in &comment.checks {
            report(name, *span, out);
        }
        if comment.checks.is_empty() {
            out.add(out.finding("this allows no check").at(comment.span, "no name of a check"));
        }
    }
    let allows = allowances.allows.iter().map(|(allow, _)| &allow.check);
    let waivers = allowances.waivers.iter().map(|(waiver, _)| &waiver.check);
    for name in allows.chain(waivers) {
        report(name, name.span(), out);
    }
    // A setting with a dash can only be meant as a check: settings have underscores.
    for value in context.community.policies.values.iter().filter(|value| value.name.contains('-')) {
        report(&value.name, value.name.span(), out);
    }
}

fn report(name: &str, span: Span, out: &mut Findings) {
    if find_check(name).is_some() {
        return;
    }
    let finding = out.finding(format!("there is no check `{name}`")).at(span, "unknown");
    let finding = match similar_checks(name) {
        Some(near) => finding.help(format!("write `{near}`")).fix(
            format!("write `{near}`"),
            Applicability::Suggestion,
            vec![Edit { span, replacement: near.to_owned() }],
        ),
        None => finding.help("run `folkmoot explain` for the names of all checks"),
    };
    out.add(finding);
}
