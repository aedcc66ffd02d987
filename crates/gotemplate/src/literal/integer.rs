//! Integers in Go's spelling: `12`, `1_000`, `0x1F`, `0b11`, `0o17`, `017`.

/// An unsigned integer; no sign is allowed.
pub(crate) fn parse_uint(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let (digits, base) = match bytes {
        [b'0', b'b' | b'B', rest @ ..] => (rest, 2),
        [b'0', b'o' | b'O', rest @ ..] => (rest, 8),
        [b'0', b'x' | b'X', rest @ ..] => (rest, 16),
        [b'0', rest @ ..] if !rest.is_empty() => (rest, 8),
        _ => (bytes, 10),
    };
    if digits.is_empty() || !underscores_separate_digits(text) {
        return None;
    }
    digits.iter().filter(|digit| **digit != b'_').try_fold(0u64, |sum, digit| {
        let digit = char::from(*digit).to_digit(base)?;
        sum.checked_mul(u64::from(base))?.checked_add(u64::from(digit))
    })
}

/// A signed integer.
pub(crate) fn parse_int(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(rest) => 0i64.checked_sub_unsigned(parse_uint(rest)?),
        None => i64::try_from(parse_uint(text.strip_prefix('+').unwrap_or(text))?).ok(),
    }
}

/// Whether each underscore stands between digits, or between a base prefix and a digit.
pub(super) fn underscores_separate_digits(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text).as_bytes();
    let (prefixed, hex, rest) = match unsigned {
        [b'0', b'x' | b'X', rest @ ..] => (true, true, rest),
        [b'0', b'b' | b'B' | b'o' | b'O', rest @ ..] => (true, false, rest),
        _ => (false, false, unsigned),
    };
    let mut after_digit = prefixed;
    let mut after_underscore = false;
    for byte in rest {
        let digit = byte.is_ascii_digit() || (hex && byte.is_ascii_hexdigit());
        if (*byte == b'_' && !after_digit) || (after_underscore && !digit) {
            return false;
        }
        after_underscore = *byte == b'_';
        after_digit = digit;
    }
    !after_underscore
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_base_is_read() {
        for (text, n) in [("12", 12), ("1_000", 1000), ("0x_1F", 31), ("0b11", 3), ("0o17", 15), ("017", 15)]
        {
            assert_eq!(parse_uint(text), Some(n), "{text}");
        }
        assert_eq!(parse_int("-0x8000000000000000"), Some(i64::MIN));
    }

    #[test]
    fn misplaced_underscores_and_digits_are_refused() {
        for text in ["", "_1", "1_", "1__0", "0x", "089", "0b2", "18446744073709551616", "-1", "+1"] {
            assert_eq!(parse_uint(text), None, "{text}");
        }
    }
}
