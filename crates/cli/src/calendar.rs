//! `folkmoot calendar`: a month at a glance; fair times, export, comparison with a public calendar.

mod clash;
mod clocks;
mod compare;
mod export;
mod grid;
mod markdown;
mod month;
mod records;
mod slots;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::ValueEnum;
use jiff::Zoned;
use jiff::civil::{Date, Weekday};

use crate::meetings::{reader_zone, select};
use crate::terminal::{self, Color};
use crate::{Outcome, findings, repository};

/// Shows a month of meetings; finds fair times; exports and compares calendars.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    month: MonthArgs,
}

#[derive(clap::Subcommand)]
enum Command {
    Compare(compare::Args),
    Export(export::Args),
    Slots(slots::Args),
}

#[derive(clap::Args)]
struct MonthArgs {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// The month, as 2026-12 (default: this one).
    #[arg(long, value_name = "MONTH", value_parser = month)]
    month: Option<Date>,
    /// Only these groups, by directory or name.
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Show times in this zone (default: this machine's).
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// The day a week starts with.
    #[arg(long, value_enum, default_value_t, value_name = "DAY")]
    week_starts: WeekStart,
    /// Meetings shown a day in the grid; 0 shows all.
    #[arg(long, value_name = "N", default_value_t = 8)]
    lines: usize,
    /// The day to mark (default: today).
    #[arg(long, value_name = "DATE", hide = true)]
    today: Option<Date>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

/// How what is found out is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TextOrJson {
    /// For people.
    Text,
    /// One object, for programs.
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A grid of weeks, for people.
    Text,
    /// One object, for programs.
    Json,
    /// The calendar of these groups, to import or subscribe to.
    Ics,
    /// A table in Markdown.
    Md,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum WeekStart {
    #[default]
    Monday,
    Saturday,
    Sunday,
}

impl WeekStart {
    fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    match &args.command {
        Some(Command::Compare(args)) => compare::run(args),
        Some(Command::Export(args)) => export::run(args),
        Some(Command::Slots(args)) => slots::run(args),
        None => show(&args.month),
    }
}

fn show(args: &MonthArgs) -> Result<Outcome> {
    let zone = reader_zone(args.tz.as_deref())?;
    let opened = repository::open(&args.path)?;
    let now = Zoned::now().with_time_zone(zone.clone());
    let today = args.today.unwrap_or_else(|| now.date());
    let planned = select(&opened.community, &args.group)?;
    if args.format == Format::Ics {
        drop(planned);
        return crate::agenda::feed(opened, &args.path, &args.group);
    }
    let first = args.month.unwrap_or(today).first_of_month();
    let month =
        month::Month::new(&opened.community, &planned, first, today, args.week_starts.weekday(), zone)?;
    let text = match args.format {
        Format::Json => records::render(&month)?,
        Format::Md => markdown::render(&month),
        Format::Text | Format::Ics => {
            grid::render(&month, args.lines, terminal::width(), args.color.enabled())
        }
    };
    terminal::print(&text)?;
    Ok(findings::warn(&opened.findings, &args.path))
}

/// `2026-12`; a whole date names its month as well.
fn month(text: &str) -> Result<Date> {
    let whole = format!("{text}-01");
    let date = whole.parse::<Date>().or_else(|_| text.parse::<Date>());
    match date {
        Ok(date) if (1900..=2200).contains(&date.year()) => Ok(date.first_of_month()),
        _ => bail!("write a year and a month, as 2026-12"),
    }
}
