//! Fair times for programs.

use anyhow::Result;
use folkmoot_calendar::Comfort;
use serde::Serialize;

use super::{Proposal, Slots};
use crate::meetings::zone_name;

#[derive(Serialize)]
struct Document<'a> {
    /// Titles.
    groups: &'a [String],
    minutes: u16,
    people: Vec<Person<'a>>,
    /// Handles (or names) of those whose zone is not known.
    without_timezone: Vec<String>,
    /// The fairest first.
    proposals: Vec<Proposed<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    github: &'a str,
    name: &'a str,
    timezone: &'a str,
}

#[derive(Serialize)]
struct Proposed<'a> {
    /// `tuesday`, in `timezone`; several where they suit alike.
    weekdays: Vec<String>,
    /// `17:00`
    time: String,
    timezone: &'a str,
    /// The first meeting on the first of the days, in UTC.
    first: String,
    /// What the worst off pay in a year, and what all pay: 0 a week at work, 1 early or late, more outside.
    worst_cost: u64,
    total_cost: u64,
    local: Vec<Local<'a>>,
    clashes: Vec<Clash<'a>>,
    /// Series of the group itself that meet just then.
    present: &'a [String],
}

#[derive(Serialize)]
struct Local<'a> {
    timezone: &'a str,
    people: u32,
    /// The worst of the year: `working`, `awake`, `away`.
    comfort: &'static str,
    /// On the first of the days.
    times: Vec<Time>,
}

#[derive(Serialize)]
struct Time {
    time: String,
    /// Dates of the first and last such meeting there.
    first: String,
    last: String,
}

#[derive(Serialize)]
struct Clash<'a> {
    people: &'a [String],
    series: &'a str,
    /// How often in the year.
    times: u32,
}

/// One object, keys as documented on its types.
pub(super) fn render(slots: &Slots<'_>) -> Result<String> {
    let people = slots.people.iter().map(|one| Person {
        github: one.handle,
        name: &one.name,
        timezone: zone_name(&one.zone),
    });
    let document = Document {
        groups: &slots.groups,
        minutes: slots.minutes,
        people: people.collect(),
        without_timezone: slots
            .unplaced
            .iter()
            .map(|one| one.person.github.non_empty().unwrap_or(&one.person.name).to_owned())
            .collect(),
        proposals: slots.proposals.iter().map(|one| proposed(slots, one)).collect(),
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn proposed<'a>(slots: &'a Slots<'_>, one: &'a Proposal) -> Proposed<'a> {
    let fair = &one.fair;
    let local = slots.residents.iter().enumerate().map(|(at, residents)| Local {
        timezone: zone_name(&residents.zone),
        people: residents.people,
        comfort: match fair.comfort[at] {
            Comfort::Working => "working",
            Comfort::Awake => "awake",
            Comfort::Away => "away",
        },
        times: one.local[at]
            .iter()
            .map(|run| Time {
                time: run.time.strftime("%H:%M").to_string(),
                first: run.first.to_string(),
                last: run.last.to_string(),
            })
            .collect(),
    });
    let clashes = one.clashes.iter();
    let clashes = clashes.map(|clash| Clash { people: &clash.who, series: &clash.title, times: clash.times });
    Proposed {
        weekdays: one.days.iter().map(|(day, _)| format!("{day:?}").to_lowercase()).collect(),
        time: fair.time.strftime("%H:%M").to_string(),
        timezone: zone_name(&slots.residents[fair.zone].zone),
        first: one.days[0].1.to_string(),
        worst_cost: fair.worst,
        total_cost: fair.total,
        local: local.collect(),
        clashes: clashes.collect(),
        present: &one.present,
    }
}
