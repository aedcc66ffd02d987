//! A document as a page: its text, a table of contents, its other languages, its source.

use maud::{Markup, html};

use super::{outline, read, translation};
use crate::base::encode_path;
use crate::layout::{self, Head};
use crate::markdown::Heading;
use crate::{Locale, Page, View, languages};

/// Headings from which a table of contents helps, and beyond which it does not.
const CONTENTS: std::ops::RangeInclusive<usize> = 3..=120;

/// The page of the document at `path`, or `None` where it cannot be read.
pub(crate) fn page(view: &View<'_>, path: &str) -> Option<Markup> {
    let shelf = view.shelf();
    let asked = shelf.find(path)?;
    let shown = shelf.for_reader(asked, view.locale());
    let place = &shelf.places()[shown];
    let (front, text) = read(view.site(), &place.path)?;
    let body = view.markdown().document(view.site(), &place.path, &text);
    let own_title = body.headings.first().filter(|first| first.level == 1).map(|first| first.words.clone());
    let has_title = own_title.is_some();
    let title = front.title.or(own_title).filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or_else(|| outline::file_title(&place.path));
    let language = place.tag.clone().unwrap_or_else(|| translation::of_text(&text).to_owned());
    let main = html! {
        div.wide {
            (crumbs(view, &place.path))
            div.document {
                (contents(view, &body.headings))
                div {
                    (other_languages(view, shown))
                    article.prose lang=(language) dir=[languages::direction(&language)] {
                        @if !has_title { h1 { (title) } }
                        (body.markup(view))
                    }
                    (origin(view, &place.path))
                }
            }
        }
    };
    let head = Head {
        title: &title,
        description: front.description.as_deref().unwrap_or_default(),
        listed: true,
        address: Some(Page::Document(path.to_owned())),
    };
    Some(layout::page(view, &head, &main))
}

fn crumbs(view: &View<'_>, path: &str) -> Markup {
    let file = path.rsplit('/').next().unwrap_or(path);
    html! {
        nav.crumbs aria-label=(view.text("breadcrumbs")) {
            ol {
                li { a href=(view.href(&Page::Home)) { (view.name()) } }
                @match view.group_of_path(path) {
                    Some(index) => { li { a href=(view.group_href(index)) { (view.community().groups[index].title()) } } }
                    None => { li { a href=(view.href(&Page::Documents)) { (view.text("documents")) } } }
                }
                li aria-current="page" { (file) }
            }
        }
    }
}

/// The headings to leap to, where there are enough of them.
fn contents(view: &View<'_>, headings: &[Heading]) -> Markup {
    let listed = |deepest: u8| headings.iter().filter(move |heading| (2..=deepest).contains(&heading.level));
    // Two levels where they are not too many.
    let deepest = if listed(3).count() <= 40 { 3 } else { 2 };
    let count = listed(deepest).count();
    html! {
        @if CONTENTS.contains(&count) {
            nav.contents aria-labelledby="contents" {
                details {
                    summary id="contents" { (view.text("contents")) }
                    ul {
                        @for heading in listed(deepest) {
                            li.deeper[heading.level > 2] { a href={ "#" (encode_path(&heading.id)) } { (heading.words) } }
                        }
                    }
                }
            }
        }
    }
}

/// Where the same document is to be read in other languages.
fn other_languages(view: &View<'_>, shown: usize) -> Markup {
    let shelf = view.shelf();
    let original = shelf.places()[shown].original;
    let root = original.unwrap_or(shown);
    let others: Vec<usize> =
        shelf.places()[root].translations.iter().copied().filter(|&one| one != shown).collect();
    html! {
        @if original.is_some() || !others.is_empty() {
            p.versions {
                @if original.is_some() {
                    span { (view.text("translated")) } " "
                    a href=(original_href(view, root)) { (view.text("read-original")) }
                }
                @for one in others {
                    @let place = &shelf.places()[one];
                    @let tag = place.tag.as_deref().unwrap_or_default();
                    " " a href=(view.href(&Page::Document(place.path.clone()))) lang=(tag) hreflang=(tag) {
                        (languages::find(tag).map_or(tag, |language| language.own))
                    }
                }
            }
        }
    }
}

/// Where the original is shown: in the interface of a language that it is not translated to.
fn original_href(view: &View<'_>, original: usize) -> String {
    let shelf = view.shelf();
    let page = Page::Document(shelf.places()[original].path.clone());
    let shows = |locale: &Locale| shelf.for_reader(original, *locale) == original;
    let locale = view.locales().find(shows).unwrap_or(view.locale());
    view.address(locale, &page)
}

fn origin(view: &View<'_>, path: &str) -> Markup {
    let changed = view.history().changed(path);
    html! {
        @if view.options().source.is_some() || changed.is_some() {
            p.quiet.origin {
                @if let Some(day) = changed {
                    @let day = day.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
                    span { (view.text_with("last-changed", [("day", day.into())])) } " "
                }
                @if let Some(source) = &view.options().source {
                    a href={ (source) (encode_path(path)) } { (view.text("read-source")) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Site, markdown};

    fn html(site: &Site, path: &str, locale: Locale) -> String {
        let view = site.view(locale, jiff::Timestamp::UNIX_EPOCH);
        page(&view, path).expect("a page").into_string()
    }

    #[test]
    fn a_document_is_a_page_with_the_group_above_it() {
        let text = "---\nx: 1\n---\n# The *charter*\n\n<script>x</script>ok";
        let site = Site::sample(&[("sig-docs/charter.md", text)]);
        let html = html(&site, "sig-docs/charter.md", Locale::English);
        assert!(html.contains("<title>The charter · "), "{html}");
        assert!(html.contains("SIG Docs</a>") && html.contains("ok"));
        assert!(!html.contains("x: 1") && !html.contains("<script>x"));
    }

    #[test]
    fn readers_of_a_language_are_shown_the_translation_and_led_to_the_original() {
        let site =
            Site::sample(&[("a.md", "# Guide\n"), ("a_zh-CN.md", "# 指南\n"), ("a_ja.md", "# 案内\n")]);
        let chinese = html(&site, "a.md", Locale::Chinese);
        assert!(
            chinese.contains("<article class=\"prose\" lang=\"zh-CN\">") && chinese.contains("指南"),
            "{chinese}"
        );
        assert!(chinese.contains("<a href=\"/docs/a.md/\">阅读原文</a>"), "{chinese}");
        assert!(chinese.contains("hreflang=\"ja\">日本語</a>"), "{chinese}");
        let turkish = html(&site, "a.md", Locale::Turkish);
        assert!(turkish.contains("lang=\"en\">") && turkish.contains("Guide"), "{turkish}");
    }

    #[test]
    fn no_id_of_the_page_is_free_for_its_document() {
        let site = Site::sample(&[("a.md", "## A\n\n## B\n\n## C\n\n## D\n")]);
        let html = html(&site, "a.md", Locale::English);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(ids.contains(&"contents"), "{ids:?}");
        for id in ids.into_iter().filter(|id| !["a", "b", "c", "d"].contains(id)) {
            assert_ne!(markdown::anchor(id), id, "{id}");
        }
    }
}
