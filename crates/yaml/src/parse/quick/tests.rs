//! Whatever the quick way reads, the whole parser reads the same.

use folkmoot_diagnostics::Sources;
use proptest::prelude::*;

use crate::parse::findings::Findings;
use crate::parse::{Limits, read as read_whole};
use crate::{Out, Style, emit};

/// Reads `text` both ways and compares; tells whether the quick way took it.
fn same(text: &str) -> bool {
    let sources = Sources::new();
    let file = sources.add("a.yaml", text);
    let limits = Limits::default();
    let Some(quick) = super::read(text, file, limits) else { return false };
    let whole = read_whole(text, file, limits, Findings::new(file));
    assert_eq!(Some(&quick.root), whole.root.as_ref(), "{text:?}");
    assert_eq!(quick.comments, whole.comments, "{text:?}");
    assert_eq!(quick.findings.finish(), whole.diagnostics, "{text:?}");
    true
}

#[test]
fn ordinary_files_take_the_quick_way() {
    for text in [
        "a: b\n",
        "- a\n- b # c\n-\n-   - d\n    - e\n- f: g\n  h: i\n",
        "# c\na:\n  - b\n\n  # d\n  - c: 'it''s' # e\n    d: \"x\\n\\U0001F600\"\ne:\n- f\ng: []\nh: {}\n",
        "a: |\n  one\n\n   two\nb: >-\n  one\n  two\n\n  three\n   four\nc: |+ # d\n  x\n\nd: y\n",
        "a: b\n  c\n\n  d\ne: https://example.org:80/#x\n",
        "a:\n  b\nc:\n  'd'\n'e': f\n\"g\" : h\n日本: 語\n",
        "a: 1\na: 2\nb: {}\n",
        "a: b",
    ] {
        assert!(same(text), "{text:?}");
    }
}

#[test]
fn everything_else_takes_the_long_way() {
    for text in [
        "",
        "# c\n",
        "a\n",
        "'a'\n",
        "a: [b]\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "? a\n",
        "a: b\tc\n",
        "a: b\r\n",
        "---\na: b\n",
        "%YAML 1.2\n",
        "<<: a\n",
        "a: b: c\n",
        "a:\n   b: c\n  d: e\n",
        "a: b\n c: d\n",
        "- a\nb: c\n",
        "a: 'b\n  c'\n",
        "a: |2\n  b\n",
        "a: |\nb: c\n",
        "a: \"\\d\"\n",
        "a: @b\n",
        "a: - b\n",
        "a: b # c\n  d\n",
        "\u{FEFF}a: b\n",
        "a: |\n  b",
    ] {
        assert!(!same(text), "{text:?}");
    }
}

/// Lines as people and programs write them, good and bad.
fn lines() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec![
        "",
        "a",
        "b c",
        "'d'",
        "'it''s'",
        "\"e\\n\"",
        "|",
        ">",
        "|-",
        ">+",
        "> # c",
        "[]",
        "{}",
        "f # g",
        "h:i",
        "j:",
        "- k",
        "-l",
        "? m",
        "# n",
        "~",
        "é",
        "😀",
        "o #p",
        "[q]",
        "&r s",
        "*t",
        "\"u",
        "'v",
        "<<",
        "w: x",
        "---",
        "...",
        "%",
        ":y",
        ": z",
        "- - a",
        "- b: c",
        "d : e",
        "'f': g",
        "\"h\" :",
        "-",
        " i",
        "|2",
        "\"\\u00e9\"",
    ]);
    let line = (
        0usize..7,
        prop::sample::select(vec!["", "- ", "a: ", "b:", "- c: ", "d:   ", "-   "]),
        value,
        0u8..8,
    )
        .prop_map(|(indent, start, value, end)| {
            let end = if end == 0 {
                ""
            } else if end == 1 {
                "  \n"
            } else {
                "\n"
            };
            format!("{}{start}{value}{end}", " ".repeat(indent))
        });
    prop::collection::vec(line, 0..9).prop_map(|lines| lines.concat())
}

fn tree() -> impl Strategy<Value = Out<'static>> {
    let text = prop_oneof!["[a-z ]{0,8}", "[a-z \n#:'-]{0,12}", Just("several words in a row ".repeat(6))];
    let leaf = (text, any::<bool>())
        .prop_map(|(text, folded)| if folded { Out::folded(text) } else { Out::str(text) });
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Out::Seq),
            prop::collection::vec(("[a-z]{1,3}", inner), 0..4).prop_map(|pairs| Out::Map(
                pairs.into_iter().map(|(key, value)| (key.into(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_are_read_the_same_both_ways(text in lines()) {
        same(&text);
    }

    #[test]
    fn an_ordinary_text_has_nothing_forbidden(text in "(\\PC|[\\x00-\\x1F\u{7F}-\u{A0}\u{FEFF}\u{FFFE}\u{FFFF}]|\\n){0,200}") {
        if super::is_ordinary(text.as_bytes()) {
            prop_assert_eq!(crate::text::without_forbidden(&text).1, None);
        }
    }

    #[test]
    fn any_written_tree_is_read_the_same_both_ways(tree in tree(), older in any::<bool>()) {
        let style = if older { Style::GO_YAML_2020 } else { Style::GO_YAML_3 };
        same(&emit(&tree, &style));
    }
}
