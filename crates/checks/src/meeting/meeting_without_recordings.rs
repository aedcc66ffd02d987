//! A meeting links no recordings.
//!
//! Looked for where the community's rules ask for recordings. Found once a group, with each series that lacks
//! them. A series that calls itself private is left out.
//!
//! ## Why it matters
//!
//! For half of the world every meeting is at night. A recording lets them take part afterwards.
//!
//! ## How to mend it
//!
//! Link the playlist under `recordings_url`, or set `recordings_required: no` for a group that decided against
//! recording.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - description: Call
//!     day: Monday
//!     time: "9:00"
//!     tz: UTC
//!     frequency: weekly
//!     recordings_url: https://video.example.org/docs
//! ```

use folkmoot_diagnostics::Severity;

use super::series::{Series, by_group, is_link};
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "meeting-without-recordings",
    Severity::Warning,
    include_str!("meeting_without_recordings.rs"),
    run,
)
.with_settings(&["recordings_required"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for (group, all) in by_group(context.series()) {
        let Some(rule) = context.rules.switch("recordings_required", group).filter(|rule| rule.value) else {
            continue;
        };
        let lacking = |series: &&Series<'_>| !is_link(&series.meeting.recordings_url) && !series.is_private();
        let found: Vec<_> = all.iter().filter(lacking).collect();
        let Some(first) = found.first() else { continue };
        let message = match found.len() {
            1 => format!("{} of {} links no recordings", first.title(), group.title()),
            many => format!("{many} meetings of {} link no recordings", group.title()),
        };
        let mut finding = out.finding(message);
        for series in &found {
            let place = series.place(&series.meeting.description, |span| context.first_line(span));
            finding = finding.at(place, "no `recordings_url`");
        }
        let finding =
            finding.help("link the playlist: `recordings_url: https://…`").in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
