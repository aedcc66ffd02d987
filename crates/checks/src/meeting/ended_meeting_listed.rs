//! A meeting that ended is still listed.
//!
//! Its last date (`until`, or `UNTIL` of its exact rule) lies more than four weeks back, or its group is retired. The four
//! weeks give subscribed calendars the time to take it out.
//!
//! ## Why it matters
//!
//! A newcomer picks it from the list and waits alone.
//!
//! ## How to mend it
//!
//! Remove the entry, or write the new last date. The entry stays in the repository's history.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, until: 2026-06-30}]
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   status: retired
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, until: 2027-06-30}
//!   - {description: Old call, day: Tuesday, time: "9:00", tz: UTC, frequency: weekly, until: 2026-11-10}
//! ```

use folkmoot_diagnostics::Severity;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::{Check, Context, Findings, group_key};

/// Days after the last meeting during which the entry may stay.
const GRACE: i64 = 28;

pub(crate) const CHECK: Check =
    Check::new("ended-meeting-listed", Severity::Warning, include_str!("ended_meeting_listed.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let bound = context.today.checked_sub(GRACE.days()).unwrap_or(Date::MIN);
    for series in context.series() {
        let by_rule = series.rule().and_then(|rule| rule.until);
        let by_key = series.schedule.until;
        let Some(last) = [by_key, by_rule].into_iter().flatten().min().filter(|last| *last < bound) else {
            continue;
        };
        if series.schedule.starts.is_some_and(|first| first > last) {
            // It never took place: one of the two dates is wrong, which has a finding of its own.
            continue;
        }
        let text = if by_key == Some(last) { &series.meeting.until } else { &series.meeting.rrule };
        out.add(
            out.finding(format!(
                "{} ended on {} and is still listed",
                series.title(),
                last.strftime("%-d %B %Y")
            ))
            .at(series.place(text, |span| context.first_line(span)), "its last date")
            .why("a newcomer picks it from the list and waits alone")
            .help("remove the entry, or write the new last date")
            .in_group(group_key(series.group)),
        );
    }
    for group in context.groups().filter(|group| group.is_retired()) {
        let mut meetings = group.all_meetings().map(|(_, meeting)| meeting);
        let (Some(first), Some(status)) = (meetings.next(), &group.status) else { continue };
        let still = match meetings.count() {
            0 => "its meeting is still listed".to_owned(),
            more => format!("its {} meetings are still listed", more + 1),
        };
        out.add(
            out.finding(format!("{} is {}, and {still}", group.title(), status.state.trim()))
                .at(context.first_line(first.span), "still listed")
                .at(status.state.span(), "the group's status")
                .help("remove the meetings; the group's notes stay linked under `notes`")
                .in_group(group_key(group)),
        );
    }
}
