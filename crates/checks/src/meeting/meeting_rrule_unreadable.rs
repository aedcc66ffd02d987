//! The exact rule of a meeting cannot be read.
//!
//! `rrule` is what stands in a calendar after `RRULE:` (RFC 5545, section 3.3.10): `FREQ=MONTHLY;BYDAY=2TH`. Read are `FREQ`
//! from `DAILY` to `YEARLY`, `INTERVAL`, `BYDAY`, `BYMONTHDAY`, `BYMONTH`, `BYSETPOS`, `COUNT`, `UNTIL` and `WKST`.
//!
//! ## Why it matters
//!
//! The rule was written because day and frequency do not say it exactly. They are not read in its place, so the meeting is
//! in no calendar.
//!
//! ## How to mend it
//!
//! Write the rule as the message says, or remove the key.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, rrule: every monday}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, rrule: FREQ=WEEKLY;BYDAY=MO}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "meeting-rrule-unreadable",
    Severity::Warning,
    include_str!("meeting_rrule_unreadable.rs"),
    run,
);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        let errors = series.doubts(|doubt| match doubt {
            Doubt::RruleUnread(error) => Some(error),
            _ => None,
        });
        for error in errors {
            out.add(
                out.finding(format!("the exact rule of {} cannot be read", series.title()))
                    .at(
                        series.place(&series.meeting.rrule, |span| context.first_line(span)),
                        error.to_string(),
                    )
                    .why("day and frequency are not read in its place: the meeting is in no calendar")
                    .help("write it as after `RRULE:` in a calendar: `FREQ=MONTHLY;BYDAY=2TH`")
                    .in_group(group_key(series.group)),
            );
        }
    }
}
