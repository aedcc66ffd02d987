//! Two series are in one room at once.
//!
//! A room is whatever `room` names: a room of a building, or an account for conferences that holds one meeting at a time.
//! Looked at is the year ahead, with breaks, cancelled, moved and extra meetings. A meeting that states no length counts as
//! a quarter of an hour, so that only certain overlaps are found; series without certain dates are left out. Entries of one
//! meeting, with the same notes at the same times, are no clash.
//!
//! ## Why it matters
//!
//! Who comes second waits before a closed door, or throws the first group out of its call.
//!
//! ## How to mend it
//!
//! Give one of the two another room or time. Where one takes the place of the other, say so: `weekly except the fourth
//! Monday`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00-10:00", tz: UTC, frequency: weekly, room: Zoom 1}]
//! - dir: sig-apps
//!   name: Apps
//!   meetings: [{description: Call, day: first Monday, time: "9:30", tz: UTC, frequency: monthly, room: zoom 1}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly except the first Monday, room: zoom-1}
//! - dir: sig-apps
//!   name: Apps
//!   meetings:
//!   - {description: Call, day: first Monday, time: "9:00", tz: UTC, frequency: monthly, room: zoom-1}
//!   - {description: Planning, day: Monday, time: "9:00", tz: UTC, frequency: weekly, room: zoom-2}
//! ```

use folkmoot_diagnostics::Severity;

use super::overlap::{by_room, overlaps};
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("room-double-booked", Severity::Warning, include_str!("room_double_booked.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for overlap in overlaps(context, by_room, |_, _| true) {
        let room =
            overlap.series.iter().map(|series| series.meeting.room.trim()).find(|room| !room.is_empty());
        let room = room.filter(|room| room.to_lowercase() == overlap.shared).unwrap_or(&overlap.shared);
        let many =
            if overlap.series.len() == 2 { "two".to_owned() } else { overlap.series.len().to_string() };
        let finding = out.finding(format!("{many} series are in room `{room}` at once"));
        let finding = overlap.describe(context, finding);
        out.add(
            finding.help(
                "give one of them another `room` or time, or cancel it where the other takes its place",
            ),
        );
    }
}
