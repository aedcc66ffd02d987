//! Floating-point numbers in Go's spelling, hexadecimal ones included.

use super::integer::underscores_separate_digits;

/// A number; `None` where it is not one or too large.
pub(crate) fn parse_float(text: &str) -> Option<f64> {
    if text.contains('_') && !underscores_separate_digits(text) {
        return None;
    }
    let plain: String = text.chars().filter(|c| *c != '_').collect();
    let (negative, unsigned) = match plain.as_bytes().first()? {
        b'-' => (true, &plain[1..]),
        b'+' => (false, &plain[1..]),
        _ => (false, plain.as_str()),
    };
    let magnitude = match unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X")) {
        Some(hex) => parse_hex(hex)?,
        None => parse_decimal(unsigned)?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

fn parse_decimal(text: &str) -> Option<f64> {
    // Rust reads `inf`, `nan` and `infinity` as well; those never get here, as they start no number.
    if !text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-')) {
        return None;
    }
    text.parse::<f64>().ok().filter(|n| n.is_finite())
}

/// `1.8p-3`: hexadecimal digits and a binary exponent, which must be there.
fn parse_hex(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['p', 'P'])?;
    let (negative, exponent) = match exponent.as_bytes().first()? {
        b'-' => (true, &exponent[1..]),
        b'+' => (false, &exponent[1..]),
        _ => (false, exponent),
    };
    if exponent.is_empty() || !exponent.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = exponent.bytes().fold(0i64, |sum, b| (sum * 10 + i64::from(b - b'0')).min(100_000));
    let mut exponent = if negative { -size } else { size };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }

    // The first 16 significant digits, and whether any that follow are not zero.
    let mut mantissa: u64 = 0;
    let mut lost = false;
    for (index, c) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = u64::from(c.to_digit(16)?);
        let after_point = index >= whole.len();
        if mantissa >> 60 == 0 {
            mantissa = mantissa << 4 | digit;
            exponent -= if after_point { 4 } else { 0 };
        } else {
            lost |= digit != 0;
            exponent += if after_point { 0 } else { 4 };
        }
    }
    Some(scale(mantissa, exponent, lost)).filter(|n| n.is_finite())
}

/// `mantissa × 2^exponent`, a little more where digits were lost, rounded to the nearest, ties to even.
fn scale(mantissa: u64, exponent: i64, lost: bool) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let shift = mantissa.leading_zeros();
    let mantissa = mantissa << shift;
    // The value is `1.m × 2^power`.
    let power = exponent - i64::from(shift) + 63;
    if power > 1023 {
        return f64::INFINITY;
    }
    // Below 2^-1022 numbers have fewer bits.
    let dropped = if power < -1022 { 11 + (-1022 - power) } else { 11 };
    if dropped > 64 {
        return 0.0;
    }
    let (mut kept, rest, half) = if dropped == 64 {
        (0, u128::from(mantissa), 1u128 << 63)
    } else {
        let rest = u128::from(mantissa) & ((1u128 << dropped) - 1);
        (mantissa >> dropped, rest, 1u128 << (dropped - 1))
    };
    if rest > half || (rest == half && (lost || kept & 1 == 1)) {
        kept += 1;
    }
    // Rounding up may carry into the exponent: adding does the right thing in both ranges.
    let biased = if power < -1022 { 0 } else { u64::try_from(power + 1022).unwrap_or(0) };
    f64::from_bits((biased << 52) + kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_and_hexadecimal_numbers_are_read() {
        for (text, n) in [
            ("1.5", 1.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("1_0.5e1_0", 10.5e10),
            ("-1e-3", -0.001),
            ("0x1p-2", 0.25),
            ("0x1.8p1", 3.0),
            ("0X.8p0", 0.5),
            ("0x1p-1074", 5e-324),
            ("0x1p-1075", 0.0),
            ("0x1.8p-1075", 5e-324),
            ("0x1.fffffffffffffp1023", f64::MAX),
            ("0x1.00000000000008p0", 1.0),
            ("0x1.000000000000080001p0", 1.0 + f64::EPSILON),
        ] {
            assert_eq!(parse_float(text), Some(n), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_too_large_is_refused() {
        for text in
            ["", ".", "e5", "1e", "1e400", "0x1", "0x1.8", "0xp1", "0x1p", "0x1p1024", "inf", "1__0.5"]
        {
            assert_eq!(parse_float(text), None, "{text}");
        }
    }
}
