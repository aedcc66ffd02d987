//! Markdown of the record, rendered and sanitised.
//!
//! `pulldown-cmark` renders, `ammonia` lets through what a text may hold and no more. Raw HTML shows as text
//! in a record's fields and is sanitised in documents, where people write `<br>` and `<details>`. Sanitising
//! is the slow part, so what was rendered is kept.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use ammonia::UrlRelative;
use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::address::resolve;
use crate::{Locale, View};

/// Before every id of a document, so that none can take the place of the page's own.
pub(crate) const ID_PREFIX: &str = "user-content-";
/// Bytes; a longer text is shown as it is written.
const TEXT_LIMIT: usize = 256 * 1024;
/// Depth of nested quotes, lists and emphasis; what goes deeper is flattened. HTML parsers take time that
/// grows with the square of the depth.
const DEPTH_LIMIT: usize = 24;
/// Raw HTML tags in one document; more of them show as text, for the same reason.
const TAG_LIMIT: usize = 4000;
/// Rendered texts kept.
const CACHE_LIMIT: usize = 4096;

/// What raw HTML in a text means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum RawHtml {
    /// Text that happens to hold `<`.
    Text,
    /// HTML, to be sanitised.
    Sanitised,
}

/// Renders Markdown and remembers it.
#[derive(Default)]
pub(crate) struct Markdown {
    rendered: Mutex<HashMap<(Locale, String, String), Arc<str>>>,
}

impl Markdown {
    /// A field of the record as paragraphs; relative links are seen from `dir`.
    pub(crate) fn field(&self, view: &View<'_>, text: &str, dir: &str) -> Markup {
        let text = text.trim();
        if is_plain(text) {
            return html! { p { (text) } };
        }
        // Links lead to pages in the reader's language.
        let key = (view.locale(), dir.to_owned(), text.to_owned());
        let lock = || self.rendered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key) {
            return PreEscaped(known.to_string());
        }
        let rendered = render(view, text, dir, RawHtml::Text);
        let mut kept = lock();
        if kept.len() >= CACHE_LIMIT {
            kept.clear();
        }
        kept.insert(key, Arc::from(rendered.0.as_str()));
        rendered
    }
}

/// Whether Markdown would leave `text` as it is.
fn is_plain(text: &str) -> bool {
    let starts_block = text.starts_with(['-', '+', '=']) || text.starts_with(|c: char| c.is_ascii_digit());
    !starts_block && !text.contains(['*', '_', '`', '[', ']', '<', '>', '#', '|', '~', '\\', '&', '\n', '\r'])
}

/// Renders `text` and sanitises what came of it.
pub(crate) fn render(view: &View<'_>, text: &str, dir: &str, raw_html: RawHtml) -> Markup {
    if text.len() > TEXT_LIMIT {
        return html! { pre { (text) } };
    }
    let mut html = String::with_capacity(text.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, Reading::new(view, text, dir, raw_html));
    PreEscaped(TAGS.clean(&html).to_string())
}

fn options(raw_html: RawHtml) -> Options {
    let always = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    match raw_html {
        // Footnotes bring ids, of which a page with several fields would have the same twice.
        RawHtml::Text => always,
        RawHtml::Sanitised => always | Options::ENABLE_FOOTNOTES,
    }
}

/// The words of a text without its marks: for lines, titles and search.
pub(crate) fn plain(text: &str) -> String {
    let text = text.trim();
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::new();
    for event in Parser::new_ext(text, options(RawHtml::Text)) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                out.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !out.ends_with(' ') => {
                // Inline ends (`*a*b`) must not part a word.
                let parts = !matches!(
                    event,
                    Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Strikethrough)
                );
                if parts {
                    out.push(' ');
                }
            }
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Parser events without nesting beyond the limit, with links that lead where they should, images as links
/// (pages ask nothing of other hosts), and raw HTML as `raw_html` says.
struct Reading<'a> {
    view: &'a View<'a>,
    dir: &'a str,
    events: std::vec::IntoIter<Event<'a>>,
    raw_html: RawHtml,
    depth: usize,
    /// Whether each open link or image was let through.
    links: Vec<bool>,
}

