//! Texts: `%s %q %x %X %v`.

use super::Printer;
use crate::literal::{can_backquote, decode, quote_within};

impl Printer {
    /// A text by verb; false where the verb is not for texts.
    pub(super) fn text(&mut self, text: &[u8], verb: char) -> bool {
        match verb {
            'v' if self.flags.sharp_v => self.quoted(text),
            'v' | 's' => self.pad(self.truncated(text)),
            'x' => self.hex(text, false),
            'X' => self.hex(text, true),
            'q' => self.quoted(text),
            _ => return false,
        }
        true
    }

    /// As many characters as the precision allows.
    fn truncated<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        let Some(precision) = self.flags.precision else { return text };
        let mut end = 0;
        for _ in 0..precision {
            if end == text.len() {
                break;
            }
            end += decode(&text[end..]).1;
        }
        &text[..end]
    }

    pub(super) fn quoted(&mut self, text: &[u8]) {
        let text = self.truncated(text);
        if self.flags.sharp && can_backquote(text) {
            self.pad(&[b"`", text, b"`"].concat());
        } else {
            self.pad(quote_within(text, self.flags.plus, self.room).as_bytes());
        }
    }

    /// The bytes in hexadecimal. Here the precision counts bytes, and zeros may pad.
    pub(super) fn hex(&mut self, text: &[u8], upper: bool) {
        let text = &text[..self.flags.precision.unwrap_or(text.len()).min(text.len())];
        let (digits, prefix): (&[u8; 16], _) =
            if upper { (b"0123456789ABCDEF", b"0X") } else { (b"0123456789abcdef", b"0x") };
        if text.is_empty() {
            self.padding(self.flags.width.unwrap_or(0));
            return;
        }
        let each = if self.flags.space && self.flags.sharp { 4 } else { 2 };
        let between = if self.flags.space { text.len() - 1 } else { 0 };
        let before = if self.flags.sharp && !self.flags.space { 2 } else { 0 };
        let missing = self.flags.width.unwrap_or(0).saturating_sub(each * text.len() + between + before);
        if !self.flags.minus {
            self.padding(missing);
        }
        for (index, byte) in text.iter().enumerate() {
            if self.flags.space && index > 0 {
                self.byte(b' ');
            }
            if self.flags.sharp && (index == 0 || self.flags.space) {
                self.bytes(prefix);
            }
            self.bytes(&[digits[usize::from(byte >> 4)], digits[usize::from(byte & 15)]]);
        }
        if self.flags.minus {
            self.padding(missing);
        }
    }
}
