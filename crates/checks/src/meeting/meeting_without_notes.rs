//! A meeting links no notes.
//!
//! Found once a group, with each series that lacks them. Notes that the group links as a whole count for all. A
//! series that calls itself private is left out.
//!
//! ## Why it matters
//!
//! Who could not come does not learn what was decided, and who wants to put something on the agenda does not
//! know where.
//!
//! ## How to mend it
//!
//! Link the document with agenda and notes under `archive_url`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - description: Call
//!     day: Monday
//!     time: "9:00"
//!     tz: UTC
//!     frequency: weekly
//!     archive_url: https://docs.example.org/notes
//! ```

use folkmoot_diagnostics::Severity;

use super::series::{Series, by_group, is_link};
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-without-notes", Severity::Warning, include_str!("meeting_without_notes.rs"), run)
        .with_settings(&["notes_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for (group, all) in by_group(context.series()) {
        if !group.notes.is_empty() {
            continue;
        }
        let Some(rule) = context.rules.switch("notes_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let lacking = |series: &&Series<'_>| !is_link(&series.meeting.archive_url) && !series.is_private();
        let found: Vec<_> = all.iter().filter(lacking).collect();
        let Some(first) = found.first() else { continue };
        let message = match found.len() {
            1 => format!("{} of {} links no notes", first.title(), group.title()),
            many => format!("{many} meetings of {} link no notes", group.title()),
        };
        let mut finding = out.finding(message);
        for series in &found {
            let place = series.place(&series.meeting.description, |span| context.first_line(span));
            finding = finding.at(place, "no `archive_url`");
        }
        let finding = finding
            .why("who could not come does not learn what was decided")
            .help("link agenda and notes: `archive_url: https://…`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