impl<'a> Reading<'a> {
    fn new(view: &'a View<'a>, text: &'a str, dir: &'a str, raw_html: RawHtml) -> Self {
        let tags = text.bytes().filter(|&byte| byte == b'<').count();
        let raw_html = if tags > TAG_LIMIT { RawHtml::Text } else { raw_html };
        let mut events: Vec<Event<'a>> = Parser::new_ext(text, options(raw_html)).collect();
        name_headings(&mut events);
        Self { view, dir, events: events.into_iter(), raw_html, depth: 0, links: Vec::new() }
    }

    /// The link to write for one that is read; `None` leaves its text alone.
    fn link(&mut self, to: &str, title: CowStr<'a>) -> Option<Event<'a>> {
        // Links do not nest: the image of `[![badge](image)](page)` gives its words to the outer one.
        let nested = self.links.contains(&true);
        let href = match to.strip_prefix('#') {
            _ if nested => None,
            // A document means itself; a field means the README that it is written into.
            Some(fragment) if self.raw_html == RawHtml::Sanitised => Some(format!("#{ID_PREFIX}{fragment}")),
            Some(_) => resolve(self.view, &format!("README.md{to}"), self.dir).map(|address| address.href),
            None => resolve(self.view, to, self.dir).map(|address| address.href),
        };
        self.links.push(href.is_some());
        let (link_type, id) = (LinkType::Inline, CowStr::Borrowed(""));
        href.map(|href| Event::Start(Tag::Link { link_type, dest_url: href.into(), title, id }))
    }
}

impl<'a> Iterator for Reading<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            match self.events.next()? {
                Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, title, .. }) => {
                    if let Some(link) = self.link(&format!("mailto:{dest_url}"), title) {
                        return Some(link);
                    }
                }
                Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                    if let Some(link) = self.link(&dest_url, title) {
                        return Some(link);
                    }
                }
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    if self.links.pop() == Some(true) {
                        return Some(Event::End(TagEnd::Link));
                    }
                }
                // A field is a part of a page that has headings of its own.
                Event::Start(Tag::Heading { .. }) if self.raw_html == RawHtml::Text => {
                    return Some(Event::Start(Tag::Paragraph));
                }
                Event::End(TagEnd::Heading(_)) if self.raw_html == RawHtml::Text => {
                    return Some(Event::End(TagEnd::Paragraph));
                }
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth <= DEPTH_LIMIT {
                        return Some(Event::Start(tag));
                    }
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth < DEPTH_LIMIT {
                        return Some(Event::End(tag));
                    }
                }
                Event::Html(text) | Event::InlineHtml(text) if self.raw_html == RawHtml::Text => {
                    return Some(Event::Text(text));
                }
                // A box that cannot be ticked is a word, not a form control.
                Event::TaskListMarker(done) => {
                    return Some(Event::Text(if done { "☑ " } else { "☐ " }.into()));
                }
                event => return Some(event),
            }
        }
    }
}

/// Gives every heading an id as GitHub does: lower case, spaces to hyphens, a number where taken.
fn name_headings(events: &mut [Event<'_>]) {
    let mut taken: HashMap<String, usize> = HashMap::new();
    for start in 0..events.len() {
        if !matches!(events[start], Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let words: String = events[start..]
            .iter()
            .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let kept = words.trim().to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let mut name: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let count = taken.entry(name.clone()).or_insert(0);
        if *count > 0 {
            name = format!("{name}-{count}");
        }
        *count += 1;
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[start] {
            *id = Some(CowStr::from(name));
        }
    }
}

static TAGS: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .rm_tags(["img", "map", "area", "center", "article", "aside", "header", "footer", "nav"])
        .generic_attributes(["id", "lang", "dir"].into())
        .id_prefix(Some(ID_PREFIX))
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(UrlRelative::Custom(Box::new(raw_relative)))
        .link_rel(None);
    builder
});

