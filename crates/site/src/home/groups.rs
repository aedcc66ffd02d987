//! The groups by kind, one line each: what it is for, who leads, when it meets, where to ask.

use folkmoot_model::{Group, GroupKind};
use maud::{Markup, html};

use super::filter::{self, Starts};
use crate::{View, markdown, meeting, people, reach, wording};

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
    let starts = filter::starts(view);
    html! {
        section.wide.groups aria-labelledby="groups" {
            div.groups-head {
                h2 id="groups" { (view.text("nav-groups")) }
                @if !kinds.is_empty() { (filter::form(view, &kinds, &starts)) }
                @if kinds.len() > 1 {
                    nav.jump aria-label=(view.text("home-kinds")) {
                        ul {
                            @for (kind, groups) in &kinds {
                                li { a href={ "#" (anchor(kind)) } { (wording::kinds(view, kind)) " " span.count { (groups.len()) } } }
                            }
                        }
                    }
                }
            }
            @if kinds.is_empty() {
                p.empty { (view.rich("home-no-groups", [("file", html! { code { (data_file(view)) } })])) }
            }
            p.empty.none-found hidden { (view.text("filter-none")) }
            @for (kind, groups) in &kinds { (of_kind(view, kind, groups, &starts)) }
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

fn of_kind(view: &View<'_>, kind: &GroupKind, groups: &[(usize, &Group)], starts: &Starts) -> Markup {
    let anchor = anchor(kind);
    html! {
        section.kind aria-labelledby=(anchor) data-kind=(crate::page::slug(&kind.key)) {
            div.kind-head {
                h3 id=(anchor) { (wording::kinds(view, kind)) }
                @if let Some(purpose) = wording::purpose(view, kind) { p { (purpose) } }
            }
            // Each row says what its parts are; this head saves the eye the reading.
            div.row-head aria-hidden="true" {
                span { (view.text("row-group")) } span { (view.text("row-leads")) }
                span { @if groups.iter().any(|(_, group)| !group.meetings.is_empty()) { (view.text("row-meets")) } @else { (view.text("meeting-notes")) } }
                span { (view.text("row-ask")) }
            }
            ul.rows {
                @for (index, group) in groups { (row(view, *index, group, starts)) }
            }
        }
    }
}

fn row(view: &View<'_>, index: usize, group: &Group, starts: &Starts) -> Markup {
    let leads = people::leads(view, group);
    let (shown, separator) = (leads.len().min(NAMES), view.text("list-separator"));
    let series = meeting::main_series(group);
    let when = series.map(|series| meeting::when_short(view, series)).unwrap_or_default();
    let frequency = series.map(|series| meeting::frequency_short(view, series)).unwrap_or_default();
    let way = reach::ways(view, &group.contact, &group.dir).into_iter().next();
    let mission = markdown::plain(&group.mission_statement);
    let notes = group.notes.iter().find_map(|link| crate::address::resolve(view, &link.url, &group.dir));
    html! {
        li.row data-starts=[starts.get(&index)] data-lead=[is_looking(view, group).then_some("none")] {
            div.what {
                h4 {
                    a href=(view.group_href(index)) { (group.name.non_empty().unwrap_or(&group.id())) }
                    (badge(view, group))
                }
                @if !mission.is_empty() { p { (wording::shorten(&mission, 220)) } }
            }
            p.leads {
                span.vh { (view.text("row-leads")) ": " }
                @if is_looking(view, group) { span.none { (view.text("row-no-leads")) } }
                @for (i, holder) in leads.iter().take(NAMES).enumerate() {
                    // A line never begins with the separator.
                    span.nowrap { (people::name(holder.person)) @if i + 1 < shown { (separator.trim_end()) } }
                    @if separator.ends_with(' ') { " " }
                }
                @if leads.len() > NAMES {
                    span.vh { @for holder in &leads[NAMES..] { (separator) (people::name(holder.person)) } }
                    span.quiet aria-hidden="true" { " +" (leads.len() - NAMES) }
                }
            }
            p.meets {
                @if !when.is_empty() {
                    span.vh { (view.text("row-meets")) ": " }
                    (when) " " span.frequency { (frequency) }
                } @else if let Some(notes) = notes {
                    a href=(notes.href) { (view.text("row-notes")) span.vh { " · " (group.title()) } }
                }
            }
            p.ask {
                @if let Some(way) = way { span.vh { (view.text("row-ask")) ": " } (way.link()) }
            }
        }
    }
}

/// Whether nobody is named who leads the group.
pub(super) fn is_looking(view: &View<'_>, group: &Group) -> bool {
    is_alive(group) && people::leads(view, group).is_empty()
}

/// Whether the group goes on: nobody looks for leads of one that ended.
pub(crate) fn is_alive(group: &Group) -> bool {
    let state = group.status.as_ref().map(|status| status.state.to_lowercase()).unwrap_or_default();
    !group.is_retired() && !matches!(state.as_str(), "dissolved" | "completed" | "inactive")
}

/// Where a group is in its life, where that is not "active".
pub(crate) fn badge(view: &View<'_>, group: &Group) -> Markup {
    let state = group.status.as_ref().map(|status| status.state.trim()).unwrap_or_default();
    html! {
        @if !state.is_empty() && !state.eq_ignore_ascii_case("active") {
            " " span.badge { (wording::state(view, state)) }
        }
    }
}
