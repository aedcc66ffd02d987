//! The three cards of the first screen: when it meets, where to ask, who leads.

use folkmoot_model::{Group, Meeting};
use maud::{Markup, html};

use crate::address::resolve;
use crate::calendar::subscribe;
use crate::{Feed, View, dates, icons, meeting, next, people, reach};

pub(super) fn cards(view: &View<'_>, index: usize, group: &Group) -> Markup {
    html! {
        div.cards {
            section.card aria-labelledby="meets" {
                h2 id="meets" { (icons::calendar()) (view.text("group-meets")) }
                (meets(view, index, group))
            }
            section.card aria-labelledby="ask" {
                h2 id="ask" { (icons::chat()) (view.text("group-ask")) }
                (ask(view, group))
            }
            section.card aria-labelledby="leads" {
                h2 id="leads" { (icons::people()) (who(view, group)) }
                (leads(view, group))
            }
        }
    }
}

/// A committee has members rather than leads.
fn who(view: &View<'_>, group: &Group) -> String {
    if group.kind.key == "committees" { view.text("group-on-it") } else { view.text("group-leads") }
}

fn meets(view: &View<'_>, index: usize, group: &Group) -> Markup {
    let Some(series) = meeting::main_series(group) else {
        return match next::of_group(view, index) {
            Some(next) => html! { (next) (more(view, index, group.all_meetings().count())) },
            None => without_series(view, group),
        };
    };
    let others = group.all_meetings().count() - 1;
    html! {
        @match next::of_group(view, index) {
            Some(next) => {
                (next)
                div.rhythm { (rhythm(view, series)) (meeting::further_links(view, series, &group.dir)) }
                (more(view, index, others))
            }
            None => {
                (rhythm(view, series))
                (meeting::links(view, series, &group.dir))
                @if others > 0 { p.more { a href="#meetings" { (view.count("more-series", others)) } } }
            }
        }
    }
}

/// When a series meets as a rule.
fn rhythm(view: &View<'_>, series: &Meeting) -> Markup {
    let when = meeting::when(view, series);
    let description = series.description.non_empty().into_iter().map(str::to_owned);
    let line: Vec<String> = description.chain(meeting::terms(view, series)).collect();
    html! {
        p.when { @if when.is_empty() { (view.text("meeting-no-time")) } @else { (when) } }
        @if !line.is_empty() { p.quiet { (line.join(" · ")) } }
    }
}

/// The group's calendar to subscribe to, and how many series it has beside those told of.
fn more(view: &View<'_>, index: usize, others: usize) -> Markup {
    let feed = Feed::Group(view.slug(index).to_owned());
    html! {
        div.more-meetings {
            (subscribe::panel(view, &feed))
            @if others > 0 { a href="#meetings" { (view.count("more-series", others)) } }
        }
    }
}

fn without_series(view: &View<'_>, group: &Group) -> Markup {
    let notes: Vec<_> =
        group.notes.iter().filter_map(|link| Some((link, resolve(view, &link.url, &group.dir)?))).collect();
    html! {
        @if notes.is_empty() {
            p.empty { (view.rich("group-no-meeting", [("key", html! { code { "meetings" } })])) }
        } @else {
            p { (view.text("group-notes-tell")) }
            ul.chips {
                @for (link, address) in notes {
                    li { a.chip href=(address.href) { (icons::document()) (link.title.non_empty().unwrap_or(&view.text("row-notes"))) } }
                }
            }
        }
    }
}

fn ask(view: &View<'_>, group: &Group) -> Markup {
    let ways = reach::ways(view, &group.contact, &group.dir);
    html! {
        @if ways.is_empty() {
            p.empty { (view.rich("group-no-channel", [("key", html! { code { "contact" } })])) }
        }
        ul.ways {
            @for way in &ways {
                li {
                    (way.icon)
                    span.way {
                        span.service { (way.service) }
                        span.target data-copy=(way.label) { (way.link()) }
                    }
                }
            }
        }
    }
}

fn leads(view: &View<'_>, group: &Group) -> Markup {
    let leads = people::leads(view, group);
    html! {
        @if leads.is_empty() {
            p.empty { (view.rich("group-no-leads", [("key", html! { code { "leadership" } })])) }
        } @else {
            ul.people {
                @for holder in &leads { (people::card(view, holder.person, &roles(view, holder))) }
            }
        }
    }
}

/// The roles of a lead, and the term where the record knows it: `Chair, Tech lead · until 30 June 2027`.
fn roles(view: &View<'_>, holder: &people::Holder<'_>) -> String {
    let day = |date| [("date", dates::full(view, date).into())];
    let since = holder.person.since.map(|date| view.text_with("person-since", day(date)));
    let until = holder.person.until.map(|date| view.text_with("person-until", day(date)));
    let roles = holder.roles.join(&view.text("list-separator"));
    [Some(roles), since, until].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
