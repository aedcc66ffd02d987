//! `folkmoot calendar compare`: a public calendar beside the record.

mod records;
mod text;

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use folkmoot_calendar::ics::{self, Calendar, Comparison, Entry, Known};
use folkmoot_model::{Community, Planned};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use super::TextOrJson;
use crate::meetings::{matches, reader_zone, require_group};
use crate::repository::Failure;
use crate::terminal::{self, Color};
use crate::{Outcome, repository};

/// Largest calendar that is read, in bytes.
const LARGEST: u64 = 32 << 20;

/// Compares a public calendar with the repository.
///
/// Says what is on the calendar and not in the repository, what is in the repository and not on the calendar,
/// and where they differ. Exit status 0: they agree; 1: they do not; 2: one of them could not be read.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The calendar, an iCalendar file; `-` is the standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Only these groups, by directory or name.
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// First day to look at (default: from now on).
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// How many days to look at: a quarter shows every rhythm that meetings usually have.
    #[arg(long, default_value_t = 92, value_parser = clap::value_parser!(u16).range(1..=732))]
    days: u16,
    /// Show times in this zone where a series has none of its own (default: this machine's).
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    format: TextOrJson,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

/// What a printer shows.
struct Compared<'a> {
    community: &'a Community,
    calendar: &'a Calendar,
    planned: &'a [Planned<'a>],
    found: Comparison,
    from: Timestamp,
    to: Timestamp,
    zone: TimeZone,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let bytes = bytes(&args.file)?;
    let name = args.file.display();
    let calendar = ics::read(&bytes).with_context(|| format!("{name}: not read as a calendar"))?;
    let zone = reader_zone(args.tz.as_deref())?;
    let opened = repository::open(&args.path)?;
    let first = match args.from {
        Some(date) => date.to_zoned(zone.clone())?,
        None => Zoned::now().with_time_zone(zone.clone()),
    };
    let (from, to) = (first.timestamp(), first.checked_add(i64::from(args.days).days())?.timestamp());
    for wanted in &args.group {
        require_group(&opened.community, wanted)?;
    }
    let mut planned = opened.community.planned();
    // A series that ended, or has not begun, is rightly on no calendar.
    planned
        .retain(|one| one.series.as_ref().is_none_or(|series| series.occurrences(from, to).next().is_some()));
    let known: Vec<Known<'_>> = planned.iter().map(known).collect();
    let mut found = ics::compare(&calendar.entries, &known, from, to);
    // Every group is compared, so that an entry of another one is not taken for one of these.
    if !args.group.is_empty() {
        let asked = |here: usize| args.group.iter().any(|wanted| matches(planned[here].group, wanted));
        found.pairs.retain(|pair| asked(pair.here));
        found.only_here.retain(|&here| asked(here));
        let names: Vec<&Known<'_>> =
            known.iter().enumerate().filter(|(at, _)| asked(*at)).map(|(_, one)| one).collect();
        found.only_there.retain(|&at| names.iter().any(|known| mentions(&calendar.entries[at], known)));
    }
    let compared = Compared {
        community: &opened.community,
        calendar: &calendar,
        planned: &planned,
        found,
        from,
        to,
        zone,
    };
    let text = match args.format {
        TextOrJson::Json => records::render(&compared)?,
        TextOrJson::Text => text::render(&compared, args.color.enabled()),
    };
    terminal::print(&text)?;
    crate::findings::warn(&opened.findings, &args.path);
    Ok(if compared.agree() { Outcome::Clean } else { Outcome::Findings })
}

impl Compared<'_> {
    /// Whether there is nothing to report.
    fn agree(&self) -> bool {
        let found = &self.found;
        found.only_there.is_empty()
            && found.only_here.is_empty()
            && self.calendar.unread.is_empty()
            && found.pairs.iter().all(|pair| pair.differences.is_empty())
    }

    /// The next meeting of an entry, in its own zone.
    fn next(&self, entry: &Entry) -> Option<Zoned> {
        let next = entry.series.occurrences(self.from, self.to).next()?;
        Some(if entry.floating { next.start.with_time_zone(self.zone.clone()) } else { next.start })
    }

    /// Where a series stands in the repository: `sigs.yaml:120`.
    fn place(&self, planned: &Planned<'_>) -> String {
        let whole = self.community.sources.locate(planned.meeting.span);
        whole.rsplit_once(':').map_or(whole.clone(), |(line, _)| line.to_owned())
    }
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let name = file.display();
    let read = if file.as_os_str() == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        let open = std::fs::File::open(file);
        open.and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| {
        Failure::error(
            format!("{name}: cannot be read: {error}"),
            "give an .ics file; `-` reads one from the standard input, as `curl -s https://… | folkmoot calendar compare -`",
        )
    })?;
    Ok(bytes)
}

fn known<'a>(planned: &'a Planned<'a>) -> Known<'a> {
    let group = planned.group;
    let meeting = planned.meeting;
    let mut names = vec![group.id(), group.title(), group.name.to_string()];
    names.extend(group.label.non_empty().map(str::to_owned));
    names.extend(planned.subproject.map(|subproject| subproject.name.to_string()));
    let links = [&meeting.archive_url, &meeting.recordings_url, &meeting.calendar_url];
    Known {
        title: planned.title(),
        names,
        join: meeting.url.non_empty(),
        links: links.into_iter().filter_map(|link| link.non_empty()).collect(),
        series: planned.series.as_ref(),
    }
}

/// Whether an entry names the group of a series.
fn mentions(entry: &Entry, known: &Known<'_>) -> bool {
    let text =
        format!("{} {} {}", entry.summary, entry.description, entry.categories.join(" ")).to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    known.names.iter().any(|name| {
        let name = name.to_lowercase();
        let name: Vec<&str> =
            name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        !name.is_empty() && words.windows(name.len()).any(|window| window == name)
    })
}
