//! The three cards of the first screen: when it meets, where to ask, who leads.

use folkmoot_model::Group;
use maud::{Markup, html};

use crate::address::resolve;
use crate::{View, icons, meeting, people, reach};

pub(super) fn cards(view: &View<'_>, group: &Group) -> Markup {
    html! {
        div.cards {
            section.card aria-labelledby="meets" {
                h2 id="meets" { (icons::calendar()) (view.text("group-meets")) }
                (meets(view, group))
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

fn meets(view: &View<'_>, group: &Group) -> Markup {
    let Some(series) = meeting::main_series(group) else { return without_series(view, group) };
    let when = meeting::when(view, series);
    let terms = meeting::terms(view, series);
    let others = group.all_meetings().count() - 1;
    html! {
        @if when.is_empty() {
            p.when { (view.text("meeting-no-time")) }
        } @else {
            p.when { (when) }
        }
        @let description = series.description.non_empty().into_iter().map(str::to_owned);
        @let line: Vec<String> = description.chain(terms).collect();
        @if !line.is_empty() { p.quiet { (line.join(" · ")) } }
        (meeting::links(view, series, &group.dir))
        @if others > 0 {
            p.more { a href="#meetings" { (view.count("more-series", others)) } }
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
                @for holder in &leads { (people::card(view, holder.person, &holder.roles.join(", "))) }
            }
        }
    }
}
