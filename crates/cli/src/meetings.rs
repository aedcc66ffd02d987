//! A community's meetings in a stretch of time, as a reader somewhere sees them: what `agenda` and `calendar`
//! share.

use std::ops::Range;

use anyhow::{Context, Result, bail};
use folkmoot_calendar::{Exception, Occurrence, Origin};
use folkmoot_model::{Community, Group, Planned};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::repository::Failure;

/// What becomes of a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Fate {
    /// It takes place when the rule has it.
    Regular,
    /// It takes place at another time than the rule's.
    MovedHere,
    /// It takes place, and the rule does not give it.
    Extra,
    /// It takes place at another time, which is this one.
    MovedAway(Box<Zoned>),
    /// It does not take place.
    Cancelled,
}

impl Fate {
    /// Whether somebody meets at this time.
    pub(crate) fn takes_place(&self) -> bool {
        matches!(self, Self::Regular | Self::MovedHere | Self::Extra)
    }
}

/// A meeting at a moment.
pub(crate) struct Entry<'a> {
    /// The series.
    pub(crate) planned: &'a Planned<'a>,
    /// Its place among those asked about.
    pub(crate) place: usize,
    /// In the reader's zone.
    pub(crate) start: Zoned,
    /// Where a length is known.
    pub(crate) end: Option<Zoned>,
    /// In the series' own zone.
    pub(crate) there: Zoned,
    /// What it is called.
    pub(crate) title: String,
    pub(crate) fate: Fate,
    /// Why it is not as usual, in a few words.
    pub(crate) note: Option<String>,
}

/// Meetings that start at or after `from` and before `to`, in order of time, those that were called off or
/// moved away in their old places.
pub(crate) fn gather<'a>(
    planned: &'a [Planned<'a>],
    from: Timestamp,
    to: Timestamp,
    zone: &TimeZone,
) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (place, one) in planned.iter().enumerate() {
        let Some(series) = &one.series else { continue };
        for occurrence in series.occurrences(from, to) {
            entries.push(taking_place(place, one, occurrence, zone));
        }
        entries.extend(departed(place, one, from..to, zone));
    }
    entries.sort_by(|a, b| a.start.cmp(&b.start).then_with(|| a.title.cmp(&b.title)));
    entries
}

fn taking_place<'a>(
    place: usize,
    planned: &'a Planned<'a>,
    occurrence: Occurrence,
    zone: &TimeZone,
) -> Entry<'a> {
    let start = occurrence.start.with_time_zone(zone.clone());
    let end = occurrence.minutes.and_then(|minutes| start.checked_add(i64::from(minutes).minutes()).ok());
    let fate = match occurrence.origin {
        Origin::Rule => Fate::Regular,
        Origin::MovedFrom(_) => Fate::MovedHere,
        Origin::Extra => Fate::Extra,
    };
    let (title, note) = (planned.title_of(&occurrence), planned.note_of(&occurrence));
    Entry { planned, place, start, end, there: occurrence.start, title, fate, note }
}

/// Meetings of the rule that a decision on their date took away; a break is told as a whole elsewhere.
fn departed<'a>(
    place: usize,
    planned: &'a Planned<'a>,
    range: Range<Timestamp>,
    zone: &TimeZone,
) -> Vec<Entry<'a>> {
    let Some(series) = &planned.series else { return Vec::new() };
    let exceptions = &planned.meeting.exceptions;
    let entry = |date: Date, fate: Fate, why: &str| {
        // Of a date that the rule does not have there is nothing to take away.
        series.dates(date).next().filter(|next| *next == date)?;
        let there = series.wall_clock(date)?.to_zoned(series.zone.clone()).ok()?;
        if !range.contains(&there.timestamp()) {
            return None;
        }
        let start = there.with_time_zone(zone.clone());
        let what = match &fate {
            Fate::MovedAway(new) => format!("moved to {}", new.strftime("%A %-d %B, %H:%M")),
            _ => "cancelled".to_owned(),
        };
        let note = if why.trim().is_empty() { what } else { format!("{what}: {}", why.trim()) };
        let title = planned.title();
        Some(Entry { planned, place, start, end: None, there, title, fate, note: Some(note) })
    };
    let cancelled = exceptions.cancelled.iter().filter_map(|one| entry(one.date, Fate::Cancelled, &one.why));
    let moved = exceptions.moved.iter().filter_map(|one| {
        let day = one.to.unwrap_or(one.date);
        // At another hour of its day it stands there already.
        if day == one.date {
            return None;
        }
        let new = series.exceptions.iter().find_map(|exception| match exception {
            Exception::Moved { date, to, .. } if *date == one.date => to.to_zoned(series.zone.clone()).ok(),
            _ => None,
        })?;
        entry(one.date, Fate::MovedAway(Box::new(new.with_time_zone(zone.clone()))), &one.why)
    });
    cancelled.chain(moved).collect()
}

/// The zone that times are shown in: that of `--tz`, else this machine's.
pub(crate) fn reader_zone(tz: Option<&str>) -> Result<TimeZone> {
    match tz {
        Some(text) => zone_called(text),
        None => Ok(TimeZone::system()),
    }
}

/// The zone of an IANA name or of any other spelling that schedules may use.
pub(crate) fn zone_called(text: &str) -> Result<TimeZone> {
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

/// What a zone is called.
pub(crate) fn zone_name(zone: &TimeZone) -> &str {
    match zone.iana_name() {
        Some("Etc/UTC") => "UTC",
        Some(name) => name,
        None => "local time",
    }
}

/// The English name of a day.
pub(crate) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The series of these groups; of all where none is named.
pub(crate) fn select<'a>(community: &'a Community, groups: &[String]) -> Result<Vec<Planned<'a>>> {
    for wanted in groups {
        require_group(community, wanted)?;
    }
    let mut planned = community.planned();
    planned.retain(|one| groups.is_empty() || groups.iter().any(|wanted| matches(one.group, wanted)));
    Ok(planned)
}

/// The places of the groups that `wanted` names.
///
/// # Errors
/// Where no group is called so.
pub(crate) fn require_group(community: &Community, wanted: &str) -> Result<Vec<usize>> {
    let named = community.groups.iter().enumerate().filter(|(_, group)| matches(group, wanted));
    let places: Vec<usize> = named.map(|(place, _)| place).collect();
    if places.is_empty() {
        return Err(Failure::error(
            format!("no group is called `{wanted}`"),
            "`folkmoot list groups` shows their directories and names",
        ));
    }
    Ok(places)
}

/// Whether `wanted` names the group: by directory, name or title.
pub(crate) fn matches(group: &Group, wanted: &str) -> bool {
    let wanted = wanted.trim_end_matches('/').to_lowercase();
    [group.dir.as_str(), &group.id(), &group.name, &group.title()]
        .into_iter()
        .any(|name| !name.is_empty() && name.to_lowercase() == wanted)
}
