//! Meetings of the weeks ahead.

use folkmoot_calendar as calendar;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use schemars::JsonSchema;
use serde::Serialize;

use super::link::{GroupRef, Moment, Url, text};
use super::meeting::{Series, all_series};
use crate::View;

/// Weeks ahead that the document looks.
const WEEKS: i64 = 13;

/// Every meeting of the coming 13 weeks.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Occurrences")]
pub(super) struct Occurrences {
    /// The start of today in UTC: meetings begin then or later.
    from: Moment,
    /// Meetings begin before.
    until: Moment,
    /// By their start.
    occurrences: Vec<Occurrence>,
    /// Series without certain dates, by id: nothing of them is above.
    undated: Vec<String>,
}

/// One meeting.
#[derive(Serialize, JsonSchema)]
pub(super) struct Occurrence {
    /// Id of the series.
    series: String,
    group: GroupRef,
    title: String,
    /// Start, with the offset that the series' zone has then.
    start: Moment,
    /// Start in UTC.
    start_utc: Moment,
    /// End, where the length is known.
    end: Option<Moment>,
    /// Zone of the series (IANA).
    timezone: Option<String>,
    /// Why it is then.
    origin: Origin,
    /// Why it is not where the rule has it, in words.
    note: Option<String>,
    /// The room or account that it uses.
    room: Option<String>,
    /// Where to join.
    join: Option<Url>,
    /// Agenda and notes.
    notes: Option<Url>,
}

/// Why a meeting is when it is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Origin {
    /// By the rule of the series.
    Rule,
    /// Moved from another date or time.
    Moved,
    /// One more than the rule gives.
    Extra,
}

pub(super) fn occurrences(view: &View<'_>) -> Occurrences {
    let from = start_of_day(view.now());
    let until = from.checked_add((WEEKS * 7 * 24).hours()).unwrap_or(Timestamp::MAX);
    let all = all_series(view);
    let mut dated: Vec<(Timestamp, Occurrence)> = Vec::new();
    for series in &all {
        let Some(certain) = &series.planned.series else { continue };
        let meetings = certain.occurrences(from, until);
        dated.extend(meetings.map(|one| (one.start.timestamp(), Occurrence::of(view, series, &one))));
    }
    // Those of one moment stay in the order of the record.
    dated.sort_by_key(|(start, _)| *start);
    let undated = all.iter().filter(|series| series.planned.series.is_none()).map(|series| series.id.clone());
    Occurrences {
        from: from.into(),
        until: until.into(),
        occurrences: dated.into_iter().map(|(_, occurrence)| occurrence).collect(),
        undated: undated.collect(),
    }
}

impl Occurrence {
    pub(super) fn of(view: &View<'_>, series: &Series<'_>, one: &calendar::Occurrence) -> Self {
        let planned = &series.planned;
        let dir = planned.group.dir.as_str();
        let end = one.minutes.and_then(|minutes| one.start.checked_add(i64::from(minutes).minutes()).ok());
        Self {
            series: series.id.clone(),
            group: GroupRef::new(view, series.group),
            title: planned.title_of(one),
            start: Moment::from(&one.start),
            start_utc: one.start.timestamp().into(),
            end: end.as_ref().map(Moment::from),
            timezone: one.start.time_zone().iana_name().map(str::to_owned),
            origin: match one.origin {
                calendar::Origin::Rule => Origin::Rule,
                calendar::Origin::MovedFrom(_) => Origin::Moved,
                calendar::Origin::Extra => Origin::Extra,
            },
            note: planned.note_of(one),
            room: planned.room_of(one).and_then(text),
            join: Url::resolve(view, &planned.meeting.url, dir),
            notes: Url::resolve(view, &planned.meeting.archive_url, dir),
        }
    }
}

/// Midnight in UTC: the document of a day is the same all day.
fn start_of_day(now: Timestamp) -> Timestamp {
    let day = now.to_zoned(TimeZone::UTC).start_of_day();
    day.map_or(now, |midnight| midnight.timestamp())
}
