//! What is read, and where it stands.

use crate::{read, read_within};
use folkmoot_yaml::Limits;

#[test]
fn mappings_lists_and_values_become_a_tree() {
    let parsed = read("sigs:\n- name: Docs\n  chairs: [ana, 'bo']\n  meetings: []\nempty:\n");
    assert_eq!(parsed.shape(), "{sigs: [{name: Docs, chairs: [ana, bo], meetings: []}], empty: null}");
    assert!(parsed.codes().is_empty());
}

#[test]
fn scalars_keep_their_raw_text() {
    let parsed = read("a: 1.10\nb: 0x1F\nc: yes\nd: 2020-01-02\ne: 1_000\n");
    assert_eq!(parsed.shape(), "{a: 1.10, b: 0x1F, c: yes, d: 2020-01-02, e: 1_000}");
}

#[test]
fn nothing_tilde_and_null_are_null_unless_quoted_or_tagged() {
    let parsed =
        read("a:\nb: ~\nc: null\nd: NULL\ne: 'null'\nf: !!str null\ng: nUll\nh: !!null ''\ni: ! ~\n");
    let nulls: Vec<bool> =
        ["a", "b", "c", "d", "e", "f", "g", "i"].iter().map(|key| parsed.at(&[key]).is_null()).collect();
    assert_eq!(nulls, [true, true, true, true, false, false, false, true]);
    assert_eq!(parsed.at(&["b"]).as_str(), Some("~"));
    assert_eq!(parsed.at(&["a"]).as_str(), Some(""));
}

#[test]
fn spans_cover_what_is_written_and_no_more() {
    let text = "# c\na: \"x y\"   # c\nb: 'z'\nc: one\n  two\nd:\n  e: f\n  g:\n    - h\n    - i: j\n\n# end\nk: {l: m}\n";
    let parsed = read(text);
    assert_eq!(parsed.snippet(&["a"]), "\"x y\"");
    assert_eq!(parsed.snippet(&["b"]), "'z'");
    assert_eq!(parsed.snippet(&["c"]), "one\n  two");
    assert_eq!(parsed.snippet(&["d"]), "e: f\n  g:\n    - h\n    - i: j");
    assert_eq!(parsed.snippet(&["d", "g"]), "- h\n    - i: j");
    assert_eq!(parsed.snippet(&["k"]), "{l: m}");
    assert_eq!(parsed.snippet(&[]), &text[4..text.len() - 1]);
}

#[test]
fn a_list_spans_from_its_first_dash() {
    let parsed = read("a:\n- b\n- c\nd: # - no\n# - no\n-  # - no\n  -e\nf:\n  - g\nh: &i\n- - -j\n  - k\n");
    assert_eq!(parsed.snippet(&["a"]), "- b\n- c");
    assert_eq!(parsed.snippet(&["d"]), "-  # - no\n  -e");
    assert_eq!(parsed.snippet(&["f"]), "- g");
    assert_eq!(parsed.snippet(&["h"]), "- - -j\n  - k");
    assert_eq!(parsed.snippet(&["h", "0"]), "- -j\n  - k");
}

#[test]
fn a_block_text_spans_from_its_header_to_its_last_letter() {
    let parsed = read(
        "a: | # note |\n  one\n  two\n\n# c\nb: >-\n\n  three\nc: !t &x |+\n  four\n\nd: |2-\n    five\ne: |\nf:\n  - |\n   six\n",
    );
    assert_eq!(parsed.snippet(&["a"]), "| # note |\n  one\n  two");
    assert_eq!(parsed.at(&["a"]).as_str(), Some("one\ntwo\n"));
    assert_eq!(parsed.snippet(&["b"]), ">-\n\n  three");
    assert_eq!(parsed.snippet(&["c"]), "|+\n  four");
    assert_eq!(parsed.snippet(&["d"]), "|2-\n    five");
    assert_eq!(parsed.at(&["d"]).as_str(), Some("  five"));
    assert_eq!(parsed.snippet(&["e"]), "|");
    assert_eq!(parsed.snippet(&["f", "0"]), "|\n   six");
}

