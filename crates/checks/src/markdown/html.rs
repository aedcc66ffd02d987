//! The little of HTML that matters in Markdown: tags with an address or a name, and headings.

use std::ops::Range;

/// Something found in a piece of HTML; ranges are relative to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Found {
    /// `href` of a link or `src` of an image.
    Address(Range<usize>),
    /// `id` of any tag, or `name` of an `a`.
    Name(Range<usize>),
    /// The text of a heading, without tags.
    Heading(String),
}

/// Walks `html`; comments are skipped, unclosed tags end with the text.
pub(crate) fn scan(html: &str, mut found: impl FnMut(Found)) {
    let bytes = html.as_bytes();
    let mut at = 0;
    let mut heading: Option<String> = None;
    while at < bytes.len() {
        let next = html[at..].find('<').map_or(bytes.len(), |offset| at + offset);
        if let Some(text) = &mut heading {
            text.push_str(&html[at..next]);
        }
        at = next;
        if html[at..].starts_with("<!--") {
            at = html[at..].find("-->").map_or(bytes.len(), |offset| at + offset + 3);
            continue;
        }
        let Some(tag) = Tag::read(html, at) else {
            at += 1;
            continue;
        };
        at = tag.end;
        let name = html[tag.name.clone()].to_ascii_lowercase();
        let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
        if is_heading && tag.closes {
            if let Some(text) = heading.take() {
                found(Found::Heading(text.trim().to_owned()));
            }
        } else if is_heading {
            heading = Some(String::new());
        }
        for (key, value) in tag.attributes {
            let key = html[key].to_ascii_lowercase();
            match (name.as_str(), key.as_str()) {
                ("a" | "area", "href") | ("img", "src") => found(Found::Address(value)),
                (_, "id") | ("a", "name") => found(Found::Name(value)),
                _ => {}
            }
        }
    }
}

struct Tag {
    name: Range<usize>,
    closes: bool,
    attributes: Vec<(Range<usize>, Range<usize>)>,
    end: usize,
}

impl Tag {
    /// The tag whose `<` stands at `at`; `None` where that is just a character.
    fn read(html: &str, at: usize) -> Option<Self> {
        let bytes = html.as_bytes();
        let closes = bytes.get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(closes);
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        if !bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let mut pos = start + bytes[start..].iter().take_while(|byte| is_name(byte)).count();
        let mut tag = Self { name: start..pos, closes, attributes: Vec::new(), end: bytes.len() };
        while let Some(&byte) = bytes.get(pos) {
            match byte {
                b'>' => {
                    tag.end = pos + 1;
                    break;
                }
                b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'=' => pos += 1,
                _ => {
                    let key_end = end_where(bytes, pos, |b| b.is_ascii_whitespace() || b"=>/".contains(&b));
                    let key = pos..key_end.max(pos + 1);
                    pos = key.end;
                    if let Some(value) = value_after(bytes, pos) {
                        pos = value.end + usize::from(matches!(bytes.get(value.end), Some(b'"' | b'\'')));
                        // A stray quote may have ended the key inside a character.
                        if html.is_char_boundary(key.end) {
                            tag.attributes.push((key, value));
                        }
                    }
                }
            }
        }
        Some(tag)
    }
}

/// The value of the attribute whose key ends at `pos`: after `=`, in quotes or up to a blank.
fn value_after(bytes: &[u8], pos: usize) -> Option<Range<usize>> {
    let blank = |b: u8| !b.is_ascii_whitespace();
    let equals = end_where(bytes, pos, blank);
    if bytes.get(equals) != Some(&b'=') {
        return None;
    }
    let start = end_where(bytes, equals + 1, blank);
    match bytes.get(start)? {
        &quote @ (b'"' | b'\'') => Some(start + 1..end_where(bytes, start + 1, |b| b == quote)),
        _ => Some(start..end_where(bytes, start, |b| b.is_ascii_whitespace() || b == b'>')),
    }
}

fn end_where(bytes: &[u8], from: usize, stop: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|&byte| stop(byte)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(html: &str) -> Vec<String> {
        let mut out = Vec::new();
        scan(html, |found| {
            out.push(match found {
                Found::Address(range) => format!("address {}", &html[range]),
                Found::Name(range) => format!("name {}", &html[range]),
                Found::Heading(text) => format!("heading {text}"),
            });
        });
        out
    }

    #[test]
    fn addresses_and_names_are_found_in_any_spelling() {
        let html = "<a href=\"a.md\">x</a><IMG alt='>' SRC='b.png'/> <a name=c></a><div ID = \"d\">";
        assert_eq!(all(html), ["address a.md", "address b.png", "name c", "name d"]);
    }

    #[test]
    fn a_comment_holds_nothing() {
        assert_eq!(all("<!-- <a href=\"a\"> --><a href=b>"), ["address b"]);
        assert!(all("<!-- <a href=\"a\">").is_empty());
    }

    #[test]
    fn a_heading_is_its_text() {
        assert_eq!(all("<h2 align=\"center\"> The <b>big</b> one </h2>"), ["heading The big one"]);
    }

    #[test]
    fn what_is_no_tag_is_passed_over() {
        for text in
            ["a < b", "<", "<é>", "<a href", "<a href=", "<a href=\"é", "</", "<a ='é\u{301}'", "<<a href=x>"]
        {
            let _ = all(text);
        }
        assert_eq!(all("1 < 2 <a href=x>"), ["address x"]);
    }
}
