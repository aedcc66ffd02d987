//! What meets when: a list of four weeks for everybody, and for scripts the data of a year, from which they
//! lay out lists, weeks and months in any time zone.

mod document;
mod list;
mod series;
pub(crate) mod subscribe;
mod undated;

use maud::{Markup, html};

pub(crate) use document::{Cache, occurrences};
pub(crate) use list::own_title;
pub(crate) use series::{Happening, Series, next, series_where, shifted};

use crate::feed::Feed;
use crate::layout::{self, Head};
use crate::{Page, Resource, View, dates, icons};

/// Days that the list shows.
const DAYS: i64 = 28;

/// The page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let all = series_where(view.site(), |_, _| true);
    let zone = series::home_zone(&all);
    let from = list::day_start(view.now(), &zone);
    let happenings = series::between(view.community(), &all, from, series::shifted(from, DAYS));
    let title = view.text("calendar-title");
    let dated = all.iter().any(|one| one.planned.series.is_some());
    let data = view.options().base.join(&Resource::Occurrences.path());
    let main = html! {
        div.wide.calendar {
            div.page-head {
                h1 { (title) }
                @if dated { (subscribe::panel_with(view, &Feed::Community, &single_groups(view, &all))) }
            }
            @if dated {
                link rel="preload" href=(data) as="fetch" crossorigin="anonymous";
                (tools(view, &data))
                div.cal-body {
                    p.quiet.zone-line {
                        (view.text_with("calendar-zone-line", [("zone", dates::zone_name(&view.now().to_zoned(zone.clone())).into())]))
                    }
                    @if happenings.is_empty() { p.empty { (view.text("calendar-nothing")) } }
                    (list::by_day(view, &all, &happenings, &zone))
                }
            } @else {
                p.empty { (view.text("calendar-empty")) }
            }
            (undated::section(view, &all))
        }
    };
    let description = view.text("calendar-description");
    let head = Head { title: &title, description: &description, listed: true, address: Some(Page::Calendar) };
    layout::page(view, &head, &main)
}

/// The calendars of single groups: what a host of files alone can give those who want less than everything.
fn single_groups(view: &View<'_>, all: &[series::Series<'_>]) -> Markup {
    let with_dates = |index: usize| all.iter().any(|one| one.group == index && one.planned.series.is_some());
    html! {
        div.single-feeds {
            h2 { (view.text("subscribe-groups")) }
            ul {
                @for (index, group) in view.groups().filter(|(index, _)| with_dates(*index)) {
                    @let slug = view.slug(index);
                    li data-group=(slug) { a href=(view.site().feed_href(&Feed::Group(slug.to_owned()))) { (group.title()) } }
                }
            }
        }
    }
}

/// Views, days, groups, zone: shown where scripts run, and made to work by them. `data` is where the meetings
/// of a year are.
fn tools(view: &View<'_>, data: &str) -> Markup {
    html! {
        div.cal-tools data-src=(data) data-home=(view.href(&Page::Home)) data-words=(document::words(view)) data-kinds=(document::kinds(view)) {
            div.cal-move role="group" aria-label=(view.text("calendar-move")) {
                button.chip type="button" data-go="today" { (view.text("calendar-today")) }
                button.chip type="button" data-go="-1" aria-label=(view.text("calendar-earlier")) { (icons::before()) }
                button.chip type="button" data-go="1" aria-label=(view.text("calendar-later")) { (icons::after()) }
            }
            p.cal-range role="status" {}
            div.cal-views role="group" aria-label=(view.text("calendar-view")) {
                button.chip type="button" data-view="list" aria-pressed="true" { (view.text("calendar-list")) }
                button.chip type="button" data-view="week" aria-pressed="false" { (view.text("calendar-week")) }
                button.chip type="button" data-view="month" aria-pressed="false" { (view.text("calendar-month")) }
            }
            details.cal-groups {
                summary.chip { (icons::people()) span { (view.text("calendar-groups-all")) } }
                div.cal-choices {}
            }
            label.cal-zone {
                (icons::clock()) span.vh { (view.text("calendar-zone")) }
                select name="tz" { option value="" { (view.text("calendar-zone-yours")) } }
            }
        }
    }
}
