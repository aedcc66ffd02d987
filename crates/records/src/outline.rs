//! Markdown as a flat list of blocks: headings and lines with their depth, words, links and places.
//!
//! Notes are lists within lists, paragraphs of several lines, tables. For reading a record it matters what a
//! line says, how deep it stands and whether it is a task; not how it would look.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Blocks of one file; what follows is left out.
const BLOCK_LIMIT: usize = 200_000;

/// A link or image inside a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    pub(crate) title: String,
    pub(crate) url: String,
    pub(crate) range: Range<usize>,
}

/// What kind of line a block is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A heading of that level, 1 to 6.
    Heading(u8),
    /// A line of a paragraph.
    Line,
    /// The words of a list's item: how many lists it is inside of, and whether its box is ticked if it has one.
    Item { depth: usize, done: Option<bool> },
    /// A row of a table with the words of its cells.
    Row { header: bool, cells: Vec<String> },
}

/// A heading, a line, an item or a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// Its words without marks.
    pub(crate) text: String,
    pub(crate) links: Vec<Target>,
    pub(crate) range: Range<usize>,
}

/// The blocks of `text`, from byte `start` on. Code, quotes' marks and raw HTML are no words of a record.
pub(crate) fn blocks(text: &str, start: usize) -> Vec<Block> {
    let mut reading = Reading::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        if reading.out.len() >= BLOCK_LIMIT {
            break;
        }
        reading.take(event, range.start + start..range.end + start);
    }
    reading.close();
    reading.out
}

#[derive(Default)]
struct Reading {
    out: Vec<Block>,
    /// The block being read.
    open: Option<Block>,
    /// Depth of lists.
    depth: usize,
    /// Inside what has no words of its own.
    silent: usize,
    /// The link being read.
    link: Option<Target>,
    header: bool,
}

impl Reading {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.silent == 0 => self.words(&text, range),
            Event::SoftBreak | Event::HardBreak => self.break_line(range),
            Event::TaskListMarker(done) => {
                if let Some(Block { kind: Kind::Item { done: place, .. }, .. }) = &mut self.open {
                    *place = Some(done);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.begin(Kind::Heading(*level as u8), range),
            // An item's first paragraph is its words.
            Tag::Paragraph => {
                let item_waits = self
                    .open
                    .as_ref()
                    .is_some_and(|block| matches!(block.kind, Kind::Item { .. }) && block.text.is_empty());
                if !item_waits {
                    self.begin(Kind::Line, range);
                }
            }
            Tag::List(_) => {
                self.close();
                self.depth += 1;
            }
            Tag::Item => self.begin(Kind::Item { depth: self.depth, done: None }, range),
            Tag::TableHead => {
                self.header = true;
                self.begin(Kind::Row { header: true, cells: Vec::new() }, range);
            }
            Tag::TableRow => {
                self.header = false;
                self.begin(Kind::Row { header: false, cells: Vec::new() }, range);
            }
            Tag::TableCell => {
                if let Some(Block { kind: Kind::Row { cells, .. }, .. }) = &mut self.open {
                    cells.push(String::new());
                }
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.silent += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } if self.link.is_none() => {
                self.link = Some(Target { title: String::new(), url: dest_url.to_string(), range });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => {
                self.close();
            }
            TagEnd::List(_) => {
                self.close();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.silent = self.silent.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => {
                if let (Some(link), Some(block)) = (self.link.take(), &mut self.open) {
                    block.links.push(link);
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        if let Some(link) = &mut self.link {
            link.title.push_str(text);
        }
        // A tight list's words come without a paragraph, also after a list inside of the item.
        let block = self.open.get_or_insert_with(|| Block {
            kind: Kind::Line,
            text: String::new(),
            links: Vec::new(),
            range: range.clone(),
        });
        block.text.push_str(text);
        block.range.end = block.range.end.max(range.end);
        if let Kind::Row { cells, .. } = &mut block.kind {
            if let Some(cell) = cells.last_mut() {
                cell.push_str(text);
            }
            block.text.push(' ');
        }
    }

    /// A line break within a paragraph parts lines: `Recording: …` and `Attendees: …` stand below each other.
    fn break_line(&mut self, range: Range<usize>) {
        match &mut self.open {
            Some(Block { kind: Kind::Line, .. }) if self.link.is_none() => {
                self.begin(Kind::Line, range.end..range.end);
            }
            Some(block) => block.text.push(' '),
            None => {}
        }
    }

    fn begin(&mut self, kind: Kind, range: Range<usize>) {
        self.close();
        let end = match kind {
            // An item's range covers the lists inside of it; its own words end sooner.
            Kind::Item { .. } | Kind::Line => range.start,
            _ => range.end,
        };
        self.open = Some(Block { kind, text: String::new(), links: Vec::new(), range: range.start..end });
    }

    fn close(&mut self) {
        if let Some(mut block) = self.open.take() {
            block.text = block.text.trim().to_owned();
            if !block.text.is_empty() || !block.links.is_empty() {
                self.out.push(block);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Kind, String)> {
        blocks(text, 0).into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn lists_within_lists_are_lines_with_a_depth() {
        let item = |depth, done| Kind::Item { depth, done };
        assert_eq!(
            said("* one\n  * [x] two\n\n    more\n* three **bold**\n"),
            [
                (item(1, None), "one".to_owned()),
                (item(2, Some(true)), "two".to_owned()),
                (Kind::Line, "more".to_owned()),
                (item(1, None), "three bold".to_owned()),
            ]
        );
    }

    #[test]
    fn lines_of_a_paragraph_are_lines() {
        let found = blocks("Recording: <https://example.org/a>\nAttendees: ana, bo\n", 0);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].links[0].url, "https://example.org/a");
        assert_eq!(found[1].text, "Attendees: ana, bo");
    }

    #[test]
    fn tables_are_rows_of_cells() {
        let found = said("| Name | Here |\n| --- | --- |\n| Ana [x](y) | yes |\n");
        assert_eq!(
            found[1].0,
            Kind::Row { header: false, cells: vec!["Ana x".to_owned(), "yes".to_owned()] }
        );
    }

    #[test]
    fn code_is_no_line_of_a_record() {
        assert_eq!(said("```\n- [ ] not a task\n```\n<div>\n- [ ] nor this\n</div>\n"), []);
    }
}
