//! How a block collection stands in its text: which lines belong to which of its children.

use std::ops::Range;

use super::Part;
use super::block_text::{deepest_last, is_block_text, keeps, opens_keeping, strips};
use crate::{Kind, Node};

/// One child of a block collection and its lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Blank lines and comments before it that belong to nobody.
    pub(super) gap: Range<usize>,
    /// The lines of comments right above it.
    pub(super) lead: Range<usize>,
    /// Start of its first line; that of its key or dash where it stands behind another dash.
    pub(super) line_start: usize,
    /// Its key or dash.
    pub(super) start: usize,
    /// End of its value.
    pub(super) content_end: usize,
    /// End of its last line, newline included.
    pub(super) end: usize,
    /// Whether the file ends with it, and without a newline.
    pub(super) ends_open: bool,
    /// Whether it ends in a block text to which a newline there would be added.
    ends_in_block: bool,
    /// Whether it ends in a block text that keeps its line breaks: a blank line below would be one more.
    keeps_breaks: bool,
}

/// A block collection's lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Layout {
    /// Column of its keys or dashes, in characters that are all spaces.
    pub(super) column: usize,
    /// Whether the first child stands behind a dash or `?`, not on a line of its own.
    pub(super) inline: bool,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) pieces: Vec<Piece>,
}

/// What a rewritten collection becomes.
pub(super) struct Written {
    /// Comments that have to go above the line of the dash before it.
    pub(super) hoisted: Vec<String>,
    pub(super) text: String,
}

/// Start of the line that `at` is in, byte-order mark excluded.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let start =
        text.as_bytes()[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    if start == 0 && text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8().min(at) } else { start }
}

