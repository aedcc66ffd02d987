//! The first three steps of a newcomer: on the home page and, first of all, on the page on contributing.

use maud::{Markup, html};

use super::rules;
use crate::reach::Way;
use crate::{Page, View, languages, reach};

pub(crate) fn steps(view: &View<'_>) -> Markup {
    let community = view.community();
    let invitation = community.channels.iter().find(|channel| reach::is_invitation(channel));
    let rules = rules::links(view);
    let groups = format!("{}#groups", view.href(&Page::Home));
    html! {
        section.join aria-labelledby="join" {
            h2 id="join" { (view.text("join-title")) }
            ol.steps {
                li {
                    h3 { (view.text("join-hello")) }
                    @if community.channels.is_empty() {
                        p {
                            (view.text("join-hello-text")) " "
                            a href=(view.href(&Page::Channels)) { (view.text("join-all-channels")) }
                        }
                    } @else {
                        p.tags {
                            @for way in places_to_talk(view) { (way.link()) }
                            a.all href=(view.href(&Page::Channels)) { (view.text("join-all-channels")) }
                        }
                        @if let Some(invitation) = invitation {
                            p { (view.rich("join-invitation", [("place", reach::channel(view, invitation).link())])) }
                        }
                    }
                    (in_languages(view))
                }
                li {
                    h3 { (view.text("join-rules")) }
                    @if rules.is_empty() {
                        p { (view.text("join-rules-text")) }
                    } @else {
                        p.tags { @for rule in rules { (rule) } }
                    }
                }
                li {
                    h3 { (view.text("join-group")) }
                    p {
                        (view.rich("join-group-text", [("find", html! { a href=(groups) { (view.text("join-group-find")) } })]))
                    }
                }
            }
        }
    }
}

/// Channels by language, each language in itself.
fn in_languages(view: &View<'_>) -> Markup {
    let channels = &view.community().language_channels;
    html! {
        @if !channels.is_empty() {
            p.tags.languages-spoken {
                @for entry in channels {
                    @let way = reach::channel(view, &entry.channel);
                    @let language = languages::find(&entry.language);
                    @let own = language.map_or(entry.language.as_str(), |language| language.own);
                    @let tag = language.map(|language| language.tag);
                    @match &way.href {
                        Some(href) => { a href=(href) lang=[tag] hreflang=[tag] { (own) } }
                        None => { span lang=[tag] { (own) } }
                    }
                }
            }
        }
    }
}

/// The channels where one can say something now; where there are none of those, what there is.
fn places_to_talk(view: &View<'_>) -> Vec<Way> {
    let ways = || view.community().channels.iter().map(|channel| reach::channel(view, channel));
    let chats: Vec<Way> = ways().filter(|way| way.label.starts_with('#')).take(6).collect();
    if chats.is_empty() { ways().take(4).collect() } else { chats }
}
