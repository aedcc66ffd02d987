//! Block texts (`|`, `>`) at the end of what is edited: line breaks below them may be theirs.

use crate::{Kind, Node, ScalarStyle};

/// Whether the header of a block text says that the line breaks at its end do not count.
pub(super) fn strips(text: &str, node: &Node) -> bool {
    let header = text.get(node.span.range()).unwrap_or_default().split(['\n', '#']).next();
    header.is_some_and(|header| header.contains('-'))
}

pub(super) fn is_block_text(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar { style: ScalarStyle::Literal | ScalarStyle::Folded, .. })
}

/// Whether the header of a block text says that all the line breaks at its end count.
pub(super) fn keeps(text: &str, node: &Node) -> bool {
    let header = text.get(node.span.range()).unwrap_or_default().split(['\n', '#']).next();
    header.is_some_and(|header| header.contains('+'))
}

/// Whether a line that was written anew opens a block text that keeps its line breaks.
pub(super) fn opens_keeping(line: &str) -> bool {
    let header = line.trim_end().trim_end_matches(|digit: char| digit.is_ascii_digit());
    header.strip_suffix('+').is_some_and(|before| {
        before.trim_end_matches(|digit: char| digit.is_ascii_digit()).ends_with(['|', '>'])
    })
}

/// The last scalar or flow collection written inside `node`.
pub(super) fn deepest_last(node: &Node) -> &Node {
    let end = node.span.end;
    let inner = match &node.kind {
        Kind::Mapping(entries) => entries.iter().map(|entry| &entry.value).max_by_key(|value| value.span.end),
        Kind::Sequence(items) => items.iter().max_by_key(|item| item.span.end),
        Kind::Scalar { .. } => None,
    };
    match inner {
        Some(inner) if inner.span.end == end => deepest_last(inner),
        _ => node,
    }
}
