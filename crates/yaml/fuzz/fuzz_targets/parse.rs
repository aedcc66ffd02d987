//! Any bytes are read without panic, every span lies in the text, and the quick way through ordinary files reads
//! what the whole parser reads.
#![no_main]

use folkmoot_diagnostics::Sources;
use folkmoot_yaml::{Limits, Node, decode_text, parse};
use libfuzzer_sys::fuzz_target;

/// Every scalar and key with its text and place.
fn shape(root: Option<&Node>, shift: i64, out: &mut Vec<(i64, i64, String)>) {
    let at = |offset: u32| i64::from(offset) - shift;
    let mut open: Vec<&Node> = root.into_iter().collect();
    while let Some(node) = open.pop() {
        out.push((at(node.span.start), at(node.span.end), format!("{:?}", node.as_str())));
        open.extend(node.items().unwrap_or_default());
        for entry in node.entries().unwrap_or_default() {
            out.push((at(entry.key_span.start), at(entry.key_span.end), entry.key.clone()));
            open.push(&entry.value);
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let text = decode_text(bytes).text;
    let sources = Sources::new();
    let file = sources.add("any.yaml", text.as_str());
    let document = parse(&sources, file, Limits { nodes: 10_000, ..Limits::default() });
    let mut open: Vec<_> = document.root.iter().collect();
    while let Some(node) = open.pop() {
        assert!(text.get(node.span.range()).is_some());
        open.extend(node.items().unwrap_or_default());
        for entry in node.entries().unwrap_or_default() {
            assert!(text.get(entry.key_span.range()).is_some());
            open.push(&entry.value);
        }
    }
    // `---` sends a file the long way.
    let marked = text.contains("---") || text.contains("...") || text.contains(['%', '\u{FEFF}']);
    let collection = document.root.as_ref().is_some_and(|root| root.as_str().is_none());
    if document.diagnostics.is_empty() && collection && !marked {
        let long = sources.add("long.yaml", format!("---\n{text}"));
        let long = parse(&sources, long, Limits { nodes: 10_000, ..Limits::default() });
        let (mut here, mut there) = (Vec::new(), Vec::new());
        shape(document.root.as_ref(), 0, &mut here);
        shape(long.root.as_ref(), 4, &mut there);
        assert_eq!(here, there, "{text:?}");
        assert_eq!(document.comments.len(), long.comments.len(), "{text:?}");
    }
    for label in document.diagnostics.iter().flat_map(|finding| &finding.labels) {
        assert!(text.get(label.span.range()).is_some());
    }
});
