//! Characters in bytes that need not be UTF-8, and what kind of character they are.

use super::tables::{LETTERS_AND_DIGITS, PRINTABLE};

/// The character that `bytes` start with and its width; a byte that starts none has width 1 and no character.
/// `bytes` is not empty.
pub(crate) fn decode(bytes: &[u8]) -> (Option<char>, usize) {
    let width = match bytes.first() {
        Some(0..=0x7f) => return (Some(char::from(bytes[0])), 1),
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return (None, 1),
    };
    let c = bytes.get(..width).and_then(|b| std::str::from_utf8(b).ok()).and_then(|s| s.chars().next());
    (c, if c.is_some() { width } else { 1 })
}

/// How many characters there are, each stray byte counted as one.
pub(crate) fn count_chars(mut bytes: &[u8]) -> usize {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.chars().count();
    }
    let mut count = 0;
    while !bytes.is_empty() {
        bytes = &bytes[decode(bytes).1..];
        count += 1;
    }
    count
}

/// Unicode letters (L) and decimal digits (Nd).
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && contains(LETTERS_AND_DIGITS, c))
}

/// Letters, marks, numbers, punctuation, symbols and the ASCII space.
pub(crate) fn is_printable(c: char) -> bool {
    matches!(c, ' '..='~') || (!c.is_ascii() && contains(PRINTABLE, c))
}

fn contains(ranges: &[(u32, u32)], c: char) -> bool {
    let c = u32::from(c);
    let after = ranges.partition_point(|(start, _)| *start <= c);
    after.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|(_, end)| c <= *end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_byte_counts_as_one_character() {
        assert_eq!(decode(b"\xff"), (None, 1));
        assert_eq!(decode(b"\xe2\x82"), (None, 1));
        assert_eq!(decode("€".as_bytes()), (Some('€'), 3));
        assert_eq!(count_chars(b"a\xffb\xe2\x82"), 5);
    }

    #[test]
    fn marks_print_but_do_not_spell_names() {
        assert!(is_printable('\u{301}') && !is_letter_or_digit('\u{301}'));
        assert!(is_letter_or_digit('é') && is_letter_or_digit('٣'));
        assert!(!is_printable('\u{a0}') && !is_printable('\u{200b}'));
    }
}
