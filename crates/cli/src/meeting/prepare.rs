//! `folkmoot meeting prepare`

use std::path::PathBuf;

use anyhow::{Context, Result};
use folkmoot_model::{Group, Planned, RepoFiles};
use folkmoot_records::{Archive, Draft, Filed, note_taker, still_open};
use folkmoot_repo::Outcome as Written;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

use super::announce::{self, Channel};
use crate::meetings::{self, Entry};
use crate::repository::{self, Failure, Opened};
use crate::{Outcome, findings, terminal};

/// Days ahead in which the next meeting is looked for.
const AHEAD: i64 = 400;
/// Days back from which action items are carried over.
const BACK: i64 = 120;
/// Roles, as communities name them, of those who are willing to take notes.
const WILLING: [&str; 5] = ["note_takers", "notetakers", "note takers", "scribes", "notes"];

/// Writes the record of a group's next meeting: agenda, action items still open, whose turn it is to take notes.
///
/// The agenda comes from `template.md` in the group's folder of records where there is one; `{{date}}`,
/// `{{group}}`, `{{series}}`, `{{join}}`, `{{chair}}`, `{{note_taker}}`, `{{start}}` and `{{end}}` are filled in. A
/// record that is there already, and that people may have edited, gets what is missing; no line is taken away.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The group, by directory or name.
    group: String,
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// The series, by a part of its description; the one that meets next where none is given.
    #[arg(long, value_name = "TEXT")]
    series: Option<String>,
    /// The day of the meeting in its own time zone [default: the next one].
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// Print the announcement.
    #[arg(long, value_enum, value_name = "WHERE")]
    announce: Option<Channel>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let opened = repository::open(&args.path)?;
    let places = meetings::require_group(&opened.community, &args.group)?;
    let place = places[0];
    let group = &opened.community.groups[place];
    let planned = planned(args, &opened, group)?;
    let next = next(args, group, &planned)?;
    let sources = &opened.community.sources;
    let archive = Archive::load(&opened.community, &opened.files, sources, |group| group == place);
    let filed: Vec<&Filed> = archive.records.iter().collect();
    let (draft, turn) = draft(group, &next, &filed);
    let path = path(group, &draft, &filed);
    let template = template(&opened, &path);
    let text = match opened.files.read(&path) {
        Ok(existing) => draft.merge(&String::from_utf8_lossy(&existing)),
        Err(_) => draft.write(template.as_deref()),
    };
    let written =
        opened.files.write_if_changed(&path, text.as_bytes()).with_context(|| format!("writing {path}"))?;
    let what = match written {
        Written::Created => "wrote",
        Written::Changed => "completed",
        Written::Unchanged => "nothing to add to",
    };
    anstream::eprintln!("{what} {path}");
    // In a record that is there already people may have settled it otherwise.
    if let Some(turn) = turn.filter(|_| written == Written::Created) {
        anstream::eprintln!("notes: {turn}");
    }
    if let Some(channel) = args.announce {
        terminal::print(&announce::text(channel, &draft, &next.there, &path))?;
    }
    Ok(findings::warn(&opened.findings, &args.path))
}

/// The group's own series and those of its subprojects that were asked for.
fn planned<'a>(args: &Args, opened: &'a Opened, group: &'a Group) -> Result<Vec<Planned<'a>>> {
    let mut planned = opened.community.planned_of(group);
    if let Some(wanted) = &args.series {
        let wanted = wanted.to_lowercase();
        let names: Vec<String> = planned.iter().map(|one| one.meeting.description.to_string()).collect();
        planned.retain(|one| one.title().to_lowercase().contains(&wanted));
        if planned.is_empty() {
            let known = if names.is_empty() {
                "it has none".to_owned()
            } else {
                format!("it has {}", names.join(", "))
            };
            return Err(Failure::error(format!("{} has no series `{wanted}`", group.title()), known));
        }
    } else {
        // Subprojects prepare their own.
        let own = planned.iter().any(|one| one.subproject.is_none() && one.series.is_some());
        planned.retain(|one| !own || one.subproject.is_none());
    }
    Ok(planned)
}

