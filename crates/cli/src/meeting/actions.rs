//! `folkmoot meeting actions`

use anyhow::Result;
use folkmoot_records::Action;
use serde::Serialize;

use super::{Which, with_records};
use crate::Outcome;
use crate::list::output::{self, Listed};

/// Lists what was left to be done: action items that are not ticked off, the earliest due first.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    which: Which,
    /// Those of this person alone, by handle.
    #[arg(long, value_name = "HANDLE")]
    person: Option<String>,
    /// Those that are ticked off, too.
    #[arg(long)]
    all: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    with_records(&args.which, |community, records| {
        let person = args.person.as_deref().map(|person| person.trim_start_matches('@'));
        let wanted = |action: &&Action| {
            let theirs = person
                .is_none_or(|person| action.owners.iter().any(|owner| owner.eq_ignore_ascii_case(person)));
            theirs && (args.all || !action.done)
        };
        let mut list: Vec<ToDo> = Vec::new();
        for (group, filed) in records {
            list.extend(filed.record.actions.iter().filter(wanted).map(|action| ToDo {
                group: group.id(),
                group_title: group.title(),
                date: filed.record.date.map(|date| date.to_string()),
                due: action.due.map(|due| due.to_string()),
                owners: action.owners.clone(),
                text: action.text.clone(),
                done: action.done,
                source: community.sources.locate(action.span),
            }));
        }
        // What has no end comes last, the newest of it first.
        list.sort_by(|a, b| {
            (a.due.is_none(), &a.due).cmp(&(b.due.is_none(), &b.due)).then_with(|| b.date.cmp(&a.date))
        });
        output::print(args.which.format, &list)
    })
}

/// One action item.
#[derive(Serialize)]
struct ToDo {
    /// Id of the group.
    group: String,
    group_title: String,
    /// The day of the meeting.
    date: Option<String>,
    due: Option<String>,
    /// Handles.
    owners: Vec<String>,
    text: String,
    done: bool,
    source: String,
}

impl Listed for ToDo {
    const PLURAL: &'static str = "action items";
    const TABLE: &'static [&'static str] = &["DUE", "WHO", "WHAT", "GROUP", "SINCE"];
    const CSV: &'static [&'static str] = &["group", "date", "due", "owners", "text", "done", "source"];

    fn row(&self) -> Vec<String> {
        let owners: Vec<String> = self.owners.iter().map(|owner| format!("@{owner}")).collect();
        vec![
            self.due.clone().unwrap_or_default(),
            owners.join(" "),
            self.text.clone(),
            self.group_title.clone(),
            self.date.clone().unwrap_or_default(),
        ]
    }

    fn record(&self) -> Vec<String> {
        vec![
            self.group.clone(),
            self.date.clone().unwrap_or_default(),
            self.due.clone().unwrap_or_default(),
            self.owners.join("; "),
            self.text.clone(),
            self.done.to_string(),
            self.source.clone(),
        ]
    }
}
