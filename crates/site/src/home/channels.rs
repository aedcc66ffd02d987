//! Where the community talks, in which languages, and its further links.

use maud::{Markup, html};

use crate::{View, icons, languages, layout, reach};

pub(super) fn section(view: &View<'_>) -> Markup {
    let community = view.community();
    html! {
        @if layout::has_channels(view) {
            section.band aria-labelledby="channels" {
                div.wide {
                    h2 id="channels" { (view.text("home-channels")) }
                    div.columns {
                        @if !community.channels.is_empty() { (general(view)) }
                        @if !community.language_channels.is_empty() { (by_language(view)) }
                        @if !community.links.is_empty() {
                            div {
                                h3 { (view.text("good-to-know")) }
                                (reach::links(view, &community.links, "", &icons::document()))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn general(view: &View<'_>) -> Markup {
    html! {
        div {
            h3 { (view.text("home-channels-general")) }
            ul.links {
                @for channel in &view.community().channels {
                    @let way = reach::channel(view, channel);
                    li {
                        (way.icon)
                        span { (way.link()) @if channel.title.as_str() != way.label && !channel.title.is_empty() { " " span.quiet { (channel.title) } } }
                    }
                }
            }
        }
    }
}

fn by_language(view: &View<'_>) -> Markup {
    html! {
        div {
            h3 { (view.text("home-channels-languages")) }
            ul.links {
                @for entry in &view.community().language_channels {
                    @let way = reach::channel(view, &entry.channel);
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
