//! How a YAML file is written, read off the file itself.
//!
//! Whoever rewrites a file must keep its style, or every line changes. The evidence is counted, so that one
//! line edited by hand decides nothing.

use folkmoot_diagnostics::SourceFile;
use folkmoot_yaml::{Kind, Node, ScalarStyle};

use crate::{SequenceIndent, YamlStyle};

/// Column at which go-yaml folded until 2020.
const WIDTH: usize = 80;

/// Evidence is as clear after this many nodes as after all.
const NODES_ENOUGH: usize = 20_000;

#[derive(Default)]
struct Evidence {
    /// Depth of sequences under their keys, by columns.
    top_sequences: [usize; 9],
    /// The same, at every level.
    sequences: [usize; 9],
    /// Depth of mappings under their keys, by columns.
    mappings: [usize; 9],
    folded: usize,
    unfolded: usize,
    bools_quoted: usize,
    bools_plain: usize,
    nodes: usize,
}

/// The style of the file that `root` was read from. `quotes_bools` holds where the file has no example.
pub(super) fn detect(source: &SourceFile, root: &Node, quotes_bools: bool) -> YamlStyle {
    let mut evidence = Evidence::default();
    evidence.visit(source, root);
    let most = |counts: &[usize; 9]| {
        let best = (0..9).rev().max_by_key(|&columns| counts[columns])?;
        (counts[best] > 0).then_some(best)
    };
    let deep = most(&evidence.sequences);
    let sequences = match deep {
        Some(0) => SequenceIndent::Flush,
        _ => SequenceIndent::Indented,
    };
    // Deeper down go-yaml aligns to multiples of the indent, so that a level may be less: the top level is
    // sure.
    let top = most(&evidence.top_sequences).or(deep);
    let indent = top.filter(|columns| *columns > 0).or_else(|| most(&evidence.mappings));
    let folds = match evidence.folded.cmp(&evidence.unfolded) {
        std::cmp::Ordering::Equal => sequences == SequenceIndent::Flush && deep.is_some(),
        order => order.is_gt(),
    };
    YamlStyle {
        indent: indent.and_then(|columns| u8::try_from(columns).ok()).unwrap_or(2).clamp(2, 9),
        sequences,
        width: folds.then_some(80),
        quote_yaml11_bools: match evidence.bools_quoted.cmp(&evidence.bools_plain) {
            std::cmp::Ordering::Equal => quotes_bools,
            order => order.is_gt(),
        },
    }
}

impl Evidence {
    fn visit(&mut self, source: &SourceFile, node: &Node) {
        self.nodes += 1;
        if self.nodes > NODES_ENOUGH {
            return;
        }
        match &node.kind {
            Kind::Scalar { text, style } => self.scalar(source, node, text, *style),
            Kind::Sequence(items) => items.iter().for_each(|item| self.visit(source, item)),
            Kind::Mapping(entries) => {
                for entry in entries.iter().filter(|entry| !entry.merged) {
                    self.depth(source, entry.key_span.start as usize, &entry.value);
                    self.visit(source, &entry.value);
                }
            }
        }
    }

    fn depth(&mut self, source: &SourceFile, key: usize, value: &Node) {
        let bytes = source.text().as_bytes();
        let start = value.span.start as usize;
        let (start, counts) = match &value.kind {
            Kind::Sequence(items) => {
                let Some(dash) = items.first().and_then(|item| dash_before(bytes, item)) else { return };
                (dash, &mut self.sequences)
            }
            Kind::Mapping(_) if bytes.get(start) != Some(&b'{') => (start, &mut self.mappings),
            _ => return,
        };
        let is_sequence = value.items().is_some();
        // What comes through an alias stands before its key.
        if !bytes.get(key..start).is_some_and(|between| between.contains(&b'\n')) {
            return;
        }
        // Each of the two is alone on its line with what leads to it, so that no line is counted twice.
        let key = column(bytes, key, usize::MAX);
        if let Some(columns) = column(bytes, start, usize::MAX).checked_sub(key)
            && let Some(count) = counts.get_mut(columns)
        {
            *count += 1;
            if key == 0 && is_sequence {
                self.top_sequences[columns] += 1;
            }
        }
    }

    fn scalar(&mut self, source: &SourceFile, node: &Node, text: &str, style: ScalarStyle) {
        if is_yaml11_bool(text) {
            match style {
                ScalarStyle::Plain => self.bools_plain += 1,
                _ => self.bools_quoted += 1,
            }
        }
        if text.len() < WIDTH / 2 || style == ScalarStyle::Literal {
            return;
        }
        let written = source.text().get(node.span.range()).unwrap_or_default();
        let mut column = column(source.text().as_bytes(), node.span.start as usize, WIDTH);
        if column + written.len() <= WIDTH && !written.contains('\n') {
            return;
        }
        let (mut too_long, mut text_lines, mut joined) = (false, 0, false);
        for line in written.lines() {
            // A break goes to the first space past the width, so such a space means that nobody breaks.
            let past = line.char_indices().nth(WIDTH.saturating_sub(column)).map_or(line.len(), |(at, _)| at);
            too_long |= line[past..].trim_end().contains(' ');
            let is_header = style == ScalarStyle::Folded && line.starts_with('>');
            text_lines = if line.trim().is_empty() || is_header { 0 } else { text_lines + 1 };
            joined |= text_lines > 1;
            column = 0;
        }
        if too_long {
            self.unfolded += 1;
        } else if joined {
            self.folded += 1;
        }
    }
}

/// Characters before `at` in its line, as far as the last `most` of them: places late in a long line are many.
fn column(bytes: &[u8], at: usize, most: usize) -> usize {
    let before = bytes.get(..at).unwrap_or_default().iter().rev();
    let starts = before.take_while(|&&byte| byte != b'\n').filter(|&&byte| byte & 0xC0 != 0x80);
    starts.take(most).count()
}

/// Where the `-` of a block sequence's item stands.
fn dash_before(bytes: &[u8], item: &Node) -> Option<usize> {
    let before = bytes.get(..item.span.start as usize)?;
    let at = before.iter().rposition(|byte| !byte.is_ascii_whitespace())?;
    (before[at] == b'-').then_some(at)
}

/// What YAML 1.1 reads as true or false and YAML 1.2 does not.
fn is_yaml11_bool(text: &str) -> bool {
    text.len() <= 3 && matches!(text.to_ascii_lowercase().as_str(), "y" | "n" | "yes" | "no" | "on" | "off")
}
