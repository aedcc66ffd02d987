//! `html js urlquery`, for templates and for Rust.

use super::{Failure, Outcome};
use crate::literal::{decode, is_printable};
use crate::printf::Printer;
use crate::value::Value;

/// Escapes a text for HTML: `<`, `>`, `&`, quotes, and NUL, as Go's `html` does.
pub fn escape_html(text: &str) -> String {
    escaped(text, html_bytes)
}

/// Escapes a text for a JavaScript string, as Go's `js` does.
pub fn escape_js(text: &str) -> String {
    escaped(text, js_bytes)
}

/// Escapes a text for the query part of a URL: a space becomes `+`, as with Go's `url.QueryEscape`.
pub fn escape_query(text: &str) -> String {
    escaped(text, query_bytes)
}

fn escaped(text: &str, escape: fn(&[u8], usize) -> Option<Vec<u8>>) -> String {
    let bytes = escape(text.as_bytes(), usize::MAX).unwrap_or_default();
    String::from_utf8(bytes).expect("invariant: escaping keeps UTF-8")
}

pub(super) fn html(arguments: Vec<Value<'_>>, room: usize) -> Outcome<'_> {
    apply(arguments, room, html_bytes)
}

pub(super) fn js(arguments: Vec<Value<'_>>, room: usize) -> Outcome<'_> {
    apply(arguments, room, js_bytes)
}

pub(super) fn query(arguments: Vec<Value<'_>>, room: usize) -> Outcome<'_> {
    apply(arguments, room, query_bytes)
}

fn apply(arguments: Vec<Value<'_>>, room: usize, escape: fn(&[u8], usize) -> Option<Vec<u8>>) -> Outcome<'_> {
    let text = match arguments.as_slice() {
        [Value::Text(text)] => escape(text.as_bytes(), room),
        _ => {
            let values: Vec<_> = arguments.into_iter().map(printable).collect();
            let mut printer = Printer::appending(Vec::new(), room);
            printer.print(&values);
            let (text, result) = printer.finish();
            if result.is_err() { None } else { escape(&text, room) }
        }
    };
    text.map(Value::text).ok_or(Failure::TooLong)
}

/// The value as an action would print it.
fn printable(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Nil => Value::text("<no value>"),
        Value::Pointer(_) => value.indirect().0,
        other => other,
    }
}

fn html_bytes(text: &[u8], room: usize) -> Option<Vec<u8>> {
    replaced(text, room, |byte| match byte {
        0 => Some("\u{fffd}"),
        b'"' => Some("&#34;"),
        b'\'' => Some("&#39;"),
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    })
}

fn replaced(text: &[u8], room: usize, replacement: fn(u8) -> Option<&'static str>) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    for byte in text {
        match replacement(*byte) {
            Some(other) => out.extend_from_slice(other.as_bytes()),
            None => out.push(*byte),
        }
        if out.len() > room {
            return None;
        }
    }
    Some(out)
}

fn js_bytes(text: &[u8], room: usize) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (c, width) = decode(rest);
        let c = c.unwrap_or('\u{fffd}');
        match c {
            '\\' => out.extend_from_slice(br"\\"),
            '\'' => out.extend_from_slice(br"\'"),
            '"' => out.extend_from_slice(br#"\""#),
            '<' | '>' | '&' | '=' | '\0'..' ' => {
                out.extend_from_slice(format!("\\u{:04X}", u32::from(c)).as_bytes());
            }
            // A stray byte counts as U+FFFD, which prints: the byte is kept.
            _ if c.is_ascii() || is_printable(c) => out.extend_from_slice(&rest[..width]),
            _ => out.extend_from_slice(format!("\\u{:04X}", u32::from(c)).as_bytes()),
        }
        if out.len() > room {
            return None;
        }
        rest = &rest[width..];
    }
    Some(out)
}

fn query_bytes(text: &[u8], room: usize) -> Option<Vec<u8>> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = Vec::with_capacity(text.len());
    for byte in text {
        match byte {
            b' ' => out.push(b'+'),
            b'-' | b'_' | b'.' | b'~' => out.push(*byte),
            _ if byte.is_ascii_alphanumeric() => out.push(*byte),
            _ => out.extend([b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]),
        }
        if out.len() > room {
            return None;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_as_go_does() {
        assert_eq!(
            escape_html("<a href=\"x\">it's & \0</a>"),
            "&lt;a href=&#34;x&#34;&gt;it&#39;s &amp; \u{fffd}&lt;/a&gt;"
        );
        assert_eq!(
            escape_js("'\"\\<a=b>\n\u{2028}é\x7f"),
            "\\'\\\"\\\\\\u003Ca\\u003Db\\u003E\\u000A\\u2028é\x7f"
        );
        assert_eq!(escape_query("a b&c/ü~"), "a+b%26c%2F%C3%BC~");
    }
}
