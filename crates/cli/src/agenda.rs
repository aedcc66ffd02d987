//! `folkmoot agenda`: what meets in the days ahead, in the reader's own time.

pub(crate) mod markdown;
pub(crate) mod records;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use clap::ValueEnum;
use folkmoot_model::{Break, Community, Planned};
use folkmoot_site::{Bundle, Feed, Options, Site};
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

use crate::meetings::{self, Entry};
use crate::past::Past;
use crate::repository::{self, Opened};
use crate::terminal::{self, Color};
use crate::{Outcome, findings, site};

/// Lists what meets in the days ahead, in your own time.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// How many days to look ahead.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
    /// Only these groups, by directory or name.
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Show times in this zone (default: this machine's).
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// First day (default: today).
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A list by day, for people.
    Table,
    /// One object, for programs.
    Json,
    /// A calendar to import or subscribe to.
    Ics,
    /// Markdown, for a post or an issue.
    Md,
}

/// What a printer shows.
pub(crate) struct Agenda<'a> {
    pub(crate) first: Zoned,
    pub(crate) days: u16,
    pub(crate) entries: Vec<Entry<'a>>,
    /// Days without meetings, for groups that are shown.
    pub(crate) breaks: Vec<&'a Break>,
    /// Series that have no certain dates.
    pub(crate) undated: Vec<&'a Planned<'a>>,
}

impl Agenda<'_> {
    /// Series shown here whose weeks only their records tell, with what these say; each once.
    fn by_records(&self) -> Vec<(String, String)> {
        let mut told: Vec<(String, String)> = Vec::new();
        for planned in self.entries.iter().map(|entry| entry.planned) {
            if let Some(by) = planned.anchored_on()
                && !told.contains(&(planned.title(), by.clone()))
            {
                told.push((planned.title(), by));
            }
        }
        told
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let zone = meetings::reader_zone(args.tz.as_deref())?;
    let opened = repository::open(&args.path)?;
    let planned = meetings::select(&opened.community, &args.group)?;
    let now = Zoned::now().with_time_zone(zone.clone());
    let first = match args.from {
        Some(date) => date.to_zoned(zone)?,
        None => now.clone(),
    };
    if args.format == Format::Ics {
        drop(planned);
        return feed(opened, &args.path, &args.group);
    }
    let agenda = agenda(&opened.community, &planned, first, args.days)?;
    let text = match args.format {
        Format::Json => records::render(&agenda)?,
        Format::Md => markdown::render(&agenda),
        Format::Table | Format::Ics => table::render(&agenda, terminal::width(), args.color.enabled()),
    };
    terminal::print(&text)?;
    Ok(findings::warn(&opened.findings, &args.path))
}

/// The feed of the groups that are named, of all where none is, as the site gives it.
pub(crate) fn feed(opened: Opened, path: &Path, groups: &[String]) -> Result<Outcome> {
    let outcome = findings::warn(&opened.findings, path);
    let mut places = Vec::new();
    for wanted in groups {
        places.extend(meetings::require_group(&opened.community, wanted)?);
    }
    let options = Options { fallback_name: site::folder_name(path), ..Options::default() };
    let community = Arc::new(opened.community);
    let past = Past::new(opened.files.root().to_owned(), Arc::clone(&community));
    let site = Site::new(community, Arc::new(opened.files), options).with_history(past);
    let feed = Bundle::of(places.iter().map(|&place| Feed::Group(site.slug(place).to_owned())));
    terminal::print(&site.feed(&feed).unwrap_or_default())?;
    Ok(outcome)
}

fn agenda<'a>(
    community: &'a Community,
    planned: &'a [Planned<'a>],
    first: Zoned,
    days: u16,
) -> Result<Agenda<'a>> {
    let end = first.start_of_day()?.checked_add(i64::from(days).days())?;
    let entries = meetings::gather(planned, first.timestamp(), end.timestamp(), first.time_zone());
    let (from, to) = (first.date(), end.date());
    let touches = |one: &&Break| {
        one.from < to && one.to >= from && planned.iter().any(|planned| one.is_for(planned.group))
    };
    let breaks = community.breaks.iter().filter(touches).collect();
    let undated = planned.iter().filter(|one| one.series.is_none()).collect();
    Ok(Agenda { first, days, entries, breaks, undated })
}
