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
        let new = self.fitted(root, want)?;
        let sources = Sources::new();
        let file = sources.add("", new.as_str());
        let read = parse(&sources, file, Limits::default());
        let holds = read.diagnostics.is_empty() && read.root.as_ref().is_some_and(|root| says(root, want));
        if holds { Ok(line_edits(self.file, self.text, &new)) } else { Err(Unfit) }
    }

    fn fitted(&self, root: &Node, want: &Out<'_>) -> Result<String, Unfit> {
        if let Some((layout, written)) = self.collection(root, want)?
            && written.hoisted.is_empty()
        {
            let new = self.in_newlines(&written.text);
            return Ok(format!("{}{new}{}", &self.text[..layout.start], &self.text[layout.end..]));
        }
        if let (Kind::Scalar { .. }, Out::Str(text) | Out::Folded(text)) = (&root.kind, want)
            && let Some(edit) = self.set_scalar(root, text)
        {
            return Ok(super::apply(self.text, &[edit]));
        }
        // All of it is new; comments before and after stay.
        let range = root.span.range();
        let before = &self.text[..range.start];
        let after = &self.text[layout::line_end(self.text, range.end)..];
        let own_line = before.is_empty() || before.ends_with(['\n', '\u{FEFF}']);
        if !own_line || self.has_comments(root) || !self.comment_behind(range.end).is_empty() {
            return Err(Unfit);
        }
        let new = crate::emit::emit_faithfully(want, &self.style);
        Ok(format!("{before}{}{after}", self.in_newlines(&new)))
    }

    /// The block collection `node` with its children as wanted; `None` where it is none or of another kind.
    fn collection(&self, node: &Node, want: &Out<'_>) -> Result<Option<(Layout, layout::Written)>, Unfit> {
        if flow::is_flow(self.text, node) {
            return Ok(None);
        }
        let Some(layout) = Layout::of(self.text, node) else { return Ok(None) };
        let mut parts = Vec::new();
        match (&node.kind, want) {
            (Kind::Mapping(entries), Out::Map(want)) if !want.is_empty() => {
                for (key, value) in want {
                    let old = entries.iter().position(|entry| entry.key == *key);
                    parts.push(match old {
                        None => Part::New(render::entry(self, key, value, layout.column)),
                        Some(old) if says(&entries[old].value, value) => Part::Kept(old),
                        Some(old) => self.entry(&entries[old], value, &layout, old)?,
                    });
                }
            }
            (Kind::Sequence(items), Out::Seq(want)) if !want.is_empty() => {
                for (from, want) in match_items(items, want).into_iter().zip(want) {
                    parts.push(match from {
                        None => Part::New(render::item(self, want, layout.column)),
                        Some(old) if says(&items[old], want) => Part::Kept(old),
                        Some(old) => match self.child(&items[old], want, &layout, old)? {
                            Some(part) => part,
                            None => Part::Changed(old, Vec::new(), render::item(self, want, layout.column)),
                        },
                    });
                }
            }
            _ => return Ok(None),
        }
        Ok(layout.write(self.text, &parts).map(|written| (layout, written)))
    }

    fn entry(&self, entry: &Entry, want: &Out<'_>, layout: &Layout, old: usize) -> Result<Part, Unfit> {
        if let Some(part) = self.child(&entry.value, want, layout, old)? {
            return Ok(part);
        }
        // All of the value is new; a comment on the line of the key stays.
        let piece = &layout.pieces[old];
        let key = &self.text[entry.key_span.range()];
        let line = piece.start..layout::line_end(self.text, piece.start);
        let value = entry.value.span.range();
        let behind = if line.contains(&value.start) { value.end } else { entry.key_span.range().end };
        let comment = self.comment_behind(behind.max(entry.key_span.range().end));
        let new = render::after_key(self, want, layout.column);
        let (head, rest) = new.split_once('\n').unwrap_or((&new, ""));
        // In a text folded over several lines it would be no comment.
        let fits_behind = rest.is_empty()
            || head == ":"
            || head.starts_with([':', ' ', '|', '>']) && !head.contains(['"', '\'']);
        if comment.is_empty() || fits_behind {
            return Ok(Part::Changed(old, Vec::new(), format!("{key}{head}{comment}\n{rest}")));
        }
        Ok(Part::Changed(old, vec![comment.trim().to_owned()], format!("{key}{new}")))
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

    /// The child with the value inside its lines changed; `None` where the value has to be written anew.
    fn child(
        &self,
        value: &Node,
        want: &Out<'_>,
        layout: &Layout,
        old: usize,
    ) -> Result<Option<Part>, Unfit> {
        let piece = &layout.pieces[old];
        let range = value.span.range();
        // What came through an alias stands elsewhere.
        if range.start <= piece.start || range.end > piece.end {
            return Ok(None);
        }
        let mut hoisted = Vec::new();
        let (place, text) = match (&value.kind, want) {
            (Kind::Scalar { style, .. }, Out::Str(text) | Out::Folded(text)) => {
                let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                // What was nothing has no way of writing to keep, and several lines want a block.
                let anew =
                    (value.is_null() && matches!(want, Out::Folded(_))) || (text.contains('\n') && !block);
                match self.set_scalar(value, text).filter(|_| !anew) {
                    Some(edit) => (range, edit.replacement),
                    None => return Ok(None),
                }
            }
            (Kind::Scalar { .. }, Out::Plain(want)) if !range.is_empty() => {
                (range, want.clone().into_owned())
            }
            (Kind::Sequence(_), Out::Seq(_)) | (Kind::Mapping(_), Out::Map(_)) => {
                match (self.collection(value, want)?, self.flow_text(value, want)) {
                    (Some((inner, written)), _) => {
                        hoisted = written.hoisted;
                        (inner.start..inner.end, written.text)
                    }
                    (None, Some(text)) => (range, text),
                    // Written anew, it would lose them.
                    (None, None) if self.has_comments(value) => return Err(Unfit),
                    (None, None) => return Ok(None),
                }
            }
            _ => return Ok(None),
        };
        let text =
            format!("{}{text}{}", &self.text[piece.start..place.start], &self.text[place.end..piece.end]);
        Ok(Some(Part::Changed(old, hoisted, text)))
    }

    /// Whether comments stand inside `node`. Text that looks like one counts: that only makes an edit harder.
    fn has_comments(&self, node: &Node) -> bool {
        let scalar = matches!(node.kind, Kind::Scalar { .. });
        let raw = &self.text[node.span.range()];
        !scalar && raw.lines().any(|line| line.trim_start().starts_with('#') || line.contains(" #"))
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
    // What differs lies between the runs that are equal.
    let mut edits = Vec::new();
    let (mut from, mut to) = (0, 0);
    let runs = similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new);
    let equal = runs.iter().filter(|run| run.tag() == similar::DiffTag::Equal);
    let ends = equal.map(|run| (run.old_range(), run.new_range()));
    for (same_old, same_new) in ends.chain([(old.len()..old.len(), new.len()..new.len())]) {
        if from < same_old.start || to < same_new.start {
            edits.push(edit(from..same_old.start, to..same_new.start));
        }
        (from, to) = (same_old.end, same_new.end);
    }
    edits
}
