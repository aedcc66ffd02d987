//! A strict reader of the site's HTML: panics where a browser would have to guess, or where a page holds
//! what none should.

use std::collections::HashSet;

const VOID: [&str; 8] = ["meta", "link", "input", "img", "br", "hr", "path", "circle"];
const ALLOWED: &str = " html head title meta link script style body a header footer nav main section article aside div p span ul ol li \
     dl dt dd h1 h2 h3 h4 h5 h6 code pre em strong b i del s sup sub table thead tbody tr th td blockquote svg path g circle \
     img button form label input br hr details summary abbr cite q kbd var samp small bdi bdo col colgroup caption figure figcaption ins mark u tt time wbr rp rt ruby data dfn select option acronym strike center hgroup rtc ";

/// What a page holds.
#[derive(Default, Debug)]
pub(crate) struct Read {
    pub(crate) hrefs: Vec<String>,
    pub(crate) ids: HashSet<String>,
    pub(crate) headings: Vec<u8>,
    /// Text between tags, with entities decoded.
    pub(crate) text: String,
}

/// Reads a whole page.
pub(crate) fn read(page: &str) -> Read {
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    let mut read = Read::default();
    let mut open: Vec<String> = Vec::new();
    while let Some(at) = rest.find('<') {
        read.text.push_str(&decode(&rest[..at]));
        read.text.push(' ');
        let (tag, after) = split_tag(&rest[at..]);
        rest = after;
        if let Some(name) = tag.strip_prefix("</") {
            assert_eq!(open.pop().as_deref(), Some(name.trim_end_matches('>')), "closes what is open: {tag}");
            continue;
        }
        let (name, attributes) = parts(tag);
        assert!(ALLOWED.contains(&format!(" {name} ")), "no such element: {tag}");
        look_at(&name, &attributes, &mut read);
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
            read.headings.push(level);
        }
        // `path` and `circle` are closed by tags of their own.
        if !VOID.contains(&name.as_str()) || tag_is_closed_later(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    read
}

fn tag_is_closed_later(name: &str) -> bool {
    matches!(name, "path" | "circle")
}

/// `<a href="x">` and what follows; a `>` inside quotes does not end it.
fn split_tag(rest: &str) -> (&str, &str) {
    let mut quoted = false;
    for (i, c) in rest.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return rest.split_at(i + 1),
            _ => {}
        }
    }
    panic!("a tag that does not end: {}", &rest[..rest.len().min(80)]);
}

fn parts(tag: &str) -> (String, Vec<(String, String)>) {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let name_end = inner.find(' ').unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(name_end);
    assert!(
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "no element's name: {tag}"
    );
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        assert!(
            key == "viewBox" || key.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "no attribute's name: {key} in {tag}"
        );
        rest = &rest[end..];
        let value = match rest.strip_prefix("=\"") {
            Some(after) => {
                let end = after.find('"').expect("a closing quote");
                rest = &after[end + 1..];
                decode(&after[..end])
            }
            None => String::new(),
        };
        attributes.push((key, value));
    }
    (name.to_owned(), attributes)
}

fn look_at(name: &str, attributes: &[(String, String)], read: &mut Read) {
    for (key, value) in attributes {
        assert!(!key.starts_with("on") && key != "style" && key != "srcdoc", "{key} on {name}");
        match key.as_str() {
            "href" => {
                let local = value.starts_with('/') && !value.starts_with("//") && !value.contains('\\');
                let web = value.starts_with("https://") || value.starts_with("http://");
                let web = web || value.to_lowercase().starts_with("http");
                let web = web || value.starts_with("webcal://");
                let good = local || web || value.starts_with("mailto:") || value.starts_with('#');
                assert!(good, "leads elsewhere: {value}");
                read.hrefs.push(value.clone());
            }
            "src" => assert!(
                value.starts_with("/assets/") || (name == "img" && value.starts_with("/files/")),
                "loads from elsewhere: {value}"
            ),
            "id" => assert!(read.ids.insert(value.clone()), "the id {value} is there twice"),
            _ => {}
        }
    }
}

fn decode(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&nbsp;", "\u{a0}").replace("&#39;", "'").replace("&amp;", "&")
}

/// Headings never skip a level on the way down, and there is one `h1`.
pub(crate) fn assert_outline(read: &Read) {
    assert_eq!(read.headings.iter().filter(|&&level| level == 1).count(), 1, "{:?}", read.headings);
    let mut before = 0;
    for &level in &read.headings {
        assert!(level <= before + 1, "h{before} is followed by h{level}: {:?}", read.headings);
        before = level;
    }
}
