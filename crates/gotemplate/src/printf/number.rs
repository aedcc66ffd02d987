//! Numbers: integers in their bases and as characters, floats, complex numbers.

use super::Printer;
use crate::literal::{format_float, is_printable, quote_char};

impl Printer {
    /// An integer by verb; false where the verb is not for integers. `bits` is the two's complement.
    pub(super) fn integer(&mut self, bits: u64, signed: bool, verb: char) -> bool {
        match verb {
            'v' if self.flags.sharp_v && !signed => self.hex_literal(bits, true),
            'v' | 'd' => self.digits(bits, 10, signed, verb),
            'b' => self.digits(bits, 2, signed, verb),
            'o' | 'O' => self.digits(bits, 8, signed, verb),
            'x' | 'X' => self.digits(bits, 16, signed, verb),
            'c' => {
                let c = character(bits);
                self.pad(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            'q' => self.pad(quote_char(character(bits), self.flags.plus).as_bytes()),
            'U' => self.unicode(bits),
            _ => return false,
        }
        true
    }

    /// An unsigned number in hexadecimal, `0x` before it or not.
    pub(super) fn hex_literal(&mut self, n: u64, prefix: bool) {
        let sharp = std::mem::replace(&mut self.flags.sharp, prefix);
        self.digits(n, 16, false, 'v');
        self.flags.sharp = sharp;
    }

    fn digits(&mut self, bits: u64, base: u32, signed: bool, verb: char) {
        let negative = signed && bits.cast_signed() < 0;
        let n = if negative { bits.wrapping_neg() } else { bits };
        let flags = self.flags;
        let mut least = 0;
        if let Some(precision) = flags.precision {
            least = precision;
            if precision == 0 && n == 0 {
                // Nothing but the width.
                let zero = std::mem::take(&mut self.flags.zero);
                self.padding(flags.width.unwrap_or(0));
                self.flags.zero = zero;
                return;
            }
        } else if let Some(width) = flags.width.filter(|_| flags.zero && !flags.minus) {
            let sign = usize::from(negative || flags.plus || flags.space);
            least = width.saturating_sub(sign);
        }
        let digits = match base {
            2 => format!("{n:b}"),
            8 => format!("{n:o}"),
            16 if verb == 'X' => format!("{n:X}"),
            16 => format!("{n:x}"),
            _ => n.to_string(),
        };
        let mut text = String::new();
        if negative {
            text.push('-');
        } else if flags.plus {
            text.push('+');
        } else if flags.space {
            text.push(' ');
        }
        if verb == 'O' {
            text.push_str("0o");
        }
        if flags.sharp {
            text.push_str(match base {
                2 => "0b",
                8 if digits.starts_with('0') || digits.len() < least => "",
                8 => "0",
                16 if verb == 'X' => "0X",
                16 => "0x",
                _ => "",
            });
        }
        if least.saturating_add(text.len()) > self.room {
            self.overflowed = true;
            return;
        }
        text.extend(std::iter::repeat_n('0', least.saturating_sub(digits.len())));
        text.push_str(&digits);
        self.pad_with_spaces(text.as_bytes());
    }

    /// `U+0041`, and with `#` the character as well.
    fn unicode(&mut self, n: u64) {
        let least = self.flags.precision.unwrap_or(0).max(4);
        if least > self.room {
            self.overflowed = true;
            return;
        }
        let digits = format!("{n:X}");
        let mut text = format!("U+{}{digits}", "0".repeat(least.saturating_sub(digits.len())));
        let c = u32::try_from(n).ok().and_then(char::from_u32).filter(|c| is_printable(*c));
        if let Some(c) = c.filter(|_| self.flags.sharp) {
            text.push_str(&format!(" '{c}'"));
        }
        self.pad_with_spaces(text.as_bytes());
    }

    /// A float by verb; false where the verb is not for floats.
    pub(super) fn float(&mut self, n: f64, single: bool, verb: char) -> bool {
        let (format, precision) = match verb {
            'v' => ('g', None),
            'b' | 'g' | 'G' | 'x' | 'X' => (verb, None),
            'e' | 'E' | 'f' => (verb, Some(6)),
            'F' => ('f', Some(6)),
            _ => return false,
        };
        self.formatted_float(n, single, format, precision);
        true
    }

    fn formatted_float(&mut self, n: f64, single: bool, format: char, precision: Option<usize>) {
        let flags = self.flags;
        let precision = flags.precision.or(precision);
        if precision.is_some_and(|precision| precision > self.room) {
            self.overflowed = true;
            return;
        }
        let text = format_float(n, format, precision, single);
        let (mut sign, mut number) = match text.as_bytes().first() {
            Some(b'-') => ('-', text[1..].to_owned()),
            Some(b'+') => ('+', text[1..].to_owned()),
            _ => ('+', text),
        };
        if flags.space && sign == '+' && !flags.plus {
            sign = ' ';
        }
        if number == "Inf" || number == "NaN" {
            // The sign of an infinite number always shows.
            let signed = if number == "NaN" && !flags.space && !flags.plus {
                number
            } else {
                format!("{sign}{number}")
            };
            self.pad_with_spaces(signed.as_bytes());
            return;
        }
        if flags.sharp && format != 'b' {
            number = with_point(&number, format, precision);
        }
        if !flags.plus && sign == '+' {
            self.pad(number.as_bytes());
            return;
        }
        let width = flags.width.unwrap_or(0);
        if flags.zero && !flags.minus && width > number.len() + 1 {
            // The sign goes before the zeros.
            self.char(sign);
            self.padding(width - number.len() - 1);
            self.str(&number);
        } else {
            self.pad(format!("{sign}{number}").as_bytes());
        }
    }

    /// A complex number; false where the verb is not for floats.
    pub(super) fn complex(&mut self, re: f64, im: f64, verb: char) -> bool {
        if !matches!(verb, 'v' | 'b' | 'g' | 'G' | 'x' | 'X' | 'f' | 'F' | 'e' | 'E') {
            return false;
        }
        let plus = self.flags.plus;
        self.byte(b'(');
        self.float(re, false, verb);
        self.flags.plus = true;
        self.float(im, false, verb);
        self.str("i)");
        self.flags.plus = plus;
        true
    }
}

fn character(bits: u64) -> char {
    u32::try_from(bits).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')
}

/// `#` asks for a decimal point, and for `%g` and `%x` for the zeros at the end.
fn with_point(number: &str, format: char, precision: Option<usize>) -> String {
    let hex = matches!(format, 'x' | 'X');
    let tail_starts: &[char] = if hex { &['p', 'P'] } else { &['e', 'E', 'p', 'P'] };
    let (head, tail) = number.find(tail_starts).map_or((number, ""), |at| number.split_at(at));
    let mut missing = match format {
        'g' | 'G' | 'x' => precision.unwrap_or(6),
        _ => 0,
    };
    let significant = head.chars().filter(|c| *c != '.').skip_while(|c| *c == '0').count();
    missing = missing.saturating_sub(significant);
    let mut out = head.to_owned();
    if !head.contains('.') {
        if head == "0" {
            missing = missing.saturating_sub(1);
        }
        out.push('.');
    }
    out.extend(std::iter::repeat_n('0', missing));
    out + tail
}
