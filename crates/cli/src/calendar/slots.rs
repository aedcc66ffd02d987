//! `folkmoot calendar slots`: fair times for the people of a group.

mod busy;
mod options;
mod people;
mod records;
mod strip;

use std::path::PathBuf;

use anyhow::Result;
use folkmoot_calendar::{Clock, Frequency, Nth};
use folkmoot_calendar::{FairTime, Hours, LocalTime, Residents, Rule, Series, fair_times, local_times};
use folkmoot_model::Community;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use self::busy::{Busy, Clash};
use self::people::{Participant, Unplaced};
use super::TextOrJson;
use crate::meetings::{reader_zone, require_group, zone_called};
use crate::repository::Failure;
use crate::terminal::{self, Color};
use crate::{Outcome, findings, repository};

/// Times that are looked at closely: whether somebody is in another meeting takes longer to tell than the hour.
const CLOSELY: usize = 120;
/// Times of day closer than this many minutes are one proposal, of which the fairer one is made.
const NEAR: i32 = 120;

/// Proposes fair times for a group's meeting, from the zones of its people.
///
/// Takes the zones of the leads and members from `people.yaml`, weighs every half hour of the week over a whole
/// year of clock changes, and looks at the meetings these people have already.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// The group that wants to meet, by directory or name.
    #[arg(long, value_name = "GROUP", required = true)]
    group: Vec<String>,
    /// Groups whose leads and members should be able to come as well.
    #[arg(long, value_name = "GROUP", num_args = 1..)]
    with: Vec<String>,
    /// Count somebody in this zone as well, of whom nothing else is known.
    #[arg(long, value_name = "ZONE")]
    zone: Vec<String>,
    /// How long the meeting takes, as 45m or 1h30m.
    #[arg(long, default_value = "1h", value_parser = options::minutes)]
    duration: u16,
    /// Days on which people meet, on their own calendars: mon-fri, or mon,wed,sat.
    #[arg(long, default_value = "mon-fri", value_parser = options::days)]
    days: options::Days,
    /// Hours within which people meet, on their own clocks.
    #[arg(long, default_value = "08:00-20:00", value_parser = options::hours)]
    hours: options::Range,
    /// Working hours, which are better than the rest.
    #[arg(long, default_value = "09:00-18:00", value_parser = options::hours)]
    working: options::Range,
    /// How many times to propose.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=20))]
    count: u8,
    /// Show times in this zone (default: this machine's).
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// First day to look at (default: today).
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    format: TextOrJson,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

/// What a printer shows.
struct Slots<'a> {
    /// Titles of the groups.
    groups: Vec<String>,
    people: &'a [Participant<'a>],
    unplaced: &'a [Unplaced<'a>],
    /// The zones of the people, most people first.
    residents: &'a [Residents],
    hours: &'a Hours,
    minutes: u16,
    /// The reader's zone.
    zone: TimeZone,
    /// The Monday on or after the first day.
    monday: Date,
    proposals: Vec<Proposal>,
}

/// A time proposed, on days that suit alike.
struct Proposal {
    fair: FairTime,
    /// Days of the week, the one of `fair` first, and the first meeting on each.
    days: Vec<(Weekday, Timestamp)>,
    /// For each zone, its local times over the year.
    local: Vec<Vec<LocalTime>>,
    clashes: Vec<Clash>,
    /// Titles of the group's own series that meet just then.
    present: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let zone = reader_zone(args.tz.as_deref())?;
    let opened = repository::open(&args.path)?;
    let community = &opened.community;
    let own = places(community, &args.group)?;
    let all: Vec<usize> = own.iter().copied().chain(places(community, &args.with)?).collect();
    let further = args.zone.iter().map(|name| zone_called(name)).collect::<Result<Vec<_>>>()?;
    let (people, unplaced) = people::of(community, &all, &further);
    if people.is_empty() {
        return Err(nobody(&unplaced));
    }
    let residents = people::residents(&people);
    let hours = Hours { working: args.working.0, awake: args.hours.0, days: args.days.0.clone() };
    let first = args.from.unwrap_or_else(|| Zoned::now().with_time_zone(zone.clone()).date());
    let monday = first.checked_add(i64::from(Weekday::Monday.since(first.weekday())).days())?;
    let busy = Busy::new(community, &own, &people, monday)?;
    let fair = fair_times(&residents, &hours, monday, args.duration);
    let proposals = propose(fair, &residents, &busy, (monday, args.duration), usize::from(args.count));
    let slots = Slots {
        groups: all.iter().map(|&place| community.groups[place].title()).collect(),
        people: &people,
        unplaced: &unplaced,
        residents: &residents,
        hours: &hours,
        minutes: args.duration,
        zone,
        monday,
        proposals,
    };
    let text = match args.format {
        TextOrJson::Json => records::render(&slots)?,
        TextOrJson::Text => strip::render(&slots, terminal::width(), args.color.enabled()),
    };
    terminal::print(&text)?;
    Ok(findings::warn(&opened.findings, &args.path))
}

