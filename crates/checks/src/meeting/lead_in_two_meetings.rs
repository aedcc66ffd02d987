//! Somebody leads two meetings at once.
//!
//! Chairs, technical leads and holders of further roles are looked for in their group's own series, leads of a subproject in
//! the subproject's. Looked at is the year ahead; a meeting that states no length counts as a quarter of an hour, series
//! without certain dates are left out, and so are entries of one meeting: the same notes at the same times.
//!
//! ## Why it matters
//!
//! One of the two groups meets without its lead, or does not meet.
//!
//! ## How to mend it
//!
//! Move one of the meetings, or agree on who holds which.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership: {chairs: [{github: ana-example, name: Ana Example}]}
//!   meetings: [{description: Docs, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership: {tech_leads: [{github: Ana-Example, name: Ana Example}]}
//!   meetings: [{description: Apps, day: Monday, time: "10:00", tz: Europe/Warsaw, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership: {chairs: [{github: ana-example, name: Ana Example}]}
//!   meetings: [{description: Docs, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership: {tech_leads: [{github: bo-example, name: Bo Example}]}
//!   meetings: [{description: Apps, day: Monday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```

use std::collections::HashSet;

use folkmoot_calendar::Series as Dates;
use folkmoot_diagnostics::Severity;

use super::Series;
use super::overlap::{Overlap, overlaps};
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("lead-in-two-meetings", Severity::Note, include_str!("lead_in_two_meetings.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let keys = |series: &Series<'_>, dates: &Dates| {
        let handles: HashSet<String> = series
            .leads()
            .into_iter()
            .filter_map(|lead| Some(lead.github.non_empty()?.to_lowercase()))
            .collect();
        handles.into_iter().map(|handle| (handle, dates.clone())).collect()
    };
    // Leads who share the same meetings are one finding.
    let mut found: Vec<(Overlap<'_, '_, String>, Vec<String>)> = Vec::new();
    for overlap in overlaps(context, keys, |_, _| true) {
        let name = name(&overlap);
        let same = |one: &&mut (Overlap<'_, '_, String>, Vec<String>)| {
            let (a, b) = (&one.0.series, &overlap.series);
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| std::ptr::eq(*a, *b))
        };
        match found.iter_mut().find(same) {
            Some((_, names)) => names.push(name),
            None => found.push((overlap, vec![name])),
        }
    }
    for (overlap, names) in found {
        let who = match names.as_slice() {
            [one] => format!("{one} leads"),
            [init @ .., last] => format!("{} and {last} lead", init.join(", ")),
            [] => continue,
        };
        let many =
            if overlap.series.len() == 2 { "two".to_owned() } else { overlap.series.len().to_string() };
        let finding = overlap.describe(context, out.finding(format!("{who} {many} meetings at once")));
        out.add(finding.help("move one of the meetings, or agree on who holds which"));
    }
}

/// The lead's name as the record has it, else the handle.
fn name(overlap: &Overlap<'_, '_, String>) -> String {
    let leads = overlap.series.iter().flat_map(|series| series.leads());
    let named = leads.filter(|lead| lead.github.to_lowercase() == overlap.shared);
    named.filter_map(|lead| lead.name.non_empty()).next().unwrap_or(&overlap.shared).to_owned()
}
