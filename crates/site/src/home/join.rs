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
            h2 id="join" { "Join in three steps" }
            ol.steps {
                li {
                    h3 { "Say hello" }
                    @if community.channels.is_empty() {
                        p { "Each group below names the channel it reads. Introduce yourself there; nobody needs an invitation." }
                    } @else {
                        p.tags {
                            @for way in places_to_talk(view) { (way.link()) }
                        }
                        @if let Some(invitation) = community.channels.iter().find(|channel| reach::is_invitation(channel)) {
                            p { "New here? First take the open invitation to " (reach::channel(view, invitation).link()) "." }
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
                    h3 { "Know the rules" }
                    @if rules.is_empty() {
                        p { "Be kind, work in the open, and ask before large changes." }
                    } @else {
                        p.tags {
                            @for rule in rules { (rule) }
                        }
                    }
                }
                li {
                    h3 { "Pick a group and come by" }
                    p {
                        a href="#groups" { "Find the one" }
                        " that works on what you care about, read its last notes, and come to its next meeting."
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
const WELL_KNOWN: [(&str, [&str; 3]); 2] = [
    ("Code of conduct", ["code-of-conduct.md", "CODE_OF_CONDUCT.md", "code_of_conduct.md"]),
    ("Contribution guide", ["CONTRIBUTING.md", "contributing.md", "contributors/guide/README.md"]),
];

/// Links to the rules: those the record names, else the files that say so by their names.
fn rules(view: &View<'_>) -> Vec<Markup> {
    let is_rule =
        |link: &&Link| matches!(link.topic, Topic::CodeOfConduct | Topic::Contributing | Topic::Development);
    let named: Vec<_> = view.community().links.iter().filter(is_rule).collect();
    if !named.is_empty() {
        return named.into_iter().map(|link| reach::link(view, link, "")).collect();
    }
    let found = WELL_KNOWN.iter().filter_map(|(title, paths)| {
        let path = paths.iter().find(|path| view.repository().kind(path) == Some(EntryKind::File))?;
        let address = resolve(view, path, "")?;
        Some(html! { a href=(address.href) { (title) } })
    });
    found.collect()
}
