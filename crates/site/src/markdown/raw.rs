//! Raw HTML in documents, taken apart and written anew: tags and attributes on a list, nothing else.
//!
//! What comes out is markup of this program alone, yet tags may be left open or closed twice;
//! [`super::sanitise`] mends that with the parser of a browser.

use super::anchors::Anchors;
use super::body::is_slot;
use super::escape::escape;
use super::links::Links;

/// Raw tags in one document; more of them show as text: parsers of HTML take time that grows with the square
/// of the depth.
const TAG_LIMIT: usize = 4000;

/// Elements that may stand in a document, and may be left open or empty as HTML allows.
const ELEMENTS: [&str; 52] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
];
const MORE_ELEMENTS: [&str; 9] = ["thead", "tfoot", "tr", "tt", "u", "ul", "var", "wbr", "strike"];
/// Elements whose content is no text for readers.
const SILENT: [&str; 17] = [
    "script",
    "style",
    "title",
    "textarea",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "svg",
    "math",
    "template",
    "select",
    "object",
    "head",
    "canvas",
];
/// Elements without an end.
const VOID: [&str; 5] = ["br", "col", "hr", "img", "wbr"];

/// Raw HTML of one document.
#[derive(Default)]
pub(super) struct Raw {
    tags: usize,
    /// Levels of headings that are open.
    headings: Vec<u8>,
    /// Whether something was written that may not be balanced.
    pub(super) is_loose: bool,
}

/// What the writer knows where raw HTML stands.
pub(super) struct Place<'p, 'a> {
    pub(super) links: &'p mut Links<'a>,
    pub(super) anchors: &'p mut Anchors,
    /// The level of the last heading; 0 where the title is still to come.
    pub(super) level: u8,
}

impl Raw {
    /// Appends what may stay of `html`.
    pub(super) fn write(&mut self, out: &mut String, html: &str, place: &mut Place<'_, '_>) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            self.text(out, &rest[..at]);
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            } else if let Some((tag, after)) = Tag::parse(rest) {
                rest = after;
                self.tags += 1;
                if self.tags > TAG_LIMIT {
                    continue;
                }
                if !tag.closes && SILENT.contains(&tag.name.as_str()) {
                    rest = after_silent(rest, &tag.name);
                } else {
                    self.tag(out, &tag, place);
                }
            } else {
                out.push_str("&lt;");
                rest = &rest[1..];
            }
        }
        self.text(out, rest);
    }

    /// Text between tags: entities stay, but for those that mean a slot.
    fn text(&mut self, out: &mut String, text: &str) {
        out.push_str(&escaped_around_entities(text));
    }

    fn tag(&mut self, out: &mut String, tag: &Tag<'_>, place: &mut Place<'_, '_>) {
        let name = match tag.name.as_str() {
            "center" => "div",
            "strike" => "s",
            "tt" => "code",
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => return self.heading(out, tag, place),
            name if ELEMENTS.contains(&name) || MORE_ELEMENTS.contains(&name) => name,
            _ => return,
        };
        let is_void = VOID.contains(&name);
        if tag.closes {
            if !is_void {
                self.is_loose = true;
                out.push_str(&format!("</{name}>"));
            }
            return;
        }
        if name == "img" {
            return image(out, tag, place);
        }
        self.is_loose |= !matches!(name, "br" | "hr" | "wbr");
        out.push('<');
        out.push_str(name);
        attributes(out, name, tag, place);
        out.push('>');
    }

    /// A heading takes its place among the others: it leaves out no level and goes back none.
    fn heading(&mut self, out: &mut String, tag: &Tag<'_>, place: &mut Place<'_, '_>) {
        self.is_loose = true;
        if tag.closes {
            match self.headings.pop() {
                Some(0) => out.push_str("</p>"),
                Some(level) => out.push_str(&format!("</h{level}>")),
                None => {}
            }
            return;
        }
        let wanted = tag.name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
        // Before the title there is nothing to be a part of.
        let level =
            if place.level == 0 { 0 } else { wanted.clamp(place.level.max(2), place.level + 1).min(6) };
        self.headings.push(level);
        place.level = level.max(place.level);
        out.push_str(&if level == 0 { "<p".to_owned() } else { format!("<h{level}") });
        attributes(out, "h", tag, place);
        out.push('>');
    }
}

/// What follows the end of an element whose content is dropped.
fn after_silent<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    let lower = rest.to_ascii_lowercase();
    let Some(at) = lower.find(&end) else { return "" };
    rest[at..].find('>').map_or("", |close| &rest[at + close + 1..])
}

