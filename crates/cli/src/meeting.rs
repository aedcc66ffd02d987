//! `folkmoot meeting`: the records of meetings that were held.

mod actions;
mod announce;
mod close;
mod list;
mod prepare;

use std::path::PathBuf;

use anyhow::Result;
use folkmoot_diagnostics::render::visible;
use folkmoot_model::{Community, Group};
use folkmoot_records::{Archive, Filed};
use jiff::civil::Date;

use crate::list::Format;
use crate::meetings::require_group;
use crate::repository;
use crate::{Outcome, findings};

/// Prepares and closes meetings, lists the records of those that were held and what is still to be done after them.
///
/// Records are Markdown files in the folders of the groups, with or without front matter: `meetings/2026-11-05.md`,
/// `minutes/20261105.md`, or one long file with a dated heading per meeting.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    List(list::Args),
    Actions(actions::Args),
    Prepare(prepare::Args),
    Close(close::Args),
}

/// Records with a mistake that are named one by one.
const SHOWN: usize = 10;

/// What both lists take.
#[derive(clap::Args)]
struct Which {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// This group alone, by directory or name. May be given several times.
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// From this day on.
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Up to this day.
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    match &args.command {
        Command::List(args) => list::run(args),
        Command::Actions(args) => actions::run(args),
        Command::Prepare(args) => prepare::run(args),
        Command::Close(args) => close::run(args),
    }
}

/// The records that were asked for, handed to `print`; then what is wrong with the record.
fn with_records(
    which: &Which,
    print: impl FnOnce(&Community, &[(&Group, &Filed)]) -> Result<()>,
) -> Result<Outcome> {
    let opened = repository::open(&which.path)?;
    let community = &opened.community;
    let mut places = Vec::new();
    for wanted in &which.group {
        places.extend(require_group(community, wanted)?);
    }
    let wanted = |place: usize| places.is_empty() || places.contains(&place);
    let archive = Archive::load(community, &opened.files, &community.sources, wanted);
    let in_time = |filed: &Filed| {
        let Some(date) = filed.record.date else { return which.since.is_none() && which.until.is_none() };
        which.since.is_none_or(|since| date >= since) && which.until.is_none_or(|until| date <= until)
    };
    let chosen: Vec<(&Group, &Filed)> = archive
        .records
        .iter()
        .map(|filed| (&community.groups[filed.group], filed))
        .filter(|(_, filed)| in_time(filed))
        .collect();
    print(community, &chosen)?;
    let found = &archive.diagnostics;
    for finding in found.iter().take(SHOWN) {
        let place = finding.span().map(|span| community.sources.locate(span)).unwrap_or_default();
        anstream::eprintln!("{place}: {}", visible(&finding.message));
    }
    if found.len() > SHOWN {
        anstream::eprintln!("and {} more such records", found.len() - SHOWN);
    }
    Ok(findings::warn(&opened.findings, &which.path))
}
