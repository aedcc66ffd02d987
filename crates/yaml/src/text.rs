//! Bytes to text, and the characters YAML forbids.
//!
//! Files arrive from many editors: with a byte-order mark, as UTF-16, with a stray Latin-1 letter. Each is
//! read as far as it can be, so that one bad byte costs one finding and not the whole file.

use std::borrow::Cow;
use std::ops::Range;

use folkmoot_diagnostics::{Diagnostic, FileId, Span};

/// What the bytes of a file say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DecodedText {
    /// The text. A UTF-8 byte-order mark stays in it, so that offsets are those of the file; bytes that
    /// are not UTF-8 became U+FFFD.
    pub text: String,
    /// What was wrong, at most one of each sort.
    pub faults: Vec<TextFault>,
}

/// Something wrong with a file's encoding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextFault {
    /// Where in the decoded text.
    pub range: Range<usize>,
    message: String,
    help: &'static str,
    misread: bool,
}

impl TextFault {
    /// The finding, once the text has a name.
    pub fn diagnostic(&self, file: FileId) -> Diagnostic {
        let found = if self.misread { Diagnostic::error } else { Diagnostic::warning };
        found("yaml-encoding", self.message.clone())
            .at(
                Span::new(file, self.range.start, self.range.end),
                if self.range.is_empty() { "" } else { "here" },
            )
            .why("YAML files are UTF-8; other readers refuse the file or show wrong letters")
            .help(self.help)
    }
}

/// Reads `bytes` as UTF-8, or as UTF-16 where a byte-order mark says so. Never fails.
///
/// Bytes that are given away and are the text already, as in nearly every file, are not copied.
pub fn decode_text<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> DecodedText {
    let bytes = bytes.into();
    match &*bytes {
        [0xFF, 0xFE, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        _ => match String::from_utf8(bytes.into_owned()) {
            Ok(text) => DecodedText { text, faults: Vec::new() },
            Err(error) => decode_broken_utf8(error.as_bytes()),
        },
    }
}

fn decode_broken_utf8(bytes: &[u8]) -> DecodedText {
    let mut text = String::with_capacity(bytes.len());
    let mut first = None;
    let mut lines = 0usize;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().is_empty() {
            continue;
        }
        // Only the lines since the last fault are searched, so that a file of nothing but bad bytes is
        // read in linear time.
        if lines == 0 || chunk.valid().contains('\n') {
            lines += 1;
        }
        let start = text.len();
        text.push(char::REPLACEMENT_CHARACTER);
        first.get_or_insert(start..text.len());
    }
    let faults = first.map(|range| TextFault {
        message: match lines {
            1 => "not UTF-8: a byte here is no letter of any text".to_owned(),
            n => format!("not UTF-8: bytes on {n} lines are no letters of any text"),
        },
        range,
        help: "save the file as UTF-8; the letters shown as \u{FFFD} have to be typed anew",
        misread: true,
    });
    DecodedText { text, faults: faults.into_iter().collect() }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> DecodedText {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut broken = None;
    for character in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        let (start, half) = (text.len(), character.is_err());
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        if half {
            broken.get_or_insert(start..text.len());
        }
    }
    if !odd.is_empty() {
        broken.get_or_insert(text.len()..text.len());
    }
    let mut faults = vec![TextFault {
        range: 0..0,
        message: "the file is UTF-16".to_owned(),
        help: "save the file as UTF-8",
        misread: false,
    }];
    faults.extend(broken.map(|range| TextFault {
        range,
        message: "broken UTF-16: half a letter is missing".to_owned(),
        help: "save the file as UTF-8; the letters shown as \u{FFFD} have to be typed anew",
        misread: true,
    }));
    DecodedText { text, faults }
}

/// Bytes that a forbidden character can begin with.
const SUSPICIOUS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte, 0..=8 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F | 0xC2 | 0xEF);
        byte += 1;
    }
    table
};

/// `text` with each character that YAML forbids (control characters other than tab and line breaks, and a
/// few non-characters) replaced by a space of as many bytes, so that offsets stay, and where the first of
/// them is. The same set go-yaml's reader refuses.
pub(crate) fn without_forbidden(text: &str) -> (Cow<'_, str>, Option<Range<usize>>) {
    let Some(from) = text.bytes().position(|byte| SUSPICIOUS[usize::from(byte)]) else {
        return (Cow::Borrowed(text), None);
    };
    let Some(first) = text[from..].find(is_forbidden) else { return (Cow::Borrowed(text), None) };
    let first = from + first;
    let mut clean = String::with_capacity(text.len());
    clean.push_str(&text[..first]);
    for character in text[first..].chars() {
        if is_forbidden(character) {
            clean.push(match character.len_utf8() {
                1 => ' ',
                2 => '\u{A0}',
                _ => '\u{2003}',
            });
        } else {
            clean.push(character);
        }
    }
    let end = first + text[first..].chars().next().map_or(0, char::len_utf8);
    (Cow::Owned(clean), Some(first..end))
}

fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
        | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_utf8_is_read_as_it_is() {
        assert_eq!(
            decode_text("a: Zięba\n".as_bytes()),
            DecodedText { text: "a: Zięba\n".into(), faults: vec![] }
        );
    }

    #[test]
    fn a_byte_order_mark_stays_so_that_offsets_are_the_files() {
        assert_eq!(decode_text(b"\xEF\xBB\xBFa: b").text, "\u{FEFF}a: b");
    }

    #[test]
    fn a_latin_1_letter_is_replaced_and_reported_once() {
        let decoded = decode_text(b"a: caf\xE9 \xE9\nb: \xFC\n");
        assert_eq!(decoded.text, "a: caf\u{FFFD} \u{FFFD}\nb: \u{FFFD}\n");
        assert_eq!(decoded.faults.len(), 1);
        assert_eq!(decoded.faults[0].range, 6..9);
        assert!(decoded.faults[0].message.contains("2 lines"), "{}", decoded.faults[0].message);
    }

    #[test]
    fn utf_16_is_read_in_both_byte_orders() {
        let little: Vec<u8> = "\u{FEFF}a: é".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{FEFF}a: é".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            let decoded = decode_text(&bytes);
            assert_eq!(decoded.text, "a: é");
            assert_eq!(decoded.faults.len(), 1);
        }
    }

    #[test]
    fn half_a_utf_16_letter_is_reported() {
        assert_eq!(decode_text(b"\xFF\xFEa\0b").faults.len(), 2);
        assert_eq!(decode_text(b"\xFF\xFE\x00\xD8").text, "\u{FFFD}");
    }

    #[test]
    fn forbidden_characters_become_spaces_of_the_same_length() {
        let (clean, first) = without_forbidden("é a\0b\u{80}\u{FFFF}c\u{85}");
        assert_eq!(clean, "é a b\u{A0}\u{2003}c\u{85}");
        assert_eq!(first, Some(4..5));
        assert_eq!(without_forbidden("Â ï\u{FEFF}").1, None);
    }
}
