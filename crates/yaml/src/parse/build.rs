//! Events to tree, on a stack of its own: nesting costs no call stack.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use folkmoot_diagnostics::{Diagnostic, FileId, Span};
use granit_parser::{Event, ScalarStyle as Style, StructureStyle, Tag};

use super::findings::Findings;
use super::merge::{self, Merge};
use super::{Limits, keys};
use crate::{Entry, Kind, Node, ScalarStyle};

/// Whether to go on reading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Go,
    Stop,
}

/// How much a subtree holds: what an alias to it costs.
#[derive(Clone, Copy, Default)]
struct Size {
    nodes: usize,
    /// Bytes of scalars and keys.
    text: usize,
    /// Collections on the longest way down.
    height: usize,
}

/// An anchored node, kept for its aliases.
struct Anchored {
    node: Node,
    size: Size,
}

/// A key waiting for its value.
enum Key {
    Awaited,
    Read {
        text: String,
        span: Span,
    },
    Merge {
        span: Span,
    },
    /// Not a scalar: reported, its value is dropped.
    Unreadable,
}

enum Open {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, key: Key, merges: Vec<Merge> },
}

/// A collection whose end has not come.
struct Frame {
    open: Open,
    start: usize,
    /// End of the last thing inside.
    end: usize,
    anchor: usize,
    tag: Option<String>,
    before: Size,
    height: usize,
}

/// Above this many nodes memory is worth more than time.
const ROOMY: usize = 100_000;

/// Builds the tree from events.
pub(super) struct Builder<'text> {
    text: &'text str,
    file: FileId,
    limits: Limits,
    findings: Findings,
    frames: Vec<Frame>,
    anchors: HashMap<usize, Anchored>,
    /// Everything built so far, anchored copies included.
    total: Size,
    /// End of the last event, for finding a block scalar's header.
    last_end: usize,
    root: Option<Node>,
    /// A bound that was passed: reading ends with this.
    stop: Option<Diagnostic>,
    ended: bool,
}

impl<'text> Builder<'text> {
    pub(super) fn new(text: &'text str, file: FileId, limits: Limits, findings: Findings) -> Self {
        Self {
            text,
            file,
            limits,
            findings,
            frames: Vec::new(),
            anchors: HashMap::new(),
            total: Size::default(),
            last_end: 0,
            root: None,
            stop: None,
            ended: false,
        }
    }

    /// Takes in one event that stands at `range`, its tag at `tag_range`.
    pub(super) fn take(
        &mut self,
        event: Event<'text>,
        range: Range<usize>,
        tag_range: Option<Range<usize>>,
    ) -> Flow {
        if let Some(tag) = tag_range {
            self.last_end = self.last_end.max(tag.end);
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => self.scalar(text, style, anchor, tag, &range),
            Event::SequenceStart(style, anchor, tag) => {
                let in_mapping = matches!(self.frames.last(), Some(Frame { open: Open::Mapping { .. }, .. }));
                let start = match style {
                    StructureStyle::Block if in_mapping => first_dash(self.text, self.last_end, range.start),
                    _ => range.start,
                };
                self.open(Open::Sequence(Vec::new()), start, anchor, tag);
                // A comment may stand between the dash and what comes after it.
                self.last_end = self.last_end.max(start);
                return self.go_on();
            }
            Event::MappingStart(_, anchor, tag) => {
                let open = Open::Mapping { entries: Vec::new(), key: Key::Awaited, merges: Vec::new() };
                self.open(open, range.start, anchor, tag);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&range),
            Event::Alias(anchor) => self.alias(anchor, &range),
            Event::UnresolvedAlias(name) => {
                self.findings.add(unknown_alias(&shown(&name), self.span(&range)));
                self.grow(Size { nodes: 1, ..Size::default() }, &range);
                self.place(null(self.span(&range)), 0, range.end, false);
            }
            // A document without `---` starts, for the parser, behind the first scalar it looked ahead to.
            _ => return Flow::Go,
        }
        self.last_end = self.last_end.max(range.end);
        self.go_on()
    }

