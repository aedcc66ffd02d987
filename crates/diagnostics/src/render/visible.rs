//! Text made safe for a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with everything that a terminal would obey rather than show written as an escape: `\u{1b}` for
/// ESC. Tabs and newlines stay. So do the joiners that emoji and many scripts need; what reorders text or
/// hides in it does not.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push_visible(&mut out, c);
    }
    Cow::Owned(out)
}

/// Appends `c`, escaped where [`visible`] would.
pub(super) fn push_visible(out: &mut String, c: char) {
    if is_unsafe(c) {
        // Writing to a String cannot fail.
        let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
    } else {
        out.push(c);
    }
}

fn is_unsafe(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        // Zero-width space, direction marks, embeddings, overrides and isolates, line and paragraph
        // separators, invisible operators, the byte order mark.
        '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => true,
        '\u{61C}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => true,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_given_no_orders() {
        assert_eq!(visible("a\u{1b}]0;title\u{7}b"), "a\\u{1b}]0;title\\u{7}b");
        assert_eq!(visible("\u{9b}31m"), "\\u{9b}31m");
        assert_eq!(visible("a\u{202e}b\r"), "a\\u{202e}b\\u{d}");
    }

    #[test]
    fn what_people_write_stays() {
        for text in ["Zięba\t社区\n", "👩‍💻 ⚙️", "می‌خواهم"] {
            assert!(matches!(visible(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
