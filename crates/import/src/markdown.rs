//! Markdown as a flat run of blocks whose every line knows its number.
//!
//! Nested lists and quotes are flattened, an item keeping its depth: readers look at headings, items and
//! rows, and a page nested ten thousand deep costs no stack.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::html;
use crate::inline::{Inline, push_text};

/// A line of text within a block.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Line {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) inlines: Vec<Inline>,
}

/// A cell of a table.
pub(crate) type Cell = Vec<Inline>;

/// A row of a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Row {
    /// From 1.
    pub(crate) line: usize,
    pub(crate) cells: Vec<Cell>,
    /// Cells as written, one for one.
    pub(crate) raw: Vec<String>,
    /// Cells beyond the header's, which Markdown drops.
    pub(crate) beyond: Option<String>,
}

/// A block.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Block {
    Heading {
        level: u8,
        line: Line,
    },
    /// A paragraph (`depth` 0) or the text of a list item at that depth, from 1.
    Text {
        depth: usize,
        lines: Vec<Line>,
    },
    Table {
        header: Row,
        rows: Vec<Row>,
    },
    /// Comments, HTML, code, front matter, rules: lines that hold no facts, and why.
    Other {
        first: usize,
        last: usize,
        why: &'static str,
    },
}

/// Reads a page.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::new(text);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range.start, range.end);
    }
    reader.flush();
    reader.blocks
}

