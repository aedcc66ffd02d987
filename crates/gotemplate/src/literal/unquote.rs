//! The texts that literals stand for.

use super::decode;

/// What a quoted or raw literal stands for; `None` where its escapes are wrong.
pub(crate) fn unquote(literal: &str) -> Option<Vec<u8>> {
    if let Some(raw) = literal.strip_prefix('`') {
        return Some(raw.strip_suffix('`')?.bytes().filter(|byte| *byte != b'\r').collect());
    }
    let mut rest = literal.strip_prefix('"')?.strip_suffix('"')?.as_bytes();
    let mut out = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let (c, tail) = unquote_char(rest, b'"')?;
        match c {
            Unquoted::Byte(byte) => out.push(byte),
            Unquoted::Char(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        rest = tail;
    }
    Some(out)
}

/// A character of a literal. `\xe9` and `\351` are bytes, `é` and `\u00e9` are characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unquoted {
    Byte(u8),
    Char(char),
}

impl Unquoted {
    /// The number a character constant stands for.
    pub(crate) fn code(self) -> u32 {
        match self {
            Self::Byte(byte) => u32::from(byte),
            Self::Char(c) => u32::from(c),
        }
    }
}

/// The first character of a literal's inside, and what follows it.
pub(crate) fn unquote_char(bytes: &[u8], quote: u8) -> Option<(Unquoted, &[u8])> {
    let first = *bytes.first()?;
    if first == quote || first == b'\n' {
        return None;
    }
    if first != b'\\' {
        let (c, width) = decode(bytes);
        let c = c.map_or(Unquoted::Byte(first), Unquoted::Char);
        return Some((c, &bytes[width..]));
    }
    let escape = *bytes.get(1)?;
    let rest = &bytes[2..];
    let simple = |byte| Some((Unquoted::Byte(byte), rest));
    match escape {
        b'a' => simple(0x07),
        b'b' => simple(0x08),
        b'f' => simple(0x0c),
        b'n' => simple(b'\n'),
        b'r' => simple(b'\r'),
        b't' => simple(b'\t'),
        b'v' => simple(0x0b),
        b'\\' => simple(b'\\'),
        b'\'' | b'"' if escape == quote => simple(escape),
        b'x' => {
            let byte = u8::try_from(number(rest.get(..2)?, 16)?).ok()?;
            Some((Unquoted::Byte(byte), &rest[2..]))
        }
        b'u' => Some((Unquoted::Char(char::from_u32(number(rest.get(..4)?, 16)?)?), &rest[4..])),
        b'U' => Some((Unquoted::Char(char::from_u32(number(rest.get(..8)?, 16)?)?), &rest[8..])),
        b'0'..=b'7' => {
            let byte = u8::try_from(number(bytes.get(1..4)?, 8)?).ok()?;
            Some((Unquoted::Byte(byte), &bytes[4..]))
        }
        _ => None,
    }
}

fn number(digits: &[u8], base: u32) -> Option<u32> {
    digits
        .iter()
        .try_fold(0u32, |sum, digit| sum.checked_mul(base)?.checked_add(char::from(*digit).to_digit(base)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_make_bytes_and_characters() {
        assert_eq!(unquote(r#""a\n\x41\101\u00e9\U0001F600\"""#), Some("a\nAAé😀\"".into()));
        assert_eq!(unquote(r#""\xff""#), Some(vec![0xff]));
        assert_eq!(unquote("`a\r\nb\\n`"), Some(b"a\nb\\n".to_vec()));
    }

    #[test]
    fn wrong_escapes_are_refused() {
        for literal in [r#""\q""#, r#""\'""#, r#""\x4""#, r#""\400""#, r#""\ud800""#, "\"a\nb\""] {
            assert_eq!(unquote(literal), None, "{literal}");
        }
    }
}
