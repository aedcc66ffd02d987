//! What every page shares: head, header, footer.

use maud::{DOCTYPE, Markup, html};

use crate::{Feed, Page, Resource, View, api, icons, search, structured, wording};

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
    /// The page itself, to lead to it in other languages; `None` where it has no address of its own.
    pub(crate) address: Option<Page>,
}

/// A whole page around `main`.
pub(crate) fn page(view: &View<'_>, head: &Head<'_>, main: &Markup) -> Markup {
    let title = if head.title.is_empty() {
        view.name().to_owned()
    } else {
        format!("{} · {}", head.title, view.name())
    };
    let description = wording::shorten(head.description, 180);
    let icon = view.assets().logo.as_ref().unwrap_or(&view.assets().icon);
    html! {
        (DOCTYPE)
        html lang=(view.locale().tag()) {
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
                meta property="og:site_name" content=(view.name());
                meta property="og:locale" content=(view.locale().tag().replace('-', "_"));
                meta name="twitter:card" content="summary";
                meta name="generator" content="Folkmoot";
                @if let Some(page) = head.address.as_ref().filter(|_| view.options().origin.is_some()) {
                    link rel="canonical" href=(view.whole(view.locale(), page));
                    @for locale in view.locales() {
                        link rel="alternate" hreflang=(locale.tag()) href=(view.whole(locale, page));
                    }
                    meta property="og:url" content=(view.whole(view.locale(), page));
                    @if let Some(image) = preview_image(view) { meta property="og:image" content=(image); }
                    (structured::data(view, page))
                }
                link rel="alternate" type="application/atom+xml" title=(view.text_with("news-title", [("name", view.name().into())]))
                    href=(view.options().base.join(&Resource::News(None).path()));
                @if let Some(Page::Group(slug)) = &head.address {
                    link rel="alternate" type="application/atom+xml" title=(view.text_with("news-title", [("name", head.title.into())]))
                        href=(view.options().base.join(&Resource::News(Some(slug.clone())).path()));
                }
                link rel="icon" type=(icon.content_type) href=(view.asset_href(icon));
                link rel="stylesheet" href=(view.asset_href(&view.assets().style));
                script src=(view.asset_href(&view.assets().theme)) {}
                script src=(view.asset_href(&view.assets().script)) defer {}
            }
            body data-copy=(view.text("copy")) data-copied=(view.text("copied")) {
                a.skip href="#main" { (view.text("skip-to-content")) }
                @if view.is_outdated() { p.outdated role="status" { (view.text("banner-outdated")) } }
                (header(view, head.address.as_ref()))
                main id="main" tabindex="-1" { (main) }
                (footer(view))
            }
        }
    }
}

/// The picture of a preview: the logo, where it is one that previews take. Few of them take SVG, so a site
/// whose logo is one, or that has none, goes without.
fn preview_image(view: &View<'_>) -> Option<String> {
    let logo = view.assets().logo.as_ref().filter(|logo| logo.content_type != "image/svg+xml")?;
    Some(format!("{}{}", view.options().origin.as_deref()?, view.asset_href(logo)))
}

fn header(view: &View<'_>, page: Option<&Page>) -> Markup {
    let home = view.href(&Page::Home);
    html! {
        header.top {
            div.wide {
                a.brand href=(home) {
                    @match &view.assets().logo {
                        Some(logo) => { img.mark src=(view.asset_href(logo)) alt="" height="28"; }
                        None => { (icons::ring()) }
                    }
                    span { (view.name()) }
                }
                nav aria-label=(view.text("site-navigation")) { (places(view, page)) }
                (search::opener(view))
                (languages(view, page))
                button.theme type="button" hidden
                    data-system=(view.text("theme-system")) data-light=(view.text("theme-light"))
                    data-dark=(view.text("theme-dark")) {
                    (icons::themes()) span.vh { (view.text("theme")) }
                }
                // The same places where there is no room for them in a line; works without scripts.
                details.menu {
                    summary { (icons::menu()) span.vh { (view.text("menu")) } }
                    nav aria-label=(view.text("site-navigation")) { (places(view, page)) }
                }
            }
        }
    }
}

/// The places of the site, that of the page at hand marked.
fn places(view: &View<'_>, page: Option<&Page>) -> Markup {
    let groups = format!("{}#groups", view.href(&Page::Home));
    let current = |is_here: bool| is_here.then_some("page");
    let pages = [
        (Page::Calendar, view.text("nav-calendar")),
        (Page::People, view.text("people-title")),
        (Page::Channels, view.text("channels-title")),
        (Page::Contribute, view.text("contribute-title")),
        (Page::Documents, view.text("documents")),
    ];
    html! {
        ul {
            li { a href=(groups) aria-current=[current(matches!(page, Some(Page::Group(_))))] { (view.text("nav-groups")) } }
            @for (place, title) in pages {
                @let is_here = page == Some(&place) || holds(&place, page);
                li { a href=(view.href(&place)) aria-current=[current(is_here)] { (title) } }
            }
        }
    }
}

/// Whether the page at hand belongs to a place.
fn holds(place: &Page, page: Option<&Page>) -> bool {
    matches!(
        (place, page),
        (Page::People, Some(Page::Person(_))) | (Page::Documents, Some(Page::Document(_)))
    )
}

/// The same page in the other languages; a details element, which works without scripts.
fn languages(view: &View<'_>, page: Option<&Page>) -> Markup {
    let page = page.cloned().unwrap_or(Page::Home);
    html! {
        details.languages {
            summary title=(view.text("language")) {
                (icons::language()) span.vh { (view.text("language")) ": " } span.now { (view.locale().own_name()) }
            }
            ul {
                @for locale in view.locales() {
                    li {
                        a href=(view.address(locale, &page)) lang=(locale.tag()) hreflang=(locale.tag())
                            aria-current=[(locale == view.locale()).then_some("true")] { (locale.own_name()) }
                    }
                }
            }
        }
    }
}

fn footer(view: &View<'_>) -> Markup {
    let source = view.options().source.as_deref();
    let repository = source.map(|source| source.split("/blob/").next().unwrap_or(source));
    let base = &view.options().base;
    let machine = [
        (view.site().feed_href(&Feed::Community), view.text("footer-calendar")),
        (base.join(&Resource::News(None).path()), view.text("footer-news")),
        (base.join(&Resource::Api(api::Document::OpenApi).path()), view.text("footer-api")),
    ];
    html! {
        footer.bottom {
            div.wide {
                p {
                    @match repository {
                        Some(repository) => {
                            (view.rich("footer-record-mend", [("mend", html! { a href=(repository) { (view.text("footer-mend")) } })]))
                        }
                        None => { (view.text("footer-record")) }
                    }
                }
                ul {
                    li { a href=(view.href(&Page::About)) { (view.text("about-title")) } }
                    @for (href, title) in machine { li { a href=(href) { (title) } } }
                    li { (view.text("footer-made-with")) }
                }
            }
        }
    }
}
