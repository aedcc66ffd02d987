//! Series of meetings.

use folkmoot_model::Planned;
use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Serialize;

use super::link::{Day, GroupRef, Moment, Url, text};
use crate::{Feed, View};

/// Every series of meetings.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Meetings")]
pub(super) struct Meetings {
    /// In the order of the groups, each group's subprojects after its own.
    meetings: Vec<Meeting>,
}

/// A series of meetings, as written and as understood.
#[derive(Serialize, JsonSchema)]
pub(super) struct Meeting {
    /// Unique in the community, stays when the time changes: `sig-docs/weekly-meeting`.
    id: String,
    group: GroupRef,
    /// Name of the subproject whose series it is.
    subproject: Option<String>,
    /// With the group's name: `SIG Docs: Weekly meeting`.
    title: String,
    /// What the series is called.
    description: Option<String>,
    stated: Stated,
    /// Whether its dates are certain. If not, they are in no calendar, and `rrule`, `timezone`, `next` are `null`.
    dated: bool,
    /// Recurrence as in RFC 5545, where certain.
    rrule: Option<String>,
    /// Zone of the series (IANA), where certain.
    timezone: Option<String>,
    /// First date, where known.
    starts: Option<Day>,
    /// Last date, where it ends.
    until: Option<Day>,
    /// Length, where known.
    minutes: Option<u16>,
    /// When it begins next, within a year.
    next: Option<Moment>,
    /// Where to join.
    join: Option<Url>,
    /// Agenda and notes.
    notes: Option<Url>,
    recordings: Option<Url>,
    /// The series as an iCalendar feed.
    calendar: Url,
}

/// When it meets, in the record's own words.
#[derive(Serialize, JsonSchema)]
struct Stated {
    /// `Tuesday`
    day: Option<String>,
    /// `9:00`
    time: Option<String>,
    /// `PT (Pacific Time)`
    tz: Option<String>,
    /// `biweekly`
    frequency: Option<String>,
}

/// A series with its names.
pub(super) struct Series<'a> {
    /// `sig-docs/weekly-meeting`
    pub(super) id: String,
    pub(super) group: usize,
    pub(super) feed: Feed,
    pub(super) planned: Planned<'a>,
}

/// The series of one group, its subprojects' included, in the order written.
pub(super) fn series_of<'a>(view: &View<'a>, group: usize) -> Vec<Series<'a>> {
    let community = view.site().community();
    let planned = community.planned_of(&community.groups[group]);
    let feeds = view.series_feeds(group);
    planned
        .into_iter()
        .zip(feeds)
        .map(|(planned, feed)| {
            let name = match &feed {
                Feed::Series { group, series } => format!("{group}/{series}"),
                other => other.path(),
            };
            Series { id: name, group, feed, planned }
        })
        .collect()
}

/// Every series of groups that are not retired.
pub(super) fn all_series<'a>(view: &View<'a>) -> Vec<Series<'a>> {
    let groups = view.site().groups().filter(|(_, group)| !group.is_retired());
    groups.flat_map(|(index, _)| series_of(view, index)).collect()
}

impl Meeting {
    pub(super) fn of(view: &View<'_>, series: &Series<'_>) -> Self {
        let planned = &series.planned;
        let (meeting, dir) = (planned.meeting, planned.group.dir.as_str());
        let certain = planned.series.as_ref();
        let year = view.now().checked_add((366 * 24).hours()).unwrap_or(view.now());
        let next = certain.and_then(|series| series.occurrences(view.now(), year).next());
        Self {
            id: series.id.clone(),
            group: GroupRef::new(view, series.group),
            subproject: planned.subproject.map(|subproject| subproject.name.to_string()),
            title: planned.title(),
            description: text(&meeting.description),
            stated: Stated {
                day: text(&meeting.day),
                time: text(&meeting.time),
                tz: text(&meeting.tz).or_else(|| text(&meeting.timezone)),
                frequency: text(&meeting.frequency),
            },
            dated: certain.is_some(),
            rrule: certain.map(|series| series.rule.to_rrule()),
            timezone: certain.and_then(|series| series.zone.iana_name()).map(str::to_owned),
            starts: planned.schedule.starts.map(Day::from),
            until: planned.schedule.until.map(Day::from),
            minutes: planned.schedule.minutes,
            next: next
                .filter(|_| !planned.group.is_retired())
                .map(|next| Moment::from(next.start.timestamp())),
            join: Url::resolve(view, &meeting.url, dir),
            notes: Url::resolve(view, &meeting.archive_url, dir),
            recordings: Url::resolve(view, &meeting.recordings_url, dir),
            calendar: Url::feed(view, &series.feed),
        }
    }
}

pub(super) fn meetings(view: &View<'_>) -> Meetings {
    Meetings { meetings: all_series(view).iter().map(|series| Meeting::of(view, series)).collect() }
}
