//! A group's page. Its first screen answers a newcomer: what is this, when does it meet, where do I ask, who
//! leads. Below stand what it owns, what it plans and who else belongs to it.

mod aside;
mod first;
mod kept;
mod sections;
mod subprojects;

use folkmoot_model::Group;
use maud::{Markup, html};

use crate::layout::{self, Head};
use crate::{Page, View, home, markdown, wording};

/// The page of the group at that place in the community.
pub(crate) fn page(view: &View<'_>, index: usize) -> Markup {
    let group = &view.community().groups[index];
    let title = group.title();
    let mission = markdown::plain(&group.mission_statement);
    let beside = aside::all(view, group);
    let main = html! {
        div.wide.group {
            (crumbs(view, group, &title))
            (head(view, group, &title))
            (first::cards(view, index, group))
            div.split[!beside.0.is_empty()] {
                div.body { (sections::all(view, group)) }
                @if !beside.0.is_empty() { aside aria-label=(view.text_with("group-more", [("group", title.as_str().into())])) { (beside) } }
            }
            (neighbours(view, index))
        }
    };
    layout::page(
        view,
        &Head {
            title: &title,
            description: &mission,
            listed: true,
            address: Some(Page::Group(view.slug(index).to_owned())),
        },
        &main,
    )
}

fn crumbs(view: &View<'_>, group: &Group, title: &str) -> Markup {
    let kind = format!("{}#kind-{}", view.href(&Page::Home), crate::page::slug(&group.kind.key));
    html! {
        nav.crumbs aria-label=(view.text("breadcrumbs")) {
            ol {
                li { a href=(view.href(&Page::Home)) { (view.name()) } }
                li { a href=(kind) { (wording::kinds(view, &group.kind)) } }
                li aria-current="page" { (title) }
            }
        }
    }
}

fn head(view: &View<'_>, group: &Group, title: &str) -> Markup {
    html! {
        div.group-head {
            p.kind-name { (wording::kind(view, &group.kind)) (home::badge(view, group)) }
            h1 { (title) }
            @if group.mission_statement.trim().is_empty() {
                p.empty { (view.rich("group-no-mission", [("key", html! { code { "mission_statement" } })])) }
            } @else {
                div.lead { (view.markdown().field(view, &group.mission_statement, &group.dir)) }
            }
            (status(view, group))
        }
    }
}

/// Since when, until when and why, where a status says so.
fn status(view: &View<'_>, group: &Group) -> Markup {
    html! {
        @if let Some(status) = &group.status {
            @let since = status.since.map(|day| view.text_with("meeting-since", [("day", day.to_string().into())]));
            @let until = status.until.map(|day| view.text_with("meeting-until", [("day", day.to_string().into())]));
            @let days: Vec<String> = since.into_iter().chain(until).collect();
            @if !days.is_empty() || !status.reason.is_empty() {
                p.quiet {
                    (wording::state(view, &status.state)) " " (days.join(", "))
                    @if !status.reason.is_empty() { ": " (status.reason) }
                }
            }
        }
    }
}

/// The groups before and after, to leaf through.
fn neighbours(view: &View<'_>, index: usize) -> Markup {
    let groups = &view.community().groups;
    let before = index.checked_sub(1).and_then(|i| groups.get(i).map(|group| (i, group)));
    let after = groups.get(index + 1).map(|group| (index + 1, group));
    html! {
        nav.neighbours aria-label=(view.text("group-others")) {
            @if let Some((i, group)) = before {
                a.before href=(view.group_href(i)) rel="prev" { span.quiet { (view.text("group-before")) } (group.title()) }
            }
            @if let Some((i, group)) = after {
                a.after href=(view.group_href(i)) rel="next" { span.quiet { (view.text("group-after")) } (group.title()) }
            }
        }
    }
}
