//! A date or a length of a meeting is not in its form.
//!
//! `starts` and `until` are dates such as `2026-11-05`; `duration` is `1h`, `45m`, `1h30m` or a number of
//! minutes, a day at most; `time` of a moved or extra meeting is one that a clock shows.
//!
//! ## Why it matters
//!
//! The value is left out: a series that alternates does not know which week is the first one, a moved meeting stays at
//! its usual hour, and the calendar shows the usual length.
//!
//! ## How to mend it
//!
//! Write the value in its form.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, starts: next week}
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - description: Call
//!     day: Monday
//!     time: "9:00"
//!     tz: UTC
//!     frequency: weekly
//!     exceptions: {moved: [{date: 2026-11-23, time: "25:00"}]}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, starts: 2026-11-02, duration: 45m}
//! ```

use folkmoot_calendar::{Doubt, read_clock, read_minutes};
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-field-malformed", Severity::Warning, include_str!("meeting_field_malformed.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        let malformed = series.doubts(|doubt| match doubt {
            Doubt::FieldMalformed(field) => Some(*field),
            _ => None,
        });
        for field in malformed {
            let (text, form) = match field {
                "starts" => (&series.meeting.starts, "a date such as `2026-11-05`"),
                "until" => (&series.meeting.until, "a date such as `2026-11-05`"),
                _ => (&series.meeting.duration, "a length such as `1h`, `45m` or `90` (minutes)"),
            };
            out.add(
                out.finding(format!("`{field}` of {} is not in its form", series.title()))
                    .at(series.place(text, |span| context.first_line(span)), "not understood")
                    .help(format!("write {form}"))
                    .in_group(group_key(series.group)),
            );
        }
        for (key, text) in series.meeting.exceptions.written_times() {
            let (is_read, form) = match key {
                "time" => (read_clock(text).is_some(), "a time such as `16:30`"),
                _ => (read_minutes(text).is_some(), "a length such as `1h`, `45m` or `90` (minutes)"),
            };
            if !is_read {
                out.add(
                    out.finding(format!("`{key}` of an exception of {} is not in its form", series.title()))
                        .at(text.span(), "not understood")
                        .help(format!("write {form}"))
                        .in_group(group_key(series.group)),
                );
            }
        }
    }
}
