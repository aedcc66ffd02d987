//! The sections below the first screen: meetings, documents and plans, subprojects, members, former leads.

use folkmoot_model::{Group, Meeting, Subproject};
use maud::{Markup, html};

use super::subprojects;
use crate::address::resolve;
use crate::{View, icons, meeting, people, reach};

pub(super) fn all(view: &View<'_>, group: &Group) -> Markup {
    html! {
        (scope(view, group))
        @if group.all_meetings().count() > 1 { (meetings(view, group)) }
        (plans(view, group))
        (subprojects::section(view, group))
        (members(view, group))
        (emeritus(view, group))
    }
}

fn scope(view: &View<'_>, group: &Group) -> Markup {
    html! {
        @if !group.scope.trim().is_empty() {
            section aria-labelledby="scope" {
                h2 id="scope" { "Scope" }
                div.prose { (view.markdown().field(view, &group.scope, &group.dir)) }
            }
        }
    }
}

fn meetings(view: &View<'_>, group: &Group) -> Markup {
    html! {
        section aria-labelledby="meetings" {
            h2 id="meetings" { "Meetings" }
            ul.series {
                @for (subproject, series) in group.all_meetings() { (one_series(view, group, subproject, series)) }
            }
        }
    }
}

fn one_series(view: &View<'_>, group: &Group, subproject: Option<&Subproject>, series: &Meeting) -> Markup {
    let when = meeting::when(series);
    let name = series.description.non_empty().unwrap_or("Meeting");
    html! {
        li {
            h3 { (name) @if let Some(subproject) = subproject { span.quiet { " · " (subproject.name) } } }
            p {
                @if when.is_empty() { "No fixed time" } @else { (when) }
                @for term in meeting::terms(series) { span.term { (term) } }
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
            h2 id="plans" { "Documents and plans" }
            dl.facts {
                div {
                    dt { "Charter" }
                    dd {
                        @match (charter, charter.and_then(|link| resolve(view, link, dir))) {
                            (Some(_), Some(address)) => { ul.links { li { (icons::document()) a href=(address.href) { "Read the charter" } } } }
                            (Some(link), None) => { p { code { (link) } " " span.quiet { "in the group’s directory" } } }
                            _ => { p.empty { "None yet. A charter says what is in scope; link it under " code { "charter_link" } "." } }
                        }
                    }
                }
                div {
                    dt { "Design documents" }
                    dd {
                        @if group.design_docs.is_empty() {
                            p.empty { "None listed. Proposals that are open to read go under " code { "design_docs" } "." }
                        } @else { (reach::links(view, &group.design_docs, dir, &icons::document())) }
                    }
                }
                div {
                    dt { "Roadmap" }
                    dd {
                        @if group.roadmap.is_empty() {
                            p.empty { "None listed. Link the focus of the next three months under " code { "roadmap" } "." }
                        } @else { (reach::links(view, &group.roadmap, dir, &icons::arrow())) }
                    }
                }
                @if !group.todo.is_empty() {
                    div {
                        dt { "To do" }
                        dd { (reach::links(view, &group.todo, dir, &icons::search())) }
                    }
                }
                @if !group.notes.is_empty() {
                    div {
                        dt { "Notes" }
                        dd { (reach::links(view, &group.notes, dir, &icons::document())) }
                    }
                }
                @if !group.links.is_empty() {
                    div {
                        dt { "Further links" }
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
                h2 id="members" { "Members" }
                ul.people.many { @for person in &group.members { (people::card(view, person, "")) } }
            }
        }
    }
}

fn emeritus(view: &View<'_>, group: &Group) -> Markup {
    let former = &group.leadership.emeritus_leads;
    html! {
        @if !former.is_empty() {
            section aria-labelledby="emeritus" {
                h2 id="emeritus" { "Former leads" }
                p.quiet { "With thanks to " (people::names(view, former)) "." }
            }
        }
    }
}