    /// Ends the reading where a bound was passed.
    fn go_on(&mut self) -> Flow {
        match self.stop.take() {
            Some(mistake) => {
                self.finish_early(mistake);
                Flow::Stop
            }
            None => Flow::Go,
        }
    }

    /// Closes what is open after a mistake that ends the reading: what stands before it is kept.
    pub(super) fn finish_early(&mut self, mistake: Diagnostic) {
        self.findings.add(mistake);
        self.ended = true;
        while let Some(frame) = self.frames.last_mut() {
            // A key without its value says nothing yet.
            if let Open::Mapping { key, .. } = &mut frame.open {
                *key = Key::Awaited;
            }
            self.close(&(0..0));
        }
    }

    pub(super) fn finish(mut self) -> (Option<Node>, Vec<Diagnostic>) {
        while !self.frames.is_empty() {
            self.close(&(0..0));
        }
        (self.root, self.findings.finish())
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    fn scalar(
        &mut self,
        text: Cow<'text, str>,
        style: Style,
        anchor: usize,
        tag: Option<Cow<'text, Tag>>,
        range: &Range<usize>,
    ) {
        // The parser writes `~` for what is not there.
        let absent = style == Style::Plain && range.is_empty();
        let mut text = if absent { String::new() } else { text.into_owned() };
        let to_the_end = range.end == self.text.len();
        let range = match style {
            Style::Literal | Style::Folded => block_range(self.text, self.last_end, range),
            Style::Plain if absent => absent_range(self.text, self.last_end, range.start),
            _ => range.clone(),
        };
        if to_the_end && matches!(style, Style::Literal | Style::Folded) {
            without_added_newline(&mut text, &self.text[range.start..]);
        }
        let style = match style {
            Style::Plain => ScalarStyle::Plain,
            Style::SingleQuoted => ScalarStyle::SingleQuoted,
            Style::DoubleQuoted => ScalarStyle::DoubleQuoted,
            Style::Literal => ScalarStyle::Literal,
            Style::Folded => ScalarStyle::Folded,
        };
        let size = Size { nodes: 1, text: text.len(), height: 0 };
        if !self.grow(size, &range) {
            return;
        }
        let node = Node { kind: Kind::Scalar { text, style }, span: self.span(&range), tag: resolved(tag) };
        self.keep(anchor, &node, size, &range);
        self.place(node, 0, range.end, false);
    }

    fn open(&mut self, open: Open, start: usize, anchor: usize, tag: Option<Cow<'text, Tag>>) {
        let range = start..start;
        let before = self.total;
        if self.frames.len() >= self.limits.depth {
            self.stop = Some(too_deep(self.limits.depth, self.span(&range)));
        } else if self.grow(Size { nodes: 1, ..Size::default() }, &range) {
            self.frames.push(Frame {
                open,
                start,
                end: start,
                anchor,
                tag: resolved(tag),
                before,
                height: 0,
            });
        }
    }

    /// Closes the innermost collection. `range` is its closing bracket; empty for a block collection.
    fn close(&mut self, range: &Range<usize>) {
        let Some(frame) = self.frames.pop() else { return };
        let end = if range.is_empty() { frame.end } else { range.end };
        let kind = match frame.open {
            Open::Sequence(mut items) => {
                // Room for three more in each of a million lists of one item would be most of the memory.
                if self.total.nodes > ROOMY {
                    items.shrink_to_fit();
                }
                Kind::Sequence(items)
            }
            Open::Mapping { entries, merges, .. } => {
                let mut entries = keys::unique(entries, &mut self.findings);
                if self.total.nodes > ROOMY {
                    entries.shrink_to_fit();
                }
                Kind::Mapping(match merges.is_empty() {
                    true => entries,
                    false => merge::expand(entries, merges, &mut self.findings),
                })
            }
        };
        let height = frame.height + 1;
        let node = Node { kind, span: Span::new(self.file, frame.start, end), tag: frame.tag };
        let size = Size {
            nodes: self.total.nodes - frame.before.nodes,
            text: self.total.text - frame.before.text,
            height,
        };
        self.keep(frame.anchor, &node, size, &(frame.start..end));
        self.place(node, height, end, false);
    }

    fn alias(&mut self, anchor: usize, range: &Range<usize>) {
        let span = self.span(range);
        let Some(size) = self.anchors.get(&anchor).map(|anchored| anchored.size) else {
            let within = self.frames.iter().find(|frame| frame.anchor == anchor);
            let outer = within.map(|frame| Span::new(self.file, frame.start, frame.start));
            self.findings.add(recursive_alias(&shown(&self.text[range.clone()]), span, outer));
            self.grow(Size { nodes: 1, ..Size::default() }, range);
            self.place(null(span), 0, range.end, false);
            return;
        };
        if self.frames.len() + size.height > self.limits.depth {
            self.stop = Some(too_deep(self.limits.depth, span));
        } else if self.grow(size, range)
            && let Some(node) = self.anchors.get(&anchor).map(|anchored| anchored.node.clone())
        {
            self.place(node, size.height, range.end, true);
        }
    }

    /// Counts what is about to be built; `false` where the bounds are passed.
    fn grow(&mut self, size: Size, range: &Range<usize>) -> bool {
        self.total.nodes += size.nodes;
        self.total.text += size.text;
        // Aliases may add as much text again as the largest file has.
        let fits =
            self.total.nodes <= self.limits.nodes && self.total.text <= self.limits.bytes.saturating_mul(2);
        if !fits {
            self.stop = Some(too_large(self.limits.nodes, self.span(range)));
        }
        fits
    }

    /// Keeps a copy of an anchored node for its aliases.
    fn keep(&mut self, anchor: usize, node: &Node, size: Size, range: &Range<usize>) {
        // Remembering the anchor itself costs as much as two nodes.
        let cost = Size { nodes: size.nodes + 2, ..size };
        if anchor != 0 && !self.ended && self.grow(cost, range) {
            self.anchors.insert(anchor, Anchored { node: node.clone(), size });
        }
    }

    /// Puts a finished node where it belongs: an item, a key, a value or the root.
    fn place(&mut self, node: Node, height: usize, end: usize, aliased: bool) {
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(node);
            return;
        };
        frame.end = frame.end.max(end);
        frame.height = frame.height.max(height);
        match &mut frame.open {
            Open::Sequence(items) => items.push(node),
            Open::Mapping { entries, key, merges } => match std::mem::replace(key, Key::Awaited) {
                Key::Awaited => *key = read_key(node, &mut self.findings),
                Key::Read { text, span } => {
                    entries.push(Entry { key: text, key_span: span, value: node, merged: false });
                }
                Key::Merge { span } => {
                    merges.push(Merge { place: entries.len(), key_span: span, value: node, aliased });
                }
                Key::Unreadable => {}
            },
        }
    }
}

