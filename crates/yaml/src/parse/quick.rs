//! The quick way through ordinary files.
//!
//! Nearly every file of a community is made of block mappings and lists with plain, quoted and block scalars.
//! This reader knows only those, and goes through the text once; it is several times as fast as the parser
//! for all of YAML. It gives up, without a word, at whatever it does not know or is wrong: brackets that hold
//! something, anchors, tags, tabs, several documents, every mistake. [`super::read`] then reads the file from
//! the start and is the only one to report.
//!
//! What it does read must be equal to what the whole parser gives: the tests read everything both ways.

mod scalar;

use folkmoot_diagnostics::{FileId, Span};

use super::findings::Findings;
use super::{Limits, keys};
use crate::{Comment, Entry, Kind, Node, ScalarStyle};

/// More comments, or lines in one text, are for the whole parser, which has bounds of its own.
const MOST_COMMENTS: usize = 50_000;
const MOST_LINES: usize = 50_000;

/// What was read, or nothing where the whole parser has to.
pub(super) struct Quick {
    pub(super) root: Node,
    pub(super) comments: Vec<Comment>,
    pub(super) findings: Findings,
}

/// Reads `text` if it is of the simple sort.
pub(super) fn read(text: &str, file: FileId, limits: Limits) -> Option<Quick> {
    if !is_ordinary(text.as_bytes()) {
        return None;
    }
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        file,
        limits,
        at: 0,
        column: None,
        nodes: 0,
        comments: Vec::new(),
        findings: Findings::new(file),
    };
    reader.next_content(0)?;
    let column = reader.column?;
    // The whole parser takes a key or dash for more than one line's start; a lone scalar is its business.
    let root = reader.node(column, -1, 0)?;
    let is_collection = !matches!(root.kind, Kind::Scalar { .. });
    (is_collection && reader.column.is_none()).then_some(Quick {
        root,
        comments: reader.comments,
        findings: reader.findings,
    })
}

/// Whether `bytes` have only characters that need no second thought: none that YAML forbids, no tab, no other
/// line break than LF.
fn is_ordinary(bytes: &[u8]) -> bool {
    /// Bytes that are looked at together, without a branch for each.
    const TOGETHER: usize = 64;
    let odd = |byte: u8| !matches!(byte, b' '..=b'~' | b'\n' | 0xC3..=0xEE | 0x80..=0xBF);
    let is_fine = |at: usize| match &bytes[at..] {
        [0xC2, second, ..] => *second >= 0xA0,
        [0xEF, 0xBB, 0xBF, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..] => false,
        [0xEF..=0xF4, ..] => true,
        _ => false,
    };
    bytes.chunks(TOGETHER).enumerate().all(|(nth, chunk)| {
        !chunk.iter().fold(false, |found, &byte| found | odd(byte))
            || chunk.iter().enumerate().all(|(at, &byte)| !odd(byte) || is_fine(nth * TOGETHER + at))
    })
}

struct Reader<'text> {
    text: &'text str,
    bytes: &'text [u8],
    file: FileId,
    limits: Limits,
    /// The next byte; between nodes, the first of a line's content.
    at: usize,
    /// Column of the content at `at`; `None` at the end.
    column: Option<usize>,
    nodes: usize,
    comments: Vec<Comment>,
    findings: Findings,
}