/// Relative addresses that [`Reading`] made pass; of those written in raw HTML, fragments are pointed at the
/// document's own ids and the rest, which would be seen from the wrong directory, goes.
fn raw_relative(url: &str) -> Option<Cow<'_, str>> {
    match url.strip_prefix('#') {
        Some(fragment) if fragment.starts_with(ID_PREFIX) => Some(Cow::Borrowed(url)),
        Some(fragment) => Some(Cow::Owned(format!("#{ID_PREFIX}{fragment}"))),
        None => (url.starts_with('/') && !url.starts_with("//") && !url.contains('\\'))
            .then_some(Cow::Borrowed(url)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Site;

    fn field(text: &str) -> String {
        let site = Site::sample(&[("sig-docs/charter.md", "")]);
        site.markdown().field(&site.english(), text, "sig-docs").into_string()
    }

    fn document(text: &str) -> String {
        let site = Site::sample(&[]);
        render(&site.english(), text, "", RawHtml::Sanitised).into_string()
    }

    #[test]
    fn plain_text_is_a_paragraph() {
        assert_eq!(field("Writes the user's docs.\n"), "<p>Writes the user's docs.</p>");
    }

    #[test]
    fn links_of_a_field_are_seen_from_its_directory() {
        let html = field("See the [charter](charter.md) and [home](https://example.org/?a=1&b=2).");
        assert!(html.contains(r#"<a href="/docs/sig-docs/charter.md/">charter</a>"#), "{html}");
        assert!(html.contains(r#"<a href="https://example.org/?a=1&amp;b=2">home</a>"#), "{html}");
    }

    #[test]
    fn scripts_do_not_survive() {
        for text in [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt&colon;alert(1))",
            "<a href='javascript:alert(1)'>x</a>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<a href=\"https://e.org\" onclick=\"alert(1)\">x</a>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<style>*{display:none}</style>",
            "<form action=https://evil.example><input name=password type=password></form>",
            "![x](https://evil.example/pixel.png)",
            "<p style='position:fixed'>x</p>",
            "<a title=\"><a href='javascript:alert(1)'>\" href=\"https://e.org\">x</a>",
        ] {
            let html = document(text);
            for bad in [
                "<script",
                "javascript:",
                "onerror=",
                "onload=",
                "onclick=",
                "<iframe",
                "<style",
                "<form",
                "<img",
                "password",
                "style=",
                "<svg",
            ] {
                let in_tag = html
                    .split('<')
                    .skip(1)
                    .any(|part| format!("<{}", part.split('>').next().unwrap_or_default()).contains(bad));
                assert!(!in_tag || html.contains("title="), "{text} gave {html}");
            }
            assert!(!field(text).contains("<script"), "{text}");
        }
    }

    #[test]
    fn html_in_a_field_is_text() {
        assert!(field("a <b>c</b>").contains("&lt;b&gt;c"));
        assert!(document("a <b>c</b>").contains("<b>c</b>"));
    }

    #[test]
    fn ids_of_a_document_cannot_take_the_place_of_the_pages() {
        let html = document("# Main *words*\n\n# Main words\n\n[to](#main-words)");
        assert!(html.contains(r#"id="user-content-main-words""#), "{html}");
        assert!(html.contains(r#"id="user-content-main-words-1""#), "{html}");
        assert!(html.contains("href=\"#user-content-main-words\""), "{html}");
    }

    #[test]
    fn deep_nesting_is_flattened() {
        let html = document(&format!("{} deep", ">".repeat(50_000)));
        assert!(html.matches("<blockquote>").count() <= DEPTH_LIMIT);
        assert!(html.contains("deep"));
        document(&"<b>".repeat(150_000));
    }

    #[test]
    fn the_words_of_a_text_come_without_marks() {
        assert_eq!(plain("Own *the* [docs](x)\nand `kubectl`.\n\nMore."), "Own the docs and kubectl. More.");
    }
}