fn read_key(node: Node, findings: &mut Findings) -> Key {
    match node.kind {
        Kind::Scalar { text, style } => {
            let plain = style == ScalarStyle::Plain && node.tag.is_none();
            if text == "<<" && (plain || node.tag.as_deref() == Some("tag:yaml.org,2002:merge")) {
                Key::Merge { span: node.span }
            } else {
                Key::Read { text, span: node.span }
            }
        }
        _ => {
            findings.add(
                Diagnostic::error("yaml-key", "a key must be a single value")
                    .at(node.span, "this is a list or a mapping")
                    .why("the key and its value were left out: no name can be made of it")
                    .help("write a name before the colon; put quotes around one that starts with `[` or `{`"),
            );
            Key::Unreadable
        }
    }
}

fn null(span: Span) -> Node {
    Node { kind: Kind::Scalar { text: String::new(), style: ScalarStyle::Plain }, span, tag: None }
}

/// The tag in full; `!` alone says nothing to Go.
fn resolved(tag: Option<Cow<'_, Tag>>) -> Option<String> {
    let tag = tag?;
    let full = format!("{}{}", tag.handle(), tag.suffix());
    (full != "!").then_some(full)
}

/// Where the first dash at the start of a line between `from` and `at` stands, else `at`. Of a block list that
/// is not indented under its key, the parser names only what comes after the dash.
fn first_dash(text: &str, from: usize, at: usize) -> usize {
    let mut start = from.min(at);
    for line in text[start..at].split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if line[indent..].starts_with('-') {
            return start + indent;
        }
        start += line.len();
    }
    at
}

