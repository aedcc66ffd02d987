//! A series as a calendar shows it.

use folkmoot_calendar::Series;
use folkmoot_calendar::ics::{Event, State};
use folkmoot_model::Community;
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
