//! Content lines: escaping and folding, and texts read back.

use std::fmt::Write as _;

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

/// A moment in UTC (section 3.3.5).
pub(super) fn utc(moment: jiff::Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
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

/// A parameter's value for people (section 3.2), in quotes. What quotes cannot hold, and what some readers split at even
/// within them, becomes a blank.
pub(super) fn parameter(text: &str) -> String {
    let plain =
        |c: char| if c.is_control() || matches!(c, '"' | '\\' | ':' | ';' | ',' | '^') { ' ' } else { c };
    let words: String = text.chars().map(plain).collect();
    format!("\"{}\"", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An address as a URI value: only schemes that a calendar may open, nothing a content line cannot hold.
pub(super) fn uri(address: &str) -> Option<String> {
    let address = bare(address);
    let scheme = address.split_once(':')?.0.to_ascii_lowercase();
    let safe = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel" | "sip" | "xmpp");
    let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>'));
    (safe && clean).then(|| encoded(address))
}

/// An address without what stands around it where it was pasted: blanks, and marks that nobody sees.
pub(super) fn bare(address: &str) -> &str {
    address.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

/// The same address in the characters that a URI has (RFC 3986, section 2): readers take a backslash for an escape.
pub(super) fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_ascii() && !matches!(c, '\\' | '^' | '`' | '{' | '|' | '}') {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
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
        assert_eq!(uri("\u{200b}https://example.org/a\u{feff} ").as_deref(), Some("https://example.org/a"));
        assert_eq!(uri("https://example.org/a?b=c").as_deref(), Some("https://example.org/a?b=c"));
        assert_eq!(uri(r"https://example.org/会\d").as_deref(), Some("https://example.org/%E4%BC%9A%5Cd"));
    }
}
