//! Lists and mappings in brackets.

use crate::{Kind, Node};

/// Whether `node` is written in brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let opening = text.as_bytes().get(node.span.range().start);
    match node.kind {
        Kind::Sequence(_) => opening == Some(&b'['),
        Kind::Mapping(_) => opening == Some(&b'{'),
        Kind::Scalar { .. } => false,
    }
}

/// The items or entries as written. `None` where comments, aliases or anchors stand between.
pub(super) fn parts(text: &str, node: &Node) -> Option<Vec<String>> {
    let range = node.span.range();
    let inside = text.get(range.start + 1..range.end.checked_sub(1)?)?;
    let spans: Vec<(usize, usize)> = match &node.kind {
        Kind::Sequence(items) => {
            items.iter().map(|item| (item.span.range().start, item.span.range().end)).collect()
        }
        Kind::Mapping(entries) => entries
            .iter()
            .map(|entry| {
                (entry.key_span.range().start, entry.value.span.range().end.max(entry.key_span.range().end))
            })
            .collect(),
        Kind::Scalar { .. } => return None,
    };
    // Between the parts only commas and space may stand: everything else would be lost.
    let mut at = range.start + 1;
    let mut out = Vec::with_capacity(spans.len());
    for (start, end) in spans {
        let between = text.get(at..start)?;
        let part = text.get(start..end)?;
        let bare = between.bytes().all(|byte| matches!(byte, b' ' | b',' | b'\n' | b'\r'));
        if !bare || end > range.end || part.is_empty() || part.contains('\n') {
            return None;
        }
        out.push(part.to_owned());
        at = end;
    }
    let rest = text.get(at..range.end - 1)?;
    (rest.bytes().all(|byte| matches!(byte, b' ' | b',' | b'\n' | b'\r')) && !inside.contains('#'))
        .then_some(out)
}

/// `parts` in the brackets of `node`.
pub(super) fn join(node: &Node, parts: &[String]) -> String {
    match node.kind {
        Kind::Mapping(_) => format!("{{{}}}", parts.join(", ")),
        _ => format!("[{}]", parts.join(", ")),
    }
}
