//! When a group meets next, and moments in words, for what is read outside of the site's pages: badges, news, cards.
//!
//! Nobody knows the reader's zone there, so everything is in UTC and says so.

use folkmoot_calendar::Occurrence;
use folkmoot_model::{Group, Planned};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::View;

/// A meeting and the series that it is of.
pub(crate) struct Meets<'a> {
    pub(crate) planned: Planned<'a>,
    pub(crate) one: Occurrence,
}

/// Every meeting of some groups that starts at or after `from` and before `until`, in order.
pub(crate) fn meetings<'a>(
    view: &View<'a>,
    groups: impl Iterator<Item = &'a Group>,
    from: Timestamp,
    until: Timestamp,
) -> Vec<Meets<'a>> {
    let community = view.site().community();
    let mut out = Vec::new();
    for group in groups.filter(|group| !group.is_retired()) {
        for planned in community.planned_of(group) {
            let Some(series) = &planned.series else { continue };
            let all: Vec<Occurrence> = series.occurrences(from, until).collect();
            out.extend(all.into_iter().map(|one| Meets { planned: planned.clone(), one }));
        }
    }
    // Those of one moment stay in the order of the record.
    out.sort_by_key(|meets| meets.one.start.timestamp());
    out
}

/// The next meeting of a group within a year.
pub(crate) fn next_meeting(view: &View<'_>, group: &Group) -> Option<Occurrence> {
    let year = view.now().checked_add((366 * 24).hours()).ok()?;
    if group.is_retired() {
        return None;
    }
    let planned = view.site().community().planned_of(group);
    let next =
        planned.iter().filter_map(|planned| planned.series.as_ref()?.occurrences(view.now(), year).next());
    next.min_by_key(|one| one.start.timestamp())
}

/// `24 Nov, 17:00 UTC` in the reader's language.
pub(crate) fn short(view: &View<'_>, at: Timestamp) -> String {
    let utc = at.to_zoned(TimeZone::UTC);
    let clock = utc.strftime("%H:%M").to_string();
    view.text_with("moment-short", [("day", day(view, utc.date()).into()), ("time", clock.into())])
}

/// `24 Nov` in the reader's language.
pub(crate) fn day(view: &View<'_>, date: Date) -> String {
    view.text_with("moment-day", [("day", date.day().into()), ("month", date.month().into())])
}

/// Midnight of a day in UTC.
pub(crate) fn midnight(date: Date) -> Timestamp {
    TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The day that it is in UTC.
pub(crate) fn today(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}
