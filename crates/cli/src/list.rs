//! `folkmoot list`: the record as tables for eyes and as data for scripts.

mod channels;
mod groups;
mod meetings;
pub(crate) mod output;
mod people;
mod subprojects;
mod view;

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use folkmoot_model::{Community, Group};

use crate::meetings::{matches, require_group};
use crate::repository::{self, Failure};
use crate::{Outcome, findings};

/// Lists the record's groups, people, meetings, subprojects or channels.
///
/// Tables are for reading: they fit the terminal, and in a pipe each entry is one line. `--format json` gives
/// everything that the record says of an entry, with the place it stands at; `--format csv` the table with
/// more columns.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// What to list.
    #[arg(value_enum)]
    what: What,
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Groups of this kind alone: `sigs`, `wg`, … May be given several times.
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// This group alone, by directory or name. May be given several times.
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
}

const EXAMPLES: &str = "Examples:
  folkmoot list groups
  folkmoot list meetings --kind wg
  folkmoot list people --format csv > people.csv
  folkmoot list groups --format json | jq -r '.[] | select(.meetings == []) | .title'";

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// Groups of every kind.
    Groups,
    /// Everybody with a role, and the register.
    People,
    /// Series of meetings, subprojects' included.
    Meetings,
    /// What the groups own.
    Subprojects,
    /// Chat channels, mailing lists, forums and teams.
    Channels,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// For eyes.
    Table,
    /// For programs: an array of objects.
    Json,
    /// For spreadsheets, with a heading.
    Csv,
}

/// The groups asked for.
struct Selection<'c> {
    community: &'c Community,
    groups: Vec<&'c Group>,
    /// Whether that is all of them: then what belongs to no group is listed too.
    is_all: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let opened = repository::open_without_records(&args.path)?;
    let selection = select(&opened.community, args)?;
    match args.what {
        What::Groups => output::print(args.format, &groups::list(&selection)),
        What::People => output::print(args.format, &people::list(&selection)),
        What::Meetings => output::print(args.format, &meetings::list(&selection)),
        What::Subprojects => output::print(args.format, &subprojects::list(&selection)),
        What::Channels => output::print(args.format, &channels::list(&selection)),
    }?;
    Ok(findings::warn(&opened.findings, &args.path))
}

fn select<'c>(community: &'c Community, args: &Args) -> Result<Selection<'c>> {
    for kind in &args.kind {
        if !community.kinds.iter().any(|known| known.goes_by(kind)) {
            let keys: Vec<&str> = community.kinds.iter().map(|kind| kind.key.as_str()).collect();
            return Err(Failure::error(
                format!("there is no kind of group `{kind}`"),
                format!("the kinds are {}", keys.join(", ")),
            ));
        }
    }
    for wanted in &args.group {
        require_group(community, wanted)?;
    }
    let is_wanted = |group: &&Group| {
        (args.kind.is_empty() || args.kind.iter().any(|kind| group.kind.goes_by(kind)))
            && (args.group.is_empty() || args.group.iter().any(|wanted| matches(group, wanted)))
    };
    Ok(Selection {
        community,
        groups: community.groups.iter().filter(is_wanted).collect(),
        is_all: args.kind.is_empty() && args.group.is_empty(),
    })
}
