//! What Go makes of an unquoted value.
//!
//! go-yaml gives a plain scalar a type by its text: `12` is an int, `2020-01-02` a timestamp. A string that
//! reads like one of them has to be quoted, and a check may want to say so. The rules are those of
//! `resolve.go` in go-yaml 3.0.1, including what it inherits from `strconv` and `time.Parse`.

mod timestamp;

/// The type go-yaml gives a plain scalar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GoKind {
    /// Text.
    Str,
    /// `12`, `0x1F`, `0o17`, `1_000`
    Int,
    /// `1.5`, `1e3`, `.inf`, `089`
    Float,
    /// `true`, `False`, …; YAML 1.1's `yes` and `on` are text, see [`is_yaml11_bool`].
    Bool,
    /// Nothing, `~`, `null`, …
    Null,
    /// `2020-01-02`, `2020-01-02T03:04:05Z`
    Timestamp,
}

/// The type go-yaml gives the plain scalar `text`.
///
/// ```
/// use folkmoot_yaml::{GoKind, go_kind};
///
/// assert_eq!(go_kind("1_000"), GoKind::Int);
/// assert_eq!(go_kind("089"), GoKind::Float);
/// assert_eq!(go_kind("2020-1-2"), GoKind::Timestamp);
/// assert_eq!(go_kind("9:00"), GoKind::Str);
/// ```
pub fn go_kind(text: &str) -> GoKind {
    match text.as_bytes().first() {
        None => GoKind::Null,
        Some(b'+' | b'-' | b'0'..=b'9' | b'.') => number(text),
        Some(b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'~') => match text {
            "~" | "null" | "Null" | "NULL" => GoKind::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => GoKind::Bool,
            _ => GoKind::Str,
        },
        Some(_) => GoKind::Str,
    }
}

fn number(text: &str) -> GoKind {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return GoKind::Float;
    }
    if text.starts_with('.') {
        // Go asks `strconv` directly, which wants digits on both sides of an underscore.
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = text.as_bytes();
        let separate =
            |at: usize| bytes[at] != b'_' || (digit(bytes.get(at - 1)) && digit(bytes.get(at + 1)));
        let float = (1..bytes.len()).all(separate) && is_float(&text.replace('_', ""));
        return if float { GoKind::Float } else { GoKind::Str };
    }
    if timestamp::is_timestamp(text) {
        return GoKind::Timestamp;
    }
    let without_underscores;
    let plain = if text.contains('_') {
        without_underscores = text.replace('_', "");
        without_underscores.as_str()
    } else {
        text
    };
    if is_int(plain) {
        GoKind::Int
    } else if is_float(plain) {
        GoKind::Float
    } else {
        GoKind::Str
    }
}

/// What `strconv.ParseInt` or `ParseUint` take with base 0, and go-yaml's own `0b` and `0o`.
fn is_int(text: &str) -> bool {
    let (sign, magnitude) = match text.as_bytes().first() {
        Some(b'-') => (Some('-'), &text[1..]),
        Some(b'+') => (Some('+'), &text[1..]),
        _ => (None, text),
    };
    let (radix, digits) = match magnitude.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, &magnitude[2..]),
        [b'0', b'o' | b'O', ..] => (8, &magnitude[2..]),
        [b'0', b'b' | b'B', ..] => (2, &magnitude[2..]),
        [b'0', _, ..] => (8, &magnitude[1..]),
        _ => (10, magnitude),
    };
    let largest = match sign {
        Some('-') => 1 << 63,
        Some(_) => i64::MAX.cast_unsigned(),
        None => u64::MAX,
    };
    if fits(digits, radix, largest) {
        return true;
    }
    // go-yaml's second try lets a sign stand after the prefix: `0b-1`.
    let second = |prefix, radix| {
        let digits = text.strip_prefix(prefix)?;
        let (digits, largest) = match digits.as_bytes().first() {
            Some(b'-') => (&digits[1..], 1 << 63),
            Some(b'+') => (&digits[1..], i64::MAX.cast_unsigned()),
            _ => (digits, u64::MAX),
        };
        Some(fits(digits, radix, largest))
    };
    second("0b", 2).or_else(|| second("0o", 8)).unwrap_or(false)
}

