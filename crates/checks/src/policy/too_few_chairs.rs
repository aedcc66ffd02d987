//! A group has fewer chairs than its community's rules ask for.
//!
//! A group without anybody is the matter of `missing-lead`. Chairs of a committee are its members, those of a
//! working group its organisers.
//!
//! ## Why it matters
//!
//! A single chair who is ill, on holiday or gone takes the group's meetings along.
//!
//! ## How to mend it
//!
//! Find another chair, or write the number of the group's charter: `policies: groups: sig-docs: {chairs_min: 1}`.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {values: {chairs_min: 2}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {values: {chairs_min: 2}, groups: {sig-docs: {chairs_min: 1}}}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//! ```

use folkmoot_diagnostics::Severity;

use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("too-few-chairs", Severity::Warning, include_str!("too_few_chairs.rs"), run)
        .with_settings(&["chairs_min"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let chairs = group.leadership.chairs.len();
        if group.leadership.active().next().is_none() {
            continue;
        }
        let Some(rule) = context.rules.count("chairs_min", group).filter(|rule| chairs < rule.value) else {
            continue;
        };
        let finding = out
            .finding(format!("{} has {} of at least {} chairs", group.title(), chairs, rule.value))
            .at(context.head(group), format!("{chairs} under `chairs`"))
            .help("find another chair, or write the number of the group's charter under `policies: groups:`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