fn attributes(out: &mut String, element: &str, tag: &Tag<'_>, place: &mut Place<'_, '_>) {
    let mut has_id = false;
    let mut class = if tag.name == "center" { "centre" } else { "" };
    for (name, value) in &tag.attributes {
        let value = decoded(value);
        let mut write = |name: &str, value: &str| {
            out.push_str(&format!(" {name}=\""));
            escape(out, value);
            out.push('"');
        };
        let lower = value.trim().to_ascii_lowercase();
        match (name.as_str(), element) {
            ("id" | "name", "a") | ("id", _) if !has_id => {
                if let Some(id) = place.anchors.chosen(value.trim()) {
                    write("id", &id);
                    has_id = true;
                }
            }
            ("href", "a") => {
                // With its slots, which `write` would not let pass.
                if let Some(href) = place.links.href(&value, place.anchors) {
                    out.push_str(&format!(" href=\"{href}\""));
                }
            }
            ("title", _) => write("title", &value),
            ("lang", _) if is_tag(&lower) => write("lang", value.trim()),
            ("dir", _) if matches!(lower.as_str(), "ltr" | "rtl" | "auto") => write("dir", &lower),
            ("open", "details") => out.push_str(" open=\"\""),
            ("colspan" | "rowspan", "td" | "th") if number(&lower, 100).is_some() => write(name, &lower),
            ("span", "col" | "colgroup") if number(&lower, 100).is_some() => write(name, &lower),
            ("start", "ol") if number(&lower, 99_999).is_some() => write(name, &lower),
            ("align", _) if lower == "center" || lower == "middle" => class = "centre",
            ("align", "td" | "th" | "p" | "div" | "h") if lower == "right" => class = "end",
            _ => {}
        }
    }
    if !class.is_empty() {
        out.push_str(&format!(" class=\"{class}\""));
    }
}

/// An image of the repository; of all others their words.
fn image(out: &mut String, tag: &Tag<'_>, place: &mut Place<'_, '_>) {
    let get = |wanted: &str| {
        tag.attributes
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| decoded(value))
            .unwrap_or_default()
    };
    let (alt, src) = (get("alt"), get("src"));
    match place.links.image(&src) {
        Some((address, size)) => {
            // One number sets the other by the image's own shape.
            let asked = (number(&get("width"), 4000), number(&get("height"), 4000));
            let size = match (asked, size) {
                ((Some(width), Some(height)), _) => Some((width, height)),
                ((Some(width), None), Some((w, h))) if w > 0 => Some((width, h.saturating_mul(width) / w)),
                ((None, Some(height)), Some((w, h))) if h > 0 => Some((w.saturating_mul(height) / h, height)),
                (_, size) => size,
            };
            write_image(out, &address, &alt, size);
        }
        None => escape(out, &alt),
    }
}

/// An image that the site serves; `address` is escaped already.
pub(super) fn write_image(out: &mut String, address: &str, alt: &str, size: Option<(u32, u32)>) {
    out.push_str(&format!("<img src=\"{address}\" alt=\""));
    escape(out, alt);
    out.push('"');
    if let Some((width, height)) = size {
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
    }
    out.push_str(" loading=\"lazy\" decoding=\"async\">");
}

fn number(text: &str, most: u32) -> Option<u32> {
    let number = text.trim().trim_end_matches("px").parse().ok()?;
    (1..=most).contains(&number).then_some(number)
}

/// Whether `text` looks as a BCP 47 tag.
fn is_tag(text: &str) -> bool {
    (2..=12).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// A tag as it is written.
struct Tag<'a> {
    name: String,
    closes: bool,
    attributes: Vec<(String, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The tag that `text` begins with, and what follows it.
    fn parse(text: &'a str) -> Option<(Self, &'a str)> {
        let rest = text.strip_prefix('<')?;
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name = rest[..end].to_ascii_lowercase();
        let mut rest = &rest[end..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                return Some((Self { name, closes, attributes }, after));
            }
            let stops = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/');
            let end = rest.char_indices().skip(1).find(|&(_, c)| stops(c)).map_or(rest.len(), |(at, _)| at);
            if rest.is_empty() {
                return None;
            }
            let key = rest[..end].to_ascii_lowercase();
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match quote {
                    Some(quote) => after[1..].split_once(quote)?,
                    None => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
                };
            }
            // A tag with more of them is no person's.
            if attributes.len() < 32 {
                attributes.push((key, value));
            }
        }
    }
}

/// `text` escaped, its entities aside.
fn escaped_around_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        escape(&mut out, &rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some(entity) => {
                let decoded = decoded(entity);
                escape(&mut out, &decoded);
                rest = &rest[entity.len()..];
            }
            None => {
                out.push_str("&amp;");
                rest = &rest[1..];
            }
        }
    }
    escape(&mut out, rest);
    out
}

/// The entity that `text` begins with: `&amp;`.
fn entity(text: &str) -> Option<&str> {
    let end = text.bytes().take(40).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    plain.then(|| &text[..=end])
}

/// `text` with its entities as the characters they stand for; Markdown knows all of HTML's.
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(found) = entity(rest) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        for event in pulldown_cmark::Parser::new(found) {
            if let pulldown_cmark::Event::Text(text) = event {
                out.extend(text.chars().filter(|c| !is_slot(*c)));
            }
        }
        rest = &rest[found.len()..];
    }
    out.push_str(rest);
    out
}