impl Reader<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    /// Whether white space or the end is at `at`.
    fn blank(&self, at: usize) -> bool {
        matches!(self.byte(at), b' ' | b'\n')
    }

    fn line_end(&self, from: usize) -> usize {
        memchr::memchr(b'\n', &self.bytes[from..]).map_or(self.bytes.len(), |found| from + found)
    }

    /// From the start of a line, goes to the next content and notes the comments on the way.
    fn next_content(&mut self, line: usize) -> Option<()> {
        let mut line = line;
        loop {
            let spaces =
                self.bytes[line.min(self.bytes.len())..].iter().take_while(|&&byte| byte == b' ').count();
            let at = line + spaces;
            match self.bytes.get(at) {
                None => {
                    self.at = self.bytes.len();
                    self.column = None;
                    return Some(());
                }
                Some(b'\n') => line = at + 1,
                Some(b'#') => {
                    let end = self.line_end(at);
                    (self.comments.len() < MOST_COMMENTS).then_some(())?;
                    self.comments.push(Comment { span: self.span(at, end), own_line: true });
                    line = end + 1;
                }
                Some(_) => {
                    self.at = at;
                    self.column = Some(spaces);
                    // `---` and `...` end a document.
                    let mark = matches!(&self.bytes[at..], [b'-', b'-', b'-', ..] | [b'.', b'.', b'.', ..]);
                    return (spaces > 0 || !mark).then_some(());
                }
            }
        }
    }

    /// From behind a value or indicator: only spaces and a comment may follow on the line.
    fn end_line(&mut self, from: usize) -> Option<()> {
        let spaces = self.bytes[from..].iter().take_while(|&&byte| byte == b' ').count();
        let at = from + spaces;
        match self.byte(at) {
            b'\n' => self.next_content(at + 1),
            b'#' if spaces > 0 => {
                let end = self.line_end(at);
                (self.comments.len() < MOST_COMMENTS).then_some(())?;
                self.comments.push(Comment { span: self.span(at, end), own_line: false });
                self.next_content(end + 1)
            }
            _ => None,
        }
    }

    fn count(&mut self) -> Option<()> {
        self.nodes += 1;
        (self.nodes <= self.limits.nodes).then_some(())
    }

    /// The node whose first byte is at `self.at`, in `column`, inside one in column `parent`.
    fn node(&mut self, column: usize, parent: isize, depth: usize) -> Option<Node> {
        if self.byte(self.at) == b'-' && self.blank(self.at + 1) {
            return self.sequence(column, depth);
        }
        match self.key()? {
            Some(key) => self.mapping(key, column, depth),
            None => self.scalar(parent),
        }
    }

    fn sequence(&mut self, column: usize, depth: usize) -> Option<Node> {
        (depth < self.limits.depth).then_some(())?;
        self.count()?;
        let start = self.at;
        let mut end = start;
        let mut items = Vec::new();
        loop {
            let dash = self.at;
            let spaces = self.bytes[dash + 1..].iter().take_while(|&&byte| byte == b' ').count();
            let at = dash + 1 + spaces;
            let item = if matches!(self.byte(at), b'\n' | b'#') {
                self.end_line(dash + 1)?;
                match self.column {
                    Some(below) if below > column => self.node(below, column.cast_signed(), depth + 1)?,
                    _ => self.absent(dash + 1)?,
                }
            } else {
                self.at = at;
                self.node(column + 1 + spaces, column.cast_signed(), depth + 1)?
            };
            end = end.max(item.span.end as usize);
            items.push(item);
            match self.column {
                Some(next) if next == column && self.byte(self.at) == b'-' && self.blank(self.at + 1) => {}
                Some(next) if next > column => return None,
                _ => break,
            }
        }
        items.shrink_to_fit();
        Some(Node { kind: Kind::Sequence(items), span: self.span(start, end), tag: None })
    }

    fn mapping(&mut self, first: Key, column: usize, depth: usize) -> Option<Node> {
        (depth < self.limits.depth).then_some(())?;
        self.count()?;
        let start = first.start;
        let mut end = start;
        let mut entries = Vec::new();
        let mut key = first;
        loop {
            self.count()?;
            let value = self.value(&key, column, depth)?;
            end = end.max(value.span.end as usize);
            let key_span = self.span(key.start, key.end);
            entries.push(Entry { key: key.text, key_span, value, merged: false });
            match self.column {
                Some(next) if next == column => key = self.key()??,
                Some(next) if next > column => return None,
                _ => break,
            }
        }
        let mut entries = keys::unique(entries, &mut self.findings);
        entries.shrink_to_fit();
        Some(Node { kind: Kind::Mapping(entries), span: self.span(start, end), tag: None })
    }

    /// What stands behind the colon of `key`, on its line or below.
    fn value(&mut self, key: &Key, column: usize, depth: usize) -> Option<Node> {
        let after = key.colon + 1;
        let spaces = self.bytes[after..].iter().take_while(|&&byte| byte == b' ').count();
        if !matches!(self.byte(after + spaces), b'\n' | b'#') {
            self.at = after + spaces;
            // A list cannot start on the line of its key.
            let dash = self.byte(self.at) == b'-' && self.blank(self.at + 1);
            return if dash { None } else { self.scalar(column.cast_signed()) };
        }
        self.end_line(after)?;
        match self.column {
            Some(below) if below > column => self.node(below, column.cast_signed(), depth + 1),
            Some(below) if below == column && self.byte(self.at) == b'-' && self.blank(self.at + 1) => {
                self.sequence(column, depth + 1)
            }
            _ => self.absent(after),
        }
    }

    fn absent(&mut self, at: usize) -> Option<Node> {
        self.count()?;
        Some(Node {
            kind: Kind::Scalar { text: String::new(), style: ScalarStyle::Plain },
            span: self.span(at, at),
            tag: None,
        })
    }
}

/// A key and where its colon is.
struct Key {
    text: String,
    start: usize,
    end: usize,
    colon: usize,
}

#[cfg(test)]
mod tests;
