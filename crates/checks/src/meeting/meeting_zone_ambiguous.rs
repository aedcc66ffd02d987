//! Several time zones go by the name that a meeting gives.
//!
//! `IST` is the time of India, of Ireland and of Israel; `CST` that of Chicago and of Shanghai.
//!
//! ## Why it matters
//!
//! Half of the readers come hours early or late, and the meeting is in no calendar.
//!
//! ## How to mend it
//!
//! Write the zone that is meant by its IANA name.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Monday, time: "9:00", tz: IST, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Weekly, day: Monday, time: "9:00", tz: Asia/Kolkata, frequency: weekly}]
//! ```

use folkmoot_calendar::ZoneReading;
use folkmoot_diagnostics::{Applicability, Edit, Severity};

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-zone-ambiguous", Severity::Warning, include_str!("meeting_zone_ambiguous.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        let ZoneReading::Ambiguous(meanings) = &series.schedule.zone else { continue };
        let zone = &series.meeting.tz;
        let mut finding = out
            .finding(format!("the time zone of {} can be read in {} ways", series.title(), meanings.len()))
            .at(series.place(zone, |span| context.first_line(span)), "which one is meant?");
        for meaning in meanings {
            finding = finding.help(format!("for {} write `{}`", meaning.called, meaning.iana));
        }
        if let Some(first) = meanings.first().filter(|_| !zone.is_empty()) {
            let edit = Edit { span: zone.span(), replacement: first.iana.clone() };
            finding = finding.fix(
                format!("write `{}`, if {} is meant", first.iana, first.called),
                Applicability::Suggestion,
                vec![edit],
            );
        }
        out.add(finding.in_group(group_key(series.group)));
    }
}
