//! Any file is edited without panic, and a file fitted to itself does not change.
#![no_main]

use folkmoot_diagnostics::Sources;
use folkmoot_yaml::edit::{Editor, apply};
use folkmoot_yaml::{Limits, Out, Style, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sources = Sources::new();
    let file = sources.add("any.yaml", text);
    let document = parse(&sources, file, Limits { nodes: 10_000, ..Limits::default() });
    let source = sources.get(file);
    let editor = Editor::new(&source, file, Style::GO_YAML_3);
    let mut open: Vec<_> = document.root.iter().collect();
    while let Some(node) = open.pop() {
        open.extend(node.items().unwrap_or_default());
        let entries = node.entries().unwrap_or_default();
        open.extend(entries.iter().map(|entry| &entry.value));
        let edits = [
            editor.set_scalar(node, "new: value\n"),
            entries.first().and_then(|entry| editor.rename_key(entry, "new key")),
            editor.remove(node, 0),
            editor.insert_item(node, 1, &Out::folded("a\nb\n")),
            editor.insert_entry(node, 1, "k", &Out::Seq(vec![Out::str("v")])),
            editor.reorder(node, &[1, 0]),
        ];
        for edit in edits.into_iter().flatten() {
            let _ = apply(text, &[edit]);
        }
    }
    if let Some(root) = &document.root {
        let _ = editor.fit(root, &Out::Map(vec![("a".into(), Out::str("b"))]));
    }
});
