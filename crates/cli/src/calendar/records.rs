//! A month for programs.

use anyhow::Result;
use serde::Serialize;

use super::clash::Shared;
use super::month::Month;
use crate::agenda::records::Meeting;

#[derive(Serialize)]
struct Document<'a> {
    /// `2026-12`
    month: String,
    /// Zone of the days and of `start` and `end`.
    timezone: &'a str,
    meetings: Vec<Meeting<'a>>,
    clashes: Vec<Clash>,
    clock_changes: Vec<ClockChange<'a>>,
    breaks: Vec<Break<'a>>,
    /// How many series have no certain dates.
    undated: usize,
}

#[derive(Serialize)]
struct Clash {
    /// Titles of the two series.
    series: [String; 2],
    /// Start of the first overlap.
    first: String,
    times: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rooms: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<String>,
    /// Handles of those who lead both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    leads: Vec<String>,
}

#[derive(Serialize)]
struct ClockChange<'a> {
    date: String,
    /// Minutes forward; negative: back.
    minutes: i32,
    timezones: Vec<&'a str>,
}

#[derive(Serialize)]
struct Break<'a> {
    name: &'a str,
    from: String,
    to: String,
    /// Titles; empty where it is for all.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    groups: &'a [String],
}

/// One object, keys as documented on its types.
pub(super) fn render(month: &Month<'_>) -> Result<String> {
    let clashes = month.clashes.iter().map(|clash| {
        let (a, b) = (&month.entries[clash.first.0], &month.entries[clash.first.1]);
        let of =
            |pick: fn(&Shared) -> Option<&String>| clash.shared.iter().filter_map(pick).cloned().collect();
        Clash {
            series: [a.title.clone(), b.title.clone()],
            first: b.start.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            times: clash.times,
            rooms: of(|shared| if let Shared::Room(room) = shared { Some(room) } else { None }),
            links: of(|shared| if let Shared::Link(link) = shared { Some(link) } else { None }),
            leads: of(|shared| if let Shared::Lead(lead) = shared { Some(lead) } else { None }),
        }
    });
    let changes = month.changes.iter().map(|change| ClockChange {
        date: change.date.to_string(),
        minutes: change.minutes,
        timezones: change.zones.iter().map(String::as_str).collect(),
    });
    let breaks = month.pauses.iter().map(|one| Break {
        name: one.name,
        from: one.from.to_string(),
        to: one.to.to_string(),
        groups: if one.is_for_all { &[] } else { &one.groups },
    });
    let document = Document {
        month: month.first.strftime("%Y-%m").to_string(),
        timezone: month.zone.iana_name().unwrap_or_default(),
        meetings: month.entries.iter().map(Meeting::of).collect(),
        clashes: clashes.collect(),
        clock_changes: changes.collect(),
        breaks: breaks.collect(),
        undated: month.undated,
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}
