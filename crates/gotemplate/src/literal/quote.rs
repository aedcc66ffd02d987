//! Texts and characters as Go would write them in source.

use std::fmt::Write as _;

use super::{decode, is_printable};

/// `"…"` with Go's escapes.
pub(crate) fn quote(bytes: &[u8]) -> String {
    quote_within(bytes, false, usize::MAX)
}

/// `'…'`
pub(crate) fn quote_char(c: char, ascii: bool) -> String {
    let mut out = String::from("'");
    escape(&mut out, c, '\'', ascii);
    out.push('\'');
    out
}

/// `"…"` with Go's escapes, or with everything beyond ASCII escaped. What is longer than `most` is cut
/// somewhere behind it.
pub(crate) fn quote_within(mut bytes: &[u8], ascii: bool, most: usize) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    while let Some(first) = bytes.first()
        && out.len() <= most
    {
        let (c, width) = decode(bytes);
        match c {
            Some(c) => escape(&mut out, c, '"', ascii),
            None => push_escape(&mut out, format_args!("\\x{first:02x}")),
        }
        bytes = &bytes[width..];
    }
    out.push('"');
    out
}

fn escape(out: &mut String, c: char, quote: char, ascii: bool) {
    match c {
        _ if c == quote || c == '\\' => {
            out.push('\\');
            out.push(c);
        }
        _ if is_printable(c) && (c.is_ascii() || !ascii) => out.push(c),
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        '\0'..' ' | '\x7f' => push_escape(out, format_args!("\\x{:02x}", u32::from(c))),
        '\0'..='\u{ffff}' => push_escape(out, format_args!("\\u{:04x}", u32::from(c))),
        _ => push_escape(out, format_args!("\\U{:08x}", u32::from(c))),
    }
}

fn push_escape(out: &mut String, escape: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(escape);
}

/// Whether a text can stand between backquotes: one line, no backquote, no control character but the tab.
pub(crate) fn can_backquote(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| {
        !text.chars().any(|c| matches!(c, '\u{feff}' | '`' | '\x7f') || (c < ' ' && c != '\t'))
    })
}

/// `U+0025 '%'`, for messages.
pub(crate) fn code_point(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    if is_printable(c) { format!("{number} '{c}'") } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoting_escapes_what_does_not_print() {
        assert_eq!(quote("a\"\\\n\x01é\u{a0}😀".as_bytes()), r#""a\"\\\n\x01é\u00a0😀""#);
        assert_eq!(quote(b"\xff\xe2\x82"), r#""\xff\xe2\x82""#);
        assert_eq!(quote_within("é😀".as_bytes(), true, 100), r#""\u00e9\U0001f600""#);
        assert_eq!(quote_char('\'', false), r"'\''");
    }
}
