//! A group meets at night for one of its leads.
//!
//! Night is from 22:00 to 7:00 in the zone that `people.yaml` gives for the lead. Found where more than half of the meetings
//! of the year ahead begin then, and no other series of the group (or of the subproject, for its leads) suits better: where
//! a group alternates between two hours, nobody is expected at both. Series without certain dates suit everybody.
//!
//! ## Why it matters
//!
//! Either the hour is a burden that the group should share, or one of the two zones in the record is wrong.
//!
//! ## How to mend it
//!
//! Agree on another time, or alternate between two; mend the zone where that is wrong.
//!
//! ```yaml fails
//! # --- people.yaml
//! people: [{github: ana-example, timezone: Asia/Tokyo}]
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership: {chairs: [{github: ana-example, name: Ana Example}]}
//!   meetings: [{description: Call, day: Monday, time: "10:00", tz: PT, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! # --- people.yaml
//! people: [{github: ana-example, timezone: Asia/Tokyo}]
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership: {chairs: [{github: ana-example, name: Ana Example}]}
//!   meetings:
//!   - {description: Call, day: Monday, time: "10:00", tz: PT, frequency: weekly}
//!   - {description: Early call, day: Tuesday, time: "7:30", tz: UTC, frequency: weekly}
//! ```

use std::collections::HashMap;

use folkmoot_calendar::read_zone;
use folkmoot_diagnostics::Severity;
use folkmoot_model::Person;
use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::Series;
use super::overlap::year_ahead;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-at-night", Severity::Note, include_str!("meeting_at_night.rs"), run);

const MORNING: Time = Time::constant(7, 0, 0, 0);
const NIGHT: Time = Time::constant(22, 0, 0, 0);

fn run(context: &Context<'_>, out: &mut Findings) {
    let people = context.community.people.iter();
    let zones: HashMap<String, TimeZone> = people
        .filter_map(|record| {
            Some((record.github.non_empty()?.to_lowercase(), read_zone(&record.timezone).time_zone()?))
        })
        .collect();
    if zones.is_empty() {
        return;
    }
    for of_owner in context.series().chunk_by(|a, b| same_owner(a, b)) {
        let Some(first) = of_owner.iter().find(|series| series.series.is_some()) else { continue };
        if of_owner.iter().any(|series| series.series.is_none()) {
            continue;
        }
        let woken: Vec<String> = first
            .leads()
            .into_iter()
            .filter_map(|lead| {
                let zone = zones.get(&lead.github.to_lowercase())?;
                let hours: Option<Vec<Time>> =
                    of_owner.iter().map(|series| at_night(context, series, zone)).collect();
                let hour = hours?.into_iter().next()?;
                Some(format!("{} ({} in {})", name(lead), hour.strftime("%H:%M"), zone.iana_name()?))
            })
            .collect();
        if woken.is_empty() {
            continue;
        }
        let whose = if of_owner.len() == 1 {
            first.full_title()
        } else {
            format!(
                "every series of {}",
                first.subproject.map_or_else(|| first.group.title(), |one| one.name.to_string())
            )
        };
        out.add(
            out.finding(format!("{whose} is at night for {}", woken.join(" and ")))
                .at(first.place(&first.meeting.time, |span| context.first_line(span)), "at this hour")
                .why("either the hour is a burden to share, or one of the two zones is wrong")
                .help("agree on another time or alternate between two; `folkmoot calendar slots` finds fair ones")
                .in_group(group_key(first.group)),
        );
    }
}

fn same_owner(a: &Series<'_>, b: &Series<'_>) -> bool {
    let subproject = |series: &Series<'_>| series.subproject.map(std::ptr::from_ref);
    std::ptr::eq(a.group, b.group) && subproject(a) == subproject(b)
}

fn name(lead: &Person) -> &str {
    lead.name.non_empty().unwrap_or(&lead.github)
}

/// The hour at which the first of the meetings at night begins there; `None` where most are by day.
fn at_night(context: &Context<'_>, series: &Series<'_>, zone: &TimeZone) -> Option<Time> {
    let (from, to) = year_ahead(context.today);
    let starts = series.series.as_ref()?.occurrences(from, to);
    let hours: Vec<Time> = starts.map(|one| one.start.with_time_zone(zone.clone()).time()).collect();
    let night: Vec<&Time> = hours.iter().filter(|hour| **hour < MORNING || **hour >= NIGHT).collect();
    (night.len() * 2 > hours.len()).then(|| night.first().copied().copied()).flatten()
}