/// Places of the groups that are named, each once.
fn places(community: &Community, names: &[String]) -> Result<Vec<usize>> {
    let mut out = Vec::new();
    for wanted in names {
        for place in require_group(community, wanted)? {
            if !out.contains(&place) {
                out.push(place);
            }
        }
    }
    Ok(out)
}

fn nobody(unplaced: &[Unplaced<'_>]) -> anyhow::Error {
    let who: Vec<String> = unplaced.iter().map(Unplaced::told).collect();
    let what = if who.is_empty() {
        "the group names neither leads nor members".to_owned()
    } else {
        format!("of nobody a zone is known: {}", who.join(", "))
    };
    Failure::error(
        what,
        "write `timezone: Europe/Istanbul` beside each handle in people.yaml, or name zones with --zone",
    )
}

/// The fairest times, to be in another meeting counted as a burden; those on several days that suit alike are one.
fn propose(
    fair: Vec<FairTime>,
    residents: &[Residents],
    busy: &Busy<'_>,
    (monday, minutes): (Date, u16),
    count: usize,
) -> Vec<Proposal> {
    let mut close: Vec<(u64, u64, Proposal)> = Vec::new();
    for fair in fair.into_iter().take(CLOSELY) {
        let Some(series) = series(&fair, residents, monday, minutes) else { continue };
        let Some(first) = fair.first(residents, monday) else { continue };
        let (clashes, present) = busy.during(&series);
        // To be elsewhere is worse than an early morning, and not as bad as the night.
        let missed = clashes.iter().map(|clash| u64::from(clash.times) * 4);
        let (most, all) = (missed.clone().max().unwrap_or(0), missed.sum::<u64>());
        let (worst, total) = (fair.worst.max(most), fair.total + all);
        let days = vec![(fair.weekday, first)];
        close.push((worst, total, Proposal { fair, days, local: Vec::new(), clashes, present }));
    }
    close.sort_by_key(|(worst, total, one)| (*worst, *total, one.days[0].1));
    let mut out: Vec<Proposal> = Vec::new();
    for (_, _, mut one) in close {
        if let Some(same) = out.iter_mut().find(|known| known.suits_as(&one)) {
            same.days.append(&mut one.days);
        } else if out.len() < count && !out.iter().any(|known| known.is_near(&one)) {
            let Some(series) = series(&one.fair, residents, monday, minutes) else { continue };
            let (from, to) = year(monday);
            one.local = residents.iter().map(|of| local_times(&series, &of.zone, from, to)).collect();
            out.push(one);
        }
    }
    out
}

impl Proposal {
    /// Whether it is the same time on another day, with nothing else to say about it.
    fn suits_as(&self, other: &Self) -> bool {
        let (a, b) = (&self.fair, &other.fair);
        (a.time, a.zone, a.worst, a.total, &a.comfort) == (b.time, b.zone, b.worst, b.total, &b.comfort)
            && self.clashes.is_empty()
            && other.clashes.is_empty()
            && self.present == other.present
    }

    /// Whether the times of day are nearly one.
    fn is_near(&self, other: &Self) -> bool {
        let day = 24 * 3600;
        let apart = self.days[0].1.duration_since(other.days[0].1).as_secs().rem_euclid(day);
        apart.min(day - apart) < i64::from(NEAR) * 60
    }
}

/// The weekly series at that time.
fn series(fair: &FairTime, residents: &[Residents], monday: Date, minutes: u16) -> Option<Series> {
    let rule = Rule::every(1, Frequency::Weekly, vec![Nth::every(fair.weekday)]);
    let clock = Clock { start: fair.time, start_day: 0, minutes: Some(minutes) };
    let zone = residents.get(fair.zone)?.zone.clone();
    Some(Series { starts: Some(monday), minutes: Some(minutes), ..Series::by_rule(rule, clock, zone) })
}

/// The year from a day on.
fn year(monday: Date) -> (Timestamp, Timestamp) {
    let moment = |date: Date| date.to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |zoned| zoned.timestamp());
    (moment(monday), monday.checked_add(52.weeks()).map_or(Timestamp::MAX, moment))
}
