//! The home page: what the community is, how to join, its groups, where it talks.

mod channels;
mod groups;
mod join;

use std::collections::HashSet;

use maud::{Markup, html};

pub(crate) use groups::badge;

use crate::layout::{self, Head};
use crate::{View, icons, markdown, people, wording};

pub(crate) fn page(view: &View<'_>) -> Markup {
    let community = view.community();
    let description = markdown::plain(&community.description);
    let main = html! {
        div.hero {
            div.wide.hero-grid {
                div.intro {
                    h1 { (view.name()) }
                    @if community.description.is_empty() {
                        div.lead { p { "An open community, its groups and the people who lead them." } }
                    } @else {
                        div.lead { (view.markdown().field(view, &community.description, "")) }
                    }
                    (figures(view))
                    p.actions {
                        @if !community.groups.is_empty() {
                            a.button href="#groups" { "Find your group" (icons::arrow()) }
                        }
                        @if let Some(address) = crate::address::resolve(view, &community.homepage, "") {
                            a.button.plain href=(address.href) { "About the project" }
                        }
                    }
                }
                (join::steps(view))
            }
        }
        (groups::section(view))
        (channels::section(view))
    };
    layout::page(
        view,
        &Head { title: "", description: &description, listed: true, address: Some(crate::Page::Home) },
        &main,
    )
}

/// The community in numbers, each of which can be counted on the page.
fn figures(view: &View<'_>) -> Markup {
    let community = view.community();
    let leads: HashSet<String> = community
        .groups
        .iter()
        .flat_map(|group| group.leadership.active())
        .map(|(_, p)| people::key(p))
        .collect();
    let subprojects: usize = community.groups.iter().map(|group| group.subprojects.len()).sum();
    let figures = [
        (community.groups.len(), "group", "groups"),
        (leads.len(), "person leading", "people leading"),
        (subprojects, "subproject", "subprojects"),
        (community.language_channels.len(), "language channel", "language channels"),
    ];
    html! {
        ul.figures {
            @for (n, one, several) in figures.into_iter().filter(|(n, ..)| *n > 0) {
                @let (number, words) = split(n, one, several);
                li { strong { (number) } " " (words) }
            }
        }
    }
}

fn split(n: usize, one: &str, several: &str) -> (String, String) {
    let text = wording::count(n, one, several);
    text.split_once(' ').map(|(number, words)| (number.to_owned(), words.to_owned())).unwrap_or_default()
}
