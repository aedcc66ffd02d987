//! A group meets less often than its community's rules ask for.
//!
//! Counted is the group's own series that takes place most often. A group whose meetings are on demand, or
//! whose schedule is not clear, is left out.
//!
//! ## Why it matters
//!
//! Who misses one meeting waits long for the next, and decisions with them.
//!
//! ## How to mend it
//!
//! Meet more often, or write what the group's charter says: `policies: groups: sig-docs: {meeting_days_max: 31}`.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: first Monday, time: "9:00", tz: UTC, frequency: monthly}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: first Monday, time: "9:00", tz: UTC, frequency: monthly}
//!   - {description: Triage, day: Monday, time: "9:00", tz: UTC, frequency: every three weeks}
//! ```

use folkmoot_calendar::{Cadence, Frequency, Rule};
use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meets-too-seldom", Severity::Warning, include_str!("meets_too_seldom.rs"), run)
        .with_settings(&["meeting_days_max"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for all in context.series().chunk_by(|a, b| std::ptr::eq(a.group, b.group)) {
        let group = all[0].group;
        let Some(rule) = context.rules.count("meeting_days_max", group) else { continue };
        let mut most_often: Option<(usize, &crate::meeting::Series<'_>)> = None;
        let mut certain = true;
        for series in all.iter().filter(|series| series.subproject.is_none()) {
            match &series.schedule.cadence {
                Cadence::Recurring(recurrence) => {
                    let days = days_between(recurrence);
                    if most_often.is_none_or(|(fewest, _)| days < fewest) {
                        most_often = Some((days, series));
                    }
                }
                // It might be the frequent one.
                Cadence::Unstated | Cadence::Unclear => certain = false,
                Cadence::OnDemand => {}
            }
        }
        let Some((days, series)) = most_often.filter(|(days, _)| certain && *days > rule.value) else {
            continue;
        };
        let frequency = &series.meeting.frequency;
        let finding = out
            .finding(format!(
                "{} meets about every {days} days; every {} are asked for",
                group.title(),
                rule.value
            ))
            .at(series.place(frequency, |span| context.first_line(span)), "its most frequent meeting")
            .help("meet more often, or write what the charter says under `policies: groups:`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}

/// Days from one date of the rule to the next, on average.
fn days_between(rule: &Rule) -> usize {
    let interval = usize::from(rule.interval.max(1));
    let (unit, dates) = match rule.frequency {
        Frequency::Daily => (1, 1),
        Frequency::Weekly => (7, rule.days.len().max(1)),
        Frequency::Monthly => (30, rule.days.len().max(rule.month_days.len()).max(1)),
        Frequency::Yearly => (365, rule.months.len().max(1)),
    };
    unit * interval / dates
}