struct Reader<'a> {
    text: &'a str,
    starts: Vec<usize>,
    blocks: Vec<Block>,
    /// Lines of the block being read.
    lines: Vec<Line>,
    depth: usize,
    /// The link being read: its address and text so far.
    link: Option<(String, String)>,
    image: usize,
    heading: Option<u8>,
    table: Option<(Row, Vec<Row>)>,
    row: Row,
    cell: Option<Cell>,
    in_head: bool,
    /// Inside code, HTML or front matter: a block of no facts.
    silent: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self {
            text,
            starts,
            blocks: Vec::new(),
            lines: Vec::new(),
            depth: 0,
            link: None,
            image: 0,
            heading: None,
            table: None,
            row: Row::default(),
            cell: None,
            in_head: false,
            silent: false,
        }
    }

    fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }

    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(tag) => self.start(tag, start, end),
            Event::End(tag) => self.end(tag, end),
            Event::Text(text) if self.silent => drop(text),
            Event::Text(text) => self.words(&text, start),
            Event::Code(text) => self.words(&text, start),
            Event::InlineHtml(tag) => self.inline_html(&tag, start),
            Event::SoftBreak | Event::HardBreak => match &mut self.link {
                Some((_, text)) => text.push(' '),
                None if self.cell.is_none() => {
                    let number = self.line_at(start) + 1;
                    self.lines.push(Line { number, inlines: Vec::new() });
                }
                None => {}
            },
            Event::Rule => {
                self.flush();
                self.other(start, end, "a rule across the page");
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, start: usize, end: usize) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(level as u8);
            }
            Tag::Item => {
                self.flush();
            }
            Tag::List(_) => {
                self.flush();
                self.depth += 1;
            }
            Tag::Paragraph | Tag::BlockQuote(_) => self.flush(),
            Tag::CodeBlock(_) => {
                self.flush();
                self.silent = true;
                self.other(start, end, "code");
            }
            Tag::HtmlBlock => {
                self.flush();
                self.silent = true;
                let html = self.text.get(start..end).unwrap_or_default();
                let why = if html.trim_start().starts_with("<!--") { "a comment" } else { "HTML" };
                self.other(start, end, why);
            }
            Tag::MetadataBlock(_) => {
                self.flush();
                self.silent = true;
                self.other(start, end, "front matter of the site generator");
            }
            Tag::Link { dest_url, .. } => self.link = Some((dest_url.into_string(), String::new())),
            Tag::Image { dest_url, .. } => {
                self.image += 1;
                // An image inside a link is what the link shows: a badge.
                if self.link.is_none() {
                    self.push(Inline::Image { url: dest_url.into_string() }, start);
                }
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some((Row::default(), Vec::new()));
            }
            Tag::TableHead | Tag::TableRow => {
                self.in_head = tag == Tag::TableHead;
                self.row = Row { line: self.line_at(start), ..Row::default() };
            }
            Tag::TableCell => {
                self.cell = Some(Vec::new());
                self.row.raw.push(
                    self.text
                        .get(start..end)
                        .unwrap_or_default()
                        .trim_matches(['|', ' ', '\t', '\n'])
                        .to_owned(),
                );
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, end: usize) {
        match tag {
            TagEnd::Heading(_) => {
                let mut lines = std::mem::take(&mut self.lines).into_iter();
                let level = self.heading.take().unwrap_or(1);
                // A heading underlined with `===` may run over several lines; its facts stand on the first.
                if let Some(mut line) = lines.next() {
                    for more in lines {
                        push_text(&mut line.inlines, " ");
                        line.inlines.extend(more.inlines);
                    }
                    self.blocks.push(Block::Heading { level, line });
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) => self.flush(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => self.silent = false,
            TagEnd::Link => {
                if let Some((url, text)) = self.link.take() {
                    self.push(
                        Inline::Link { text: crate::inline::squeeze(&text), url: url.trim().to_owned() },
                        end.saturating_sub(1),
                    );
                }
            }
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            TagEnd::TableCell => {
                let cell = self.cell.take().unwrap_or_default();
                self.row.cells.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let mut row = std::mem::take(&mut self.row);
                row.beyond = self.beyond(&row);
                if let Some((header, rows)) = &mut self.table {
                    if self.in_head { *header = row } else { rows.push(row) }
                }
                self.in_head = false;
            }
            TagEnd::Table => {
                if let Some((header, rows)) = self.table.take() {
                    self.blocks.push(Block::Table { header, rows });
                }
            }
            _ => {}
        }
    }

    /// What stands in a row after the cells that its header allows.
    fn beyond(&self, row: &Row) -> Option<String> {
        let start = *self.starts.get(row.line.checked_sub(1)?)?;
        let line = self.text.get(start..)?.lines().next()?;
        let cells = split_cells(line);
        let extra: Vec<&str> =
            cells.into_iter().skip(row.cells.len()).filter(|cell| !cell.is_empty()).collect();
        (!extra.is_empty()).then(|| extra.join(" | "))
    }

    fn words(&mut self, text: &str, start: usize) {
        if let Some((_, shown)) = &mut self.link {
            shown.push_str(text);
        } else if self.image == 0 {
            push_text(self.inlines(start), text);
        }
    }

    fn push(&mut self, inline: Inline, start: usize) {
        if self.link.is_some() {
            return;
        }
        self.inlines(start).push(inline);
    }

    /// Where text that stands at `start` goes.
    fn inlines(&mut self, start: usize) -> &mut Vec<Inline> {
        if self.cell.is_none() && self.lines.is_empty() {
            let number = self.line_at(start);
            self.lines.push(Line { number, inlines: Vec::new() });
        }
        match (&mut self.cell, self.lines.last_mut()) {
            (Some(cell), _) => cell,
            (None, Some(line)) => &mut line.inlines,
            (None, None) => unreachable!("invariant: a line was just added"),
        }
    }

    fn inline_html(&mut self, tag: &str, start: usize) {
        match html::tag(tag) {
            html::Tag::Break => self.push(Inline::Break, start),
            html::Tag::Image(url) => self.push(Inline::Image { url }, start),
            html::Tag::LinkStart(url) if self.link.is_none() => self.link = Some((url, String::new())),
            html::Tag::LinkEnd => self.end(TagEnd::Link, start + 1),
            _ => {}
        }
    }

    fn other(&mut self, start: usize, end: usize, why: &'static str) {
        let (first, last) = (self.line_at(start), self.line_at(end.saturating_sub(1).max(start)));
        self.blocks.push(Block::Other { first, last, why });
    }

    /// Ends the block being read.
    fn flush(&mut self) {
        // A link that HTML opened and never closed.
        if let Some((url, text)) = self.link.take() {
            let start = self.starts.last().copied().unwrap_or_default();
            self.inlines(start).push(Inline::Link { text, url });
        }
        let lines = std::mem::take(&mut self.lines);
        if lines.iter().any(|line| !line.inlines.is_empty()) {
            self.blocks.push(Block::Text { depth: self.depth, lines });
        }
    }
}

/// The cells of a row as written, split at `|` that are neither escaped nor in code; a leading and a
/// trailing one only frame the row.
pub(crate) fn split_cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'|' if !escaped => {
                cells.push(line[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    let last = line[start..].trim();
    if !last.is_empty() {
        cells.push(last);
    }
    cells
}
