//! Scalars of ordinary files.

use super::{Key, MOST_LINES, Reader};
use crate::{Kind, Node, ScalarStyle};

/// A longer key is for the whole parser: YAML bounds it.
const LONGEST_KEY: usize = 500;

/// A text in quotes: what it says and where it ends.
struct Quoted {
    text: String,
    end: usize,
    style: ScalarStyle,
}

impl Reader<'_> {
    /// The key at `self.at`; `Some(None)` where the line has none.
    pub(super) fn key(&self) -> Option<Option<Key>> {
        let start = self.at;
        if matches!(self.byte(start), b'"' | b'\'') {
            let quoted = self.quoted(start)?;
            let spaces = self.bytes[quoted.end..].iter().take_while(|&&byte| byte == b' ').count();
            let colon = quoted.end + spaces;
            if self.byte(colon) != b':' {
                return Some(None);
            }
            let fits = self.blank(colon + 1) && colon - start <= LONGEST_KEY;
            return fits.then_some(Some(Key { text: quoted.text, start, end: quoted.end, colon }));
        }
        self.starts_plain(start).then_some(())?;
        let (end, colon) = self.plain_end(start);
        let Some(colon) = colon else { return Some(None) };
        let text = &self.text[start..end];
        let fits = colon - start <= LONGEST_KEY && text != "<<";
        fits.then(|| Some(Key { text: text.to_owned(), start, end, colon }))
    }

    /// The scalar at `self.at` in a node in column `parent`; goes on to the next content.
    pub(super) fn scalar(&mut self, parent: isize) -> Option<Node> {
        self.count()?;
        let start = self.at;
        match self.byte(start) {
            b'"' | b'\'' => {
                let quoted = self.quoted(start)?;
                self.end_line(quoted.end)?;
                Some(self.made(quoted.text, quoted.style, start, quoted.end))
            }
            b'|' | b'>' => self.block(parent),
            b'[' | b'{' => {
                let empty = matches!(&self.bytes[start..], [b'[', b']', ..] | [b'{', b'}', ..]);
                empty.then_some(())?;
                self.end_line(start + 2)?;
                let kind = if self.bytes[start] == b'[' {
                    Kind::Sequence(Vec::new())
                } else {
                    Kind::Mapping(Vec::new())
                };
                Some(Node { kind, span: self.span(start, start + 2), tag: None })
            }
            _ => self.plain(parent),
        }
    }

    fn made(&self, text: String, style: ScalarStyle, start: usize, end: usize) -> Node {
        Node { kind: Kind::Scalar { text, style }, span: self.span(start, end), tag: None }
    }

    /// Whether a plain scalar can start at `at`.
    fn starts_plain(&self, at: usize) -> bool {
        match self.byte(at) {
            b'-' | b'?' | b':' => !self.blank(at + 1),
            byte => !matches!(
                byte,
                b',' | b'['
                    | b']'
                    | b'{'
                    | b'}'
                    | b'#'
                    | b'&'
                    | b'*'
                    | b'!'
                    | b'|'
                    | b'>'
                    | b'\''
                    | b'"'
                    | b'%'
                    | b'@'
                    | b'`'
                    | b'\n'
                    | b' '
            ),
        }
    }

    /// Where the plain text from `start` ends on its line, and the colon it ends at, if any.
    fn plain_end(&self, start: usize) -> (usize, Option<usize>) {
        let mut at = start;
        let mut colon = None;
        while let Some(&byte) = self.bytes.get(at) {
            match byte {
                b'\n' => break,
                b':' if self.blank(at + 1) => {
                    colon = Some(at);
                    break;
                }
                b'#' if at > start && self.bytes[at - 1] == b' ' => break,
                _ => at += 1,
            }
        }
        let spaces = self.bytes[start..at].iter().rev().take_while(|&&byte| byte == b' ').count();
        (at - spaces, colon)
    }

    fn plain(&mut self, parent: isize) -> Option<Node> {
        let start = self.at;
        self.starts_plain(start).then_some(())?;
        let (mut end, colon) = self.plain_end(start);
        if colon.is_some() {
            return None;
        }
        let mut folded: Option<String> = None;
        // The text may go on below, indented deeper than what it belongs to.
        while self.blank(end) && self.bytes[end..self.line_end(end)].iter().all(|&byte| byte == b' ') {
            let Some((next, breaks)) = self.next_line_of_text(end, parent) else { break };
            let (next_end, colon) = self.plain_end(next);
            if colon.is_some() || self.text[next_end..self.line_end(next)].contains('#') {
                return None;
            }
            let text = folded.get_or_insert_with(|| self.text[start..end].to_owned());
            match breaks {
                0 => text.push(' '),
                _ => text.extend(std::iter::repeat_n('\n', breaks)),
            }
            text.push_str(&self.text[next..next_end]);
            end = next_end;
        }
        let text = folded.unwrap_or_else(|| self.text[start..end].to_owned());
        self.end_line(end)?;
        Some(self.made(text, ScalarStyle::Plain, start, end))
    }

    /// The start of the next line that a plain text ending at `end` goes on with, and how many blank lines are
    /// between; `None` where it does not.
    fn next_line_of_text(&self, end: usize, parent: isize) -> Option<(usize, usize)> {
        let mut line = self.line_end(end) + 1;
        let mut breaks = 0;
        loop {
            let spaces = self.bytes.get(line..)?.iter().take_while(|&&byte| byte == b' ').count();
            match self.bytes.get(line + spaces)? {
                b'\n' => {
                    breaks += 1;
                    line += spaces + 1;
                }
                b'#' => return None,
                _ => return (spaces.cast_signed() > parent).then_some((line + spaces, breaks)),
            }
        }
    }

    /// A text in quotes that ends on its line.
    fn quoted(&self, start: usize) -> Option<Quoted> {
        let quote = self.bytes[start];
        let style = if quote == b'"' { ScalarStyle::DoubleQuoted } else { ScalarStyle::SingleQuoted };
        let mut text = String::new();
        let mut from = start + 1;
        loop {
            let special = |&byte: &u8| byte == quote || byte == b'\n' || (byte == b'\\' && quote == b'"');
            let at = from + self.bytes[from..].iter().position(special)?;
            text.push_str(&self.text[from..at]);
            match self.bytes[at] {
                b'\n' => return None,
                b'\\' => {
                    let (character, length) = escape(&self.text[at + 1..])?;
                    text.push(character);
                    from = at + 1 + length;
                }
                _ if quote == b'\'' && self.byte(at + 1) == b'\'' => {
                    text.push('\'');
                    from = at + 2;
                }
                _ => return Some(Quoted { text, end: at + 1, style }),
            }
        }
    }

    /// A `|` or `>` block without an indentation digit.
    fn block(&mut self, parent: isize) -> Option<Node> {
        let start = self.at;
        let is_folded = self.bytes[start] == b'>';
        let sign = match self.byte(start + 1) {
            sign @ (b'+' | b'-') => Some(sign),
            _ => None,
        };
        let header = start + 1 + usize::from(sign.is_some());
        let header_end = self.line_end(header);
        let rest = &self.text[header..header_end];
        let comment = rest.find('#');
        match comment {
            None if rest.bytes().all(|byte| byte == b' ') => {}
            Some(hash) if hash > 0 && rest[..hash].bytes().all(|byte| byte == b' ') => {
                let comment = self.span(header + hash, header_end);
                self.comments.push(crate::Comment { span: comment, own_line: false });
            }
            _ => return None,
        }
        let mut lines: Vec<&str> = Vec::new();
        let mut indent = None;
        let mut at = header_end + 1;
        // Only lines that end in a newline: the last one's absence changes what is kept.
        while at < self.bytes.len() {
            (lines.len() < MOST_LINES).then_some(())?;
            let end = self.line_end(at);
            let spaces = self.bytes[at..end].iter().take_while(|&&byte| byte == b' ').count();
            if at + spaces == end {
                (spaces <= indent.unwrap_or(0)).then_some(())?;
                lines.push("");
            } else {
                let indent = *indent.get_or_insert(spaces);
                if spaces < indent || spaces.cast_signed() <= parent {
                    // A line between the two indentations is a mistake or a comment.
                    (spaces.cast_signed() <= parent && indent.cast_signed() > parent).then_some(())?;
                    break;
                }
                (end < self.bytes.len()).then_some(())?;
                lines.push(&self.text[at + indent..end]);
            }
            at = end + 1;
        }
        indent.filter(|&indent| indent.cast_signed() > parent)?;
        let blank = lines.iter().rev().take_while(|line| line.is_empty()).count();
        (blank < lines.len()).then_some(())?;
        let mut text = String::with_capacity(at - header_end);
        let content = &lines[..lines.len() - blank];
        if is_folded {
            fold(content, &mut text)
        } else {
            text.push_str(&content.join("\n"))
        }
        match sign {
            Some(b'-') => {}
            Some(_) => text.extend(std::iter::repeat_n('\n', blank + 1)),
            None => text.push('\n'),
        }
        let end = self.text[..at.min(self.text.len())].trim_end().len();
        self.next_content(at)?;
        let style = if is_folded { ScalarStyle::Folded } else { ScalarStyle::Literal };
        Some(self.made(text, style, start, end))
    }
}

