//! A handle is none that GitHub gives out.
//!
//! Handles have up to 39 letters, digits and single dashes. An `@` or the profile's address before it is not
//! part of the handle. Underscores occur in accounts that a company manages.
//!
//! ## Why it matters
//!
//! The link to the person leads nowhere, and `OWNERS_ALIASES` names nobody.
//!
//! ## How to mend it
//!
//! Write the handle alone.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: '@ana', name: Ana Example}]
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: Ana Example, name: Ana Example}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana-example, name: Ana Example}]
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity};
use folkmoot_model::Text;

use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("handle-malformed", Severity::Warning, include_str!("handle_malformed.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for mention in context.mentions().all() {
        if let Some(finding) = judge(&mention.person.github, out) {
            out.add(mention.within(finding));
        }
    }
    for record in &context.community.people {
        if let Some(finding) = judge(&record.github, out) {
            out.add(finding);
        }
    }
}

fn judge(handle: &Text, out: &Findings) -> Option<folkmoot_diagnostics::Diagnostic> {
    let written = handle.non_empty()?;
    let problem = problem(written)?;
    let finding = out.finding(format!("`{written}` is no handle on GitHub")).at(handle.span(), problem);
    let meant = written.trim().trim_start_matches('@').trim_end_matches('/');
    let meant = meant.rsplit_once("github.com/").map_or(meant, |(_, handle)| handle);
    Some(if meant != written && self::problem(meant).is_none() {
        let edit = Edit { span: handle.span(), replacement: meant.to_owned() };
        finding.help(format!("write `{meant}`")).fix(
            format!("write the handle alone: `{meant}`"),
            Applicability::Safe,
            vec![edit],
        )
    } else {
        finding.help("write the handle as the address of the profile ends")
    })
}

/// Why GitHub would not give out that handle. Dashes at the end and in a row occur in old accounts.
fn problem(handle: &str) -> Option<&'static str> {
    if handle.contains("://") || handle.contains('/') {
        return Some("an address, not the handle");
    }
    if handle.starts_with('@') {
        return Some("`@` is not part of the handle");
    }
    if handle.contains(char::is_whitespace) {
        return Some("contains a space");
    }
    if !handle.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return Some("handles have letters, digits and dashes");
    }
    if handle.starts_with('-') {
        return Some("begins with a dash");
    }
    (handle.len() > 39).then_some("longer than 39 characters")
}
