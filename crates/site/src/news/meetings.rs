//! Meetings ahead: a week at a time, or one by one.

use jiff::civil::Weekday;
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

use super::Entry;
use crate::moment::{self, Meets};
use crate::{Page, View, address};

/// Days before its Monday from which a week is told.
const WEEK_AHEAD: i64 = 3;
/// Days ahead of a group's meeting from which it is told.
const MEETING_AHEAD: i64 = 7;

/// This week and, from Friday on, the next one.
pub(super) fn by_week(view: &View<'_>) -> Vec<Entry> {
    let today = moment::today(view.now());
    let since_monday = i64::from(today.weekday().since(Weekday::Monday));
    let Ok(monday) = today.checked_sub(since_monday.days()) else { return Vec::new() };
    let weeks = [Some(monday), monday.checked_add(7.days()).ok()];
    let entry = |monday: jiff::civil::Date| {
        let updated = moment::midnight(monday.checked_sub(WEEK_AHEAD.days()).ok()?);
        let until = moment::midnight(monday.checked_add(7.days()).ok()?);
        if updated > view.now() {
            return None;
        }
        let groups = view.site().community().groups.iter();
        let all = moment::meetings(view, groups, moment::midnight(monday), until);
        let week = monday.iso_week_date();
        (!all.is_empty()).then(|| Entry {
            name: format!("week/{}-W{:02}", week.year(), week.week()),
            title: view.text_with("news-week", [("day", moment::day(view, monday).into())]),
            updated,
            page: Page::Home,
            content: html! { ul { @for meets in &all { li { (line(view, meets)) } } } }.into_string(),
        })
    };
    weeks.into_iter().flatten().filter_map(entry).collect()
}

/// The meetings of the coming week, each on its own.
pub(super) fn of_group(view: &View<'_>, index: usize) -> Vec<Entry> {
    let group = &view.site().community().groups[index];
    let slug = view.site().slug(index);
    let until = view.now().checked_add((MEETING_AHEAD * 24).hours()).unwrap_or(Timestamp::MAX);
    let all = moment::meetings(view, std::iter::once(group), view.now(), until);
    let entry = |meets: Meets<'_>| {
        let start = meets.one.start.timestamp();
        let args = [
            ("series", meets.planned.title_of(&meets.one).into()),
            ("day", moment::short(view, start).into()),
        ];
        let series = crate::page::slug(&meets.planned.title());
        Some(Entry {
            name: format!("{slug}/meeting/{series}/{}", start.strftime("%Y-%m-%dT%H%M")),
            title: view.text_with("news-meeting", args),
            updated: start.checked_sub((MEETING_AHEAD * 24).hours()).ok()?,
            page: Page::Group(slug.to_owned()),
            content: links(view, &meets).into_string(),
        })
    };
    all.into_iter().filter_map(entry).collect()
}

/// `24 Nov, 17:00 UTC: SIG Docs: Weekly`, linked to where people join.
fn line(view: &View<'_>, meets: &Meets<'_>) -> Markup {
    let join = join(view, meets, &meets.planned.meeting.url);
    html! {
        (moment::short(view, meets.one.start.timestamp())) " · "
        @match join {
            Some(href) => { a href=(href) { (meets.planned.title_of(&meets.one)) } }
            None => { (meets.planned.title_of(&meets.one)) }
        }
    }
}

fn links(view: &View<'_>, meets: &Meets<'_>) -> Markup {
    let meeting = meets.planned.meeting;
    let links = [
        (view.text("news-join"), &meeting.url),
        (view.text("news-agenda"), &meeting.archive_url),
        (view.text("news-recordings"), &meeting.recordings_url),
    ];
    let links = links.into_iter().filter_map(|(word, url)| Some((word, join(view, meets, url)?)));
    html! {
        @if let Some(note) = meets.planned.note_of(&meets.one) { p { (note) } }
        ul { @for (word, href) in links { li { a href=(href) { (word) } } } }
    }
}

/// A whole address, for a reader who is elsewhere.
fn join(view: &View<'_>, meets: &Meets<'_>, url: &str) -> Option<String> {
    let address = address::resolve(view, url, &meets.planned.group.dir)?;
    let origin = view.options().origin.as_deref().filter(|_| !address.external).unwrap_or_default();
    Some(format!("{origin}{}", address.href))
}