fn fits(digits: &str, radix: u32, largest: u64) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && u64::from_str_radix(digits, radix).is_ok_and(|value| value <= largest)
}

/// Digits with at most one point and an exponent, and not too large: `strconv.ParseFloat` refuses `1e999`.
fn is_float(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", fraction)) => digits(fraction),
        Some((whole, fraction)) => digits(whole) && (fraction.is_empty() || digits(fraction)),
        None => digits(mantissa),
    };
    let exponent_fits =
        exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)));
    mantissa_fits && exponent_fits && text.parse().is_ok_and(f64::is_finite)
}

/// Whether YAML 1.1 reads `text` as a bool where YAML 1.2 and Go do not: `y`, `No`, `on`, … go-yaml has quoted
/// them since 2020.
pub fn is_yaml11_bool(text: &str) -> bool {
    // Texts are asked by the thousand, and nearly all are longer.
    text.len() <= 3
        && matches!(
            text,
            "y" | "Y"
                | "yes"
                | "Yes"
                | "YES"
                | "on"
                | "On"
                | "ON"
                | "n"
                | "N"
                | "no"
                | "No"
                | "NO"
                | "off"
                | "Off"
                | "OFF"
        )
}

/// Whether YAML 1.1 reads `text` as a number in base 60: `9:00`, `1:30:59.5`. go-yaml quotes them.
pub fn is_base60(text: &str) -> bool {
    // Nearly every text is told by its first byte.
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-')) {
        return false;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut parts = unsigned.split(':');
    let first = parts.next().unwrap_or_default();
    let first_fits = first.starts_with(|first: char| first.is_ascii_digit())
        && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    if !first_fits {
        return false;
    }
    let sixtieth = |part: &str| match part.as_bytes() {
        [ones] => ones.is_ascii_digit(),
        [tens, ones] => matches!(tens, b'0'..=b'5') && ones.is_ascii_digit(),
        _ => false,
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return false;
    }
    while let Some(part) = parts.next() {
        let fits = match part.split_once('.') {
            // Only the last part may have a fraction.
            Some((whole, fraction)) if parts.peek().is_none() => {
                sixtieth(whole) && fraction.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
            }
            _ => sixtieth(part),
        };
        if !fits {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_resolve_as_in_go() {
        let ints =
            "0 12 -7 +7 0x1F 0X1f -0x8000000000000000 0o17 017 0b101 0b-1 0o+7 1_000 18446744073709551615 00";
        let floats =
            "089 1.5 .5 1. 1e3 -.5 .inf -.INF .nan 9223372036854775808.0 18446744073709551616 1_0.5 .5_5";
        let texts = "1e 1e999 0x 0xG -0x8000000000000001 +.nan -.nan . - + 0.1.2 24:60 --1 0b2 0o9 0x-1 ._5 .5_ .5__5 1a";
        for (texts, kind) in [(ints, GoKind::Int), (floats, GoKind::Float), (texts, GoKind::Str)] {
            for text in texts.split(' ') {
                assert_eq!(go_kind(text), kind, "{text}");
            }
        }
    }

    #[test]
    fn words_resolve_as_in_go() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(go_kind(text), GoKind::Null, "{text}");
        }
        for text in ["true", "TRUE", "False"] {
            assert_eq!(go_kind(text), GoKind::Bool, "{text}");
        }
        for text in ["nUll", "tRUE", "yes", "on", "<<", "=", "NaN", "inf", "y"] {
            assert_eq!(go_kind(text), GoKind::Str, "{text}");
        }
    }

    #[test]
    fn base_60_is_what_yaml_1_1_reads_as_a_number() {
        for text in ["9:00", "+12:30", "1:2:3", "1_0:59.5_", "190:20:30.15", "0:0."] {
            assert!(is_base60(text), "{text}");
        }
        for text in ["24:60", "9:", ":9", "9:5.1:2", "9", "_1:00", "9:00 ", "1:000", ""] {
            assert!(!is_base60(text), "{text}");
        }
    }
}
