//! Any tree is written without panic in every style. The bytes say what the tree is: `[` and `{` open a list
//! or mapping, `]` closes it, anything else up to a NUL is a string.
#![no_main]

use folkmoot_yaml::{Out, SequenceStyle, Style, emit};
use libfuzzer_sys::fuzz_target;

fn tree(text: &mut &str, depth: usize) -> Out<'static> {
    let mut items = Vec::new();
    let mut entries = Vec::new();
    let Some(first) = text.chars().next() else { return Out::str("") };
    if depth == 0 || !matches!(first, '[' | '{') {
        let end = text.find('\0').unwrap_or(text.len());
        let value = text[..end].to_owned();
        *text = text.get(end + 1..).unwrap_or_default();
        return if first == '>' { Out::folded(value) } else { Out::str(value) };
    }
    *text = &text[1..];
    while !text.is_empty() && !text.starts_with(']') {
        let value = tree(text, depth - 1);
        if first == '[' {
            items.push(value);
        } else {
            let key = format!("{}{value:?}", entries.len());
            entries.push((key.into(), value));
        }
    }
    *text = text.get(1..).unwrap_or_default();
    if first == '[' { Out::Seq(items) } else { Out::Map(entries) }
}

fuzz_target!(|text: &str| {
    let tree = tree(&mut &*text, 8);
    for style in [Style::GO_YAML_3, Style::GO_YAML_2020, Style::GO_YAML_2019] {
        for indent in [2, 4, 9] {
            let _ = emit(&tree, &Style { indent, ..style });
        }
        let _ = emit(&tree, &Style { sequences: SequenceStyle::Flush, width: Some(20), ..style });
    }
});
