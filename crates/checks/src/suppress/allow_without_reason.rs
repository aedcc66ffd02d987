//! A finding is allowed, and nobody says why.
//!
//! Without a reason nothing is allowed: the finding stays. A waiver also says who granted it.
//!
//! ## Why it matters
//!
//! In a year nobody knows whether the exception still holds, so it stays for ever.
//!
//! ## How to mend it
//!
//! Write the reason after two dashes, or under `reason` in `community.yaml`, and who granted a waiver under `by`.
//!
//! ```yaml fails
//! sigs:
//! # folkmoot: allow missing-charter
//! - dir: sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! # folkmoot: allow missing-charter -- the charter is voted on in January
//! - dir: sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! allow:
//! - check: missing-charter
//! # --- sigs.yaml
//! sigs: []
//! ```

use folkmoot_diagnostics::Severity;

use super::Allowances;
use crate::{Check, Findings};

pub(crate) const CHECK: Check =
    Check::settling("allow-without-reason", Severity::Warning, include_str!("allow_without_reason.rs"));

pub(super) fn find(allowances: &Allowances<'_>, out: &mut Findings) {
    for (comment, _) in &allowances.comments {
        if comment.reason.is_empty() {
            let name = comment.checks.first().map_or("the-check", |(name, _)| name);
            out.add(
                out.finding("this allows a finding without saying why")
                    .at(comment.span, "no reason")
                    .why("without a reason nothing is allowed")
                    .help(format!("write `folkmoot: allow {name} -- ` and the reason")),
            );
        }
    }
    for (allow, _) in &allowances.allows {
        if allow.reason.trim().is_empty() {
            let place = if allow.check.is_present() { allow.check.span() } else { allow.span };
            out.add(
                out.finding(format!("`{}` is allowed without saying why", allow.check))
                    .at(place, "no `reason`")
                    .why("without a reason nothing is allowed")
                    .help("add `reason: ` and why"),
            );
        }
    }
    for (waiver, _) in &allowances.waivers {
        if waiver.by.trim().is_empty() {
            let place = if waiver.check.is_present() { waiver.check.span() } else { waiver.span };
            out.add(
                out.finding(format!("the waiver of `{}` does not say who granted it", waiver.check))
                    .at(place, "no `by`")
                    .help("add `by: ` and who decided it"),
            );
        }
        if waiver.reason.trim().is_empty() {
            let place = if waiver.check.is_present() { waiver.check.span() } else { waiver.span };
            out.add(
                out.finding(format!("the waiver of `{}` does not say why", waiver.check))
                    .at(place, "no `reason`")
                    .why("without a reason nothing is waived")
                    .help("add `reason: ` and why"),
            );
        }
    }
}
