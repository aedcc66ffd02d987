//! Splits a template into items: text, delimiters and the words between them.
//!
//! Trim markers and comments are dealt with here: the parser never sees them.

mod action;
mod item;
mod number;

use std::borrow::Cow;

pub(crate) use item::{Item, Keyword, Kind};

const SPACES: &[char] = &[' ', '\t', '\r', '\n'];
/// `- ` after a left delimiter, ` -` before a right one.
const TRIM_MARKER: usize = 2;

/// Reads items one by one.
pub(crate) struct Lexer<'s> {
    input: &'s str,
    left: &'s str,
    right: &'s str,
    pos: usize,
    /// Where the item that is being read starts, and on which line.
    start: usize,
    line: usize,
    inside_action: bool,
    paren_depth: usize,
    keywords: LoopKeywords,
}

/// `break` and `continue` are ordinary names where the caller has functions of those names.
#[derive(Clone, Copy)]
pub(crate) struct LoopKeywords {
    pub(crate) break_is_one: bool,
    pub(crate) continue_is_one: bool,
}

impl<'s> Lexer<'s> {
    pub(crate) fn new(input: &'s str, left: &'s str, right: &'s str, keywords: LoopKeywords) -> Self {
        Self { input, left, right, pos: 0, start: 0, line: 1, inside_action: false, paren_depth: 0, keywords }
    }

    /// The next item. After an error there are only errors.
    pub(crate) fn next_item(&mut self) -> Item<'s> {
        if self.inside_action {
            return self.lex_inside_action();
        }
        loop {
            if let Some(item) = self.lex_text() {
                return item;
            }
        }
    }

    fn rest(&self) -> &'s str {
        &self.input[self.pos..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.pos += c.len_utf8();
        Some(c)
    }

    /// Drops what has been read since the last item.
    fn ignore(&mut self) {
        self.line += count_newlines(&self.input[self.start..self.pos]);
        self.start = self.pos;
    }

    fn emit(&mut self, kind: Kind) -> Item<'s> {
        let item = Item {
            kind,
            pos: self.start,
            text: Cow::Borrowed(&self.input[self.start..self.pos]),
            line: self.line,
        };
        self.ignore();
        item
    }

    fn error(&mut self, message: impl Into<Cow<'s, str>>) -> Item<'s> {
        let item = Item { kind: Kind::Error, pos: self.start, text: message.into(), line: self.line };
        self.input = "";
        self.start = 0;
        self.pos = 0;
        item
    }

    /// Reads text up to the next action. `None`: it read a comment or an empty text.
    fn lex_text(&mut self) -> Option<Item<'s>> {
        let Some(length) = self.rest().find(self.left) else {
            self.pos = self.input.len();
            let kind = if self.pos > self.start { Kind::Text } else { Kind::Eof };
            return Some(self.emit(kind));
        };
        let delimiter = self.pos + length;
        let text = &self.input[self.pos..delimiter];
        let trimmed = has_left_trim_marker(&self.input[delimiter + self.left.len()..]);
        let kept = if trimmed { text.trim_end_matches(SPACES) } else { text };
        if !kept.is_empty() {
            self.pos += kept.len();
            let item = self.emit(Kind::Text);
            self.pos = delimiter;
            self.ignore();
            return Some(item);
        }
        self.pos = delimiter;
        self.ignore();
        self.lex_left_delim(trimmed)
    }

    fn lex_left_delim(&mut self, trimmed: bool) -> Option<Item<'s>> {
        self.pos += self.left.len();
        let marker = if trimmed { TRIM_MARKER } else { 0 };
        if self.input[self.pos + marker..].starts_with("/*") {
            self.pos += marker;
            self.ignore();
            return self.lex_comment();
        }
        let item = self.emit(Kind::LeftDelim);
        self.inside_action = true;
        self.pos += marker;
        self.ignore();
        self.paren_depth = 0;
        Some(item)
    }

    fn lex_comment(&mut self) -> Option<Item<'s>> {
        self.pos += "/*".len();
        let Some(length) = self.rest().find("*/") else {
            return Some(self.error("unclosed comment"));
        };
        self.pos += length + "*/".len();
        let Some(trim) = self.at_right_delim() else {
            return Some(self.error("comment ends before closing delimiter"));
        };
        if trim {
            self.pos += TRIM_MARKER;
        }
        self.pos += self.right.len();
        if trim {
            self.skip_spaces();
        }
        self.ignore();
        None
    }

    fn lex_right_delim(&mut self, trim: bool) -> Item<'s> {
        if trim {
            self.pos += TRIM_MARKER;
            self.ignore();
        }
        self.pos += self.right.len();
        let item = self.emit(Kind::RightDelim);
        if trim {
            self.skip_spaces();
            self.ignore();
        }
        self.inside_action = false;
        item
    }

    fn skip_spaces(&mut self) {
        self.pos = self.input.len() - self.rest().trim_start_matches(SPACES).len();
    }

    /// Whether a right delimiter follows, and if so whether it trims.
    fn at_right_delim(&self) -> Option<bool> {
        let rest = self.rest();
        if has_right_trim_marker(rest) && rest[TRIM_MARKER..].starts_with(self.right) {
            return Some(true);
        }
        rest.starts_with(self.right).then_some(false)
    }
}

fn count_newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

fn is_space(c: char) -> bool {
    SPACES.contains(&c)
}

fn has_left_trim_marker(text: &str) -> bool {
    matches!(text.as_bytes(), [b'-', b' ' | b'\t' | b'\r' | b'\n', ..])
}

fn has_right_trim_marker(text: &str) -> bool {
    matches!(text.as_bytes(), [b' ' | b'\t' | b'\r' | b'\n', b'-', ..])
}
