//! Pages as they arrive: bytes under a name, with their letters broken now and then.

use std::borrow::Cow;

use folkmoot_model::mojibake;

use crate::report::LetterRepair;

/// Pages above this size, in bytes, are left whole.
pub(crate) const LARGEST: usize = 4 << 20;

/// One page to read.
#[derive(Clone, Debug)]
pub struct Input {
    /// What to call it in the report: the path as it was given.
    pub shown: String,
    /// Its path in the community's repository, with `/`: links are read relative to it, and the directory
    /// `sig-docs` of `sig-docs/README.md` names the group.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A page whose letters are in order, as far as that is certain.
pub(crate) struct Readable {
    pub(crate) text: String,
    pub(crate) repairs: Vec<LetterRepair>,
}

/// Bytes to text: UTF-8 or, where a byte-order mark says so, UTF-16. Letters that were broken by reading
/// UTF-8 as Windows-1252 are repaired line by line, so that lines keep their numbers. Line ends become `\n`.
pub(crate) fn readable(bytes: &[u8]) -> Readable {
    let decoded = decode(bytes);
    let mut text = String::with_capacity(decoded.len());
    let mut repairs = Vec::new();
    for (index, line) in decoded.lines().enumerate() {
        // A lone carriage return would count as a line end to the Markdown reader and not to anybody else.
        let line: Cow<'_, str> =
            if line.contains(['\r', '\0']) { line.replace(['\r', '\0'], " ").into() } else { line.into() };
        if line.contains(char::REPLACEMENT_CHARACTER) {
            repairs.push(LetterRepair { line: index + 1, was: line.to_string(), now: String::new() });
        }
        match mojibake::repair(&line) {
            Some(repaired) => {
                for repair in &repaired.repairs {
                    let was = line.get(repair.range.clone()).unwrap_or_default().to_owned();
                    repairs.push(LetterRepair { line: index + 1, was, now: repair.replacement.clone() });
                }
                for doubtful in &repaired.doubtful {
                    let was = line.get(doubtful.clone()).unwrap_or_default().to_owned();
                    repairs.push(LetterRepair { line: index + 1, was, now: String::new() });
                }
                text.push_str(&repaired.text);
            }
            None => text.push_str(&line),
        }
        text.push('\n');
    }
    Readable { text, repairs }
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|&pair| unit(pair)).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        _ => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_letters_are_repaired_and_named() {
        let page = readable("in the SIGâ€™s folder\nplain\n".as_bytes());
        assert_eq!(page.text, "in the SIG’s folder\nplain\n");
        assert_eq!(page.repairs, [LetterRepair { line: 1, was: "â€™".into(), now: "’".into() }],);
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(readable(b"\xEF\xBB\xBFa").text, "a\n");
        assert_eq!(readable(b"\xFF\xFEa\0b\0").text, "ab\n");
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_line() {
        let page = readable(b"a\nb\xFFc\n");
        assert_eq!(page.repairs.len(), 1);
        assert_eq!(page.repairs[0].line, 2);
        assert_eq!(page.repairs[0].now, "");
    }
}
