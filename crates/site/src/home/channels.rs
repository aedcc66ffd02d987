//! Where the community talks, in which languages, and its further links.

use maud::{Markup, html};

use crate::{Site, icons, languages, layout, reach};

pub(super) fn section(site: &Site) -> Markup {
    let community = site.community();
    html! {
        @if layout::has_channels(site) {
            section.band aria-labelledby="channels" {
                div.wide {
                    h2 id="channels" { "Where we talk" }
                    div.columns {
                        @if !community.channels.is_empty() { (general(site)) }
                        @if !community.language_channels.is_empty() { (by_language(site)) }
                        @if !community.links.is_empty() {
                            div {
                                h3 { "Good to know" }
                                (reach::links(site, &community.links, "", &icons::document()))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn general(site: &Site) -> Markup {
    html! {
        div {
            h3 { "For everyone" }
            ul.links {
                @for channel in &site.community().channels {
                    @let way = reach::channel(site, channel);
                    li {
                        (way.icon)
                        span { (way.link()) @if channel.title.as_str() != way.label && !channel.title.is_empty() { " " span.quiet { (channel.title) } } }
                    }
                }
            }
        }
    }
}

fn by_language(site: &Site) -> Markup {
    html! {
        div {
            h3 { "In your language" }
            ul.links {
                @for entry in &site.community().language_channels {
                    @let way = reach::channel(site, &entry.channel);
                    li {
                        (way.icon)
                        span {
                            @match languages::find(&entry.language) {
                                Some(language) => {
                                    span lang=(language.tag) dir=[languages::direction(language.tag)] { (language.own) }
                                    @if language.own != language.english { " " span.quiet { (language.english) } }
                                }
                                None => { (entry.language) }
                            }
                            " " (way.link())
                        }
                    }
                }
            }
        }
    }
}
