//! Changes to a file that keep its comments.
//!
//! A person's file has comments, blank lines and quotes of the person's choice. An [`Editor`] changes values in
//! the text itself, so that everything it is not asked to change stays as it was: each method gives an [`Edit`]
//! of the smallest sensible part, and [`Editor::fit`] changes a whole file to hold what it should.
//!
//! What moves with what: the lines of comments right above a key or item, in its column and without a blank
//! line between, belong to it, as does a comment behind it, and comments below it that are indented deeper.
//! All other comments and blank lines stay where they are.
//!
//! Some texts cannot be changed safely in place: keys behind `?`, lists in brackets with comments inside, what
//! comes from an alias. The methods give `None` there and leave the decision to the caller.
//!
//! ```
//! use folkmoot_diagnostics::Sources;
//! use folkmoot_yaml::edit::{Editor, apply};
//! use folkmoot_yaml::{Limits, Style, parse};
//!
//! let sources = Sources::new();
//! let file = sources.add("a.yaml", "name: Docs # the old name\nlabel: docs\n");
//! let document = parse(&sources, file, Limits::default());
//! let source = sources.get(file);
//! let editor = Editor::new(&source, file, Style::GO_YAML_3);
//! let name = document.root.as_ref().unwrap().get("name").unwrap();
//! let edit = editor.set_scalar(name, "Docs: all of them").unwrap();
//! assert_eq!(apply(source.text(), &[edit]), "name: 'Docs: all of them' # the old name\nlabel: docs\n");
//! ```

mod block_text;
mod fit;
mod flow;
mod layout;
mod matching;
mod render;

use std::ops::Range;

use folkmoot_diagnostics::{Edit, FileId, SourceFile, Span};

use crate::{Entry, Kind, Node, Out, Style};
use layout::{Layout, Piece};

pub use fit::Unfit;

/// Changes one file.
#[derive(Clone, Copy, Debug)]
pub struct Editor<'text> {
    text: &'text str,
    file: FileId,
    style: Style,
}

impl<'text> Editor<'text> {
    /// Edits `source`, which is `file`. New lines and values are written in `style`.
    pub fn new(source: &'text SourceFile, file: FileId, style: Style) -> Self {
        Self { text: source.text(), file, style }
    }

    /// Gives the scalar `node` another value, in its way of quoting where that can hold it.
    pub fn set_scalar(&self, node: &Node, value: &str) -> Option<Edit> {
        let Kind::Scalar { style, .. } = &node.kind else { return None };
        let range = node.span.range();
        let raw = self.text.get(range.clone())?;
        let new = render::scalar_like(self, raw, *style, range.start, value);
        let before = self.text[..range.start].chars().next_back();
        // An empty value stands right behind its colon or dash.
        let space = if raw.is_empty() && !matches!(before, None | Some(' ' | '\n')) { " " } else { "" };
        // At the end of a file that has no last newline, a block loses the one its text ends with.
        let at_end = range.end == self.text.len() && value.ends_with('\n') && new.starts_with(['|', '>']);
        let newline = if at_end { "\n" } else { "" };
        Some(self.edit(range.start, range.end, format!("{space}{new}{newline}")))
    }

    /// Renames the key of `entry`.
    pub fn rename_key(&self, entry: &Entry, key: &str) -> Option<Edit> {
        let range = entry.key_span.range();
        if entry.merged || self.text.get(range.clone())?.is_empty() {
            return None;
        }
        let new = render::key_like(self.text, range.clone(), key)?;
        Some(self.edit(range.start, range.end, new))
    }

    /// Removes entry or item number `index` of `collection`, with the comments that belong to it.
    pub fn remove(&self, collection: &Node, index: usize) -> Option<Edit> {
        if flow::is_flow(self.text, collection) {
            let mut parts = flow::parts(self.text, collection)?;
            (index < parts.len()).then(|| parts.remove(index))?;
            return Some(self.replace(collection, flow::join(collection, &parts)));
        }
        let layout = Layout::of(self.text, collection)?;
        let piece = layout.pieces.get(index)?;
        if layout.pieces.len() == 1 {
            return Some(self.empty(collection, piece));
        }
        if index == 0 && layout.inline {
            // The next one takes its place behind the dash, and its comments go above that.
            return self.rewrite(&layout, (1..layout.pieces.len()).map(Part::Kept).collect());
        }
        // The blank lines that set it apart go with it.
        let start = if piece.lead.is_empty() { piece.line_start } else { piece.lead.start };
        let blank = |gap: &Range<usize>| layout::is_blank(&self.text[gap.clone()]);
        let start = if index > 0 && blank(&piece.gap) { piece.gap.start } else { start };
        let next_gap = layout.pieces.get(1).map(|next| &next.gap).filter(|gap| index == 0 && blank(gap));
        Some(self.edit(start, next_gap.map_or(piece.end, |gap| gap.end), String::new()))
    }

    /// Puts `key: value` into the block or flow mapping `mapping`, as entry number `index`.
    pub fn insert_entry(&self, mapping: &Node, index: usize, key: &str, value: &Out<'_>) -> Option<Edit> {
        matches!(mapping.kind, Kind::Mapping(_)).then_some(())?;
        if flow::is_flow(self.text, mapping) {
            let value = render::in_flow(value)?;
            let key = render::flow_scalar(key);
            return self.insert_part(mapping, index, format!("{key}: {value}"));
        }
        let new = render::entry(self, key, value, layout::column(self.text, mapping.span.range().start));
        self.insert_new(mapping, index, new)
    }

