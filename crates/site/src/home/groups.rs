//! The groups by kind, one line each: what it is for, who leads, when it meets, where to ask.

use folkmoot_model::{Group, GroupKind};
use maud::{Markup, html};

use crate::{View, icons, markdown, meeting, people, reach, wording};

/// Names shown in a line; the rest is a number to the eye, and said in full to those who listen or filter.
const NAMES: usize = 3;

pub(super) fn section(view: &View<'_>) -> Markup {
    let community = view.community();
    let kinds: Vec<_> = community
        .kinds
        .iter()
        .map(|kind| {
            let groups: Vec<_> = view.groups().filter(|(_, group)| group.kind.key == kind.key).collect();
            (kind.as_ref(), groups)
        })
        .filter(|(_, groups)| !groups.is_empty())
        .collect();
    html! {
        section.wide.groups aria-labelledby="groups" {
            div.groups-head {
                h2 id="groups" { "Groups" }
                @if !kinds.is_empty() {
                    (filter(view))
                }
                @if kinds.len() > 1 {
                    nav.jump aria-label="Kinds of groups" {
                        ul {
                            @for (kind, groups) in &kinds {
                                li { a href={ "#" (anchor(kind)) } { (kind.plural) " " span.count { (groups.len()) } } }
                            }
                        }
                    }
                }
            }
            @if kinds.is_empty() {
                p.empty { "There are no groups yet. Add the first one to " code { (data_file(view)) } "." }
            }
            p.empty.none-found hidden { "No group matches. Try one word less, or ask in a general channel." }
            @for (kind, groups) in &kinds { (of_kind(view, kind, groups)) }
        }
    }
}

/// Shown by the script, which makes it work; without it the browser's own search serves.
fn filter(view: &View<'_>) -> Markup {
    html! {
        form.filter role="search" hidden data-found=(view.text("filter-found")) {
            (icons::search())
            label.vh for="filter" { "Filter groups" }
            input id="filter" name="q" type="search" placeholder="Filter by name, topic, person…"
                autocomplete="off" spellcheck="false";
            span.vh role="status" id="found" {}
        }
    }
}

fn data_file<'a>(view: &View<'a>) -> &'a str {
    let file = view.site().community().profile.data_file.as_str();
    if file.is_empty() { "sigs.yaml" } else { file }
}

fn anchor(kind: &GroupKind) -> String {
    format!("kind-{}", crate::page::slug(&kind.key))
}

fn of_kind(view: &View<'_>, kind: &GroupKind, groups: &[(usize, &Group)]) -> Markup {
    let anchor = anchor(kind);
    html! {
        section.kind aria-labelledby=(anchor) {
            div.kind-head {
                h3 id=(anchor) { (kind.plural) }
                @if let Some(purpose) = wording::purpose(kind) { p { (purpose) } }
            }
            // Each row says what its parts are; this head saves the eye the reading.
            div.row-head aria-hidden="true" {
                span { "Group" } span { "Led by" }
                span { @if groups.iter().any(|(_, group)| !group.meetings.is_empty()) { "Meets" } @else { "Notes" } }
                span { "Ask in" }
            }
            ul.rows {
                @for (index, group) in groups { (row(view, *index, group)) }
            }
        }
    }
}

fn row(view: &View<'_>, index: usize, group: &Group) -> Markup {
    let leads = people::leads(group);
    let series = meeting::main_series(group);
    let when = series.map(meeting::when_short).unwrap_or_default();
    let frequency = series.map(|series| series.frequency.as_str()).unwrap_or_default();
    // Some add a sentence to the frequency; the group's page has it.
    let frequency = frequency.split([',', ';', '(']).next().unwrap_or_default().trim();
    let way = reach::ways(view, &group.contact, &group.dir).into_iter().next();
    let mission = markdown::plain(&group.mission_statement);
    let notes = group.notes.iter().find_map(|link| crate::address::resolve(view, &link.url, &group.dir));
    html! {
        li.row {
            div.what {
                h4 {
                    a href=(view.group_href(index)) { (group.name.non_empty().unwrap_or(&group.id())) }
                    (badge(group))
                }
                @if !mission.is_empty() { p { (wording::shorten(&mission, 220)) } }
            }
            p.leads {
                span.vh { "Led by " }
                @if leads.is_empty() && is_alive(group) { span.none { "Looking for leads" } }
                @for (i, holder) in leads.iter().take(NAMES).enumerate() {
                    @if i > 0 { ", " }
                    span.nowrap { (people::name(holder.person)) }
                }
                @if leads.len() > NAMES {
                    span.vh { @for holder in &leads[NAMES..] { ", " (people::name(holder.person)) } }
                    span.quiet aria-hidden="true" { " +" (leads.len() - NAMES) }
                }
            }
            p.meets {
                @if !when.is_empty() {
                    span.vh { "Meets " }
                    (when) " " span.frequency { (frequency) }
                } @else if let Some(notes) = notes {
                    a href=(notes.href) { "Meeting notes" span.vh { " of " (group.title()) } }
                }
            }
            p.ask {
                @if let Some(way) = way { span.vh { "Ask in " } (way.link()) }
            }
        }
    }
}

/// Whether the group goes on: nobody looks for leads of one that ended.
fn is_alive(group: &Group) -> bool {
    let state = group.status.as_ref().map(|status| status.state.to_lowercase()).unwrap_or_default();
    !matches!(state.as_str(), "retired" | "archived" | "dissolved" | "completed" | "inactive")
}

/// Where a group is in its life, where that is not "active".
pub(crate) fn badge(group: &Group) -> Markup {
    let state = group.status.as_ref().map(|status| status.state.trim()).unwrap_or_default();
    html! {
        @if !state.is_empty() && !state.eq_ignore_ascii_case("active") {
            " " span.badge { (state) }
        }
    }
}