#[test]
fn a_block_text_at_the_end_of_a_file_without_newline_has_none() {
    assert_eq!(read("a: |\n  b").shape(), "{a: b}");
    assert_eq!(read("a: >+\n  b\n  c").shape(), "{a: b c}");
    assert_eq!(read("a: |\n  b\n").shape(), "{a: b\\n}");
}

#[test]
fn an_empty_value_stands_after_its_colon() {
    let parsed = read("a:\nb:   # c\n");
    let span = parsed.at(&["a"]).span;
    assert_eq!(span.range(), 2..2);
    assert_eq!(parsed.at(&["b"]).span.range(), 5..5);
    let parsed = read("-\n- a\n-\n");
    assert_eq!(parsed.at(&["0"]).span.range(), 1..1);
    assert_eq!(parsed.at(&["2"]).span.range(), 7..7);
}

#[test]
fn crlf_and_a_byte_order_mark_change_no_value_and_no_offset() {
    let text = "\u{FEFF}a: b\r\nc: |\r\n  d\r\n  e\r\nf: g\r\n  h\r\n";
    let parsed = read(text);
    assert_eq!(parsed.shape(), "{a: b, c: d\\ne\\n, f: g h}");
    assert_eq!(parsed.at(&["a"]).span.range(), 6..7);
    assert_eq!(parsed.snippet(&["c"]), "|\r\n  d\r\n  e");
    assert!(parsed.codes().is_empty());
}

#[test]
fn comments_know_whether_they_have_a_line_of_their_own() {
    let parsed = read("\u{FEFF}# top\n\na: b # beside\n  # own\nc: '# no' # é\n# last");
    let comments: Vec<(String, bool)> = parsed
        .document
        .comments
        .iter()
        .map(|comment| (parsed.sources.snippet(comment.span), comment.own_line))
        .collect();
    let expected = [("# top", true), ("# beside", false), ("# own", true), ("# é", false), ("# last", true)];
    assert_eq!(comments, expected.map(|(text, own)| (text.to_owned(), own)));
}

#[test]
fn only_the_first_document_is_read() {
    assert_eq!(read("a: b\n---\nc: d\n").shape(), "{a: b}");
    assert_eq!(read("a: b\n...\n[\n").codes(), Vec::<&str>::new());
    assert_eq!(read("").shape(), "none");
    assert_eq!(read("# only a comment\n").document.comments.len(), 1);
}

#[test]
fn aliases_are_expanded_where_they_stand() {
    let parsed = read("a: &x {b: [c]}\nd: *x\ne: [*x]\n&k key: v\n*k : w\n");
    assert_eq!(parsed.shape(), "{a: {b: [c]}, d: {b: [c]}, e: [{b: [c]}], key: v}");
    assert_eq!(parsed.codes(), ["yaml-duplicate-key"]);
    assert_eq!(parsed.snippet(&["d"]), "{b: [c]}");
}

#[test]
fn an_alias_to_nothing_is_reported_and_read_as_nothing() {
    let parsed = read("a: *b\nc: *.md\n");
    assert_eq!(parsed.shape(), "{a: null, c: null}");
    assert_eq!(
        parsed.findings(),
        ["1:4 nothing is named `&b` before this", "2:4 nothing is named `&.md` before this"]
    );
}

#[test]
fn an_alias_inside_its_own_anchor_is_reported() {
    let parsed = read("a: &x [b, *x]\n");
    assert_eq!(parsed.findings(), ["1:11 `*x` would contain itself"]);
    assert_eq!(parsed.shape(), "{a: [b, null]}");
}

