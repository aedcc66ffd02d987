//! A meeting takes place every other week, and nothing says in which.
//!
//! `biweekly` on a Tuesday can mean either Tuesday. A first date says which: `starts: 2026-11-05`. Found once
//! for all series of a community.
//!
//! ## Why it matters
//!
//! Without it the meeting is in no calendar, and its next date is known only to those who were there.
//!
//! ## How to mend it
//!
//! Add `starts` with the date of any past meeting. A file that the Kubernetes generator rewrites cannot hold
//! that key; the words of the frequency can: `biweekly, starting from 2026-11-05`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: biweekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: biweekly, starts: 2026-11-02}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings};

/// Places shown; the others are counted.
const SHOWN: usize = 3;

pub(crate) const CHECK: Check =
    Check::new("meeting-unanchored", Severity::Note, include_str!("meeting_unanchored.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let unanchored = context.series().iter().filter(|series| {
        series.schedule.clock.is_some() && series.schedule.doubts.contains(&Doubt::Unanchored)
    });
    let found: Vec<_> = unanchored.collect();
    let Some(first) = found.first() else { return };
    let message = match found.len() {
        1 => format!("nothing says in which weeks {} takes place", first.title()),
        many => format!("nothing says in which weeks {many} meetings take place"),
    };
    let mut finding = out.finding(message);
    for series in found.iter().take(SHOWN) {
        let place = series.place(&series.meeting.frequency, |span| context.first_line(span));
        finding = finding.at(place, format!("{} of {}: since when?", series.title(), series.group.title()));
    }
    if let Some(more @ 1..) = found.len().checked_sub(SHOWN) {
        finding = finding.why(format!("{more} more series leave it open"));
    }
    let help = match context.community.profile.rewrites_data {
        true => "name the date of one meeting: `biweekly, starting from 2026-11-05`",
        false => "add the date of one meeting: `starts: 2026-11-05`",
    };
    out.add(finding.why("a calendar cannot show the next one").help(help));
}
