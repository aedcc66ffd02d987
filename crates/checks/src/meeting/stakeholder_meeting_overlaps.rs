//! A working group meets while one of its stakeholder SIGs does.
//!
//! Compared are the working group's own series with those of each SIG in `stakeholder_sigs`, not with their subprojects'.
//! Looked at is the year ahead; a meeting that states no length counts as a quarter of an hour, series without certain
//! dates are left out.
//!
//! ## Why it matters
//!
//! A working group lives of people of its SIGs, and they cannot be in two places.
//!
//! ## How to mend it
//!
//! Move the working group's meeting.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-apps
//!   name: Apps
//!   meetings: [{description: Apps, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//!   meetings: [{description: Batch, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-apps
//!   name: Apps
//!   meetings: [{description: Apps, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Docs, day: Tuesday, time: "9:00", tz: UTC, frequency: weekly}]
//! workinggroups:
//! - dir: wg-batch
//!   name: Batch
//!   stakeholder_sigs: [Apps]
//!   meetings: [{description: Batch, day: Tuesday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```

use folkmoot_calendar::Series as Dates;
use folkmoot_diagnostics::Severity;

use super::Series;
use super::overlap::overlaps;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "stakeholder-meeting-overlaps",
    Severity::Note,
    include_str!("stakeholder_meeting_overlaps.rs"),
    run,
);

fn run(context: &Context<'_>, out: &mut Findings) {
    let keys = |series: &Series<'_>, dates: &Dates| -> Vec<(String, Dates)> {
        if series.subproject.is_some() {
            return Vec::new();
        }
        match series.group.kind.prefix.as_str() {
            "sig" => vec![(series.group.name.to_string(), dates.clone())],
            "wg" => {
                series.group.stakeholder_sigs.iter().map(|sig| (sig.to_string(), dates.clone())).collect()
            }
            _ => Vec::new(),
        }
    };
    let may = |a: &Series<'_>, b: &Series<'_>| a.group.kind.prefix != b.group.kind.prefix;
    for overlap in overlaps(context, keys, may) {
        let working_groups = overlap.series.iter().filter(|series| series.group.kind.prefix == "wg");
        let Some(group) = working_groups.map(|series| series.group).next() else { continue };
        let Some(sig) = overlap.series.iter().find(|series| series.group.kind.prefix == "sig") else {
            continue;
        };
        let finding = out.finding(format!(
            "{} meets while {}, its stakeholder, does",
            group.title(),
            sig.group.title()
        ));
        let finding = overlap.describe(context, finding).in_group(group_key(group));
        out.add(
            finding.help("move the working group's meeting to a time at which its SIG's people are free"),
        );
    }
}
