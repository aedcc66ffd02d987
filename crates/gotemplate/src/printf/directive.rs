//! Format strings: flags, width, precision, argument indexes, and the complaints about wrong ones.

use super::{Flags, Printer};
use crate::literal::decode;
use crate::value::Value;

/// Where we are in a format string and its arguments.
struct Directive<'f> {
    format: &'f [u8],
    at: usize,
    argument: usize,
    count: usize,
    /// An explicit index like `%[2]d` was seen anywhere.
    reordered: bool,
    /// The explicit index of this directive, if any, was right.
    good_index: bool,
    /// The last thing read was an explicit index.
    after_index: bool,
}

impl Printer {
    /// `printf`
    pub(crate) fn printf(&mut self, format: &[u8], values: &[Value<'_>]) {
        let mut directive = Directive {
            format,
            at: 0,
            argument: 0,
            count: values.len(),
            reordered: false,
            good_index: true,
            after_index: false,
        };
        while directive.at < format.len() && !self.overflowed {
            let rest = &format[directive.at..];
            let text = rest.iter().position(|byte| *byte == b'%').unwrap_or(rest.len());
            self.bytes(&rest[..text]);
            directive.at += text;
            if directive.at < format.len() {
                directive.at += 1;
                if !self.directive(&mut directive, values) {
                    break;
                }
            }
        }
        if !directive.reordered && directive.argument < values.len() {
            self.extra(&values[directive.argument..]);
        }
    }

    /// Prints what one directive asks for; false where the format ends within it.
    fn directive(&mut self, d: &mut Directive<'_>, values: &[Value<'_>]) -> bool {
        self.flags = Flags::default();
        d.good_index = true;
        while let Some(byte) = d.format.get(d.at) {
            match byte {
                b'#' => self.flags.sharp = true,
                b'0' => self.flags.zero = true,
                b'+' => self.flags.plus = true,
                b'-' => self.flags.minus = true,
                b' ' => self.flags.space = true,
                _ => break,
            }
            d.at += 1;
        }
        d.explicit_index();
        self.width(d, values);
        self.precision(d, values);
        if !d.after_index {
            d.explicit_index();
        }
        let Some(rest) = d.format.get(d.at..).filter(|rest| !rest.is_empty()) else {
            self.str("%!(NOVERB)");
            return false;
        };
        let (verb, length) = decode(rest);
        let verb = verb.unwrap_or('\u{fffd}');
        d.at += length;
        match values.get(d.argument) {
            _ if verb == '%' => self.byte(b'%'),
            _ if !d.good_index => self.complaint(verb, "(BADINDEX)"),
            None => self.complaint(verb, "(MISSING)"),
            Some(value) => {
                if matches!(verb, 'v' | 'w') {
                    self.flags.sharp_v = std::mem::take(&mut self.flags.sharp);
                    self.flags.plus_v = std::mem::take(&mut self.flags.plus);
                }
                self.argument(value, verb);
                d.argument += 1;
            }
        }
        true
    }

    fn width(&mut self, d: &mut Directive<'_>, values: &[Value<'_>]) {
        if d.format.get(d.at) != Some(&b'*') {
            self.flags.width = d.number();
            if d.after_index && self.flags.width.is_some() {
                // `%[3]2d`
                d.good_index = false;
            }
            return;
        }
        d.at += 1;
        d.after_index = false;
        match d.size_argument(values) {
            Some(width) => {
                if width < 0 {
                    self.flags.minus = true;
                    self.flags.zero = false;
                }
                self.flags.width = usize::try_from(width.unsigned_abs()).ok();
            }
            None => self.str("%!(BADWIDTH)"),
        }
    }

    fn precision(&mut self, d: &mut Directive<'_>, values: &[Value<'_>]) {
        // A point that ends the format is the verb.
        if d.format.get(d.at) != Some(&b'.') || d.at + 1 >= d.format.len() {
            return;
        }
        d.at += 1;
        if d.after_index {
            // `%[3].2d`
            d.good_index = false;
        }
        d.explicit_index();
        if d.format.get(d.at) != Some(&b'*') {
            self.flags.precision = Some(d.number().unwrap_or(0));
            return;
        }
        d.at += 1;
        d.after_index = false;
        self.flags.precision = d.size_argument(values).and_then(|n| usize::try_from(n).ok());
        if self.flags.precision.is_none() {
            self.str("%!(BADPREC)");
        }
    }

    fn complaint(&mut self, verb: char, what: &str) {
        self.str("%!");
        self.char(verb);
        self.str(what);
    }

    fn extra(&mut self, values: &[Value<'_>]) {
        self.flags = Flags::default();
        self.str("%!(EXTRA ");
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.str(", ");
            }
            let value = value.clone().concrete();
            self.str(&value.type_name());
            if !matches!(value, Value::Nil) {
                self.byte(b'=');
                self.argument(&value, 'v');
            }
        }
        self.byte(b')');
    }
}

/// Widths and precisions beyond a million are mistakes.
const TOO_LARGE: i64 = 1_000_000;

impl Directive<'_> {
    /// Digits. A number far too large swallows the rest of the format.
    fn number(&mut self) -> Option<usize> {
        let end = self.format.len();
        let (number, at) = parse_number(self.format, self.at, end);
        self.at = at;
        number
    }

    /// Takes an argument as width or precision.
    fn size_argument(&mut self, values: &[Value<'_>]) -> Option<i64> {
        let value = values.get(self.argument)?;
        self.argument += 1;
        let n = match value.clone().concrete().bare() {
            Value::Int(n, _) => n,
            Value::Uint(n, _) => i64::try_from(n).ok()?,
            _ => return None,
        };
        (-TOO_LARGE..=TOO_LARGE).contains(&n).then_some(n)
    }

    /// Reads `[n]` if it stands here.
    fn explicit_index(&mut self) {
        self.after_index = false;
        let rest = self.format.get(self.at..).unwrap_or_default();
        if rest.first() != Some(&b'[') {
            return;
        }
        self.reordered = true;
        // At least three bytes: `[n]`.
        let close = if rest.len() < 3 { None } else { rest.iter().position(|byte| *byte == b']') };
        let Some(close) = close else {
            self.good_index = false;
            self.at += 1;
            return;
        };
        self.at += close + 1;
        let number = match parse_number(rest, 1, close) {
            (Some(number), end) if end == close => Some(number),
            _ => None,
        };
        self.after_index = number.is_some();
        match number.and_then(|number| number.checked_sub(1)).filter(|index| *index < self.count) {
            Some(index) => self.argument = index,
            None => self.good_index = false,
        }
    }
}

/// The number at `start`, before `end`, and where it ends.
fn parse_number(text: &[u8], start: usize, end: usize) -> (Option<usize>, usize) {
    let mut number = None;
    let mut at = start;
    while let Some(digit) = text.get(at).filter(|byte| at < end && byte.is_ascii_digit()) {
        let so_far = number.unwrap_or(0);
        if so_far > 1_000_000 {
            return (None, end);
        }
        number = Some(so_far * 10 + usize::from(digit - b'0'));
        at += 1;
    }
    (number, at.min(end).max(start))
}
