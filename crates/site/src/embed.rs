//! Pages for frames of other sites: a group's card, and the meetings of the weeks ahead.
//!
//! They stand alone, without header and footer; their links open beside the page that they are framed in. They
//! are the only pages that a server lets others frame, and search engines leave them out.

use maud::{DOCTYPE, Markup, html};

use crate::layout::CONTENT_SECURITY_POLICY;
use crate::{Feed, Page, View, address, icons, moment, wording};
use jiff::{Timestamp, ToSpan};

/// Days ahead that the calendar shows.
const DAYS: i64 = 14;
/// Meetings of a group's card.
const ON_CARD: usize = 3;

/// The card of the group at `index`.
pub(crate) fn group(view: &View<'_>, index: usize) -> Markup {
    let group = &view.site().community().groups[index];
    let until = view.now().checked_add((366 * 24).hours()).unwrap_or(Timestamp::MAX);
    let soon = view.now().checked_add((92 * 24).hours()).unwrap_or(Timestamp::MAX);
    let next = moment::meetings(view, std::iter::once(group), view.now(), soon.min(until));
    let slug = view.site().slug(index).to_owned();
    let main = html! {
        h1 { (outside(&view.group_href(index), &html! { (group.title()) })) }
        @if let Some(mission) = group.mission_statement.non_empty() {
            p { (wording::shorten(&crate::markdown::plain(mission), 220)) }
        }
        @if next.is_empty() { p.quiet { (view.text("embed-no-meeting")) } }
        ol.coming {
            @for meets in next.iter().take(ON_CARD) { (meeting(view, meets, &[])) }
        }
        p.more {
            (outside(&view.feed_href(&Feed::Group(slug)), &html! { (icons::calendar()) (view.text("embed-subscribe")) }))
        }
    };
    page(view, &group.title(), &main)
}

/// The meetings of the two weeks ahead.
pub(crate) fn calendar(view: &View<'_>) -> Markup {
    let groups = view.site().community().groups.iter();
    let until = view.now().checked_add((DAYS * 24).hours()).unwrap_or(Timestamp::MAX);
    let all = moment::meetings(view, groups, view.now(), until);
    let title = view.text("embed-meetings");
    let main = html! {
        h1 { (outside(&view.href(&Page::Home), &html! { (view.name()) })) ": " (title) }
        @if all.is_empty() { p.quiet { (view.text("embed-none")) } }
        ol.coming {
            @for (i, meets) in all.iter().enumerate() { (meeting(view, meets, &all[..i])) }
        }
        p.more {
            (outside(&view.feed_href(&Feed::Community), &html! { (icons::calendar()) (view.text("embed-subscribe")) }))
        }
    };
    page(view, &title, &main)
}

/// A meeting below the day that it is on, which is said once.
fn meeting(view: &View<'_>, meets: &moment::Meets<'_>, before: &[moment::Meets<'_>]) -> Markup {
    let start = meets.one.start.timestamp();
    let date = moment::today(start);
    let said = before.last().is_some_and(|last| moment::today(last.one.start.timestamp()) == date);
    let join = address::resolve(view, &meets.planned.meeting.url, &meets.planned.group.dir);
    let title = meets.planned.title_of(&meets.one);
    html! {
        li {
            span.day { @if !said { (moment::day(view, date)) } }
            time datetime=(start.to_string()) { (start.to_zoned(jiff::tz::TimeZone::UTC).strftime("%H:%M").to_string()) " UTC" }
            span.what {
                @match join {
                    Some(join) => { (outside(&join.href, &html! { (title) })) }
                    None => { (title) }
                }
            }
        }
    }
}

/// A link that leaves the frame.
fn outside(href: &str, text: &Markup) -> Markup {
    html! { a href=(href) target="_blank" rel="noopener" { (text) } }
}

fn page(view: &View<'_>, title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(view.locale().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
                meta name="referrer" content="strict-origin-when-cross-origin";
                meta name="robots" content="noindex";
                title { (title) " · " (view.name()) }
                link rel="stylesheet" href=(view.asset_href(&view.assets().style));
            }
            body.embed { main { (main) } }
        }
    }
}
