//! A waiver has ended.
//!
//! A waiver holds up to and with the day in `until`. One without that day never ends.
//!
//! ## Why it matters
//!
//! The group was given time to mend something, and the time is over: what was waived is reported again.
//!
//! ## How to mend it
//!
//! Mend what was waived and delete the waiver, or have it extended by whoever granted it.
//!
//! ```yaml fails
//! # --- community.yaml
//! waivers:
//! - check: missing-charter
//!   group: sig-docs
//!   by: steering
//!   reason: forming
//!   until: 2026-06-30
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! waivers:
//! - check: missing-charter
//!   group: sig-docs
//!   by: steering
//!   reason: forming
//!   until: 2027-01-31
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```

use folkmoot_diagnostics::Severity;
use folkmoot_model::Waiver;
use jiff::civil::Date;

use super::Allowances;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::settling("waiver-expired", Severity::Warning, include_str!("waiver_expired.rs"));

/// Whether the waiver still holds on `today`.
pub(super) fn holds(waiver: &Waiver, today: Date) -> bool {
    waiver.until.is_none_or(|until| today <= until)
}

pub(super) fn find(allowances: &Allowances<'_>, context: &Context<'_>, out: &mut Findings) {
    for (waiver, _) in &allowances.waivers {
        let Some(until) = waiver.until.filter(|until| *until < context.today) else { continue };
        let by = waiver.by.non_empty().map_or_else(String::new, |by| format!(" by {by}"));
        let group = waiver.group.non_empty().map_or_else(String::new, |group| format!(" for `{group}`"));
        out.add(
            out.finding(format!("the waiver of `{}`{group}{by} ended on {until}", waiver.check))
                .at(waiver.check.span(), "no longer holds")
                .help(format!(
                    "mend what `{}` finds and delete the waiver, or have it extended",
                    waiver.check
                )),
        );
    }
}
