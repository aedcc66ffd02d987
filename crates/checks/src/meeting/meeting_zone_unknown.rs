//! A meeting's time zone is none that is known.
//!
//! Understood are names of the IANA database (`Europe/Berlin`), offsets (`UTC+8`), and what people write:
//! `PT (Pacific Time)`, `Beijing Time`, `CET`, `Poland`.
//!
//! ## Why it matters
//!
//! A time without its zone is off by hours for everybody elsewhere, and the meeting is in no calendar.
//!
//! ## How to mend it
//!
//! Write the zone's IANA name; it follows the clock changes by itself.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Monday, time: "9:00", tz: Atlantis, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Weekly, day: Monday, time: "9:00", tz: PT (Pacific Time), frequency: weekly}
//!   - {description: Monthly, day: first Monday, time: "9:00", tz: Europe/Berlin, frequency: monthly}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-zone-unknown", Severity::Warning, include_str!("meeting_zone_unknown.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        if series.doubts(|doubt| matches!(doubt, Doubt::ZoneUnknown).then_some(())).next().is_none() {
            continue;
        }
        let meeting = series.meeting;
        let zone = if meeting.timezone.trim().is_empty() { &meeting.tz } else { &meeting.timezone };
        // A zone may also stand after the time: `9:00 Atlantis`.
        let zone = if zone.trim().is_empty() { &meeting.time } else { zone };
        out.add(
            out.finding(format!("no time zone goes by the name given for {}", series.title()))
                .at(series.place(zone, |span| context.first_line(span)), "unknown time zone")
                .why("without its zone the meeting is in no calendar")
                .help("write the zone's IANA name, such as `Europe/Berlin`")
                .in_group(group_key(series.group)),
        );
    }
}
