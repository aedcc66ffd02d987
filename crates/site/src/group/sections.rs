//! The sections below the first screen: meetings, documents and plans, subprojects, members, former leads.

use folkmoot_model::{Group, Meeting, Subproject};
use maud::{Markup, html};

use super::{kept, subprojects};
use crate::address::resolve;
use crate::{View, contribute, icons, meeting, people, reach};

pub(super) fn all(view: &View<'_>, group: &Group) -> Markup {
    html! {
        (scope(view, group))
        @if group.all_meetings().count() > 1 { (meetings(view, group)) }
        (kept::notes(view, group))
        (plans(view, group))
        (subprojects::section(view, group))
        (members(view, group))
        (kept::history(view, group))
    }
}

fn scope(view: &View<'_>, group: &Group) -> Markup {
    html! {
        @if !group.scope.trim().is_empty() {
            section aria-labelledby="scope" {
                h2 id="scope" { (view.text("group-scope")) }
                div.prose { (view.markdown().field(view, &group.scope, &group.dir)) }
            }
        }
    }
}

fn meetings(view: &View<'_>, group: &Group) -> Markup {
    html! {
        section aria-labelledby="meetings" {
            h2 id="meetings" { (view.text("group-meetings")) }
            ul.series {
                @for (subproject, series) in group.all_meetings() { (one_series(view, group, subproject, series)) }
            }
        }
    }
}

fn one_series(view: &View<'_>, group: &Group, subproject: Option<&Subproject>, series: &Meeting) -> Markup {
    let when = meeting::when(view, series);
    let name = meeting::name(view, series);
    html! {
        li {
            h3 { (name) @if let Some(subproject) = subproject { span.quiet { " · " (subproject.name) } } }
            p {
                @if when.is_empty() { (view.text("meeting-no-time")) } @else { (when) }
                @for term in meeting::terms(view, series) { span.term { (term) } }
            }
            (meeting::links(view, series, &group.dir))
        }
    }
}

/// Charter, design documents, roadmap, to-do queries, notes: what is empty says what to do about it.
fn plans(view: &View<'_>, group: &Group) -> Markup {
    let dir = group.dir.as_str();
    let charter = group.charter_link.non_empty();
    html! {
        section aria-labelledby="plans" {
            h2 id="plans" { (view.text("group-plans")) }
            dl.facts {
                div {
                    dt { (view.text("group-charter")) }
                    dd {
                        @match (charter, charter.and_then(|link| resolve(view, link, dir))) {
                            (Some(_), Some(address)) => { ul.links { li { (icons::document()) a href=(address.href) { (view.text("group-charter-read")) } } } }
                            (Some(link), None) => { p { code { (link) } " " span.quiet { (view.text("group-charter-file")) } } }
                            _ => { p.empty { (view.rich("group-no-charter", [("key", html! { code { "charter_link" } })])) } }
                        }
                    }
                }
                @if let Some(governance) = contribute::governance(view) {
                    div {
                        dt { (view.text("group-decides")) }
                        dd { (view.rich("group-decides-by", [("governance", governance)])) }
                    }
                }
                div {
                    dt { (view.text("group-design")) }
                    dd {
                        @if group.design_docs.is_empty() {
                            p.empty { (view.rich("group-no-design", [("key", html! { code { "design_docs" } })])) }
                        } @else { (reach::links(view, &group.design_docs, dir, &icons::document())) }
                    }
                }
                div {
                    dt { (view.text("group-roadmap")) }
                    dd {
                        @if group.roadmap.is_empty() {
                            p.empty { (view.rich("group-no-roadmap", [("key", html! { code { "roadmap" } })])) }
                        } @else { (reach::links(view, &group.roadmap, dir, &icons::arrow())) }
                    }
                }
                @if !group.todo.is_empty() {
                    div {
                        dt { (view.text("group-todo")) }
                        dd { (reach::links(view, &group.todo, dir, &icons::search())) }
                    }
                }
                @if !group.links.is_empty() {
                    div {
                        dt { (view.text("group-links")) }
                        dd { (reach::links(view, &group.links, dir, &icons::link())) }
                    }
                }
            }
        }
    }
}

fn members(view: &View<'_>, group: &Group) -> Markup {
    html! {
        @if !group.members.is_empty() {
            section aria-labelledby="members" {
                h2 id="members" { (view.text("group-members")) }
                ul.people.many { @for person in &group.members { (people::card(view, person, "")) } }
            }
        }
    }
}