#[test]
fn merge_keys_bring_what_the_mapping_does_not_say_itself() {
    let parsed = read(
        "base: &b {x: 1, y: 2}\none:\n  z: 0\n  <<: *b\n  y: 3\ntwo: {<<: [*b, {y: 9, w: 8}]}\nthree: {<<: {q: 1}}\n",
    );
    assert_eq!(
        parsed.shape(),
        "{base: {x: 1, y: 2}, one: {z: 0, +x: 1, y: 3}, two: {+x: 1, +y: 2, +w: 8}, three: {+q: 1}}"
    );
    assert!(parsed.codes().is_empty());
}

#[test]
fn a_quoted_merge_key_is_a_key() {
    assert_eq!(read("'<<': a\n").shape(), "{<<: a}");
    assert_eq!(read("!!merge <<: {a: b}\n").shape(), "{+a: b}");
}

#[test]
fn merging_what_is_no_mapping_is_reported() {
    assert_eq!(read("a: {<<: b}\n").findings(), ["1:9 `<<` takes in a mapping or a list of mappings"]);
    assert_eq!(read("l: &l [{a: b}]\na: {<<: *l}\n").codes(), ["yaml-merge"]);
    assert_eq!(read("a: {<<: [{b: c}, d]}\n").shape(), "{a: {+b: c}}");
}

#[test]
fn a_key_given_twice_names_both_places() {
    let parsed = read("a: 1\nb: 2\na: 3\n");
    assert_eq!(parsed.shape(), "{a: 1, b: 2}");
    let finding = &parsed.document.diagnostics[0];
    let places: Vec<String> = finding.labels.iter().map(|label| parsed.sources.locate(label.span)).collect();
    assert_eq!(places, ["a.yaml:3:1", "a.yaml:1:1"]);
}

#[test]
fn a_key_given_twice_among_many_is_found() {
    let mut text: String = (0..50).map(|n| format!("k{n}: {n}\n")).collect();
    text.push_str("k7: again\nk3: again\n");
    let parsed = read(&text);
    assert_eq!(parsed.document.root.as_ref().and_then(|root| root.entries()).map(<[_]>::len), Some(50));
    assert_eq!(parsed.findings().len(), 2);
    assert!(parsed.findings()[0].starts_with("51:1"));
}

#[test]
fn a_key_that_is_a_list_is_reported_and_left_out() {
    let parsed = read("[a]: b\nc: d\n? {e: f}\n: g\n");
    assert_eq!(parsed.shape(), "{c: d}");
    assert_eq!(parsed.codes(), ["yaml-key", "yaml-key"]);
}

#[test]
fn tags_are_kept_in_full() {
    let parsed = read("a: !!str 1\nb: !mine x\nc: !<tag:example.com,2000:t> y\nd: ! z\n");
    assert_eq!(parsed.at(&["a"]).tag.as_deref(), Some("tag:yaml.org,2002:str"));
    assert_eq!(parsed.at(&["b"]).tag.as_deref(), Some("!mine"));
    assert_eq!(parsed.at(&["c"]).tag.as_deref(), Some("tag:example.com,2000:t"));
    assert_eq!(parsed.at(&["d"]).tag, None);
}

#[test]
fn a_file_above_the_byte_limit_is_not_read() {
    let parsed = read_within("a: b\n", Limits { bytes: 4, ..Limits::default() });
    assert_eq!(parsed.codes(), ["yaml-limit"]);
    assert!(parsed.document.root.is_none());
}

#[test]
fn what_stands_before_too_deep_a_nesting_is_kept() {
    let parsed = read_within("a: b\nc: [[[[d]]]]\n", Limits { depth: 3, ..Limits::default() });
    assert_eq!(parsed.shape(), "{a: b, c: [[]]}");
    assert_eq!(parsed.codes(), ["yaml-limit"]);
}

#[test]
fn forbidden_characters_are_reported_once_and_read_as_spaces() {
    let parsed = read("a: b\0c\nd: \u{1}e\n");
    assert_eq!(parsed.shape(), "{a: b c, d: e}");
    assert_eq!(parsed.findings(), ["1:5 the file has characters that YAML forbids"]);
}
