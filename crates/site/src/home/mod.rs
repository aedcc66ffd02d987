//! The home page: what the community is, how to join, its groups, where it talks.

mod channels;
mod groups;
mod join;

use std::collections::HashSet;

use maud::{Markup, html};

pub(crate) use groups::badge;

use crate::layout::{self, Head};
use crate::{View, icons, markdown, people};

pub(crate) fn page(view: &View<'_>) -> Markup {
    let community = view.community();
    let description = markdown::plain(&community.description);
    let main = html! {
        div.hero {
            div.wide.hero-grid {
                div.intro {
                    h1 { (view.name()) }
                    @if community.description.is_empty() {
                        div.lead { p { (view.text("home-lead")) } }
                    } @else {
                        div.lead { (view.markdown().field(view, &community.description, "")) }
                    }
                    (figures(view))
                    p.actions {
                        @if !community.groups.is_empty() {
                            a.button href="#groups" { (view.text("home-find-group")) (icons::arrow()) }
                        }
                        @if let Some(address) = crate::address::resolve(view, &community.homepage, "") {
                            a.button.plain href=(address.href) { (view.text("home-about")) }
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
    let languages = community.language_channels.len();
    let figures = [
        (community.groups.len(), view.count("figure-groups", community.groups.len())),
        (leads.len(), view.count("figure-leads", leads.len())),
        (subprojects, view.count("figure-subprojects", subprojects)),
        (languages, view.count("figure-languages", languages)),
    ];
    html! {
        ul.figures {
            @for (number, words) in figures.into_iter().filter(|(number, _)| *number > 0) {
                li { strong { (number) } " " (words) }
            }
        }
    }
}
