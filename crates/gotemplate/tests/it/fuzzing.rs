//! No template panics, whatever it is made of.

use std::sync::OnceLock;

use folkmoot_gotemplate::{Limits, TemplateSet};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::data;

fn vectors() -> &'static Json {
    static VECTORS: OnceLock<Json> = OnceLock::new();
    VECTORS.get_or_init(|| serde_json::from_str(include_str!("../go/vectors.json")).unwrap())
}

/// Parses and executes, on all the data the vectors have.
fn survives(text: &str) {
    let functions = data::functions();
    let mut set = TemplateSet::new();
    set.limits(Limits { bytes: 1 << 20, steps: 20_000, ..Limits::default() }).declare(functions.names());
    if set.parse("t", text).is_ok() {
        let root = data::build(&vectors()["data"]["root"]);
        if let Err(error) = set.execute("t", root, &functions) {
            assert!(!error.to_string().contains("invariant"), "{error}");
        }
    }
}

/// Words that templates are made of, and some that they are not.
const WORDS: &[&str] = &[
    "{{",
    "}}",
    "{{-",
    "-}}",
    " ",
    "\n",
    "if ",
    "else",
    "else if ",
    "end",
    "range ",
    "with ",
    "define ",
    "template ",
    "block ",
    "break",
    "continue",
    "nil",
    "true",
    ".",
    ".S",
    ".I",
    ".Ints",
    ".Map",
    ".Inner",
    ".Anys",
    ".P",
    ".NilP",
    ".Func",
    ".A",
    ".Greet",
    "$",
    "$x",
    "$i, $x",
    " := ",
    " = ",
    "|",
    "(",
    ")",
    "\"a\"",
    "`b`",
    "'c'",
    "1",
    "-3",
    "0x1p-2",
    "1+2i",
    "1e9",
    "print ",
    "printf ",
    "\"%*.*[1]d%v%#v%q%z\"",
    "\"%[2]s%08.3x\"",
    "index ",
    "slice ",
    "len ",
    "call ",
    "eq ",
    "lt ",
    "and ",
    "or ",
    "not ",
    "html ",
    "js ",
    "urlquery ",
    "upper ",
    "add ",
    "/*",
    "*/",
    "é",
    "\u{0}",
    ",",
    ":",
    "{{end}}",
    "{{else}}",
    "{{if .S}}",
    "{{range .Ints}}",
    "{{.S}}",
    "{{define \"a\"}}",
    "{{template \"a\" .}}",
    "text",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn words_in_any_order_do_not_panic(words in prop::collection::vec(prop::sample::select(WORDS), 0..40)) {
        survives(&words.concat());
    }

    #[test]
    fn pipelines_of_any_words_do_not_panic(words in prop::collection::vec(prop::sample::select(WORDS), 1..12)) {
        survives(&format!("{{{{{}}}}}", words.join(" ")));
    }

    #[test]
    fn any_text_does_not_panic(text in "\\PC{0,60}") {
        survives(&text);
        survives(&format!("{{{{{text}}}}}"));
    }

    #[test]
    fn any_format_does_not_panic(format in "[%#+\\-0-9 .*\\[\\]vTdsqxXobcUeEfFgGtpwz!é]{0,20}", value in 0..20usize) {
        let values = [
            "1", "-7", "1.5", "1i", "`text`", "true", "nil", ".Ints", ".Map", ".Inner", ".P", ".NilP", ".Anys",
            ".Bytes", ".Func", ".Dir", ".Loud", ".U64", ".MapAny", ".Uni",
        ];
        survives(&format!("{{{{printf `{format}` {} 2 `x`}}}}", values[value]));
    }

    #[test]
    fn vectors_with_pieces_cut_out_do_not_panic(index in 0..4500usize, from in 0..60usize, length in 0..20usize) {
        let cases = vectors()["cases"].as_array().unwrap();
        let text = cases[index % cases.len()]["text"].as_str().unwrap_or_default();
        let cut: String = text.chars().enumerate().filter(|(at, _)| *at < from || *at >= from + length).map(|(_, c)| c).collect();
        survives(&cut);
    }
}
