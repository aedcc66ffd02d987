//! `folkmoot agenda`: what meets in the days ahead, in the reader's own time.

mod markdown;
mod records;
mod table;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use folkmoot_model::{Community, Group, Planned};
use folkmoot_site::{Bundle, Feed, Options, Site};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::past::Past;
use crate::repository::{self, Failure, Opened};
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

/// A meeting on the agenda.
pub(crate) struct Entry<'a> {
    pub(crate) planned: &'a Planned<'a>,
    /// In the reader's zone.
    pub(crate) start: Zoned,
    pub(crate) end: Option<Zoned>,
    /// In the series' own zone.
    pub(crate) there: Zoned,
}

/// What a printer shows.
pub(crate) struct Agenda<'a> {
    pub(crate) first: Zoned,
    pub(crate) days: u16,
    pub(crate) entries: Vec<Entry<'a>>,
    /// Series that have no certain dates.
    pub(crate) undated: Vec<&'a Planned<'a>>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let zone = match &args.tz {
        Some(text) => reader_zone(text)?,
        None => TimeZone::system(),
    };
    let opened = repository::open(&args.path)?;
    let planned = select(&opened.community, &args.group)?;
    let now = Zoned::now().with_time_zone(zone.clone());
    let first = match args.from {
        Some(date) => date.to_zoned(zone)?,
        None => now.clone(),
    };
    if args.format == Format::Ics {
        return feed(opened, args);
    }
    let agenda = gather(&planned, first, args.days)?;
    let text = match args.format {
        Format::Json => records::render(&agenda)?,
        Format::Md => markdown::render(&agenda),
        Format::Table | Format::Ics => table::render(&agenda, args.color.enabled()),
    };
    terminal::print(&text)?;
    Ok(findings::warn(&opened.findings, &args.path))
}

/// The feed of the groups, as the site gives it.
fn feed(opened: Opened, args: &Args) -> Result<Outcome> {
    let outcome = findings::warn(&opened.findings, &args.path);
    let options = Options { fallback_name: site::folder_name(&args.path), ..Options::default() };
    let wanted = |group: &Group| args.group.iter().any(|wanted| matches(group, wanted));
    let places = opened.community.groups.iter().enumerate().filter(|(_, group)| wanted(group));
    let places: Vec<usize> = places.map(|(place, _)| place).collect();
    let community = Arc::new(opened.community);
    let past = Past::new(opened.files.root().to_owned(), Arc::clone(&community));
    let site = Site::new(community, Arc::new(opened.files), options).with_history(past);
    let slugs: Vec<String> = places.iter().map(|&place| site.slug(place).to_owned()).collect();
    let feed = match &slugs[..] {
        [] => Feed::Community,
        [one] => Feed::Group(one.clone()),
        _ => Feed::Bundle(Bundle { groups: slugs, ..Bundle::default() }),
    };
    terminal::print(&site.feed(&feed).unwrap_or_default())?;
    Ok(outcome)
}

/// Whether `wanted` names the group: by directory, name or title.
fn matches(group: &Group, wanted: &str) -> bool {
    group.dir == wanted
        || group.id() == wanted
        || group.name.eq_ignore_ascii_case(wanted)
        || group.title().eq_ignore_ascii_case(wanted)
}

/// An IANA name or any other spelling that schedules may use.
fn reader_zone(text: &str) -> Result<TimeZone> {
    match folkmoot_calendar::read_zone(text) {
        folkmoot_calendar::ZoneReading::Ambiguous(meanings) => {
            let names: Vec<&str> = meanings.iter().map(|meaning| meaning.iana.as_str()).collect();
            bail!("`{text}` has several meanings: write one of {}", names.join(", "))
        }
        reading => reading.time_zone().with_context(|| {
            format!(
                "no time zone is called `{text}`; write an IANA name such as Europe/Istanbul or Asia/Shanghai"
            )
        }),
    }
}

fn select<'a>(community: &'a Community, groups: &[String]) -> Result<Vec<Planned<'a>>> {
    for wanted in groups {
        if !community.groups.iter().any(|group| matches(group, wanted)) {
            return Err(Failure::error(
                format!("no group is called `{wanted}`"),
                "`folkmoot list groups` shows their directories and names",
            ));
        }
    }
    let mut planned = community.planned();
    planned.retain(|one| groups.is_empty() || groups.iter().any(|wanted| matches(one.group, wanted)));
    Ok(planned)
}

fn gather<'a>(planned: &'a [Planned<'a>], first: Zoned, days: u16) -> Result<Agenda<'a>> {
    let from: Timestamp = first.timestamp();
    let to = first.start_of_day()?.checked_add(i64::from(days).days())?.timestamp();
    let zone = first.time_zone().clone();
    let mut entries = Vec::new();
    for one in planned {
        let Some(series) = &one.series else { continue };
        for occurrence in series.occurrences(from, to) {
            let start = occurrence.start.with_time_zone(zone.clone());
            let end =
                occurrence.minutes.and_then(|minutes| start.checked_add(i64::from(minutes).minutes()).ok());
            entries.push(Entry { planned: one, start, end, there: occurrence.start });
        }
    }
    entries.sort_by(|a, b| a.start.cmp(&b.start).then_with(|| a.planned.title().cmp(&b.planned.title())));
    let undated = planned.iter().filter(|one| one.series.is_none()).collect();
    Ok(Agenda { first, days, entries, undated })
}
