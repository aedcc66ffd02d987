//! Markdown of the record, in GitHub's flavour, rendered and sanitised.
//!
//! `pulldown-cmark` reads; [`write`] writes HTML of which every tag is this program's own and every text is
//! escaped. Raw HTML shows as text in a record's fields. In documents, where people write `<br>` and
//! `<details>`, [`raw`] takes its tags apart and writes those that are allowed anew; as they may be left open,
//! `ammonia` (html5ever, the parser of a browser) reads such a document once more, closes them, and would
//! let nothing else through either. That is the slow part, and what was rendered is kept.

mod anchors;
mod autolink;
mod body;
mod emoji;
mod escape;
mod headings;
mod links;
mod raw;
mod sanitise;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;
mod write;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use maud::{Markup, html};
use pulldown_cmark::{Event, Options, Parser, TagEnd};

pub(crate) use anchors::anchor;
pub(crate) use body::{Body, Heading};

use crate::{Site, View};

/// Bytes; a longer text is shown as it is written.
const TEXT_LIMIT: usize = 2 << 20;
/// Rendered fields kept.
const FIELD_LIMIT: usize = 4096;
/// Bytes of rendered documents kept.
const DOCUMENT_LIMIT: usize = 16 << 20;

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
    fields: Mutex<HashMap<(String, String), Arc<Body>>>,
    documents: Mutex<Documents>,
}

/// Documents by path, with the fingerprint of what each was made of.
#[derive(Default)]
struct Documents {
    kept: HashMap<String, (u64, Arc<Body>)>,
    bytes: usize,
}

impl Markdown {
    /// A field of the record as paragraphs; relative links are seen from `dir`.
    pub(crate) fn field(&self, view: &View<'_>, text: &str, dir: &str) -> Markup {
        let text = text.trim();
        if is_plain(text) {
            return html! { p { (text) } };
        }
        let key = (dir.to_owned(), text.to_owned());
        let lock = || self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().get(&key).cloned();
        let body = known.unwrap_or_else(|| {
            let body = Arc::new(render(view.site(), text, dir, RawHtml::Text));
            let mut kept = lock();
            if kept.len() >= FIELD_LIMIT {
                kept.clear();
            }
            kept.insert(key, Arc::clone(&body));
            body
        });
        body.markup(view)
    }

    /// The text of the document at `path`, without its front matter.
    pub(crate) fn document(&self, site: &Site, path: &str, text: &str) -> Arc<Body> {
        let stamp = crate::fingerprint(text.as_bytes());
        let lock = || self.documents.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = lock().kept.get(path).filter(|(of, _)| *of == stamp) {
            return Arc::clone(known);
        }
        let dir = path.rsplit_once('/').map_or("", |(dir, _)| dir);
        let body = Arc::new(render(site, text, dir, RawHtml::Sanitised));
        let mut documents = lock();
        if documents.bytes + body.size() > DOCUMENT_LIMIT {
            *documents = Documents::default();
        }
        documents.bytes += body.size();
        documents.kept.insert(path.to_owned(), (stamp, Arc::clone(&body)));
        body
    }
}

/// Whether Markdown would leave `text` as it is.
fn is_plain(text: &str) -> bool {
    let starts_block = text.starts_with(['-', '+', '=']) || text.starts_with(|c: char| c.is_ascii_digit());
    let marks =
        ['*', '_', '`', '[', ']', '<', '>', '#', '|', '~', '\\', '&', ':', '\n', '\r', '\0', '\u{fdd0}'];
    !starts_block && !text.contains(marks) && !text.contains("www.") && !text.contains(body::is_slot)
}

/// Renders `text`, which stands in directory `dir`.
pub(crate) fn render(site: &Site, text: &str, dir: &str, raw_html: RawHtml) -> Body {
    if text.len() > TEXT_LIMIT {
        let mut out = "<pre>".to_owned();
        escape::escape(&mut out, text);
        out.push_str("</pre>");
        return Body::new(out, Vec::new(), Vec::new());
    }
    write::render(site, text, dir, raw_html)
}

fn options(raw_html: RawHtml) -> Options {
    let always = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
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
            Event::Text(part) => out.push_str(&part),
            Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => out.push_str(&part),
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
    emoji::replaced(out.trim())
}
