//! `folkmoot list meetings`

use folkmoot_model::calendar::{Cadence, ZoneReading};
use serde::Serialize;

use super::Selection;
use super::output::Listed;
use super::view::{self, Viewer};

/// A series with whose it is, and how it was understood.
#[derive(Serialize)]
pub(super) struct Meeting {
    /// Id of the group.
    group: String,
    group_title: String,
    /// Name of the subproject whose series it is; `null` for the group's own.
    subproject: Option<String>,
    #[serde(flatten)]
    written: view::Meeting,
    /// The series as understood.
    read: Read,
}

/// A schedule as understood: `null` where the text is not certain.
#[derive(Serialize)]
struct Read {
    /// RFC 5545: `FREQ=WEEKLY;BYDAY=TU`.
    rrule: Option<String>,
    /// Wall-clock start: `09:00`.
    start: Option<String>,
    /// Length in minutes.
    minutes: Option<u16>,
    /// IANA time zone.
    zone: Option<String>,
}

/// Every series of the groups, their subprojects' after their own.
pub(super) fn list(selection: &Selection<'_>) -> Vec<Meeting> {
    let viewer = Viewer(&selection.community.sources);
    let mut out = Vec::new();
    for group in &selection.groups {
        for (subproject, meeting) in group.all_meetings() {
            let schedule = meeting.schedule();
            out.push(Meeting {
                group: group.id(),
                group_title: group.title(),
                subproject: subproject.map(|subproject| subproject.name.to_string()),
                written: viewer.meeting(meeting),
                read: Read {
                    rrule: match &schedule.cadence {
                        Cadence::Recurring(rule) => Some(rule.to_rrule()),
                        _ => None,
                    },
                    start: schedule.clock.map(|clock| clock.start.strftime("%H:%M").to_string()),
                    minutes: schedule.minutes,
                    zone: match schedule.zone {
                        ZoneReading::Zone { iana, .. } => Some(iana),
                        _ => None,
                    },
                },
            });
        }
    }
    out
}

impl Listed for Meeting {
    const PLURAL: &'static str = "meetings";
    const TABLE: &'static [&'static str] = &["GROUP", "MEETING", "WHEN", "NOTES"];
    const CSV: &'static [&'static str] = &[
        "group",
        "subproject",
        "description",
        "day",
        "time",
        "tz",
        "frequency",
        "url",
        "archive_url",
        "recordings_url",
        "rrule",
        "zone",
        "source",
    ];

    fn row(&self) -> Vec<String> {
        let meeting = match &self.subproject {
            Some(subproject) if !self.written.description.contains(subproject.as_str()) => {
                format!("{subproject}: {}", self.written.description)
            }
            _ => self.written.description.clone(),
        };
        vec![self.group_title.clone(), meeting, self.written.when(), self.written.archive_url.clone()]
    }

    fn record(&self) -> Vec<String> {
        let written = &self.written;
        vec![
            self.group.clone(),
            self.subproject.clone().unwrap_or_default(),
            written.description.clone(),
            written.day.clone(),
            written.time.clone(),
            written.tz.clone(),
            written.frequency.clone(),
            written.url.clone(),
            written.archive_url.clone(),
            written.recordings_url.clone(),
            self.read.rrule.clone().unwrap_or_default(),
            self.read.zone.clone().unwrap_or_default(),
            written.source.clone(),
        ]
    }
}
