//! A group owns code that groups of its kind may not own.
//!
//! Working and user groups come and go; what they leave behind must belong to a group that stays.
//!
//! ## Why it matters
//!
//! When the group ends, its repositories have no owner. Until then two groups may believe that they decide.
//!
//! ## How to mend it
//!
//! Move the subproject to the SIG that will keep it, and name that SIG as a stakeholder.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   subprojects:
//!   - name: queue
//!     owners: [https://github.com/example/queue/blob/main/OWNERS]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-apps
//!   name: Apps
//!   subprojects:
//!   - name: queue
//!     owners: [https://github.com/example/queue/blob/main/OWNERS]
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//! ```

use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("wg-owns-code", Severity::Warning, include_str!("wg_owns_code.rs"), run)
        .with_settings(&["may_own_code"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups() {
        let Some(first) = group.subprojects.first() else { continue };
        let Some(rule) = context.rules.switch("may_own_code", group).filter(|rule| !rule.value) else {
            continue;
        };
        let place = if first.name.is_present() { first.name.span() } else { context.first_line(first.span) };
        let what = match group.subprojects.len() {
            1 => format!("a subproject, `{}`", first.name),
            many => format!("{many} subprojects"),
        };
        let finding = out
            .finding(format!("{} owns {what}", group.title()))
            .at(place, "owned by a group that will end")
            .at(context.head(group), format!("a {}", group.kind.singular))
            .help("move it to the group that keeps it")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
