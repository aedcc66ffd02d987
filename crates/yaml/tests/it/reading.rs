//! What go-yaml reads is read the same, and what it refuses is reported.
//!
//! `tests/go/README.md` says how the vectors are made.

use folkmoot_yaml::{Kind, Node};
use serde_json::{Value, json};

use crate::read;

const VECTORS: &str = include_str!("../vectors/go-yaml-3-reading.json");

/// Where Folkmoot reads on purpose what go-yaml does not: what is meant is plain.
const KNOWN: [(&str, &str); 4] = [
    ("\ta: b\n", "a tab before the first key indents nothing"),
    ("~: a\n", "go-yaml loses entries without a key in silence"),
    ("...\n", "an end of a document that never began"),
    ("%YAML 1.2\n---\na: b\n", "go-yaml knows YAML 1.1 alone by name"),
];

fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::Scalar { .. } if node.is_null() => Value::Null,
        Kind::Scalar { text, .. } => json!(text),
        Kind::Sequence(items) => items.iter().map(value).collect(),
        Kind::Mapping(entries) => {
            let mut pairs: Vec<(&str, Value)> =
                entries.iter().map(|entry| (entry.key.as_str(), value(&entry.value))).collect();
            pairs.sort_by(|a, b| a.0.cmp(b.0));
            json!({ "map": pairs })
        }
    }
}

#[test]
fn every_text_is_read_or_refused_as_go_yaml_does() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).expect("the vectors are JSON");
    assert!(vectors.len() > 150, "the vectors are all there");
    let mut wrong = Vec::new();
    for vector in &vectors {
        let text = vector["text"].as_str().expect("text");
        let parsed = read(text);
        let ours = parsed.document.root.as_ref().map_or(Value::Null, value);
        let refused = vector.get("error").is_some();
        let reported = !parsed.codes().is_empty();
        let right = if refused { reported } else { !reported && ours == vector["value"] };
        let right = right || KNOWN.iter().any(|(known, _)| *known == text);
        if !right {
            wrong.push(format!(
                "{text:?}\n go   {} {}\n ours {ours} {:?}",
                vector["value"],
                vector["error"],
                parsed.findings()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}
