//! Number literals. A literal has no type of its own: `1.0` serves where an integer is asked for.

use super::node::Number;
use crate::lex::Kind;
use crate::literal::{self, parse_float, parse_int, parse_uint, quote};

impl Number {
    /// Reads a number or character literal; the error is Go's text.
    pub(super) fn parse(text: &str, kind: Kind) -> Result<Self, String> {
        match kind {
            Kind::CharConstant => parse_char(text),
            Kind::Complex => parse_complex(text),
            _ => parse_real(text),
        }
    }

    fn of_complex(re: f64, im: f64, text: &str) -> Self {
        let mut number = Self { complex: Some((re, im)), text: text.into(), ..Self::default() };
        if im == 0.0 {
            number.float = Some(re);
            number.int = whole_int(re);
            number.uint = whole_uint(re);
        }
        number
    }
}

fn parse_char(text: &str) -> Result<Number, String> {
    let inside = text.as_bytes().get(1..).unwrap_or_default();
    let (c, tail) = literal::unquote_char(inside, b'\'').ok_or("invalid syntax")?;
    if tail != b"'" {
        return Err(format!("malformed character constant: {text}"));
    }
    let code = c.code();
    Ok(Number {
        int: Some(i64::from(code)),
        uint: Some(u64::from(code)),
        float: Some(f64::from(code)),
        complex: None,
        text: text.into(),
    })
}

/// `1+2i`. The lexer has made sure that there are two parts and an `i`.
fn parse_complex(text: &str) -> Result<Number, String> {
    let malformed = || "syntax error scanning complex number".to_owned();
    let (re, rest) = text.split_at(float_length(text));
    let sign = usize::from(rest.starts_with(['+', '-']));
    let length = sign + float_length(&rest[sign..]);
    let (im, rest) = rest.split_at(length);
    if sign == 0 || !rest.starts_with('i') {
        return Err(malformed());
    }
    let part = |text: &str| {
        parse_float(text).ok_or_else(|| {
            let why = if is_too_large(text) { "value out of range" } else { "invalid syntax" };
            format!("strconv.ParseFloat: parsing {}: {why}", quote(text.as_bytes()))
        })
    };
    Ok(Number::of_complex(part(re)?, part(im)?, text))
}

/// How much of the text looks like one number.
fn float_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    let accept = |at: &mut usize, valid: &[u8]| {
        let found = bytes.get(*at).is_some_and(|byte| valid.contains(byte));
        *at += usize::from(found);
        found
    };
    accept(&mut at, b"+-");
    // Go tries `inf` here, and does not give back the `i`.
    accept(&mut at, b"iI");
    let hex = accept(&mut at, b"0") && accept(&mut at, b"xX");
    let digits: &[u8] = if hex { b"0123456789abcdefABCDEF_" } else { b"0123456789_" };
    while accept(&mut at, digits) {}
    if accept(&mut at, b".") {
        while accept(&mut at, digits) {}
    }
    if accept(&mut at, if hex { b"pP" } else { b"eEpP" }) {
        accept(&mut at, b"+-");
        while accept(&mut at, b"0123456789_") {}
    }
    at
}

/// Whether only the exponent is wrong with a number.
fn is_too_large(text: &str) -> bool {
    let Some(at) = text.find(['e', 'E', 'p', 'P']) else { return false };
    let digits = text[at + 1..].trim_start_matches(['+', '-']);
    parse_float(&format!("{}0", &text[..=at])).is_some()
        && digits.bytes().any(|b| b.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'_')
}

fn parse_real(text: &str) -> Result<Number, String> {
    if let Some(im) = text.strip_suffix('i').and_then(parse_float) {
        return Ok(Number::of_complex(0.0, im, text));
    }
    let mut number =
        Number { int: parse_int(text), uint: parse_uint(text), text: text.into(), ..Number::default() };
    if number.int == Some(0) {
        // `-0` is no unsigned literal, but zero is an unsigned value.
        number.uint = Some(0);
    }
    #[expect(clippy::cast_precision_loss, reason = "the literal as a float is the nearest float")]
    if let Some(int) = number.int {
        number.float = Some(int as f64);
    } else if let Some(uint) = number.uint {
        number.float = Some(uint as f64);
    } else if let Some(float) = parse_float(text) {
        if !text.contains(['.', 'e', 'E', 'p', 'P']) {
            return Err(format!("integer overflow: {}", quote(text.as_bytes())));
        }
        number.float = Some(float);
        number.int = whole_int(float);
        number.uint = whole_uint(float);
    }
    if number.float.is_none() {
        return Err(format!("illegal number syntax: {}", quote(text.as_bytes())));
    }
    Ok(number)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "compared with the original"
)]
fn whole_int(float: f64) -> Option<i64> {
    // 2^63 rounds to a float that saturates back to i64::MAX, which is not it.
    (float < 9_223_372_036_854_775_808.0 && (float as i64) as f64 == float).then_some(float as i64)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "compared with the original"
)]
fn whole_uint(float: f64) -> Option<u64> {
    (float < 18_446_744_073_709_551_616.0 && (float as u64) as f64 == float).then_some(float as u64)
}
