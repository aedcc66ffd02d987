//! It is not clear how often a meeting takes place.
//!
//! Either the frequency says nothing known, or it can be read in two ways: `bimonthly` is twice a month or
//! every two months, `monthly` on a weekday leaves open which week, `weekly/biweekly` says two things.
//!
//! ## Why it matters
//!
//! The meeting is in no calendar: whoever did not ask somebody else does not know when to come.
//!
//! ## How to mend it
//!
//! Write which one is meant: `every two months - first Tuesday`, `monthly - third Thursday`, `biweekly`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: bimonthly}]
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: monthly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: monthly - third Monday}
//!   - {description: Talk, day: Monday, time: "9:00", tz: UTC, frequency: on demand}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "meeting-frequency-unclear",
    Severity::Warning,
    include_str!("meeting_frequency_unclear.rs"),
    run,
);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        for (problem, help) in series.doubts(unclear) {
            let frequency = &series.meeting.frequency;
            out.add(
                out.finding(format!("it is not clear how often {} takes place", series.title()))
                    .at(series.place(frequency, |span| context.first_line(span)), problem)
                    .why("the meeting is in no calendar")
                    .help(help)
                    .in_group(group_key(series.group)),
            );
        }
    }
}

/// What is unclear and how to say it.
fn unclear(doubt: &Doubt) -> Option<(String, &'static str)> {
    Some(match doubt {
        Doubt::FrequencyUnread(words) => {
            let words: Vec<_> = words.iter().take(5).map(|word| format!("`{word}`")).collect();
            let problem = match words.is_empty() {
                true => "not understood".to_owned(),
                false => format!("not understood: {}", words.join(", ")),
            };
            (problem, "write `weekly`, `biweekly`, `monthly - third Thursday` or `on demand`")
        }
        Doubt::Bimonthly => (
            "twice a month, or every two months?".to_owned(),
            "write `first and third Tuesday` or `every two months - first Tuesday`",
        ),
        Doubt::WeekOfMonthUnknown => {
            ("in which week of the month?".to_owned(), "write the week: `monthly - third Thursday`")
        }
        Doubt::TwiceAMonthUnknown => {
            ("in which weeks of the month?".to_owned(), "write the weeks: `first and third Tuesday`")
        }
        Doubt::SeveralFrequencies => {
            ("says several frequencies".to_owned(), "write the one that holds, or make it two series")
        }
        _ => return None,
    })
}
