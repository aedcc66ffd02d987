//! Changing a whole file to hold what it should.

use std::fmt;
use std::ops::Range;

use folkmoot_diagnostics::{Edit, FileId, Sources, Span};

use super::layout::{self, Layout};
use super::matching::{match_items, says};
use super::{Editor, Part, flow, render};
use crate::{Entry, Kind, Limits, Node, Out, ScalarStyle, parse};

/// A file that cannot be changed in place to hold what it should.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the file is written in a way that cannot be changed in place")
    }
}

impl std::error::Error for Unfit {}

/// A child's new text.
struct Body {
    hoisted: Vec<String>,
    text: String,
}

impl Editor<'_> {
    /// The edits that make the file, whose root is `root`, hold `want`: the same keys and items in the same order
    /// with the same values. Comments stay, and of the rest only what differs changes. No edits where the file
    /// holds it already; otherwise one for each run of changed lines.
    ///
    /// The new text was read again and holds `want`; where it would not, or where the file cannot be changed in
    /// place, the answer is [`Unfit`].
    pub fn fit(&self, root: &Node, want: &Out<'_>) -> Result<Vec<Edit>, Unfit> {
        if says(root, want) {
            return Ok(Vec::new());
        }
        let new = self.fitted(root, want).ok_or(Unfit)?;
        let sources = Sources::new();
        let file = sources.add("", new.as_str());
        let read = parse(&sources, file, Limits::default());
        let holds = read.diagnostics.is_empty() && read.root.as_ref().is_some_and(|root| says(root, want));
        if holds { Ok(line_edits(self.file, self.text, &new)) } else { Err(Unfit) }
    }

    fn fitted(&self, root: &Node, want: &Out<'_>) -> Option<String> {
        let range = root.span.range();
        match self.collection(root, want) {
            Some((layout, written)) if written.hoisted.is_empty() => {
                let new = self.in_newlines(&written.text);
                Some(format!("{}{new}{}", &self.text[..layout.start], &self.text[layout.end..]))
            }
            _ => {
                let before = &self.text[..range.start];
                let after = &self.text[layout::line_end(self.text, range.end)..];
                // Comments before and after the root stay even where all of it is written anew.
                let own_line = before.is_empty() || before.ends_with(['\n', '\u{FEFF}']);
                own_line.then(|| {
                    let new = crate::emit::emit_faithfully(want, &self.style);
                    format!("{before}{}{after}", self.in_newlines(&new))
                })
            }
        }
    }

    /// The block collection `node` with its children as wanted.
    fn collection(&self, node: &Node, want: &Out<'_>) -> Option<(Layout, layout::Written)> {
        if flow::is_flow(self.text, node) {
            return None;
        }
        let layout = Layout::of(self.text, node)?;
        let parts: Vec<Part> = match (&node.kind, want) {
            (Kind::Mapping(entries), Out::Map(want)) if !want.is_empty() => want
                .iter()
                .map(|(key, value)| {
                    let Some(old) = entries.iter().position(|entry| entry.key == *key) else {
                        return Part::New(render::entry(self, key, value, layout.column));
                    };
                    if says(&entries[old].value, value) {
                        return Part::Kept(old);
                    }
                    let body = self.entry_body(&entries[old], value, &layout, old);
                    Part::Changed(old, body.hoisted, body.text)
                })
                .collect(),
            (Kind::Sequence(items), Out::Seq(want)) if !want.is_empty() => match_items(items, want)
                .into_iter()
                .zip(want)
                .map(|(from, want)| match from {
                    Some(old) if says(&items[old], want) => Part::Kept(old),
                    Some(old) => match self.child_body(&items[old], want, &layout, old) {
                        Some(body) => Part::Changed(old, body.hoisted, body.text),
                        None => Part::Changed(old, Vec::new(), render::item(self, want, layout.column)),
                    },
                    None => Part::New(render::item(self, want, layout.column)),
                })
                .collect(),
            _ => return None,
        };
        let written = layout.write(self.text, &parts)?;
        Some((layout, written))
    }

    fn entry_body(&self, entry: &Entry, want: &Out<'_>, layout: &Layout, old: usize) -> Body {
        if let Some(body) = self.child_body(&entry.value, want, layout, old) {
            return body;
        }
        // All of the value is new; a comment on the line of the key stays there.
        let piece = &layout.pieces[old];
        let key = &self.text[entry.key_span.range()];
        let new = render::after_key(self, want, layout.column);
        let first = &self.text[piece.start..layout::line_end(self.text, piece.start)];
        let value = entry.value.span.range();
        let behind = if (piece.start..piece.start + first.len()).contains(&value.start) {
            value.end
        } else {
            piece.start
        };
        let comment = self.comment_behind(behind.max(entry.key_span.range().end));
        let (head, rest) = new.split_once('\n').unwrap_or((&new, ""));
        Body { hoisted: Vec::new(), text: format!("{key}{head}{comment}\n{rest}") }
    }

    /// The comment behind `at` on its line, with the space before it.
    fn comment_behind(&self, at: usize) -> &str {
        let line = &self.text[at..layout::line_end(self.text, at)];
        match line.find(" #") {
            Some(hash) if line[..hash].bytes().all(|byte| matches!(byte, b' ' | b':')) => {
                line[hash..].trim_end()
            }
            _ => "",
        }
    }

    /// The child's lines with the value inside them changed; `None` where the value has to be written anew.
    fn child_body(&self, value: &Node, want: &Out<'_>, layout: &Layout, old: usize) -> Option<Body> {
        let piece = &layout.pieces[old];
        let range = value.span.range();
        // What came through an alias stands elsewhere.
        if range.start <= piece.start || range.end > piece.end {
            return None;
        }
        let (start, end, text, hoisted) = match (&value.kind, want) {
            // There is no way of writing to keep yet.
            (Kind::Scalar { .. }, Out::Folded(_)) if value.is_null() => return None,
            (Kind::Scalar { style, .. }, Out::Str(text) | Out::Folded(text)) => {
                let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                if text.contains('\n') && !block {
                    return None;
                }
                (range.start, range.end, self.set_scalar(value, text)?.replacement, Vec::new())
            }
            (Kind::Scalar { .. }, Out::Plain(want)) if !range.is_empty() => {
                (range.start, range.end, want.clone().into_owned(), Vec::new())
            }
            (Kind::Sequence(_), Out::Seq(_)) | (Kind::Mapping(_), Out::Map(_)) => {
                match self.collection(value, want) {
                    Some((inner, written)) => (inner.start, inner.end, written.text, written.hoisted),
                    None => (range.start, range.end, self.flow_text(value, want)?, Vec::new()),
                }
            }
            _ => return None,
        };
        let text = format!("{}{text}{}", &self.text[piece.start..start], &self.text[end..piece.end]);
        Some(Body { hoisted, text })
    }

    /// The flow collection `node` as wanted, still in brackets.
    fn flow_text(&self, node: &Node, want: &Out<'_>) -> Option<String> {
        if !flow::is_flow(self.text, node) {
            return None;
        }
        let old = flow::parts(self.text, node)?;
        let scalar = |want: &Out<'_>| !matches!(want, Out::Seq(_) | Out::Map(_));
        let parts: Vec<String> = match (&node.kind, want) {
            (Kind::Sequence(items), Out::Seq(want)) if !items.is_empty() && want.iter().all(scalar) => {
                match_items(items, want)
                    .into_iter()
                    .zip(want)
                    .map(|(from, want)| match from {
                        Some(number) if says(&items[number], want) => Some(old[number].clone()),
                        _ => render::in_flow(want),
                    })
                    .collect::<Option<_>>()?
            }
            (Kind::Mapping(entries), Out::Map(want))
                if !entries.is_empty() && want.iter().all(|(_, v)| scalar(v)) =>
            {
                want.iter()
                    .map(|(key, value)| {
                        let same = |entry: &Entry| entry.key == *key && says(&entry.value, value);
                        match entries.iter().position(same) {
                            Some(number) => Some(old[number].clone()),
                            None => {
                                Some(format!("{}: {}", render::flow_scalar(key), render::in_flow(value)?))
                            }
                        }
                    })
                    .collect::<Option<_>>()?
            }
            _ => return None,
        };
        Some(flow::join(node, &parts))
    }
}

/// Above this many comparisons a difference is not looked for line by line.
const MOST_COMPARISONS: usize = 100_000_000;

/// One edit for each run of lines that differs.
fn line_edits(file: FileId, old: &str, new: &str) -> Vec<Edit> {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let mut starts = vec![0];
    for line in &old {
        starts.push(starts[starts.len() - 1] + line.len());
    }
    let edit = |from: Range<usize>, to: Range<usize>| Edit {
        span: Span::new(file, starts[from.start], starts[from.end]),
        replacement: new[to].concat(),
    };
    if old.len().saturating_mul(new.len()) > MOST_COMPARISONS {
        let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let room = old.len().min(new.len()) - same;
        let after =
            old.iter().rev().zip(new.iter().rev()).take(room).take_while(|(old, new)| old == new).count();
        return vec![edit(same..old.len() - after, same..new.len() - after)];
    }
    similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new)
        .into_iter()
        .filter(|run| run.tag() != similar::DiffTag::Equal)
        .map(|run| edit(run.old_range(), run.new_range()))
        .collect()
}
