//! A meeting takes place every other week, and nothing says in which.
//!
//! `biweekly` on a Tuesday can mean either Tuesday. A first date says which: `starts: 2026-11-05`. Found once
//! a group.
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

use super::series::by_group;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("meeting-unanchored", Severity::Note, include_str!("meeting_unanchored.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for (group, all) in by_group(context.series()) {
        let found: Vec<_> = all
            .iter()
            .filter(|series| series.schedule.doubts.contains(&Doubt::Unanchored))
            .filter(|series| series.schedule.clock.is_some())
            .collect();
        let Some(first) = found.first() else { continue };
        let message = match found.len() {
            1 => format!("nothing says in which weeks {} takes place", first.title()),
            many => format!("nothing says in which weeks {many} meetings of {} take place", group.title()),
        };
        let mut finding = out.finding(message);
        for series in &found {
            let frequency = &series.meeting.frequency;
            let place = series.place(frequency, |span| context.first_line(span));
            finding = finding.at(place, "starting from when?");
        }
        let help = match context.community.profile.rewrites_data {
            true => "name the date of one meeting: `biweekly, starting from 2026-11-05`",
            false => "add the date of one meeting: `starts: 2026-11-05`",
        };
        out.add(finding.why("a calendar cannot show the next one").help(help).in_group(group.dir.as_str()));
    }
}
