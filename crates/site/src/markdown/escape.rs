//! Text into HTML, letting nothing pass that could be taken for markup or for a slot.

use super::body::is_slot;

/// Appends `text`; good between tags and inside double quotes.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    // 0xEF begins the noncharacters, and full-width punctuation, which is let pass below.
    let special = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xef | 0);
    while let Some(found) = text.as_bytes()[from..].iter().position(|&byte| special(byte)) {
        let at = from + found;
        out.push_str(&text[from..at]);
        let c = text[at..].chars().next().unwrap_or('\u{fffd}');
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => out.push('\u{fffd}'),
            c if is_slot(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_passes_that_ends_a_text() {
        let mut out = String::new();
        escape(&mut out, "a<b>\"c\"&amp;，\u{fdd0}\0é");
        assert_eq!(out, "a&lt;b&gt;&quot;c&quot;&amp;amp;，\u{fffd}\u{fffd}é");
    }
}
