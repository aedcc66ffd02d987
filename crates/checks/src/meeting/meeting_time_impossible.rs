//! A meeting's time is none that a clock shows.
//!
//! Understood are `9:00`, `17:30`, `1:30 PM`, `15:00-16:00`, `noon` and the like; `TBD` says that there is none
//! yet.
//!
//! ## Why it matters
//!
//! The meeting is in no calendar, and nobody can tell when to come.
//!
//! ## How to mend it
//!
//! Write the wall-clock time: `time: "16:30"`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Monday, time: "25:70", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Weekly, day: Monday, time: "1:30 PM", tz: UTC, frequency: weekly}
//!   - {description: Later, day: TBD, time: TBD, tz: UTC, frequency: monthly}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-time-impossible", Severity::Warning, include_str!("meeting_time_impossible.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        if series.doubts(|doubt| matches!(doubt, Doubt::TimeImpossible).then_some(())).next().is_none() {
            continue;
        }
        let time = &series.meeting.time;
        out.add(
            out.finding(format!("no clock shows the time of {}", series.title()))
                .at(series.place(time, |span| context.first_line(span)), "not understood")
                .why("the meeting is in no calendar")
                .help("write the time as a clock shows it: `time: \"16:30\"`")
                .in_group(group_key(series.group)),
        );
    }
}
