//! `folkmoot meeting`: the records of meetings that were held.

mod actions;
mod announce;
mod close;
mod list;
mod prepare;

use std::path::PathBuf;

use anyhow::Result;
use folkmoot_diagnostics::Diagnostic;
use folkmoot_diagnostics::render::visible;
use folkmoot_model::{Community, Group};
use folkmoot_records::{Archive, Filed};
use jiff::civil::Date;

use crate::list::{Format, goes_by};
use crate::repository::{self, Failure};
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
    for wanted in &which.group {
        if !community.groups.iter().any(|group| goes_by(group, wanted)) {
            return Err(Failure::error(
                format!("there is no group `{wanted}`"),
                "`folkmoot list groups` lists them; give a directory or a name",
            ));
        }
    }
    let archive = Archive::load(community, &opened.files, &community.sources);
    let wanted =
        |group: &Group| which.group.is_empty() || which.group.iter().any(|wanted| goes_by(group, wanted));
    let of_group = |finding: &Diagnostic| {
        let dir = finding.group.as_deref().unwrap_or_default();
        community.groups.iter().any(|group| group.dir.trim_matches('/') == dir && wanted(group))
    };
    let in_time = |filed: &Filed| {
        let Some(date) = filed.record.date else { return which.since.is_none() && which.until.is_none() };
        which.since.is_none_or(|since| date >= since) && which.until.is_none_or(|until| date <= until)
    };
    let chosen: Vec<(&Group, &Filed)> = archive
        .records
        .iter()
        .map(|filed| (&community.groups[filed.group], filed))
        .filter(|(group, filed)| wanted(group) && in_time(filed))
        .collect();
    print(community, &chosen)?;
    let found: Vec<&Diagnostic> = archive.diagnostics.iter().filter(|found| of_group(found)).collect();
    for finding in found.iter().take(SHOWN) {
        let place = finding.span().map(|span| community.sources.locate(span)).unwrap_or_default();
        anstream::eprintln!("{place}: {}", visible(&finding.message));
    }
    if found.len() > SHOWN {
        anstream::eprintln!("and {} more such records", found.len() - SHOWN);
    }
    Ok(findings::warn(&opened.findings, &which.path))
}