/// The meeting to prepare.
fn next<'a>(args: &Args, group: &Group, planned: &'a [Planned<'a>]) -> Result<Entry<'a>> {
    let now = Zoned::now();
    let from = match args.date {
        // Zones are up to a day apart from each other.
        Some(date) => date.yesterday().unwrap_or(date).to_zoned(TimeZone::UTC)?,
        None => now,
    };
    let to = from.checked_add(AHEAD.days())?;
    let mut entries = meetings::gather(planned, from.timestamp(), to.timestamp(), from.time_zone());
    entries.retain(|entry| entry.fate.takes_place());
    let days: Vec<String> = entries.iter().take(3).map(|entry| entry.there.date().to_string()).collect();
    let wanted = |entry: &Entry<'_>| args.date.is_none_or(|date| entry.there.date() == date);
    match entries.into_iter().find(wanted) {
        Some(entry) => Ok(entry),
        None if days.is_empty() => Err(Failure::error(
            format!("nothing tells when {} meets next", group.title()),
            "its series need a day, a time and a time zone; `folkmoot check` says what is missing",
        )),
        None => Err(Failure::error(
            format!("{} does not meet on that day", group.title()),
            format!("it meets on {}", days.join(", ")),
        )),
    }
}

fn draft(group: &Group, next: &Entry<'_>, filed: &[&Filed]) -> (Draft, Option<String>) {
    let date = next.there.date();
    let series = next.planned.meeting.description.to_string();
    // Records that name no series may be of any.
    let ours = |filed: &&&Filed| {
        filed.record.series.as_ref().is_none_or(|said| said.text.eq_ignore_ascii_case(&series))
    };
    let records = || filed.iter().filter(ours).map(|filed| &filed.record);
    let since = date.checked_sub(BACK.days()).unwrap_or(date);
    let handles = |people: &[folkmoot_model::Person]| -> Vec<String> {
        let handles = people.iter().map(|person| person.github.trim().to_owned());
        handles.filter(|handle| !handle.is_empty()).collect()
    };
    let chairs = handles(&group.leadership.chairs);
    let chair = (chairs.len() == 1).then(|| chairs[0].clone());
    let named =
        group.leadership.further.iter().find(|list| WILLING.contains(&list.role.to_lowercase().as_str()));
    let willing = match named {
        Some(list) => handles(&list.people),
        None => {
            let leads = group.leadership.active().map(|(_, person)| person.github.trim().to_owned());
            let mut all: Vec<String> = leads.filter(|handle| !handle.is_empty()).collect();
            let mut seen = std::collections::HashSet::new();
            all.retain(|handle| seen.insert(handle.to_lowercase()));
            all
        }
    };
    let willing: Vec<&str> = willing.iter().map(String::as_str).collect();
    let turn = note_taker(&willing, chair.as_deref(), records(), date);
    let end = next.end.as_ref().map(|end| end.with_time_zone(next.there.time_zone().clone()));
    let clock = |time: &Zoned| time.strftime("%H:%M").to_string();
    let zone = meetings::zone_name(next.there.time_zone()).to_owned();
    let draft = Draft {
        date,
        group: group.title(),
        series: if series.trim().is_empty() { "Meeting".to_owned() } else { series.clone() },
        time: end.map(|end| (clock(&next.there), clock(&end), zone)),
        join: next.planned.meeting.url.trim().to_owned(),
        chair,
        note_taker: turn.as_ref().map(|turn| turn.handle.clone()),
        points: Vec::new(),
        carried: still_open(records(), since, date),
    };
    (draft, turn.map(|turn| format!("@{}, who {}", turn.handle, turn.why)))
}

/// Where the record stands, or should: beside the group's latest one, named as those are.
fn path(group: &Group, draft: &Draft, filed: &[&Filed]) -> String {
    let of_day = |filed: &&&Filed| filed.record.date == Some(draft.date) && is_dated(&filed.path);
    let same = |filed: &&&Filed| {
        filed.record.series.as_ref().is_none_or(|said| said.text.eq_ignore_ascii_case(&draft.series))
    };
    if let Some(known) = filed.iter().filter(of_day).find(same) {
        return known.path.clone();
    }
    let latest = filed.iter().rev().find(|filed| filed.record.date.is_some() && is_dated(&filed.path));
    let folder = latest.and_then(|filed| filed.path.rsplit_once('/')).map(|(folder, _)| folder.to_owned());
    let folder = folder.unwrap_or_else(|| format!("{}/meetings", group.dir.trim_matches('/')));
    let compact = latest.is_some_and(|filed| {
        let name = filed.path.rsplit('/').next().unwrap_or_default();
        name.get(..8).is_some_and(|start| start.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let day = if compact { draft.date.strftime("%Y%m%d").to_string() } else { draft.date.to_string() };
    // Another series has its record on the same day.
    let taken = filed.iter().any(|filed| filed.record.date == Some(draft.date) && is_dated(&filed.path));
    let slug = if taken { format!("-{}", slug(&draft.series)) } else { String::new() };
    format!("{folder}/{day}{slug}.md")
}

/// Whether a file is one meeting's, named by its day.
fn is_dated(path: &str) -> bool {
    folkmoot_calendar::date_in_name(path.rsplit('/').next().unwrap_or(path)).is_some()
}

fn slug(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}

/// The group's own form of a record, beside its records.
fn template(opened: &Opened, path: &str) -> Option<String> {
    let (folder, _) = path.rsplit_once('/')?;
    let group = folder.rsplit_once('/').map_or(folder, |(group, _)| group);
    let candidates = [
        format!("{folder}/template.md"),
        format!("{group}/meeting-template.md"),
        "meeting-template.md".to_owned(),
    ];
    let bytes = candidates.iter().find_map(|path| opened.files.read(path).ok())?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
