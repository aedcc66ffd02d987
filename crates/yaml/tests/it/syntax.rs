//! Syntax mistakes are said in plain words, at the place to mend.

use crate::read;

fn one(text: &str) -> String {
    let parsed = read(text);
    assert_eq!(parsed.codes(), ["yaml-syntax"], "{text:?}");
    let span = parsed.document.diagnostics[0].span().expect("it has a place");
    format!("{} [{}]", parsed.findings()[0], parsed.sources.snippet(span))
}

#[test]
fn a_tab_as_indentation() {
    assert_eq!(one("a:\n\tb: c\n"), "2:1 a tab is used as indentation [\t]");
}

#[test]
fn a_colon_in_a_value() {
    let expected = "1:7 `: ` cannot stand in an unquoted value [Meeting: weekly]";
    assert_eq!(one("desc: Meeting: weekly\n"), expected);
}

#[test]
fn a_value_that_needs_quotes_comes_with_them_as_a_suggestion() {
    let parsed = read("desc: it's: weekly # c\n");
    let fix = parsed.document.diagnostics[0].fix.as_ref().expect("there is a fix");
    assert_eq!(fix.applicability, folkmoot_diagnostics::Applicability::Suggestion);
    let mended = folkmoot_yaml::edit::apply("desc: it's: weekly # c\n", &fix.edits);
    assert_eq!(mended, "desc: 'it''s: weekly' # c\n");
    assert!(read(&mended).codes().is_empty());
}

#[test]
fn a_missing_space_after_the_colon() {
    assert_eq!(one("name:value\nb: c\n"), "1:1 a space is missing after the colon [name:value]");
}

#[test]
fn an_unclosed_quote() {
    assert_eq!(one("a: \"foo\nb: c\n"), "1:4 a `\"` is opened and not closed [\"foo]");
    assert_eq!(one("x: y\na: 'foo\n"), "2:4 a `'` is opened and not closed ['foo]");
}

#[test]
fn a_reserved_character() {
    assert_eq!(one("slack: @docs\n"), "1:8 a value cannot start with `@` [@docs]");
}

#[test]
fn text_after_a_quote() {
    assert_eq!(one("a: 'it's'\n"), "1:8 text follows the closing `'` [s']");
    assert_eq!(one("a: \"b\" c\n"), "1:8 text follows the closing `\"` [c]");
}

#[test]
fn an_unknown_escape() {
    assert_eq!(one("a: \"C:\\docs\"\n"), "1:7 a `\\` is followed by what is no escape [\\d]");
}

#[test]
fn a_line_that_fits_no_indentation() {
    let expected = "3:3 the indentation of this line, 2 spaces, fits nothing above it [d: e]";
    assert_eq!(one("a:\n    b: c\n  d: e\n"), expected);
}

#[test]
fn an_unclosed_bracket() {
    assert_eq!(one("a: [b, c\n"), "1:4 `[` is never closed [[]");
    assert_eq!(one("a: b\nc: d]: }\n").split(' ').next(), Some("2:4"));
}

#[test]
fn what_stands_before_the_mistake_is_kept() {
    assert_eq!(read("a: b\nc:\n- d\n- e: @f\n").shape(), "{a: b, c: [d, {}]}");
}
