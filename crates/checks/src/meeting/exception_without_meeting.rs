//! A meeting is cancelled or moved on a day on which there is none, or added where there is one already.
//!
//! Looked at are exceptions from today on; past ones change nothing any more, even if the series has moved to another
//! weekday since. Series without certain dates are left out.
//!
//! ## Why it matters
//!
//! The date was meant for a meeting of the series, which takes place as if nothing were written.
//!
//! ## How to mend it
//!
//! Write the date that the meeting has by its rule. A meeting on another day stands under `extra`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, exceptions: {cancelled: [2026-12-24]}}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - description: Call
//!     day: Monday
//!     time: "9:00"
//!     tz: UTC
//!     frequency: weekly
//!     exceptions:
//!       cancelled: [2026-12-21, 2020-02-02]
//!       moved: [{date: 2026-12-28, to: 2026-12-29}]
//!       extra: [2026-12-30]
//! ```

use folkmoot_calendar::{Exception, Series as Dates};
use folkmoot_diagnostics::{Severity, Span};
use jiff::ToSpan;
use jiff::civil::Date;

use super::Series;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "exception-without-meeting",
    Severity::Warning,
    include_str!("exception_without_meeting.rs"),
    run,
);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        let Some(dates) = &series.series else { continue };
        let exceptions = &series.meeting.exceptions;
        let cancelled = exceptions.cancelled.iter().map(|one| (one.date, one.span, "cancelled"));
        let moved = exceptions.moved.iter().map(|one| (one.date, one.span, "moved"));
        for (date, span, what) in cancelled.chain(moved).filter(|(date, ..)| *date >= context.today) {
            if dates.dates(date).next() != Some(date) {
                out.add(no_meeting(out, series, dates, date, span, what));
            }
        }
        for extra in exceptions.extra.iter().filter(|extra| extra.date >= context.today) {
            let same_time = dates.exceptions.iter().any(|one| {
                matches!(one, Exception::Extra { at, .. }
                    if at.date() == extra.date && dates.wall_clock(extra.date) == Some(*at))
            });
            if same_time
                && dates.dates(extra.date).next() == Some(extra.date)
                && !dates.is_departed_from(extra.date)
            {
                out.add(
                    out.finding(format!("{} has this meeting anyway", series.title()))
                        .at(extra.span, "an extra meeting on a day that the series has")
                        .help("remove the extra meeting, or give it another time")
                        .in_group(group_key(series.group)),
                );
            }
        }
    }
}

fn no_meeting(
    out: &Findings,
    series: &Series<'_>,
    dates: &Dates,
    date: Date,
    span: Span,
    what: &str,
) -> folkmoot_diagnostics::Diagnostic {
    let day = |date: Date| date.strftime("%A %-d %B %Y").to_string();
    let before =
        dates.dates(date.checked_sub(100.days()).unwrap_or(date)).take_while(|one| *one < date).last();
    let near: Vec<String> =
        before.into_iter().chain(dates.dates(date).next()).map(|one| format!("`{one}`")).collect();
    let finding = out
        .finding(format!("{} has no meeting on {}", series.title(), day(date)))
        .at(span, format!("{what}, and nothing changes by it"))
        .in_group(group_key(series.group));
    match near.as_slice() {
        [] => {
            finding.help("the series has no date near it: remove the exception, or mend `starts` and `until`")
        }
        near => finding.help(format!("the nearest dates of the series are {}", near.join(" and "))),
    }
}
