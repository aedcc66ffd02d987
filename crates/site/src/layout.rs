//! What every page shares: head, header, footer.

use folkmoot_model::Topic;
use maud::{DOCTYPE, Markup, html};

use crate::address::resolve;
use crate::{Page, Site, icons, wording};

/// What pages may load and do: their own style and scripts, nothing inline, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/// What a page says of itself.
pub(crate) struct Head<'a> {
    /// Its title, without the community's name; empty for the home page.
    pub(crate) title: &'a str,
    /// A sentence for search engines and previews; may be empty.
    pub(crate) description: &'a str,
    /// Whether search engines should list it.
    pub(crate) listed: bool,
}

/// A whole page around `main`.
pub(crate) fn page(site: &Site, head: &Head<'_>, main: &Markup) -> Markup {
    let title = if head.title.is_empty() {
        site.name().to_owned()
    } else {
        format!("{} · {}", head.title, site.name())
    };
    let description = wording::shorten(head.description, 180);
    let icon = site.assets().logo.as_ref().unwrap_or(&site.assets().icon);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
                meta name="referrer" content="strict-origin-when-cross-origin";
                @if !head.listed { meta name="robots" content="noindex"; }
                title { (title) }
                @if !description.is_empty() { meta name="description" content=(description); }
                meta property="og:title" content=(title);
                meta property="og:type" content="website";
                @if !description.is_empty() { meta property="og:description" content=(description); }
                meta name="generator" content="Folkmoot";
                link rel="icon" type=(icon.content_type) href=(site.asset_href(icon));
                link rel="stylesheet" href=(site.asset_href(&site.assets().style));
                script src=(site.asset_href(&site.assets().theme)) {}
                script src=(site.asset_href(&site.assets().script)) defer {}
            }
            body {
                a.skip href="#main" { "Skip to content" }
                (header(site))
                main id="main" tabindex="-1" { (main) }
                (footer(site))
            }
        }
    }
}

fn header(site: &Site) -> Markup {
    let home = site.href(&Page::Home);
    let community = site.community();
    let contributing = community.links.iter().find(|link| link.topic == Topic::Contributing);
    let contributing = contributing.and_then(|link| resolve(site, &link.url, ""));
    html! {
        header.top {
            div.wide {
                a.brand href=(home) {
                    @match &site.assets().logo {
                        Some(logo) => { img.mark src=(site.asset_href(logo)) alt="" height="28"; }
                        None => { (icons::ring()) }
                    }
                    span { (site.name()) }
                }
                nav aria-label="Site" {
                    ul {
                        li { a href={ (home) "#groups" } { "Groups" } }
                        @if has_channels(site) { li.spare { a href={ (home) "#channels" } { "Channels" } } }
                        @if let Some(address) = contributing {
                            li.roomy { a href=(address.href) { "Contribute" } }
                        }
                    }
                }
                button.theme type="button" hidden { (icons::themes()) span.vh { "Theme" } }
            }
        }
    }
}

/// Whether the home page has its section on channels.
pub(crate) fn has_channels(site: &Site) -> bool {
    let community = site.community();
    !community.channels.is_empty() || !community.language_channels.is_empty() || !community.links.is_empty()
}

fn footer(site: &Site) -> Markup {
    let source = site.options().source.as_deref();
    let repository = source.map(|source| source.split("/blob/").next().unwrap_or(source));
    html! {
        footer.bottom {
            div.wide {
                p {
                    "Everything here is read from the community’s own repository"
                    @if let Some(repository) = repository { ": " a href=(repository) { "mend or add something" } }
                    "."
                }
                p.quiet { "Made with Folkmoot" }
            }
        }
    }
}
