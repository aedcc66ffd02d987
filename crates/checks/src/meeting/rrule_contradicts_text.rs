//! A meeting's day and frequency give other dates than its exact rule.
//!
//! The rule holds. What the texts leave open (`monthly`, without the week) is no contradiction.
//!
//! ## Why it matters
//!
//! People read the texts, calendars the rule: they come on different days.
//!
//! ## How to mend it
//!
//! Write the texts so that they say what the rule says, or the rule anew.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, rrule: FREQ=WEEKLY;BYDAY=TU}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: monthly, rrule: FREQ=MONTHLY;BYDAY=2MO}
//!   - {description: Other, day: Tuesday, time: "9:00", tz: UTC, frequency: last Tuesday, rrule: FREQ=MONTHLY;BYDAY=-1TU}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("rrule-contradicts-text", Severity::Warning, include_str!("rrule_contradicts_text.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        if !series.schedule.doubts.contains(&Doubt::RruleDisagrees) {
            continue;
        }
        let meeting = series.meeting;
        let text = if meeting.frequency.is_empty() { &meeting.day } else { &meeting.frequency };
        out.add(
            out.finding(format!(
                "day and frequency of {} say other dates than its exact rule",
                series.title()
            ))
            .at(meeting.rrule.span(), "this rule holds")
            .at(series.place(text, |span| context.first_line(span)), "people read this")
            .why("people read the texts, calendars the rule: they come on different days")
            .help("write day and frequency as the rule has them, or the rule anew")
            .in_group(group_key(series.group)),
        );
    }
}
