//! A group's page. Its first screen answers a newcomer: what is this, when does it meet, where do I ask, who
//! leads. Below stand what it owns, what it plans and who else belongs to it.

mod aside;
mod first;
mod sections;
mod subprojects;

use folkmoot_model::Group;
use maud::{Markup, html};

use crate::layout::{self, Head};
use crate::{Page, View, home, markdown};

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
            (first::cards(view, group))
            div.split[!beside.0.is_empty()] {
                div.body { (sections::all(view, group)) }
                @if !beside.0.is_empty() { aside aria-label={ "More about " (title) } { (beside) } }
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
        nav.crumbs aria-label="Breadcrumbs" {
            ol {
                li { a href=(view.href(&Page::Home)) { (view.name()) } }
                li { a href=(kind) { (group.kind.plural) } }
                li aria-current="page" { (title) }
            }
        }
    }
}

fn head(view: &View<'_>, group: &Group, title: &str) -> Markup {
    html! {
        div.group-head {
            p.kind-name { (group.kind.singular) (home::badge(group)) }
            h1 { (title) }
            @if group.mission_statement.trim().is_empty() {
                p.empty { "No mission is written yet. One sentence under " code { "mission_statement" } " tells newcomers what this group is for." }
            } @else {
                div.lead { (view.markdown().field(view, &group.mission_statement, &group.dir)) }
            }
            (status(group))
        }
    }
}

/// Since when, until when and why, where a status says so.
fn status(group: &Group) -> Markup {
    html! {
        @if let Some(status) = &group.status {
            @let since = status.since.map(|day| format!("since {day}"));
            @let until = status.until.map(|day| format!("until {day}"));
            @let days: Vec<String> = since.into_iter().chain(until).collect();
            @if !days.is_empty() || !status.reason.is_empty() {
                p.quiet {
                    (crate::wording::sentence(&status.state)) " " (days.join(", "))
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
        nav.neighbours aria-label="Other groups" {
            @if let Some((i, group)) = before {
                a.before href=(view.group_href(i)) rel="prev" { span.quiet { "Before" } (group.title()) }
            }
            @if let Some((i, group)) = after {
                a.after href=(view.group_href(i)) rel="next" { span.quiet { "Next" } (group.title()) }
            }
        }
    }
}
