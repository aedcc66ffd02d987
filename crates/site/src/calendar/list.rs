//! Meetings as a list, a heading a day: how the calendar reads without scripts.

use folkmoot_model::Planned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use maud::{Markup, html};

use super::series::{Happening, Series, State};
use crate::address::resolve;
use crate::{View, dates};

/// A meeting as the reader of a zone sees it.
struct Seen<'a> {
    happening: &'a Happening,
    start: Zoned,
}

/// The meetings of four weeks by day, in `zone`; each week can be jumped to.
pub(super) fn by_day(
    view: &View<'_>,
    series: &[Series<'_>],
    happenings: &[Happening],
    zone: &TimeZone,
) -> Markup {
    let seen = happenings
        .iter()
        .map(|happening| Seen { happening, start: happening.start.with_time_zone(zone.clone()) });
    let mut days: Vec<(Date, Vec<Seen<'_>>)> = Vec::new();
    for one in seen {
        match days.last_mut() {
            Some((date, list)) if *date == one.start.date() => list.push(one),
            _ => days.push((one.start.date(), vec![one])),
        }
    }
    let today = view.now().to_zoned(zone.clone()).date();
    html! {
        (weeks(view, &days))
        @for (date, list) in &days {
            section.day aria-labelledby=(anchor(*date)) {
                h2 id=(anchor(*date)) {
                    (dates::day(view, *date))
                    @if *date == today { " " span.badge { (view.text("calendar-today-badge")) } }
                }
                ul.meets-list { @for one in list { (row(view, series, one)) } }
            }
        }
    }
}

/// Links to the first day with meetings of each week.
fn weeks(view: &View<'_>, days: &[(Date, Vec<Seen<'_>>)]) -> Markup {
    let monday = |date: Date| {
        date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).unwrap_or(date)
    };
    let mut firsts: Vec<Date> = Vec::new();
    for (date, _) in days {
        if firsts.last().is_none_or(|last| monday(*last) != monday(*date)) {
            firsts.push(*date);
        }
    }
    html! {
        @if firsts.len() > 1 {
            nav.weeks aria-label=(view.text("calendar-weeks")) {
                ul.chips {
                    @for date in firsts { li { a.chip href={ "#" (anchor(date)) } { (dates::day(view, date)) } } }
                }
            }
        }
    }
}

fn anchor(date: Date) -> String {
    format!("day-{date}")
}

/// What a meeting is called beside its group's name: its own title, the series', the subproject's.
pub(crate) fn own_title(view: &View<'_>, planned: &Planned<'_>, own: Option<&str>) -> String {
    let subproject = planned.subproject.and_then(|one| one.name.non_empty());
    let named = own.or(planned.meeting.description.non_empty());
    match (subproject, named) {
        (Some(subproject), Some(named)) => format!("{subproject}: {named}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => view.text("calendar-meeting"),
    }
}

fn row(view: &View<'_>, series: &[Series<'_>], one: &Seen<'_>) -> Markup {
    let Happening { series: index, minutes, state, title, why, .. } = one.happening;
    let Series { group, planned } = &series[*index];
    let off = *state == State::CalledOff;
    let meeting = planned.meeting;
    let links =
        [(view.text("calendar-join"), &meeting.url), (view.text("calendar-notes"), &meeting.archive_url)];
    let links = links
        .into_iter()
        .filter(|_| !off)
        .filter_map(|(word, url)| Some((word, resolve(view, url, &planned.group.dir)?.href)));
    let name = own_title(view, planned, title.as_deref());
    html! {
        li.meet.off[off] {
            p.clock { (clock(&one.start, *minutes)) }
            div.what {
                p.title { (name) }
                p.group-name { a href=(view.group_href(*group)) { (planned.group.title()) } }
                @if let Some(note) = note(view, *state, why) { p.note { (note) } }
            }
            ul.chips {
                @for (word, href) in links {
                    li { a.chip href=(href) { (word) span.vh { " · " (name) } } }
                }
            }
        }
    }
}

/// `09:00–10:00`, or the start alone where no length is known.
fn clock(start: &Zoned, minutes: Option<u16>) -> Markup {
    let end = minutes.and_then(|minutes| start.checked_add(i64::from(minutes).minutes()).ok());
    html! {
        time datetime=(start.timestamp()) { (start.strftime("%H:%M")) }
        @if let Some(end) = end { span.end { "–" (end.strftime("%H:%M")) } }
    }
}

/// Why a meeting is not as its rule has it.
fn note(view: &View<'_>, state: State, why: &str) -> Option<String> {
    let what = match state {
        State::Regular => return None,
        State::CalledOff => view.text("calendar-off"),
        State::Extra => view.text("calendar-extra"),
        State::Moved(date) => view.text_with("calendar-moved", [("date", dates::day(view, date).into())]),
    };
    Some(if why.is_empty() { what } else { format!("{what} · {why}") })
}

/// The first moment of the day that `now` is in.
pub(super) fn day_start(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let start = now.to_zoned(zone.clone()).start_of_day();
    start.map_or(now, |start| start.timestamp())
}
