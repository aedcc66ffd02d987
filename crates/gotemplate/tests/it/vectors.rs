//! What Go made of some thousand templates, this crate must make of them too.

use std::collections::BTreeMap;

use folkmoot_gotemplate::{MissingKey, TemplateSet, Value};
use serde_json::Value as Json;

use super::data;

/// Cases that differ, by template, and why. Aim: none.
const KNOWN: &[(&str, &str)] = &[];

struct Outcome {
    out: Vec<u8>,
    error: Option<String>,
}

fn run(case: &Json, value: Value<'static>) -> Outcome {
    let functions = data::functions();
    let mut set = TemplateSet::new();
    set.declare(functions.names());
    if let [left, right] = case["delims"].as_array().map(Vec::as_slice).unwrap_or_default() {
        set.delimiters(left.as_str().unwrap(), right.as_str().unwrap());
    }
    match case["missingkey"].as_str() {
        Some("zero") => drop(set.missing_key(MissingKey::Zero)),
        Some("error") => drop(set.missing_key(MissingKey::Error)),
        _ => {}
    }
    let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let texts = match case["texts"].as_array() {
        Some(texts) => texts.iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect(),
        None => vec![("t".to_owned(), text(&case["text"]))],
    };
    for (name, text) in &texts {
        if let Err(error) = set.parse(name, text) {
            return Outcome { out: Vec::new(), error: Some(error.to_string()) };
        }
    }
    let mut out = Vec::new();
    let error = set.execute_to(&texts[0].0, value, &functions, &mut out).err();
    Outcome { out, error: error.map(|error| error.to_string()) }
}

fn expected(case: &Json) -> Outcome {
    let out = match case["out_hex"].as_str() {
        Some(hex) => {
            let digits = hex.as_bytes().chunks(2);
            digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
        }
        None => case["out"].as_str().unwrap_or_default().into(),
    };
    Outcome { out, error: case["err"].as_str().map(str::to_owned) }
}

#[test]
fn every_template_gives_what_go_gives() {
    let vectors: Json = serde_json::from_str(include_str!("../go/vectors.json")).unwrap();
    let mut by_group: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut report = String::new();
    for case in vectors["cases"].as_array().unwrap() {
        let value = data::build(&vectors["data"][case["data"].as_str().unwrap_or("root")]);
        let template = case["text"].as_str().unwrap_or("(several)");
        let (got, want) = (run(case, value), expected(case));
        let counts = by_group.entry(case["group"].as_str().unwrap()).or_default();
        counts.0 += 1;
        let known = KNOWN.iter().any(|(text, _)| *text == template);
        let same = got.out == want.out && got.error == want.error;
        if same == known {
            counts.1 += 1;
            let show = |outcome: &Outcome| {
                let out = String::from_utf8_lossy(&outcome.out).into_owned();
                format!("{out:?} {}", outcome.error.as_deref().unwrap_or_default())
            };
            report.push_str(&format!("{template:?}\n  go   {}\n  here {}\n", show(&want), show(&got)));
        }
    }
    let total: usize = by_group.values().map(|(total, _)| total).sum();
    assert!(total >= 700, "only {total} cases");
    assert!(report.is_empty(), "of {by_group:?} differ:\n{report}");
}
