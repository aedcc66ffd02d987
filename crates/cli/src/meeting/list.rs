//! `folkmoot meeting list`

use anyhow::Result;
use folkmoot_model::{Community, Group};
use folkmoot_records::{Filed, Presence, Status};
use serde::Serialize;

use super::{Which, with_records};
use crate::Outcome;
use crate::list::output::{self, Listed};

/// Lists the records of meetings, by group and day.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    with_records(&args.which, |community, records| {
        let list: Vec<Meeting> =
            records.iter().map(|(group, filed)| Meeting::of(community, group, filed)).collect();
        output::print(args.which.format, &list)
    })
}

/// One record.
#[derive(Serialize)]
struct Meeting {
    /// Id of the group.
    group: String,
    group_title: String,
    /// `null` where nothing tells it.
    date: Option<String>,
    title: String,
    series: Option<String>,
    /// `held`, `cancelled` or `moved`.
    status: &'static str,
    chair: Option<String>,
    notes_by: Vec<String>,
    attendees: Vec<Attendee>,
    recordings: Vec<String>,
    agenda: Vec<String>,
    decisions: Vec<String>,
    actions: usize,
    open_actions: usize,
    /// `sig-a/meetings/2026-11-05.md:1:1`
    source: String,
}

#[derive(Serialize)]
struct Attendee {
    name: String,
    github: String,
    present: bool,
}

impl Meeting {
    fn of(community: &Community, group: &Group, filed: &Filed) -> Self {
        let record = &filed.record;
        let attendee = |person: &folkmoot_records::Attendee| Attendee {
            name: person.name.clone(),
            github: person.handle.clone(),
            present: person.presence == Presence::Present,
        };
        Self {
            group: group.id(),
            group_title: group.title(),
            date: record.date.map(|date| date.to_string()),
            title: record.title.clone(),
            series: record.series.as_ref().map(|said| said.text.clone()),
            status: match record.status {
                Status::Held => "held",
                Status::Cancelled => "cancelled",
                Status::Moved(_) => "moved",
            },
            chair: record.chair.as_ref().map(|said| said.text.clone()),
            notes_by: record.notes_by.iter().map(|said| said.text.clone()).collect(),
            attendees: record.attendees.iter().map(attendee).collect(),
            recordings: record.recordings.iter().map(|link| link.url.clone()).collect(),
            agenda: record.agenda.iter().map(|said| said.text.clone()).collect(),
            decisions: record.decisions.iter().map(|decision| decision.text.clone()).collect(),
            actions: record.actions.len(),
            open_actions: record.actions.iter().filter(|action| !action.done).count(),
            source: community.sources.locate(record.span),
        }
    }

    fn present(&self) -> usize {
        self.attendees.iter().filter(|attendee| attendee.present).count()
    }
}

/// A count, or nothing for none: a table of zeros hides the others.
fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

impl Listed for Meeting {
    const PLURAL: &'static str = "records of meetings";
    const TABLE: &'static [&'static str] =
        &["GROUP", "DATE", "PEOPLE", "DECIDED", "TO DO", "RECORDED", "RECORD"];
    const CSV: &'static [&'static str] = &[
        "group",
        "date",
        "title",
        "series",
        "status",
        "chair",
        "notes_by",
        "attendees",
        "recordings",
        "decisions",
        "actions",
        "open_actions",
        "source",
    ];

    fn row(&self) -> Vec<String> {
        let recorded = match (self.status, self.recordings.is_empty()) {
            ("held", true) => "",
            ("held", false) => "yes",
            (other, _) => other,
        };
        vec![
            self.group_title.clone(),
            self.date.clone().unwrap_or_else(|| "unknown".to_owned()),
            some(self.present()),
            some(self.decisions.len()),
            some(self.open_actions),
            recorded.to_owned(),
            self.source.clone(),
        ]
    }

    fn record(&self) -> Vec<String> {
        let present = self.attendees.iter().filter(|attendee| attendee.present);
        let names = present.map(|person| {
            if person.github.is_empty() { person.name.clone() } else { format!("@{}", person.github) }
        });
        vec![
            self.group.clone(),
            self.date.clone().unwrap_or_default(),
            self.title.clone(),
            self.series.clone().unwrap_or_default(),
            self.status.to_owned(),
            self.chair.clone().unwrap_or_default(),
            self.notes_by.join("; "),
            names.collect::<Vec<_>>().join("; "),
            self.recordings.join("; "),
            self.decisions.join("; "),
            self.actions.to_string(),
            self.open_actions.to_string(),
            self.source.clone(),
        ]
    }
}
