//! The words between the delimiters.

use super::{Item, Keyword, Kind, Lexer, has_right_trim_marker, is_space};
use crate::literal::{code_point, is_letter_or_digit, quote};

impl<'s> Lexer<'s> {
    pub(super) fn lex_inside_action(&mut self) -> Item<'s> {
        if let Some(trim) = self.at_right_delim() {
            if self.paren_depth == 0 {
                return self.lex_right_delim(trim);
            }
            return self.error("unclosed left paren");
        }
        let Some(c) = self.peek() else {
            return self.error("unclosed action");
        };
        if is_space(c) {
            return self.lex_space();
        }
        self.pos += c.len_utf8();
        match c {
            '=' => self.emit(Kind::Assign),
            ':' => match self.next() {
                Some('=') => self.emit(Kind::Declare),
                _ => self.error("expected :="),
            },
            '|' => self.emit(Kind::Pipe),
            '"' => self.lex_quote(),
            '`' => self.lex_raw_quote(),
            '$' => self.lex_variable(),
            '\'' => self.lex_char(),
            '.' if self.peek().is_some_and(|next| !next.is_ascii_digit()) => self.lex_field(),
            // A dot that ends the text counts as a number, which the parser then refuses: so does Go.
            '.' | '+' | '-' | '0'..='9' => {
                self.pos -= 1;
                self.lex_number()
            }
            c if is_name_char(c) => self.lex_identifier(),
            '(' => {
                self.paren_depth += 1;
                self.emit(Kind::LeftParen)
            }
            ')' if self.paren_depth == 0 => self.error("unexpected right paren"),
            ')' => {
                self.paren_depth -= 1;
                self.emit(Kind::RightParen)
            }
            ' '..='~' => self.emit(Kind::Char),
            c => self.error(format!("unrecognized character in action: {}", code_point(c))),
        }
    }

    fn lex_space(&mut self) -> Item<'s> {
        let end = self.input.len() - self.rest().trim_start_matches(super::SPACES).len();
        let spaces = end - self.pos;
        // The last space may belong to a trim marker, ` -}}`.
        let last = &self.input[end - 1..];
        if has_right_trim_marker(last) && last[super::TRIM_MARKER..].starts_with(self.right) {
            if spaces == 1 {
                return self.lex_right_delim(true);
            }
            self.pos = end - 1;
        } else {
            self.pos = end;
        }
        self.emit(Kind::Space)
    }

    fn lex_identifier(&mut self) -> Item<'s> {
        self.skip_name();
        let word = &self.input[self.start..self.pos];
        if let Some(bad) = self.not_a_terminator() {
            return self.error(format!("bad character {}", code_point(bad)));
        }
        match (word, Keyword::find(word)) {
            (_, Some(Keyword::Break)) if !self.keywords.break_is_one => self.emit(Kind::Identifier),
            (_, Some(Keyword::Continue)) if !self.keywords.continue_is_one => self.emit(Kind::Identifier),
            (_, Some(keyword)) => self.emit(Kind::Keyword(keyword)),
            ("nil", _) => self.emit(Kind::Nil),
            ("true" | "false", _) => self.emit(Kind::Bool),
            _ => self.emit(Kind::Identifier),
        }
    }

    fn lex_field(&mut self) -> Item<'s> {
        if self.not_a_terminator().is_none() {
            return self.emit(Kind::Dot);
        }
        self.lex_name(Kind::Field)
    }

    fn lex_variable(&mut self) -> Item<'s> {
        if self.not_a_terminator().is_none() {
            return self.emit(Kind::Variable);
        }
        self.lex_name(Kind::Variable)
    }

    fn lex_name(&mut self, kind: Kind) -> Item<'s> {
        self.skip_name();
        match self.not_a_terminator() {
            Some(bad) => self.error(format!("bad character {}", code_point(bad))),
            None => self.emit(kind),
        }
    }

    fn skip_name(&mut self) {
        let rest = self.rest();
        self.pos += rest.find(|c| !is_name_char(c)).unwrap_or(rest.len());
    }

    /// The character that follows, where a name may not end before it.
    fn not_a_terminator(&self) -> Option<char> {
        let c = self.peek()?;
        let ends = is_space(c)
            || matches!(c, '.' | ',' | '|' | ':' | ')' | '(')
            || self.rest().starts_with(self.right);
        (!ends).then_some(c)
    }

    fn lex_char(&mut self) -> Item<'s> {
        self.lex_quoted('\'', Kind::CharConstant, "unterminated character constant")
    }

    fn lex_quote(&mut self) -> Item<'s> {
        self.lex_quoted('"', Kind::String, "unterminated quoted string")
    }

    fn lex_quoted(&mut self, end: char, kind: Kind, unterminated: &'static str) -> Item<'s> {
        loop {
            match self.next() {
                Some('\\') => match self.next() {
                    None | Some('\n') => return self.error(unterminated),
                    Some(_) => {}
                },
                None | Some('\n') => return self.error(unterminated),
                Some(c) if c == end => return self.emit(kind),
                Some(_) => {}
            }
        }
    }

    fn lex_raw_quote(&mut self) -> Item<'s> {
        match self.rest().find('`') {
            None => self.error("unterminated raw quoted string"),
            Some(length) => {
                self.pos += length + 1;
                self.emit(Kind::RawString)
            }
        }
    }

    pub(super) fn bad_number(&mut self) -> Item<'s> {
        let text = quote(&self.input.as_bytes()[self.start..self.pos]);
        self.error(format!("bad number syntax: {text}"))
    }
}

pub(super) fn is_name_char(c: char) -> bool {
    c == '_' || is_letter_or_digit(c)
}
