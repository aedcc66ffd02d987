//! The agenda for programs.

use anyhow::Result;
use jiff::Zoned;
use serde::Serialize;

use super::Agenda;
use crate::meetings::{Entry, Fate};

#[derive(Serialize)]
struct Document<'a> {
    /// Zone of `start` and `end`.
    timezone: &'a str,
    meetings: Vec<Meeting<'a>>,
    /// Days without meetings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    breaks: Vec<Break<'a>>,
    /// Titles of series without certain dates.
    undated: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Meeting<'a> {
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
    /// `regular`, `moved` (it takes place here), `extra`, `moved-away` (it does not), `cancelled`.
    status: &'static str,
    /// Why it is not as usual.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// On which of its records the weeks of the series rest, where no first date says them.
    #[serde(skip_serializing_if = "Option::is_none")]
    anchored_on: Option<String>,
}

#[derive(Serialize)]
struct Break<'a> {
    name: &'a str,
    from: String,
    to: String,
}

impl<'a> Meeting<'a> {
    /// The meeting as programs see it.
    pub(crate) fn of(entry: &'a Entry<'a>) -> Self {
        let moment = |zoned: &Zoned| zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        Self {
            group: entry.planned.group.id(),
            title: entry.title.clone(),
            start: moment(&entry.start),
            end: entry.end.as_ref().map(moment),
            start_utc: entry.start.timestamp().to_string(),
            series_timezone: entry.there.time_zone().iana_name().unwrap_or_default(),
            url: entry.planned.meeting.url.non_empty(),
            notes: entry.planned.meeting.archive_url.non_empty(),
            status: match entry.fate {
                Fate::Regular => "regular",
                Fate::MovedHere => "moved",
                Fate::Extra => "extra",
                Fate::MovedAway(_) => "moved-away",
                Fate::Cancelled => "cancelled",
            },
            note: entry.note.as_deref(),
            anchored_on: entry.planned.anchored_on(),
        }
    }
}

/// One object, keys as documented on its types.
pub(super) fn render(agenda: &Agenda<'_>) -> Result<String> {
    let breaks = agenda.breaks.iter().map(|one| Break {
        name: &one.name,
        from: one.from.to_string(),
        to: one.to.to_string(),
    });
    let document = Document {
        timezone: agenda.first.time_zone().iana_name().unwrap_or_default(),
        meetings: agenda.entries.iter().map(Meeting::of).collect(),
        breaks: breaks.collect(),
        undated: agenda.undated.iter().map(|one| one.title()).collect(),
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}
