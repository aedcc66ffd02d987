//! Content lines: escaping and folding, and texts read back.

/// Longest line in octets, without its end (RFC 5545, section 3.1).
const WIDTH: usize = 75;

/// Appends `NAME:value` as a content line; `value` is already in its property's form. Control characters, which
/// a content line cannot hold, are left out.
pub(super) fn line(out: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for c in name.chars().chain(":".chars()).chain(value.chars()) {
        if c.is_control() && c != '\t' {
            continue;
        }
        if used + c.len_utf8() > WIDTH {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A TEXT value (section 3.3.11): backslash, comma, semicolon and newline escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.replace("\r\n", "\n");
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

/// A TEXT value as the text it stands for. A backslash before any other character stands for itself.
pub(super) fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match characters.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(c @ ('\\' | ',' | ';' | ':' | '"')) => out.push(c),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

/// A parameter's value (section 3.2): in quotes, which it cannot hold itself.
pub(super) fn parameter(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() && *c != '"').collect();
    format!("\"{clean}\"")
}

/// An address as a URI value: only schemes that a calendar may open, nothing a content line cannot hold.
pub(super) fn uri(address: &str) -> Option<String> {
    let address = address.trim();
    let scheme = address.split_once(':')?.0.to_ascii_lowercase();
    let safe = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel" | "sip" | "xmpp");
    let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>'));
    (safe && clean).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let mut out = String::new();
        line(&mut out, "SUMMARY", &"特別興趣小組".repeat(20));
        for part in out.split("\r\n") {
            assert!(part.len() <= WIDTH, "{}", part.len());
        }
        assert_eq!(out.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "特別興趣小組".repeat(20)));
    }

    #[test]
    fn no_text_adds_a_property() {
        let mut out = String::new();
        line(&mut out, "SUMMARY", &escaped("a\r\nATTENDEE:mailto:x@example.com\rB\u{0}"));
        assert_eq!(out, "SUMMARY:a\\nATTENDEE:mailto:x@example.com\\nB\r\n");
    }

    #[test]
    fn only_addresses_that_a_calendar_may_open_are_uris() {
        assert_eq!(uri("javascript:alert(1)"), None);
        assert_eq!(uri("https://example.org/a b"), None);
        assert_eq!(uri("https://example.org/a?b=c").as_deref(), Some("https://example.org/a?b=c"));
    }
}