    /// Puts `value` into the block or flow list `list`, as item number `index`.
    pub fn insert_item(&self, list: &Node, index: usize, value: &Out<'_>) -> Option<Edit> {
        matches!(list.kind, Kind::Sequence(_)).then_some(())?;
        if flow::is_flow(self.text, list) {
            return self.insert_part(list, index, render::in_flow(value)?);
        }
        let new = render::item(self, value, layout::column(self.text, list.span.range().start));
        self.insert_new(list, index, new)
    }

    /// Puts the entries or items of `collection` in another order: `order` names for each place which one stands
    /// there now. `None` also where `order` is no such permutation.
    pub fn reorder(&self, collection: &Node, order: &[usize]) -> Option<Edit> {
        if flow::is_flow(self.text, collection) {
            let parts = flow::parts(self.text, collection)?;
            is_permutation(order, parts.len()).then_some(())?;
            let parts: Vec<String> = order.iter().map(|&old| parts[old].clone()).collect();
            return Some(self.replace(collection, flow::join(collection, &parts)));
        }
        let layout = Layout::of(self.text, collection)?;
        is_permutation(order, layout.pieces.len()).then_some(())?;
        self.rewrite(&layout, order.iter().map(|&old| Part::Kept(old)).collect())
    }

    fn insert_part(&self, collection: &Node, index: usize, new: String) -> Option<Edit> {
        let mut parts = flow::parts(self.text, collection)?;
        (index <= parts.len()).then(|| parts.insert(index, new))?;
        Some(self.replace(collection, flow::join(collection, &parts)))
    }

    fn insert_new(&self, collection: &Node, index: usize, new: String) -> Option<Edit> {
        let layout = Layout::of(self.text, collection)?;
        if index > layout.pieces.len() {
            return None;
        }
        let mut parts: Vec<Part> = (0..layout.pieces.len()).map(Part::Kept).collect();
        parts.insert(index, Part::New(new));
        if index > 0 && !layout.pieces[index - 1].ends_open && !layout.is_airy() {
            // Behind another one nothing else has to be touched.
            let at = layout.pieces[index - 1].end;
            let Part::New(new) = &parts[index] else { return None };
            let indent = " ".repeat(layout.column);
            return Some(self.edit(at, at, self.in_newlines(&format!("{indent}{new}"))));
        }
        self.rewrite(&layout, parts)
    }

    fn rewrite(&self, layout: &Layout, parts: Vec<Part>) -> Option<Edit> {
        let written = layout.write(self.text, &parts)?;
        let start =
            if written.hoisted.is_empty() { layout.start } else { layout.dash_line_start(self.text)? };
        let between = if written.hoisted.is_empty() { "" } else { &self.text[start..layout.start] };
        let indent = " ".repeat(between.len() - between.trim_start().len());
        let hoisted: String = written.hoisted.iter().map(|line| format!("{indent}{line}\n")).collect();
        let new = format!("{hoisted}{between}{}", written.text);
        Some(self.edit(start, layout.end, self.in_newlines(&new)))
    }

    /// The collection without its only piece: `[]` or `{}` in its place.
    fn empty(&self, collection: &Node, piece: &Piece) -> Edit {
        let brackets = if matches!(collection.kind, Kind::Sequence(_)) { "[]" } else { "{}" };
        // A list in the column of its key would otherwise stand too far left.
        let own_line = layout::column(self.text, piece.start) == piece.start - piece.line_start;
        let deeper = if own_line { "  " } else { "" };
        let rest = &self.text[piece.content_end..piece.end];
        let newline = if rest.ends_with('\n') { "\n" } else { "" };
        let start = if piece.lead.is_empty() { piece.start } else { piece.lead.start };
        let indent =
            if piece.lead.is_empty() { String::new() } else { " ".repeat(piece.start - piece.line_start) };
        self.edit(start, piece.end, self.in_newlines(&format!("{indent}{deeper}{brackets}{newline}")))
    }

    fn replace(&self, node: &Node, new: String) -> Edit {
        self.edit(node.span.range().start, node.span.range().end, new)
    }

    fn edit(&self, start: usize, end: usize, replacement: String) -> Edit {
        Edit { span: Span::new(self.file, start, end), replacement }
    }

    /// `new` with the line breaks of the file.
    fn in_newlines(&self, new: &str) -> String {
        let crlf = self.text.find('\n').is_some_and(|newline| self.text[..newline].ends_with('\r'));
        if crlf { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new.to_owned() }
    }
}

/// What stands at a place of a rewritten collection.
enum Part {
    /// What stood at this place before.
    Kept(usize),
    /// What stood at this place before, with comments to go above it and new lines.
    Changed(usize, Vec<String>, String),
    /// Lines without the first one's indentation.
    New(String),
}

fn is_permutation(order: &[usize], len: usize) -> bool {
    let mut seen = vec![false; len];
    order.len() == len
        && order.iter().all(|&old| seen.get_mut(old).is_some_and(|seen| !std::mem::replace(seen, true)))
}

/// `text` with `edits` made, which must not overlap; an edit outside the text is left out.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        let Some(between) = text.get(at..range.start) else { continue };
        if text.get(range.clone()).is_none() {
            continue;
        }
        out.push_str(between);
        out.push_str(&edit.replacement);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}
