//! Where the community talks: for everyone, by language, by group.

use folkmoot_model::{Group, LanguageChannel, Topic};
use maud::{Markup, html};

use crate::layout::{self, Head};
use crate::reach::{self, Way};
use crate::{Page, View, icons, languages, wording};

/// The page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let community = view.community();
    let title = view.text("channels-title");
    let lead = view.text("channels-lead");
    let groups: Vec<_> = view
        .groups()
        .filter(|(_, group)| !group.is_retired())
        .map(|(index, group)| (index, group, reach::ways(view, &group.contact, &group.dir)))
        .filter(|(.., ways)| !ways.is_empty())
        .collect();
    let is_bare =
        community.channels.is_empty() && community.language_channels.is_empty() && groups.is_empty();
    let main = html! {
        div.wide.channels {
            div.page-head { h1 { (title) } p.lead { (lead) } }
            @if is_bare {
                p.empty { (view.rich("channels-none", [("key", html! { code { "channels" } }), ("file", html! { code { "community.yaml" } })])) }
            }
            div.channel-parts {
                (general(view))
                (by_language(view))
                (further(view))
            }
            (by_group(view, &groups))
        }
    };
    layout::page(
        view,
        &Head { title: &title, description: &lead, listed: true, address: Some(Page::Channels) },
        &main,
    )
}

fn general(view: &View<'_>) -> Markup {
    let channels = &view.community().channels;
    html! {
        @if !channels.is_empty() {
            section aria-labelledby="everyone" {
                h2 id="everyone" { (view.text("channels-general")) }
                ul.ways {
                    @for channel in channels {
                        @let way = reach::channel(view, channel);
                        @let says_more = !channel.title.is_empty() && channel.title.as_str() != way.label;
                        @let service = if says_more { channel.title.to_string() } else { way.service.clone() };
                        (entry(&way, &html! { (service) }))
                    }
                }
            }
        }
    }
}

fn by_language(view: &View<'_>) -> Markup {
    let channels = &view.community().language_channels;
    html! {
        @if !channels.is_empty() {
            section aria-labelledby="languages" {
                h2 id="languages" { (view.text("channels-languages")) }
                ul.ways {
                    @for channel in channels {
                        (entry(&reach::channel(view, &channel.channel), &language(channel)))
                    }
                }
            }
        }
    }
}

/// A language in itself, and in English where that differs.
fn language(channel: &LanguageChannel) -> Markup {
    html! {
        @match languages::find(&channel.language) {
            Some(language) => {
                span lang=(language.tag) dir=[languages::direction(language.tag)] { (language.own) }
                @if language.own != language.english { " · " (language.english) }
            }
            None => { (channel.language) }
        }
    }
}

/// Links of the community that are no rules: those stand on the page on contributing.
fn further(view: &View<'_>) -> Markup {
    let links: Vec<_> =
        view.community().links.iter().filter(|link| link.topic == Topic::Other).cloned().collect();
    html! {
        @if !links.is_empty() {
            section aria-labelledby="further" {
                h2 id="further" { (view.text("good-to-know")) }
                (reach::links(view, &links, "", &icons::link()))
            }
        }
    }
}

fn entry(way: &Way, said: &Markup) -> Markup {
    html! {
        li {
            (way.icon)
            span.way {
                span.service { (said) }
                span.target data-copy=[way.href.is_none().then_some(&way.label)] { (way.link()) }
            }
        }
    }
}

fn by_group(view: &View<'_>, groups: &[(usize, &Group, Vec<Way>)]) -> Markup {
    html! {
        @if !groups.is_empty() {
            section.by-group aria-labelledby="groups" {
                h2 id="groups" { (view.text("channels-groups")) }
                @for kind in &view.community().kinds {
                    @let of_kind: Vec<_> = groups.iter().filter(|(_, group, _)| group.kind.key == kind.key).collect();
                    @if !of_kind.is_empty() {
                        h3 { (wording::kinds(view, kind)) }
                        ul.rows {
                            @for (index, group, ways) in of_kind {
                                li.channel-row {
                                    p.title { a href=(view.group_href(*index)) { (group.name.non_empty().unwrap_or(&group.id())) } }
                                    ul {
                                        @for way in ways {
                                            li { (way.icon) span.vh { (way.service) ": " } (way.link()) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
