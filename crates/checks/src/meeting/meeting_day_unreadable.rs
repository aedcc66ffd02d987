//! A meeting's day names no weekday.
//!
//! Understood are weekdays in full or short, several of them, ranges (`Monday to Friday`) and their place in
//! the month (`third Thursday`); `TBD` says that there is none yet.
//!
//! ## Why it matters
//!
//! The meeting is in no calendar, and nobody can tell when to come.
//!
//! ## How to mend it
//!
//! Write the weekday: `day: Tuesday`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Someday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Tuesday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-day-unreadable", Severity::Warning, include_str!("meeting_day_unreadable.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        if series.doubts(|doubt| matches!(doubt, Doubt::DayUnread).then_some(())).next().is_none() {
            continue;
        }
        let day = &series.meeting.day;
        out.add(
            out.finding(format!("the day of {} names no weekday", series.title()))
                .at(series.place(day, |span| context.first_line(span)), "not understood")
                .why("the meeting is in no calendar")
                .help("write the weekday: `day: Tuesday`")
                .in_group(group_key(series.group)),
        );
    }
}
