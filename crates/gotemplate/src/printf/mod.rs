//! Go's `fmt`: `print`, `println`, `printf` and how a value looks when a template prints it.

mod directive;
mod number;
mod text;
mod value;

pub(crate) use value::is_exported;

use crate::value::Value;

/// What stands between the percent sign and the verb.
#[derive(Clone, Copy, Default)]
struct Flags {
    width: Option<usize>,
    precision: Option<usize>,
    minus: bool,
    plus: bool,
    sharp: bool,
    space: bool,
    zero: bool,
    /// `%+v` and `%#v` mean something else than plus and sharp do for other verbs.
    plus_v: bool,
    sharp_v: bool,
}

/// Prints into a buffer that has a bound: past it nothing is written and `overflowed` says so.
pub(crate) struct Printer {
    out: Vec<u8>,
    room: usize,
    overflowed: bool,
    flags: Flags,
    /// While a complaint about a verb is printed, values do not print themselves.
    complaining: bool,
}

/// What was to be printed is longer than allowed.
#[derive(Debug)]
pub(crate) struct TooLong;

impl Printer {
    /// A printer that appends to `out` at most `room` bytes.
    pub(crate) fn appending(out: Vec<u8>, room: usize) -> Self {
        Self { out, room, overflowed: false, flags: Flags::default(), complaining: false }
    }

    /// How much there is, what stood there before included.
    pub(crate) fn len(&self) -> usize {
        self.out.len()
    }

    /// What was printed.
    pub(crate) fn finish(self) -> (Vec<u8>, Result<(), TooLong>) {
        (self.out, if self.overflowed { Err(TooLong) } else { Ok(()) })
    }

    /// `print`: a space between two values of which neither is a string.
    pub(crate) fn print(&mut self, values: &[Value<'_>]) {
        let mut after_text = false;
        for (index, value) in values.iter().enumerate() {
            let is_text = matches!(value.clone().concrete().bare(), Value::Text(_));
            if index > 0 && !is_text && !after_text {
                self.byte(b' ');
            }
            self.argument(value, 'v');
            after_text = is_text;
        }
    }

    /// `println`: a space between all, and a newline.
    pub(crate) fn println(&mut self, values: &[Value<'_>]) {
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.byte(b' ');
            }
            self.argument(value, 'v');
        }
        self.byte(b'\n');
    }

    fn bytes(&mut self, bytes: &[u8]) {
        match self.room.checked_sub(bytes.len()) {
            Some(room) => {
                self.room = room;
                self.out.extend_from_slice(bytes);
            }
            None => self.overflowed = true,
        }
    }

    fn str(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn byte(&mut self, byte: u8) {
        self.bytes(&[byte]);
    }

    fn char(&mut self, c: char) {
        self.str(c.encode_utf8(&mut [0; 4]));
    }

    /// Fills up with spaces, or with zeros where these are asked for and go to the left.
    fn padding(&mut self, count: usize) {
        match self.room.checked_sub(count) {
            Some(room) => {
                self.room = room;
                let fill = if self.flags.zero && !self.flags.minus { b'0' } else { b' ' };
                self.out.resize(self.out.len() + count, fill);
            }
            None => self.overflowed = true,
        }
    }

    /// Writes within the width, which counts characters.
    fn pad(&mut self, bytes: &[u8]) {
        let missing = match self.flags.width {
            None | Some(0) => 0,
            Some(width) => width.saturating_sub(crate::literal::count_chars(bytes)),
        };
        if self.flags.minus {
            self.bytes(bytes);
            self.padding(missing);
        } else {
            self.padding(missing);
            self.bytes(bytes);
        }
    }

    /// As `pad`, with spaces whatever the flags say.
    fn pad_with_spaces(&mut self, bytes: &[u8]) {
        let zero = std::mem::take(&mut self.flags.zero);
        self.pad(bytes);
        self.flags.zero = zero;
    }
}

/// `printf` for messages, which end after a megabyte.
pub(crate) fn sprintf(format: &[u8], values: &[Value<'_>]) -> String {
    let mut printer = Printer::appending(Vec::new(), 1 << 20);
    printer.printf(format, values);
    String::from_utf8_lossy(&printer.out).into_owned()
}
