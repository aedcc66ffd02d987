//! A meeting has a time and no time zone.
//!
//! ## Why it matters
//!
//! A community spans the globe: `9:00` alone is right for a few of its members.
//!
//! ## How to mend it
//!
//! Add the zone: `tz: Europe/Berlin`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Monday, time: "9:00", frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Monday, time: "9:00 UTC", frequency: weekly}]
//! ```

use folkmoot_calendar::ZoneReading;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-without-zone", Severity::Warning, include_str!("meeting_without_zone.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        if series.schedule.clock.is_none() || !matches!(series.schedule.zone, ZoneReading::None) {
            continue;
        }
        out.add(
            out.finding(format!("the time of {} has no time zone", series.title()))
                .at(series.place(&series.meeting.time, |span| context.first_line(span)), "in which zone?")
                .why("the time is right for a few readers and hours off for the others")
                .help("add the zone by its IANA name: `tz: Europe/Berlin`")
                .in_group(group_key(series.group)),
        );
    }
}
