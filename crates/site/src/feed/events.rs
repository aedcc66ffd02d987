//! A series as a calendar shows it.

use folkmoot_calendar::ics::{Event, Particular, State};
use folkmoot_calendar::{Exception, Occurrence, Origin, Series};
use folkmoot_model::{Community, Planned};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::series::Chosen;
use crate::{Page, Site, page};

/// The series as an event; `None` where it has no certain dates.
///
/// The UID is made of the names of group and series, so it stays when the time, the zone or the link changes,
/// and is the same in every feed.
pub(super) fn event<'a>(site: &Site, chosen: &'a Chosen<'_>) -> Option<Event<'a>> {
    let planned = &chosen.planned;
    let series = planned.series.as_ref()?;
    let (group, meeting) = (planned.group, planned.meeting);
    let slug = site.slug(chosen.group);
    let page = site.options().origin.as_ref();
    let page = page.map(|origin| {
        format!("{origin}{}", site.address(site.options().locale, &Page::Group(slug.to_owned())))
    });
    let change = site.history().last_change(meeting);
    let is_over = group.is_retired() || ends_before(series, site.stamp());
    Some(Event {
        room: meeting.room.non_empty().map(str::to_owned),
        particulars: particulars(planned, series),
        uid: format!("{slug}/{}@{}", chosen.slug, host(site.community())),
        series,
        summary: planned.title(),
        description: description(chosen, page.as_deref()),
        join: meeting.url.non_empty().map(str::to_owned),
        url: page.or_else(|| meeting.archive_url.non_empty().map(str::to_owned)),
        categories: vec![group.kind.short.clone(), group.title()],
        sequence: change.map_or(0, |change| change.sequence),
        modified: change.map(|change| change.at),
        state: if is_over { State::Cancelled } else { State::Confirmed },
    })
}

/// The moved and extra meetings with what the record says of each.
fn particulars(planned: &Planned<'_>, series: &Series) -> Vec<Particular> {
    let mut days: Vec<Date> = series
        .exceptions
        .iter()
        .filter_map(|exception| match exception {
            Exception::Cancelled(_) => None,
            Exception::Moved { to, .. } => Some(to.date()),
            Exception::Extra { at, .. } => Some(at.date()),
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    let on = |day: Date| {
        let from = day.to_zoned(series.zone.clone()).ok()?;
        let to = from.checked_add(1.day()).ok()?;
        Some(series.occurrences(from.timestamp(), to.timestamp()).collect::<Vec<_>>())
    };
    // An extra meeting of which only the day is known needs no words beside the series'.
    let tells = |one: &Occurrence| match one.origin {
        Origin::Rule => false,
        Origin::MovedFrom(_) => true,
        Origin::Extra => planned
            .meeting
            .extra_on(one.start.date())
            .is_some_and(|extra| [&extra.title, &extra.why, &extra.room].iter().any(|text| !text.is_empty())),
    };
    let unusual = days.into_iter().filter_map(on).flatten().filter(tells);
    let particular = |one: Occurrence| Particular {
        at: one.start.datetime(),
        summary: planned.title_of(&one),
        note: planned.note_of(&one),
        room: planned.room_of(&one).map(str::to_owned),
    };
    unusual.map(particular).collect()
}

/// Gives a series without a first date one: the first since the record says what it says. An event of a
/// calendar must start somewhere, and a start that stays keeps past meetings where people saw them.
pub(super) fn begin(site: &Site, chosen: &mut Chosen<'_>) {
    let change = site.history().last_change(chosen.planned.meeting);
    let Some(series) = &mut chosen.planned.series else { return };
    if series.starts.is_none() {
        let since = change.map_or(site.stamp(), |change| change.at);
        let since = since.to_zoned(series.zone.clone()).date();
        let first = series.dates(since).next();
        series.starts = first.or_else(|| last_date(series));
    }
}

/// The last date of a series that ended.
fn last_date(series: &Series) -> Option<Date> {
    // No series that needs no first date pauses for longer.
    let last = [series.until, series.rule.until].into_iter().flatten().min()?;
    series.dates(last.checked_sub(5.years()).ok()?).last()
}

fn ends_before(series: &Series, moment: Timestamp) -> bool {
    let last = [series.until, series.rule.until].into_iter().flatten().min();
    last.is_some_and(|last| last < moment.to_zoned(TimeZone::UTC).date())
}

/// The group's page, agenda, recordings and how the record states the time, a line each.
fn description(chosen: &Chosen<'_>, page: Option<&str>) -> String {
    let meeting = chosen.planned.meeting;
    let lines = [
        ("Agenda and notes", meeting.archive_url.as_str()),
        ("Recordings", &meeting.recordings_url),
        ("Join", &meeting.url),
        ("Group", page.unwrap_or_default()),
    ];
    let lines = lines.iter().filter(|(_, text)| !text.trim().is_empty());
    let mut out: Vec<String> = lines.map(|(word, text)| format!("{word}: {}", text.trim())).collect();
    let stated = [&meeting.day, &meeting.time, &meeting.tz, &meeting.frequency];
    let stated: Vec<&str> = stated.iter().filter_map(|text| text.non_empty()).collect();
    out.push(format!("As the record says: {}", stated.join(", ")));
    out.join("\n")
}

/// What follows `@` in a UID: the community's organisation, else its name. Neither its home page nor what is
/// guessed of it belongs here: they may change, and every calendar would take the meetings for new ones.
pub(crate) fn host(community: &Community) -> String {
    let named = [community.github_org.as_str(), community.name.as_str()];
    let name = named.iter().find(|name| !name.is_empty()).copied().unwrap_or("community");
    format!("{}.folkmoot", page::slug(name))
}
