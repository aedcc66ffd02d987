//! A community's feed: reading its schedules, and writing them as iCalendar.

use folkmoot_calendar::ics::{Event, Feed, State};
use folkmoot_calendar::{Cadence, Schedule, Series};
use folkmoot_model::{MemoryFiles, Planned, load};
use jiff::Timestamp;
use jiff::civil::date;

use crate::{best, shown};

/// Times the feed of the community whose data file is at `path`.
pub(crate) fn time(path: &str) {
    let Ok(text) = std::fs::read_to_string(path) else { return eprintln!("{path} cannot be read") };
    let (community, _) = load(&MemoryFiles::new().with("sigs.yaml", text));
    let planned = community.planned();
    let (reading, schedules) = best(|| planned.iter().map(|one| one.meeting.schedule()).collect::<Vec<_>>());
    println!("| reading the schedules of {} meetings | {} | |", planned.len(), shown(reading));
    let series: Vec<Option<Series>> = schedules.iter().map(series).collect();
    let pairs = planned.iter().zip(&series);
    let events: Vec<Event<'_>> =
        pairs.filter_map(|(one, series)| Some(event(one, series.as_ref()?))).collect();
    let count = events.len();
    let feed = Feed {
        name: "Community".into(),
        description: String::new(),
        url: None,
        colour: None,
        refresh_hours: 12,
        events,
    };
    let stamp: Timestamp = "2026-11-21T00:00:00Z".parse().expect("a moment");
    let (writing, bytes) = best(|| feed.to_ics(stamp).len());
    println!("| writing the feed of {count} of them ({bytes} bytes) | {} | |", shown(writing));
    let text = feed.to_ics(stamp);
    let (reading, entries) =
        best(|| folkmoot_calendar::ics::read(text.as_bytes()).expect("a calendar").entries.len());
    println!("| reading that feed ({entries} series) | {} | |", shown(reading));
}

/// A series even where an alternating one names no first week: what is timed is the work.
fn series(schedule: &Schedule) -> Option<Series> {
    let Cadence::Recurring(rule) = &schedule.cadence else { return None };
    let mut series = Series::by_rule(rule.clone(), schedule.clock?, schedule.zone.time_zone()?);
    series.starts = Some(schedule.starts.unwrap_or(date(2026, 1, 1)));
    Some(series)
}

fn event<'a>(one: &Planned<'_>, series: &'a Series) -> Event<'a> {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Event {
        room: None,
        particulars: Vec::new(),
        uid: format!("{}@example.org", one.title()),
        series,
        summary: one.title(),
        description: format!("Agenda and notes: {}", one.meeting.archive_url.as_str()),
        join: text(one.meeting.url.as_str()),
        url: text(one.meeting.archive_url.as_str()),
        categories: vec![one.group.title()],
        sequence: 0,
        modified: None,
        state: State::Confirmed,
    }
}
