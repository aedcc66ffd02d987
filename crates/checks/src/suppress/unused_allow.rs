//! Something is allowed that no longer happens.
//!
//! ## Why it matters
//!
//! What was allowed has been mended. The exception that stays behind would hide the next mistake of its kind.
//!
//! ## How to mend it
//!
//! Delete the comment or entry.
//!
//! ```yaml fails
//! sigs:
//! # folkmoot: allow label-mismatch -- older than the rule
//! - dir: sig-docs
//!   name: Docs
//!   label: docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! # folkmoot: allow label-mismatch -- older than the rule
//! - dir: sig-docs
//!   name: Docs
//!   label: documentation
//! ```

use folkmoot_diagnostics::{Severity, Span};

use super::Allowances;
use crate::{Check, Context, Findings, find_check};

pub(crate) const CHECK: Check =
    Check::settling("unused-allow", Severity::Note, include_str!("unused_allow.rs"));

pub(super) fn find(allowances: &Allowances<'_>, context: &Context<'_>, out: &mut Findings) {
    let is_off = |name: &str| {
        let probe = folkmoot_diagnostics::Diagnostic::note("", "");
        find_check(name).is_none_or(|check| {
            context.rules.severity(&folkmoot_diagnostics::Diagnostic { code: check.code, ..probe }).is_none()
        })
    };
    let mut report = |what: String, span: Span| {
        out.add(
            out.finding(format!("{what} is allowed, yet does not happen"))
                .at(span, "no longer needed")
                .help("delete this"),
        );
    };
    for (comment, used) in &allowances.comments {
        // Unknown names and missing reasons have findings of their own.
        if !used && comment.is_reasoned() && !comment.checks.iter().any(|(name, _)| is_off(name)) {
            let names: Vec<_> = comment.checks.iter().map(|(name, _)| format!("`{name}`")).collect();
            report(names.join(", "), comment.span);
        }
    }
    for (allow, used) in &allowances.allows {
        if !used && !allow.reason.trim().is_empty() && !is_off(&allow.check) {
            report(format!("`{}`", allow.check), allow.check.span());
        }
    }
    for (waiver, used) in &allowances.waivers {
        if !used && !waiver.reason.trim().is_empty() && !is_off(&waiver.check) {
            report(format!("`{}`", waiver.check), waiver.check.span());
        }
    }
}
