//! The home page: what the community is, how to join, its groups, where it talks.

mod filter;
mod groups;

use std::collections::HashSet;

use maud::{Markup, html};

pub(crate) use groups::{badge, is_alive};

use crate::layout::{self, Head};
use crate::{Page, View, contribute, icons, markdown, next, people};

pub(crate) fn page(view: &View<'_>) -> Markup {
    let community = view.community();
    let next = next::of_everybody(view);
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
                        @if next.is_some() {
                            a.button.plain href=(view.href(&Page::Contribute)) { (view.text("home-join")) }
                        }
                        @if let Some(address) = crate::address::resolve(view, &community.homepage, "") {
                            a.button.plain href=(address.href) { (view.text("home-about")) }
                        }
                    }
                }
                @match &next {
                    Some(next) => { (meetings(view, next)) }
                    None => { (contribute::steps(view)) }
                }
            }
        }
        @if next.is_some() { div.wide.strip { (contribute::steps(view)) } }
        (groups::section(view))
    };
    layout::page(
        view,
        &Head { title: "", description: &description, listed: true, address: Some(Page::Home) },
        &main,
    )
}

/// What meets now and next.
fn meetings(view: &View<'_>, next: &Markup) -> Markup {
    html! {
        section.meets-next aria-labelledby="next" {
            h2 id="next" { (icons::calendar()) (view.text("home-next")) }
            (next)
            p.more { a href=(view.href(&Page::Calendar)) { (view.text("home-calendar")) (icons::arrow()) } }
        }
    }
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
