//! Meetings do not say how long they take.
//!
//! A length is known from `duration: 45m` or from a time such as `15:00-16:00`. Found once for a whole community; series that
//! state no time are left out.
//!
//! ## Why it matters
//!
//! Calendars draw an hour, whatever it is: people block too much or too little, and two meetings one after the other seem
//! to overlap.
//!
//! ## How to mend it
//!
//! Add `duration`. Where the Kubernetes generator rewrites the file, which refuses that key, write it into the group's own
//! `group.yaml`, in an entry with the same `description`.
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
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, duration: 45m}
//!   - {description: Triage, day: Monday, time: "15:00-15:30", tz: UTC, frequency: weekly}
//!   - {description: Later, day: TBD, time: TBD, frequency: TBD}
//! ```

use folkmoot_diagnostics::Severity;

use super::Series;
use crate::{Check, Context, Findings, group_key};

/// Places shown; the others are counted.
const SHOWN: usize = 3;

pub(crate) const CHECK: Check =
    Check::new("meeting-without-duration", Severity::Note, include_str!("meeting_without_duration.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let lacks = |series: &&Series<'_>| series.schedule.clock.is_some() && series.schedule.minutes.is_none();
    let found: Vec<_> = context.series().iter().filter(lacks).collect();
    let Some(first) = found.first() else { return };
    let message = match found.len() {
        1 => format!("nothing says how long {} takes", first.title()),
        many if many == context.series().len() => "no meeting says how long it takes".to_owned(),
        many => format!("nothing says how long {many} meetings take"),
    };
    let mut finding = out.finding(message);
    for series in found.iter().take(SHOWN) {
        let place = series.place(&series.meeting.time, |span| context.first_line(span));
        finding = finding.at(place, format!("{}: until when?", series.full_title()));
    }
    match found.len().saturating_sub(SHOWN) {
        0 => {}
        1 => finding = finding.why("one more leaves it open"),
        more => finding = finding.why(format!("{more} more leave it open")),
    }
    let help = match context.community.profile.rewrites_data {
        true => "add `duration: 45m` to an entry with the same `description` in the group's `group.yaml`",
        false => "add `duration: 45m`",
    };
    let finding = finding.why("calendars draw an hour, whatever it is").help(help);
    let one_group = found.iter().all(|series| std::ptr::eq(series.group, first.group));
    out.add(if one_group { finding.in_group(group_key(first.group)) } else { finding });
}
