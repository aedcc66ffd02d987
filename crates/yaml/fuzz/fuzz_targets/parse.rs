//! Any bytes are read without panic, and every span lies in the text.
#![no_main]

use folkmoot_diagnostics::Sources;
use folkmoot_yaml::{Limits, decode_text, parse};
use libfuzzer_sys::fuzz_target;

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
    for label in document.diagnostics.iter().flat_map(|finding| &finding.labels) {
        assert!(text.get(label.span.range()).is_some());
    }
});
