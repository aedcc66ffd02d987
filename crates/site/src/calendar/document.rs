//! The meetings of a year as data for the calendar's script: a table of series with their starts.
//!
//! Starts are minutes since 1970 in UTC, written as runs: `[first, step, times, step, times, …]`. A weekly
//! series of a year is `[first, 10080, 51]` and one or two more runs where clocks change, so a hundred series
//! take a few kilobytes. What departs from a rule stands in full beside its series. The document is the same
//! through a day (UTC) and in every language.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Serialize;

use super::list::own_title;
use super::series::{Happening, Series, State, happenings, series_where};
use crate::address::resolve;
use crate::feed::kind_slug;
use crate::{Site, View, wording};

/// Months after the current one that the document covers.
const MONTHS_AHEAD: i64 = 12;
/// Starts that a document holds at most: a record that names more is no community's.
const MOST_STARTS: usize = 200_000;

#[derive(Serialize)]
struct Document<'a> {
    /// First and last minute covered, since 1970.
    from: i64,
    to: i64,
    /// Kinds of those groups, in the community's order.
    kinds: Vec<String>,
    groups: Vec<GroupEntry<'a>>,
    series: Vec<SeriesEntry>,
}

#[derive(Serialize)]
struct GroupEntry<'a> {
    /// Slug.
    id: &'a str,
    title: String,
    /// As calendars of kinds name it.
    kind: String,
}

#[derive(Serialize)]
struct SeriesEntry {
    /// Place of the group in `groups`.
    group: usize,
    title: String,
    /// IANA name.
    zone: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    join: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<String>,
    starts: Vec<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<Other>,
}

/// A meeting that departs from its rule.
#[derive(Serialize)]
struct Other {
    at: i64,
    /// `off`, `moved`, `extra`
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u16>,
    /// The date that it was moved from.
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    why: String,
}

/// The document of the last day it was asked for.
#[derive(Default)]
pub(crate) struct Cache(Mutex<Option<(Date, Arc<[u8]>)>>);

/// The document as of the day that `now` is in.
pub(crate) fn occurrences(site: &Site, now: Timestamp) -> Vec<u8> {
    let today = now.to_zoned(TimeZone::UTC).date();
    let cache = &site.occurrences_cache().0;
    if let Some((day, bytes)) = &*cache.lock().unwrap_or_else(PoisonError::into_inner)
        && *day == today
    {
        return bytes.to_vec();
    }
    let bytes = render(site, today);
    *cache.lock().unwrap_or_else(PoisonError::into_inner) = Some((today, bytes.clone().into()));
    bytes
}

fn render(site: &Site, today: Date) -> Vec<u8> {
    let (from, to) = covered(today);
    let all = series_where(site, |_, _| true);
    // Titles and links are the same in every language but for the word "Meeting" of those that have none.
    let view = site.view(site.options().locale, from);
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut groups, mut series, mut left) = (Vec::new(), Vec::new(), MOST_STARTS);
    for (index, one) in all.iter().enumerate() {
        if one.planned.series.is_none() || left == 0 {
            continue;
        }
        let mut happenings = happenings(site.community(), index, one, from, to);
        happenings.truncate(left);
        left -= happenings.len();
        let group = one.planned.group;
        let place = *places.entry(one.group).or_insert_with(|| {
            groups.push(GroupEntry {
                id: site.slug(one.group),
                title: group.title(),
                kind: kind_slug(&group.kind),
            });
            groups.len() - 1
        });
        series.push(entry(&view, place, one, &happenings));
    }
    let kinds = site.community().kinds.iter().map(|kind| kind_slug(kind));
    let kinds = kinds.filter(|kind| groups.iter().any(|group| group.kind == *kind)).collect();
    let document = Document { from: minute(from), to: minute(to), kinds, groups, series };
    serde_json::to_vec(&document).expect("invariant: strings and numbers are JSON")
}

/// From the month before that of `today` on.
fn covered(today: Date) -> (Timestamp, Timestamp) {
    let at = |date: Date| date.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |day| day.timestamp());
    let month = today.first_of_month();
    let from = month.checked_sub(1.month()).unwrap_or(month);
    let to = month.checked_add((MONTHS_AHEAD + 1).months()).unwrap_or(Date::MAX);
    (at(from), at(to))
}

fn entry(view: &View<'_>, group: usize, one: &Series<'_>, happenings: &[Happening]) -> SeriesEntry {
    let meeting = one.planned.meeting;
    let link = |url: &str| {
        let address = resolve(view, url, &one.planned.group.dir)?;
        // A page of this site would be in one language for all: the group's page leads there in the reader's.
        address.external.then_some(address.href)
    };
    let regular = happenings.iter().filter(|one| one.state == State::Regular);
    let series = one.planned.series.as_ref();
    SeriesEntry {
        group,
        title: own_title(view, &one.planned, None),
        zone: series.and_then(|series| series.zone.iana_name()).unwrap_or("UTC").to_owned(),
        minutes: series.and_then(|series| series.minutes),
        join: link(&meeting.url),
        notes: link(&meeting.archive_url),
        room: meeting.room.non_empty().map(str::to_owned),
        starts: runs(regular.map(|one| minute(one.start.timestamp()))),
        others: happenings.iter().filter_map(|happening| other(view, one, happening)).collect(),
    }
}