/// Joins the lines of a `>` block: a break is a space, except around lines that start with one.
fn fold(lines: &[&str], text: &mut String) {
    let mut breaks = 0;
    let mut previous: Option<&str> = None;
    for &line in lines {
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        match previous {
            None => text.extend(std::iter::repeat_n('\n', breaks)),
            Some(before) if before.starts_with(' ') || line.starts_with(' ') => {
                text.extend(std::iter::repeat_n('\n', breaks + 1));
            }
            Some(_) if breaks == 0 => text.push(' '),
            Some(_) => text.extend(std::iter::repeat_n('\n', breaks)),
        }
        text.push_str(line);
        previous = Some(line);
        breaks = 0;
    }
}

/// The character of an escape, and how long that is behind its backslash.
fn escape(text: &str) -> Option<(char, usize)> {
    let hex = |digits: usize| {
        let written = text.get(1..1 + digits)?;
        let only_digits = written.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = u32::from_str_radix(written, 16).ok().filter(|_| only_digits)?;
        Some((char::from_u32(code)?, 1 + digits))
    };
    match text.as_bytes().first()? {
        b'"' => Some(('"', 1)),
        b'\\' => Some(('\\', 1)),
        b'n' => Some(('\n', 1)),
        b't' => Some(('\t', 1)),
        b'x' => hex(2),
        b'u' => hex(4),
        b'U' => hex(8),
        _ => None,
    }
}
