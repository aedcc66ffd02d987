//! Floating-point numbers as text: the formats `e E f g G b x X`.

use std::fmt::Write as _;

/// The decimal digits of a number: `0.d₁d₂d₃… × 10^point`.
struct Decimal {
    digits: String,
    point: i32,
}

/// Formats a number. `precision` `None` asks for as few digits as tell it from its neighbours; `single` says
/// it is a `float32`. Infinite ones give `+Inf` and `-Inf`.
pub(crate) fn format_float(n: f64, format: char, precision: Option<usize>, single: bool) -> String {
    if n.is_nan() {
        return "NaN".to_owned();
    }
    if n.is_infinite() {
        return if n < 0.0 { "-Inf" } else { "+Inf" }.to_owned();
    }
    let mut out = String::new();
    if n.is_sign_negative() {
        out.push('-');
    }
    let n = n.abs();
    match format {
        'b' => binary(&mut out, n, single),
        'x' | 'X' => hexadecimal(&mut out, n, precision, format == 'X', single),
        'e' | 'E' => {
            let decimal = match precision {
                None => shortest(n, single),
                Some(precision) => significant(n, precision + 1),
            };
            let precision = precision.unwrap_or(decimal.digits.len().saturating_sub(1));
            exponential(&mut out, &decimal, precision, format);
        }
        'f' => match precision {
            Some(precision) => {
                let exact = precision.min(MOST_DIGITS);
                push(&mut out, format_args!("{n:.exact$}"));
                out.extend(std::iter::repeat_n('0', precision - exact));
            }
            None => {
                let decimal = shortest(n, single);
                let digits = i32::try_from(decimal.digits.len()).unwrap_or(i32::MAX);
                positional(&mut out, &decimal, usize::try_from(digits - decimal.point).unwrap_or(0));
            }
        },
        _ => general(&mut out, n, precision, if format == 'G' { 'E' } else { 'e' }, single),
    }
    out
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

fn shortest(n: f64, single: bool) -> Decimal {
    #[expect(clippy::cast_possible_truncation, reason = "a float32 was widened to be passed here")]
    let text = if single { format!("{:e}", n as f32) } else { format!("{n:e}") };
    decimal(&text)
}

/// No `float64` has more decimal digits than this, before the point or after it; all that follow are zeros.
const MOST_DIGITS: usize = 1100;

fn significant(n: f64, digits: usize) -> Decimal {
    // Rust's own formatting refuses precisions beyond 16 bits.
    let after_first = digits.saturating_sub(1).min(MOST_DIGITS);
    decimal(&format!("{n:.after_first$e}"))
}

/// Reads `1.25e-3`; zero has no digits.
fn decimal(scientific: &str) -> Decimal {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    if digits.bytes().all(|digit| digit == b'0') {
        return Decimal { digits: String::new(), point: 0 };
    }
    Decimal { digits, point: exponent.parse().unwrap_or(0) + 1 }
}

fn general(out: &mut String, n: f64, precision: Option<usize>, exponent_char: char, single: bool) {
    let mut decimal = match precision {
        None => shortest(n, single),
        Some(precision) => significant(n, precision.max(1)),
    };
    if precision.is_some() {
        // Zeros at the end are not significant here.
        decimal.digits.truncate(decimal.digits.trim_end_matches('0').len());
    }
    let count = decimal.digits.len();
    let limit = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let most = match precision {
        None => 6,
        Some(precision) => {
            let precision = precision.max(1);
            if precision > count && limit(count) >= decimal.point { limit(count) } else { limit(precision) }
        }
    };
    let exponent = decimal.point - 1;
    if count > 0 && (exponent < -4 || exponent >= most) {
        exponential(out, &decimal, count.saturating_sub(1), exponent_char);
    } else {
        positional(out, &decimal, usize::try_from(limit(count) - decimal.point).unwrap_or(0));
    }
}

fn exponential(out: &mut String, decimal: &Decimal, precision: usize, exponent_char: char) {
    let mut digits = decimal.digits.chars();
    out.push(digits.next().unwrap_or('0'));
    if precision > 0 {
        out.push('.');
        out.extend(digits.chain(std::iter::repeat('0')).take(precision));
    }
    let exponent = if decimal.digits.is_empty() { 0 } else { decimal.point - 1 };
    let sign = if exponent < 0 { '-' } else { '+' };
    push(out, format_args!("{exponent_char}{sign}{:02}", exponent.unsigned_abs()));
}

fn positional(out: &mut String, decimal: &Decimal, precision: usize) {
    let digit = |place: i32| {
        usize::try_from(place)
            .ok()
            .and_then(|place| decimal.digits.as_bytes().get(place))
            .map_or('0', |b| char::from(*b))
    };
    if decimal.point > 0 {
        out.extend((0..decimal.point).map(digit));
    } else {
        out.push('0');
    }
    if precision > 0 {
        out.push('.');
        let places = i32::try_from(precision).unwrap_or(i32::MAX);
        out.extend((0..places).map(|place| digit(decimal.point.saturating_add(place))));
    }
}

/// The number's fraction and exponent: `mantissa × 2^exponent`, with how many bits the fraction has.
fn parts(n: f64, single: bool) -> (u64, i32, u32) {
    let (bits, fraction_bits, exponent_mask, bias) = if single {
        #[expect(clippy::cast_possible_truncation, reason = "a float32 was widened to be passed here")]
        let bits = u64::from((n as f32).to_bits());
        (bits, 23, 0xff, 127)
    } else {
        (n.to_bits(), 52, 0x7ff, 1023)
    };
    let fraction = bits & ((1u64 << fraction_bits) - 1);
    let exponent = i32::try_from(bits >> fraction_bits & exponent_mask).unwrap_or(0);
    if exponent == 0 {
        (fraction, 1 - bias, fraction_bits)
    } else {
        (fraction | 1u64 << fraction_bits, exponent - bias, fraction_bits)
    }
}

fn binary(out: &mut String, n: f64, single: bool) {
    let (mantissa, exponent, fraction_bits) = parts(n, single);
    push(out, format_args!("{mantissa}p{:+}", exponent - fraction_bits.cast_signed()));
}

fn hexadecimal(out: &mut String, n: f64, precision: Option<usize>, upper: bool, single: bool) {
    let (mut mantissa, mut exponent, fraction_bits) = parts(n, single);
    if mantissa == 0 {
        exponent = 0;
    }
    // The leading 1 goes to bit 60, so that fifteen hexadecimal digits follow it.
    mantissa <<= 60 - fraction_bits;
    while mantissa != 0 && mantissa & (1 << 60) == 0 {
        mantissa <<= 1;
        exponent -= 1;
    }
    if let Some(precision) = precision
        && precision < 15
    {
        let dropped = 60 - 4 * u32::try_from(precision).unwrap_or(0);
        let rest = mantissa & ((1u64 << dropped) - 1);
        let half = 1u64 << (dropped - 1);
        mantissa >>= dropped;
        if rest > half || (rest == half && mantissa & 1 == 1) {
            mantissa += 1;
        }
        mantissa <<= dropped;
        if mantissa & (1 << 61) != 0 {
            mantissa >>= 1;
            exponent += 1;
        }
    }
    let fraction = mantissa & ((1 << 60) - 1);
    let digits = format!("{fraction:015x}");
    let digits = match precision {
        None => digits.trim_end_matches('0').to_owned(),
        Some(precision) if precision <= 15 => digits[..precision].to_owned(),
        Some(precision) => digits + &"0".repeat(precision - 15),
    };
    let point = if digits.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    let text = format!("0x{}{point}{digits}p{sign}{:02}", mantissa >> 60, exponent.unsigned_abs());
    out.push_str(&if upper { text.to_uppercase() } else { text });
}