fn other(view: &View<'_>, one: &Series<'_>, happening: &Happening) -> Option<Other> {
    let (state, was) = match happening.state {
        State::Regular => return None,
        State::CalledOff => ("off", None),
        State::Moved(date) => ("moved", Some(date.to_string())),
        State::Extra => ("extra", None),
    };
    let title = happening.title.as_deref().map(|title| own_title(view, &one.planned, Some(title)));
    let at = minute(happening.start.timestamp());
    Some(Other { at, state, minutes: happening.minutes, was, title, why: happening.why.clone() })
}

fn minute(moment: Timestamp) -> i64 {
    moment.as_second().div_euclid(60)
}

/// `[first, step, times, …]` of ascending numbers; empty where there are none.
fn runs(mut starts: impl Iterator<Item = i64>) -> Vec<i64> {
    let Some(mut last) = starts.next() else { return Vec::new() };
    let mut out = vec![last];
    for start in starts {
        let step = start - last;
        last = start;
        match out.as_mut_slice() {
            [_, .., same, times] if same == &step => *times += 1,
            _ => out.extend([step, 1]),
        }
    }
    out
}

/// What the community's kinds are called in the reader's language, by the names they have in the document.
pub(super) fn kinds(view: &View<'_>) -> String {
    let kinds = view.community().kinds.iter();
    let kinds: BTreeMap<String, String> =
        kinds.map(|kind| (kind_slug(kind), wording::kinds(view, kind))).collect();
    serde_json::to_string(&kinds).expect("invariant: strings are JSON")
}

/// What the script says, in the reader's language, as JSON.
pub(super) fn words(view: &View<'_>) -> String {
    let words: BTreeMap<&str, String> = [
        ("join", view.text("calendar-join")),
        ("notes", view.text("calendar-notes")),
        ("off", view.text("calendar-off")),
        ("extra", view.text("calendar-extra")),
        ("moved", view.text_with("calendar-moved", [("date", "%d".into())])),
        ("today", view.text("calendar-today-badge")),
        ("nothing", view.text("calendar-nothing")),
        ("beyond", view.text("calendar-beyond")),
        ("yours", view.text_with("calendar-zone-mine", [("zone", "%z".into())])),
        ("own", view.text("calendar-zone-own")),
        ("zones", view.text("calendar-zone-all")),
        ("common", view.text("calendar-zone-common")),
        ("line", view.text_with("calendar-zone-line", [("zone", "%z".into())])),
        ("lineOwn", view.text("calendar-zone-line-own")),
        ("all", view.text("calendar-groups-all")),
        ("some", view.text_with("calendar-groups-some", [("groups", "%n".into())])),
        ("clear", view.text("calendar-groups-clear")),
        ("more", view.text_with("calendar-more", [("meetings", "%n".into())])),
        ("clocks", view.text("calendar-clocks")),
        ("close", view.text("subscribe-close")),
        ("hours", view.text("calendar-hours")),
    ]
    .into();
    serde_json::to_string(&words).expect("invariant: strings are JSON")
}

#[cfg(test)]
mod tests {
    use folkmoot_model::{MemoryFiles, load};
    use proptest::prelude::*;

    use super::*;
    use crate::Options;

    fn expand(runs: &[i64]) -> Vec<i64> {
        let Some((&first, rest)) = runs.split_first() else { return Vec::new() };
        let mut out = vec![first];
        for pair in rest.chunks_exact(2) {
            for _ in 0..pair[1] {
                out.push(out.last().copied().unwrap_or(first) + pair[0]);
            }
        }
        out
    }

    #[test]
    fn steps_that_repeat_are_counted() {
        assert_eq!(runs([10, 20, 30, 45, 60].into_iter()), [10, 10, 2, 15, 2]);
        assert_eq!(runs([10].into_iter()), [10]);
        assert_eq!(runs(std::iter::empty()), Vec::<i64>::new());
    }

    proptest! {
        #[test]
        fn runs_give_back_what_they_were_made_of(mut starts in prop::collection::vec(-1_000_000_000i64..1_000_000_000, 0..60)) {
            starts.sort_unstable();
            prop_assert_eq!(expand(&runs(starts.iter().copied())), starts);
        }
    }

    #[test]
    fn a_weekly_series_takes_a_run_between_changes_of_clocks() {
        let text = "sigs:\n- dir: sig-a\n  name: A\n  meetings:\n  - {description: Call, day: Monday, time: '9:00-10:00', tz: \
                    America/Los_Angeles, frequency: weekly, url: 'https://example.org/<b>', exceptions: {cancelled: [2026-12-28]}}\n  - \
                    {day: Monday, time: '9:00', tz: UTC, frequency: biweekly}\n";
        let files = MemoryFiles::new().with("sigs.yaml", text);
        let (community, _) = load(&files);
        let site = Site::new(community, Arc::new(files), Options::default());
        let now = "2026-11-21T12:00:00Z".parse().expect("a moment");
        let bytes = occurrences(&site, now);
        let document: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let series = document["series"].as_array().expect("series");
        assert_eq!(series.len(), 1, "what has no dates is not in it");
        assert_eq!(series[0]["join"], "https://example.org/%3Cb%3E");
        assert_eq!(series[0]["others"][0]["state"], "off");
        let starts = series[0]["starts"].as_array().expect("starts");
        assert_eq!(starts.len(), 1 + 2 * 9, "{starts:?}");
        assert_eq!(bytes, occurrences(&site, "2026-11-21T23:59:59Z".parse().expect("a moment")));
    }
}
