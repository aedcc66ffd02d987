//! One person: who, where to write to them on the forge, every role, the meetings of what they lead.

use folkmoot_model::PersonRecord;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{rank, role, subproject, today};
use crate::calendar::{self, subscribe};
use crate::layout::{self, Head};
use crate::roster::{Held, Role, Somebody};
use crate::{Page, View, dates, icons, languages, meeting, next, people};

/// The page of `somebody`.
pub(crate) fn page(view: &View<'_>, somebody: &Somebody) -> Markup {
    let today = today(view);
    let (mut present, past): (Vec<&Held>, Vec<&Held>) =
        somebody.roles.iter().partition(|held| !held.is_past(today));
    present.sort_by_key(|held| rank(held));
    let record = somebody.record.and_then(|index| view.site().community().people.get(index));
    let main = html! {
        div.wide.one-person {
            nav.crumbs aria-label=(view.text("breadcrumbs")) {
                ol {
                    li { a href=(view.href(&Page::Home)) { (view.name()) } }
                    li { a href=(view.href(&Page::People)) { (view.text("people-title")) } }
                    li aria-current="page" { (somebody.name) }
                }
            }
            (head(view, somebody, record))
            @let beside = facts(view, record);
            div.split[beside.is_some()] {
                div.body {
                    @if !present.is_empty() {
                        section aria-labelledby="roles" {
                            h2 id="roles" { (view.text("person-roles")) }
                            (roles(view, &present))
                        }
                    }
                    @if !past.is_empty() {
                        section aria-labelledby="past" {
                            h2 id="past" { (view.text("person-past")) }
                            (roles(view, &past))
                        }
                    }
                    (meetings(view, somebody, &present))
                }
                @if let Some(beside) = beside { aside aria-label=(view.text("person-aside")) { (beside) } }
            }
        }
    };
    let described: Vec<String> = present
        .iter()
        .map(|held| format!("{}, {}", role(view, held), view.community().groups[held.group].title()))
        .collect();
    let head = Head {
        title: &somebody.name,
        description: &described.join("; "),
        listed: true,
        address: Some(Page::Person(somebody.slug.clone())),
    };
    layout::page(view, &head, &main)
}

fn head(view: &View<'_>, somebody: &Somebody, record: Option<&PersonRecord>) -> Markup {
    let zone = record.and_then(|record| record.timezone.non_empty());
    let profile = people::profile(&somebody.handle);
    html! {
        div.person-head {
            (people::medal(&somebody.slug, &somebody.name))
            div {
                h1 { (somebody.name) }
                ul.traits {
                    @if !somebody.handle.is_empty() {
                        li { @match profile {
                            Some(href) => { a href=(href) title=(view.text("person-on-github")) { "@" (somebody.handle) } }
                            None => { "@" (somebody.handle) }
                        } }
                    }
                    @if !somebody.company.is_empty() { li { (somebody.company) } }
                    @if let Some(zone) = zone {
                        li.zone { (icons::clock()) span data-clock-of=(zone) data-now=(view.text("person-now-there")) { (zone) } }
                    }
                }
            }
        }
    }
}

fn roles(view: &View<'_>, roles: &[&Held]) -> Markup {
    html! {
        ul.role-list {
            @for held in roles {
                @let group = &view.community().groups[held.group];
                li {
                    span.what { (role(view, held)) }
                    span.where {
                        a href=(view.group_href(held.group)) { (group.title()) }
                        @if let Some(name) = subproject(view, held) { " " span.of { (name) } }
                        (crate::home::badge(view, group))
                    }
                    @if let Some(term) = term(view, held) { span.quiet { (term) } }
                }
            }
        }
    }
}

/// `since 1 March 2024`, `1 March 2024 to 30 June 2025`, where a day is known.
fn term(view: &View<'_>, held: &Held) -> Option<String> {
    span(view, held.since, held.until)
}

fn span(view: &View<'_>, since: Option<Date>, until: Option<Date>) -> Option<String> {
    let day = |date: Date| dates::full(view, date).into();
    match (since, until) {
        (Some(since), Some(until)) => {
            Some(view.text_with("person-from-to", [("from", day(since)), ("to", day(until))]))
        }
        (Some(since), None) => Some(view.text_with("person-since", [("date", day(since))])),
        (None, Some(until)) => Some(view.text_with("person-until", [("date", day(until))])),
        (None, None) => None,
    }
}

/// The next meetings of what somebody leads, and the series with the words of the record.
fn meetings(view: &View<'_>, somebody: &Somebody, present: &[&Held]) -> Markup {
    if !present.iter().any(|held| held.leads()) {
        return html! {};
    }
    let series = calendar::series_where(view.site(), |group, subproject| {
        present.iter().any(|held| {
            held.group == group
                && match (&held.role, subproject) {
                    (Role::Lead(_), None) => true,
                    (Role::Subproject(own), Some(index)) => *own == index,
                    _ => false,
                }
        })
    });
    if series.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="meetings" {
            div.head-line {
                h2 id="meetings" { (view.text("person-meetings")) }
                (subscribe::panel(view, &view.person_feed(told_by(somebody))))
            }
            @if let Some(next) = next::of_series(view, &series) { (next) }
            ul.series {
                @for one in &series {
                    @let when = meeting::when(view, one.planned.meeting);
                    li {
                        h3 { (one.planned.title()) }
                        p { @if when.is_empty() { (view.text("calendar-no-fixed-time")) } @else { (when) }
                            @for term in meeting::terms(view, one.planned.meeting) { span.term { (term) } } }
                    }
                }
            }
        }
    }
}

/// What the calendar of somebody goes by.
fn told_by(somebody: &Somebody) -> &str {
    if somebody.handle.is_empty() { &somebody.name } else { &somebody.handle }
}

/// Employers over time and languages, where the register knows them; `None` where it does not.
fn facts(view: &View<'_>, record: Option<&PersonRecord>) -> Option<Markup> {
    let record = record?;
    let (companies, tongues) = (&record.companies, &record.languages);
    let tells_more = companies.len() > 1 || companies.iter().any(|one| one.since.is_some());
    if !tells_more && tongues.is_empty() {
        return None;
    }
    Some(html! {
        section {
            h2 { (view.text("person-facts")) }
            dl.facts {
                @if tells_more {
                    div {
                        dt { (view.text("person-employers")) }
                        @for one in companies {
                            dd { (one.company) @if let Some(span) = span(view, one.since, one.until) { " " span.quiet { (span) } } }
                        }
                    }
                }
                @if !tongues.is_empty() {
                    div {
                        dt { (view.text("person-languages")) }
                        dd {
                            @for (i, written) in tongues.iter().enumerate() {
                                @if i > 0 { ", " }
                                @match languages::find(written) {
                                    Some(language) => { span lang=(language.tag) { (language.own) } }
                                    None => { (written) }
                                }
                            }
                        }
                    }
                }
            }
        }
    })
}
