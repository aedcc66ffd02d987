//! The few HTML tags that people put into Markdown tables.

/// An inline tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Tag {
    /// Begins another item: `<br>`, `<li>`, `</p>`.
    Break,
    /// `<img src="…">`
    Image(String),
    /// `<a href="…">`
    LinkStart(String),
    /// `</a>`
    LinkEnd,
    /// Markup without meaning here.
    Other,
}

/// Reads one tag, brackets included.
pub(crate) fn tag(text: &str) -> Tag {
    let inner = text.trim().trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    let (name, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    match name.to_ascii_lowercase().as_str() {
        "br" | "li" | "/p" | "/div" | "/ul" | "/ol" => Tag::Break,
        "img" => attribute(rest, "src").map_or(Tag::Other, Tag::Image),
        "a" => attribute(rest, "href").map_or(Tag::Other, Tag::LinkStart),
        "/a" => Tag::LinkEnd,
        _ => Tag::Other,
    }
}

fn attribute(text: &str, name: &str) -> Option<String> {
    let mut rest = text;
    loop {
        let (key, tail) = rest.split_once('=')?;
        let key = key.split_whitespace().next_back().unwrap_or_default();
        let tail = tail.trim_start();
        let quote = tail.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => tail[1..].split_once(quote).unwrap_or((&tail[1..], "")),
            None => tail.split_once(char::is_whitespace).unwrap_or((tail, "")),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(value.replace("&amp;", "&"));
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_gives_its_address() {
        let found = tag(r#"<img width="30px" src="https://example.org/u/1?s=96&amp;v=4">"#);
        assert_eq!(found, Tag::Image("https://example.org/u/1?s=96&v=4".into()));
        assert_eq!(tag("<img width=3>"), Tag::Other);
        assert_eq!(tag("<br/>"), Tag::Break);
        assert_eq!(tag("<a href='x'>"), Tag::LinkStart("x".into()));
    }
}