/// Where a value that is not there would stand: after its colon or dash. The parser names the colon, or
/// what comes after the dash and its comment; `from` is where the search for the dash may start.
fn absent_range(text: &str, from: usize, at: usize) -> Range<usize> {
    let at = match text.as_bytes().get(at) {
        Some(b':') => at + 1,
        _ => {
            let dash = first_dash(text, from, at);
            if dash < at { dash + 1 } else { at }
        }
    };
    at..at
}

/// The whole of a block scalar, from its `|` or `>` to its last letter. The parser gives `content`, the lines
/// below the header; `from` is where the search for the header may start.
fn block_range(text: &str, from: usize, content: &Range<usize>) -> Range<usize> {
    let mut at = from.min(content.start);
    if at == 0 && text.starts_with('\u{FEFF}') {
        at = '\u{FEFF}'.len_utf8();
    }
    for line in text[at..content.start].split_inclusive('\n') {
        let comment = line.find('#').filter(|&hash| hash == 0 || line[..hash].ends_with([' ', '\t']));
        let before = line[..comment.unwrap_or(line.len())].trim_end();
        let word = before.rfind([' ', '\t', ':']).map_or(0, |space| space + 1);
        if before[word..].starts_with(['|', '>']) {
            let written = text[..content.end].trim_end().len();
            return at + word..written.max(at + before.len());
        }
        at += line.len();
    }
    content.start..text[..content.end].trim_end().len().max(content.start)
}

/// Where the file ends without a newline, the parser adds one to a block that goes so far, and Go does not.
fn without_added_newline(text: &mut String, raw: &str) {
    let last_line = raw.rsplit('\n').next().unwrap_or_default();
    // A last line of nothing but its indentation is no line; one of more spaces is.
    let counts = !last_line.trim().is_empty() || (!last_line.is_empty() && text.ends_with(" \n"));
    if counts && text.ends_with('\n') {
        text.pop();
    }
}

fn unknown_alias(name: &str, span: Span) -> Diagnostic {
    Diagnostic::error("yaml-alias", format!("nothing is named `&{name}` before this"))
        .at(span, "read as nothing")
        .why("an unquoted `*` at the start of a value stands for something named earlier in the file")
        .help(format!("put quotes around it if the `*` is meant as text: `\"*{name}\"`"))
        .help(format!("or name the value it stands for with `&{name}`"))
}

fn recursive_alias(written: &str, span: Span, outer: Option<Span>) -> Diagnostic {
    let finding = Diagnostic::error("yaml-alias", format!("`{written}` would contain itself"))
        .at(span, "read as nothing");
    let finding = match outer {
        Some(outer) => finding.at(outer, "what it stands for starts here and is not yet complete"),
        None => finding,
    };
    finding
        .why("expanding it would never end")
        .help("write the value out, or name a part that does not contain this place")
}

fn too_deep(depth: usize, span: Span) -> Diagnostic {
    Diagnostic::error("yaml-limit", format!("nested more than {depth} levels deep"))
        .at(span, "the rest of the file was not read")
        .why("nothing in a community is nested this deep; such files are made to exhaust their readers")
        .help("flatten the data")
}

fn too_large(nodes: usize, span: Span) -> Diagnostic {
    Diagnostic::error("yaml-limit", format!("more than {nodes} values, those that aliases repeat included"))
        .at(span, "the rest of the file was not read")
        .why("aliases of aliases grow without bound; such files are made to exhaust their readers")
        .help("write the repeated parts out, or split the file")
}

/// A name short enough for a message.
pub(super) fn shown(name: &str) -> String {
    let mut short: String = name.chars().take(60).flat_map(char::escape_debug).collect();
    if name.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}