/// End of the line that `at` is in, newline included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// How many bytes stand before `at` on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// The column of the comment that is all there is on `line`.
fn comment_column(line: &str) -> Option<usize> {
    let trimmed = line.trim_start_matches(' ');
    trimmed.starts_with('#').then(|| line.len() - trimmed.len())
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Where each child starts and its value ends: the key or dash, the end of what is written.
fn extents(text: &str, node: &Node) -> Option<Vec<(usize, usize)>> {
    let origin = column(text, node.span.range().start);
    let local = |value: &Node, after: usize| {
        // An alias keeps the span of what it stands for, which is further up; a value goes to its line's end then.
        let range = value.span.range();
        let end = if range.start >= after && range.end <= node.span.range().end { range.end } else { after };
        end.max(after)
    };
    match &node.kind {
        Kind::Mapping(entries) => entries
            .iter()
            .map(|entry| {
                let key = entry.key_span.range();
                let colon = key.end + text[key.end..line_end(text, key.end)].find(':')?;
                let only_space = text[key.end..colon].trim().is_empty();
                (!entry.merged && only_space).then(|| (key.start, local(&entry.value, colon + 1)))
            })
            .collect(),
        Kind::Sequence(items) => {
            let mut previous = node.span.range().start;
            let mut all = Vec::with_capacity(items.len());
            for (nth, item) in items.iter().enumerate() {
                let dash = if nth == 0 { previous } else { next_dash(text, previous, origin)? };
                (text.as_bytes().get(dash) == Some(&b'-')).then_some(())?;
                let end = local(item, dash + 1);
                all.push((dash, end));
                previous = end;
            }
            Some(all)
        }
        Kind::Scalar { .. } => None,
    }
}

/// The dash of the next item: the first line below `from` that is neither blank nor a comment.
fn next_dash(text: &str, from: usize, column: usize) -> Option<usize> {
    let mut at = line_end(text, from);
    while at < text.len() {
        let line = &text[at..line_end(text, at)];
        if !is_blank(line) && comment_column(line).is_none() {
            let indent = line.len() - line.trim_start_matches(' ').len();
            return (indent == column).then_some(at + indent);
        }
        at = line_end(text, at);
    }
    None
}

impl Layout {
    /// The lines of the block collection `node`; `None` where they cannot be told apart.
    pub(super) fn of(text: &str, node: &Node) -> Option<Self> {
        let children = match &node.kind {
            Kind::Mapping(entries) => entries.iter().map(|entry| &entry.value).collect::<Vec<_>>(),
            Kind::Sequence(items) => items.iter().collect(),
            Kind::Scalar { .. } => return None,
        };
        let extents = extents(text, node)?;
        let &(first, _) = extents.first()?;
        if first != node.span.range().start {
            return None;
        }
        let column = column(text, first);
        let first_line = line_start(text, first);
        let inline = !text[first_line..first].bytes().all(|byte| byte == b' ');
        if inline && text[first_line..first].contains(['\t', '?', '&', '!']) {
            return None;
        }
        let mut pieces: Vec<Piece> = Vec::with_capacity(extents.len());
        for (nth, (&(start, content_end), value)) in extents.iter().zip(&children).enumerate() {
            let own_line = nth > 0 || !inline;
            let from = pieces.last().map_or(first_line, |piece: &Piece| piece.end);
            let line = if own_line { line_start(text, start) } else { start };
            if own_line && (line < from || text[line..start] != " ".repeat(column)) {
                return None;
            }
            let (gap, lead) = match nth {
                0 if inline => (start..start, start..start),
                0 => leading(text, line, column),
                _ => split_gap(text, pieces.last_mut()?, line, column)?,
            };
            let end = last_line_end(text, value, content_end)?;
            pieces.push(Piece {
                gap,
                lead,
                line_start: line,
                start,
                content_end,
                end,
                ends_open: !text[..end].ends_with('\n'),
                ends_in_block: is_block_text(deepest_last(value)) && !strips(text, deepest_last(value)),
                keeps_breaks: is_block_text(deepest_last(value)) && keeps(text, deepest_last(value)),
            });
        }
        let last = pieces.last_mut()?;
        last.end = deeper_comments(text, last.end, column);
        last.ends_open = !text[..last.end].ends_with('\n');
        let end = last.end;
        let start = if inline { first } else { pieces[0].lead.start };
        Some(Self { column, inline, start, end, pieces })
    }

    /// Start of the line of the dash that the collection stands behind; `None` where it stands behind several.
    pub(super) fn dash_line_start(&self, text: &str) -> Option<usize> {
        let start = line_start(text, self.start);
        let before = text[start..self.start].trim_start_matches(' ');
        let after_dash = before.strip_prefix('-')?;
        (self.inline && after_dash.trim().is_empty()).then_some(start)
    }

    /// Whether blank lines set all the children apart.
    pub(super) fn is_airy(&self) -> bool {
        self.pieces.len() > 1 && self.pieces[1..].iter().all(|piece| !piece.gap.is_empty())
    }

    /// The collection's text with `parts` in their places. Gaps stay at their place.
    pub(super) fn write(&self, text: &str, parts: &[Part]) -> Option<Written> {
        let kept = |part: &Part| match part {
            Part::Kept(old) | Part::Changed(old, ..) => Some(*old),
            Part::New(_) => None,
        };
        let mut survivors: Vec<usize> = parts.iter().filter_map(kept).collect();
        survivors.sort_unstable();
        let mut gaps = self.gaps(text, &survivors).into_iter();
        let indent = " ".repeat(self.column);
        let mut out = Written { hoisted: Vec::new(), text: String::new() };
        // Whether a blank line here would belong to the part above.
        let mut kept_above = false;
        for (place, part) in parts.iter().enumerate() {
            if kept(part).is_some() {
                let gap = gaps.next().unwrap_or_default();
                if kept_above && gap.lines().next().is_some_and(is_blank) {
                    return None;
                }
                if place == 0 && self.inline {
                    // Nothing can stand between the dash before and this.
                    out.hoisted.extend(
                        gap.lines().filter(|line| !is_blank(line)).map(|line| line.trim().to_owned()),
                    );
                } else {
                    out.text.push_str(&gap);
                }
            } else if self.is_airy() && place > 0 && !kept_above {
                out.text.push('\n');
            }
            let last = place + 1 == parts.len();
            let (lead, body) = self.lines(text, part, last)?;
            if place == 0 && self.inline {
                out.hoisted.extend(lead);
            } else {
                for line in lead {
                    out.text.push_str(&format!("{indent}{line}\n"));
                }
                out.text.push_str(&indent);
            }
            out.text.push_str(&body);
            kept_above = match part {
                Part::Kept(old) => self.pieces[*old].keeps_breaks,
                Part::Changed(_, _, body) | Part::New(body) => body.lines().any(opens_keeping),
            };
            let stays_open = last && kept(part).is_some_and(|old| self.pieces[old].ends_open);
            if !out.text.ends_with('\n') && !stays_open {
                out.text.push('\n');
            }
        }
        let rest = gaps.collect::<String>();
        if kept_above && rest.lines().next().is_some_and(is_blank) {
            return None;
        }
        out.text.push_str(&rest);
        Some(out)
    }

    /// The gap before each surviving piece, and after them what is left of those that are removed.
    fn gaps(&self, text: &str, survivors: &[usize]) -> Vec<String> {
        let mut gaps = Vec::new();
        let mut pending = String::new();
        for (old, piece) in self.pieces.iter().enumerate() {
            let gap = &text[piece.gap.clone()];
            let gap = if self.inline && old == 0 { "" } else { gap };
            if survivors.binary_search(&old).is_ok() {
                // The first piece has nothing to be set apart from any more.
                let first = gaps.is_empty() && old > 0 && is_blank(gap);
                gaps.push(format!("{pending}{}", if first { "" } else { gap }));
                pending.clear();
            } else if !is_blank(gap) {
                pending.push_str(gap);
            }
        }
        gaps.push(pending);
        gaps
    }

    /// Comment lines and body of a part.
    fn lines(&self, text: &str, part: &Part, last: bool) -> Option<(Vec<String>, String)> {
        match part {
            Part::New(body) => Some((Vec::new(), body.clone())),
            Part::Kept(old) => {
                let piece = self.pieces.get(*old)?;
                // Without a newline at the end a block text would change when something follows it.
                if piece.ends_open && piece.ends_in_block && !last {
                    return None;
                }
                Some((self.lead(text, *old), text[piece.start..piece.end].to_owned()))
            }
            Part::Changed(old, hoisted, body) => {
                let mut lead = self.lead(text, *old);
                lead.extend(hoisted.iter().cloned());
                Some((lead, body.clone()))
            }
        }
    }

    fn lead(&self, text: &str, old: usize) -> Vec<String> {
        text[self.pieces[old].lead.clone()].lines().map(|line| line.trim().to_owned()).collect()
    }
}

/// The comments right above the first child, and no gap: what stands further up is not the collection's. A
/// comment at the start of the file is the file's.
fn leading(text: &str, line: usize, column: usize) -> (Range<usize>, Range<usize>) {
    let first = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut start = line;
    while start > first {
        let above = line_start(text, start - 1);
        if above >= start || comment_column(&text[above..start]) != Some(column) {
            break;
        }
        start = above;
    }
    if start == first {
        start = line;
    }
    (start..start, start..line)
}

/// What stands between two children: comments deeper than them belong to the first, those right above the
/// second to that, and the rest to nobody. `None` where something else stands there.
fn split_gap(
    text: &str,
    previous: &mut Piece,
    line: usize,
    column: usize,
) -> Option<(Range<usize>, Range<usize>)> {
    previous.end = deeper_comments(text, previous.end, column).min(line);
    let between = text.get(previous.end..line)?;
    let mut lead = line;
    let mut at = previous.end;
    for each in between.split_inclusive('\n') {
        match comment_column(each) {
            Some(found) if found == column => lead = lead.min(at),
            Some(_) => lead = line,
            None if is_blank(each) => lead = line,
            None => return None,
        }
        at += each.len();
    }
    Some((previous.end..lead, lead..line))
}

/// The end of the comments below `from` that are indented deeper than `column`.
fn deeper_comments(text: &str, from: usize, column: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while at < text.len() {
        let next = line_end(text, at);
        match comment_column(&text[at..next]) {
            Some(found) if found > column => end = next,
            None if is_blank(&text[at..next]) => {}
            _ => break,
        }
        at = next;
    }
    end
}

/// The end of a child's last line. Only a comment may stand behind the value. Blank lines below a block text
/// that keeps them are part of it.
fn last_line_end(text: &str, value: &Node, content_end: usize) -> Option<usize> {
    let deepest = deepest_last(value);
    if is_block_text(deepest) {
        let mut end = line_end(text, content_end);
        while keeps(text, deepest) && end < text.len() && is_blank(&text[end..line_end(text, end)]) {
            end = line_end(text, end);
        }
        return Some(end);
    }
    let end = line_end(text, content_end);
    let rest = text[content_end..end].trim();
    let alias = rest.starts_with('*') && !rest.contains([',', '}', ']']);
    (rest.is_empty() || rest.starts_with('#') || alias).then_some(end)
}
