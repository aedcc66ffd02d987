//! Hostile input ends in a finding, never in a panic.

use crate::{read, read_within};
use folkmoot_yaml::{Limits, decode_text};
use proptest::prelude::*;

#[test]
fn a_hundred_thousand_brackets_do_not_overflow_the_stack() {
    for opening in ["[", "{", "- ", "? ", "a: [", "{a: ", "[\n"] {
        let limits = Limits { depth: usize::MAX, ..Limits::default() };
        let parsed = read_within(&opening.repeat(100_000), limits);
        let copy = parsed.document.root.clone();
        assert_eq!(copy, parsed.document.root);
        assert!(!parsed.codes().is_empty(), "{opening:?}");
    }
}

#[test]
fn a_billion_laughs_stop_at_the_limit() {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for n in 1..12 {
        let previous = n - 1;
        text.push_str(&format!("a{n}: &a{n} [{}]\n", vec![format!("*a{previous}"); 9].join(", ")));
    }
    let parsed = read(&text);
    assert_eq!(parsed.codes(), ["yaml-limit"]);
}

#[test]
fn a_long_text_repeated_by_aliases_stops_at_the_limit() {
    let text = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 10_000].join(", "));
    assert_eq!(read(&text).codes(), ["yaml-limit"]);
}

#[test]
fn aliases_and_merges_cannot_deepen_beyond_the_limit() {
    let mut text = "a0: &a0 {x: y}\n".to_owned();
    for n in 1..100 {
        text.push_str(&format!("a{n}: &a{n} {{b: *a{}}}\n", n - 1));
    }
    assert_eq!(read(&text).codes(), ["yaml-limit"]);
}

#[test]
fn a_key_given_ten_thousand_times_is_reported_a_hundred_times() {
    let parsed = read(&"a: b\n".repeat(10_000));
    assert_eq!(parsed.findings().len(), 101);
    assert!(parsed.findings()[100].contains("9899 more"), "{}", parsed.findings()[100]);
}

/// Text of the characters that mean something in YAML, so that most of the grammar is met.
fn yamlish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,3}".prop_map(String::from),
        8 => prop::sample::select(vec![
            "\n", "\n  ", "\n    ", ": ", ":\n", "- ", "? ", "[", "]", "{", "}", ", ", "&a ", "*a", "<<: ", "!!str ",
            "!t ", "|\n", ">-\n", "|+\n", "|2\n", "'", "\"", "\\", " # c", "#", "\t", "\r\n", "---\n", "...\n", "%YAML 1.2\n",
            "~", "é", "😀", "\u{FEFF}", "\0", "\u{85}", "\u{2028}", "@", "`", "%", "''", "\\u00e9", "\\x4",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn spans_are_sound(text: &str) {
    let parsed = read(text);
    let len = text.len();
    let mut open: Vec<_> = parsed.document.root.iter().collect();
    while let Some(node) = open.pop() {
        let range = node.span.range();
        assert!(range.start <= range.end && range.end <= len, "{range:?} in {text:?}");
        assert!(
            text.is_char_boundary(range.start) && text.is_char_boundary(range.end),
            "{range:?} in {text:?}"
        );
        open.extend(node.items().unwrap_or_default());
        for entry in node.entries().unwrap_or_default() {
            assert!(text.get(entry.key_span.range()).is_some(), "{:?} in {text:?}", entry.key_span);
            open.push(&entry.value);
        }
    }
    for finding in &parsed.document.diagnostics {
        for label in &finding.labels {
            assert!(text.get(label.span.range()).is_some(), "{label:?} in {text:?}");
        }
    }
    for comment in &parsed.document.comments {
        assert!(
            text.get(comment.span.range()).is_some_and(|text| text.starts_with('#')),
            "{comment:?} in {text:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in ".{0,200}") {
        spans_are_sound(&text);
    }

    #[test]
    fn any_yamlish_text_is_read_without_panic(text in yamlish()) {
        spans_are_sound(&text);
    }

    #[test]
    fn any_bytes_become_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let decoded = decode_text(&bytes);
        for fault in &decoded.faults {
            prop_assert!(decoded.text.get(fault.range.clone()).is_some());
        }
        spans_are_sound(&decoded.text);
    }
}
