//! The first three steps of a newcomer.

use folkmoot_model::{EntryKind, Link, Topic};
use maud::{Markup, html};

use crate::address::resolve;
use crate::reach::Way;
use crate::{View, languages, reach};

pub(super) fn steps(view: &View<'_>) -> Markup {
    let community = view.community();
    let rules = rules(view);
    html! {
        section.join aria-labelledby="join" {
            h2 id="join" { (view.text("join-title")) }
            ol.steps {
                li {
                    h3 { (view.text("join-hello")) }
                    @if community.channels.is_empty() {
                        p { (view.text("join-hello-text")) }
                    } @else {
                        p.tags {
                            @for way in places_to_talk(view) { (way.link()) }
                        }
                        @if let Some(invitation) = community.channels.iter().find(|channel| reach::is_invitation(channel)) {
                            p { (view.rich("join-invitation", [("place", reach::channel(view, invitation).link())])) }
                        }
                        @if !community.language_channels.is_empty() {
                            p.tags.languages {
                                @for entry in &community.language_channels {
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
                li {
                    h3 { (view.text("join-rules")) }
                    @if rules.is_empty() {
                        p { (view.text("join-rules-text")) }
                    } @else {
                        p.tags {
                            @for rule in rules { (rule) }
                        }
                    }
                }
                li {
                    h3 { (view.text("join-group")) }
                    p {
                        (view.rich("join-group-text", [("find", html! { a href="#groups" { (view.text("join-group-find")) } })]))
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

/// Files that many repositories have and no record needs to name.
const CONDUCT: [&str; 3] = ["code-of-conduct.md", "CODE_OF_CONDUCT.md", "code_of_conduct.md"];
const CONTRIBUTING: [&str; 3] = ["CONTRIBUTING.md", "contributing.md", "contributors/guide/README.md"];

/// Links to the rules: those the record names, else the files that say so by their names.
fn rules(view: &View<'_>) -> Vec<Markup> {
    let is_rule =
        |link: &&Link| matches!(link.topic, Topic::CodeOfConduct | Topic::Contributing | Topic::Development);
    let named: Vec<_> = view.community().links.iter().filter(is_rule).collect();
    if !named.is_empty() {
        return named.into_iter().map(|link| reach::link(view, link, "")).collect();
    }
    let known = [(view.text("code-of-conduct"), CONDUCT), (view.text("contribution-guide"), CONTRIBUTING)];
    let found = known.into_iter().filter_map(|(title, paths)| {
        let path = paths.iter().find(|path| view.repository().kind(path) == Some(EntryKind::File))?;
        let address = resolve(view, path, "")?;
        Some(html! { a href=(address.href) { (title) } })
    });
    found.collect()
}
