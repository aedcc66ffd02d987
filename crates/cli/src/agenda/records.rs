//! The agenda for programs.

use anyhow::Result;
use serde::Serialize;

use super::Agenda;

#[derive(Serialize)]
struct Document<'a> {
    /// Zone of `start` and `end`.
    timezone: &'a str,
    meetings: Vec<Meeting<'a>>,
    /// Titles of series without certain dates.
    undated: Vec<String>,
}

#[derive(Serialize)]
struct Meeting<'a> {
    group: String,
    title: String,
    /// RFC 3339 with offset.
    start: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    /// Start in UTC.
    start_utc: String,
    /// Zone of the series.
    series_timezone: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a str>,
}

/// One object, keys as documented on its types.
pub(super) fn render(agenda: &Agenda<'_>) -> Result<String> {
    let meetings = agenda.entries.iter().map(|entry| Meeting {
        group: entry.planned.group.id(),
        title: entry.planned.title(),
        start: entry.start.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        end: entry.end.as_ref().map(|end| end.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        start_utc: entry.start.timestamp().to_string(),
        series_timezone: entry.there.time_zone().iana_name().unwrap_or_default(),
        url: entry.planned.meeting.url.non_empty(),
        notes: entry.planned.meeting.archive_url.non_empty(),
    });
    let document = Document {
        timezone: agenda.first.time_zone().iana_name().unwrap_or_default(),
        meetings: meetings.collect(),
        undated: agenda.undated.iter().map(|one| one.title()).collect(),
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}
