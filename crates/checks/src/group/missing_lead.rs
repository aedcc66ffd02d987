//! A group has no chair, nor any other lead.
//!
//! Former leads do not count. A group whose `status` says that it is retired needs none.
//!
//! ## Why it matters
//!
//! Nobody calls its meetings or answers for it, and nobody can say so: questions to the group stay open.
//!
//! ## How to mend it
//!
//! Name who leads it under `leadership: chairs:`, or retire the group: `status: {state: retired}`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: []
//!     emeritus_leads:
//!     - {github: ana, name: Ana Example}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs:
//!     - {github: ana, name: Ana Example}
//! - dir: sig-old
//!   name: Old
//!   status: {state: retired}
//! ```

use folkmoot_diagnostics::Severity;

use super::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("missing-lead", Severity::Warning, include_str!("missing_lead.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        if group.leadership.active().next().is_some() {
            continue;
        }
        let finding =
            out.finding(format!("nobody leads {}", group.title())).at(context.head(group), "no chair");
        let finding = match group.leadership.emeritus_leads.len() {
            0 => finding,
            1 => finding
                .at(context.first_line(group.leadership.emeritus_leads[0].span), "led it until they left"),
            former => finding.at(
                context.first_line(group.leadership.emeritus_leads[0].span),
                format!("the first of {former} former leads"),
            ),
        };
        out.add(
            finding
                .why("nobody calls its meetings or answers for it")
                .help("name a chair under `leadership: chairs:`, or retire the group")
                .in_group(group_key(group)),
        );
    }
}
