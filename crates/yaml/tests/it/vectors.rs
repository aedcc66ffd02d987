//! Everything go-yaml was seen to write is written the same, and read as go-yaml reads it.
//!
//! `tests/go/README.md` says how the vectors are made.

use folkmoot_yaml::{GoKind, Kind, Node, Out, ScalarStyle, SequenceStyle, Style, emit, go_kind};
use serde_json::Value;

use crate::read;

struct Vector {
    tree: Out<'static>,
    yaml: String,
    same: bool,
}

fn vectors(json: &str) -> Vec<Vector> {
    let all: Vec<Value> = serde_json::from_str(json).expect("the vectors are JSON");
    assert!(all.len() > 1000, "the vectors are all there");
    let one = |vector: &Value| Vector {
        tree: tree(&vector["tree"]),
        yaml: vector["yaml"].as_str().expect("text").to_owned(),
        same: vector["same"] == true,
    };
    all.iter().map(one).collect()
}

fn tree(value: &Value) -> Out<'static> {
    let (kind, value) = value.as_object().and_then(|object| object.iter().next()).expect("one field is set");
    let text = || value.as_str().expect("text").to_owned().into();
    match kind.as_str() {
        "str" => Out::Str(text()),
        "folded" => Out::Folded(text()),
        "plain" => Out::Plain(text()),
        "seq" => Out::Seq(list(value).iter().map(tree).collect()),
        _ => {
            let pair =
                |pair: &Value| (pair["key"].as_str().expect("text").to_owned().into(), tree(&pair["value"]));
            Out::Map(list(value).iter().map(pair).collect())
        }
    }
}

/// Go writes an empty list as `null`.
fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn check_emission(json: &str, style: &Style) {
    let wrong: Vec<String> = vectors(json)
        .iter()
        .filter_map(|vector| {
            let ours = emit(&vector.tree, style);
            (ours != vector.yaml)
                .then(|| format!("{:?}\n go   {:?}\n ours {ours:?}", vector.tree, vector.yaml))
        })
        .collect();
    let first = wrong.iter().take(10).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} differ\n{first}", wrong.len());
}

fn check_reading(json: &str) {
    let wrong: Vec<String> = vectors(json)
        .iter()
        .filter(|vector| vector.same && reads_alike(&vector.yaml))
        .filter_map(|vector| {
            let parsed = read(&vector.yaml);
            let right = parsed.codes().is_empty()
                && parsed.document.root.as_ref().is_some_and(|root| same(&vector.tree, root));
            (!right).then(|| format!("{:?}\n {}\n {:?}", vector.yaml, parsed.shape(), parsed.findings()))
        })
        .collect();
    let first = wrong.iter().take(10).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} differ\n{first}", wrong.len());
}

/// Two known differences: Go's tree keeps `<<` as a key where ours has what it merges, and go-yaml takes the
/// Unicode line separators for line breaks as YAML 1.1 did, where we take them for letters as YAML 1.2 does.
fn reads_alike(yaml: &str) -> bool {
    !yaml.contains("<<:") && !yaml.contains(['\u{2028}', '\u{2029}', '\u{85}'])
}

/// Whether `node` reads as `tree`, types included.
fn same(tree: &Out<'_>, node: &Node) -> bool {
    match (tree, &node.kind) {
        (Out::Str(want) | Out::Folded(want), Kind::Scalar { text, style }) => {
            want == text && (*style != ScalarStyle::Plain || go_kind(text) == GoKind::Str)
        }
        (Out::Plain(want), Kind::Scalar { text, style }) => {
            want == text && *style == ScalarStyle::Plain && go_kind(text) != GoKind::Str
        }
        (Out::Seq(items), Kind::Sequence(nodes)) => {
            items.len() == nodes.len() && items.iter().zip(nodes).all(|(item, node)| same(item, node))
        }
        (Out::Map(pairs), Kind::Mapping(entries)) => {
            let equal = |((key, value), entry): (&(_, Out<'_>), &folkmoot_yaml::Entry)| {
                *key == entry.key && same(value, &entry.value)
            };
            pairs.len() == entries.len() && pairs.iter().zip(entries).all(equal)
        }
        _ => false,
    }
}

const GO_YAML_3: &str = include_str!("../vectors/go-yaml-3.json");
const GO_YAML_3_INDENT_4: &str = include_str!("../vectors/go-yaml-3-indent-4.json");
const GO_YAML_2020: &str = include_str!("../vectors/go-yaml-2020.json");
const GO_YAML_2019: &str = include_str!("../vectors/go-yaml-2019.json");

#[test]
fn go_yaml_3_is_written_byte_for_byte() {
    check_emission(GO_YAML_3, &Style::GO_YAML_3);
}

#[test]
fn go_yaml_3_with_indent_4_is_written_byte_for_byte() {
    check_emission(
        GO_YAML_3_INDENT_4,
        &Style { indent: 4, sequences: SequenceStyle::Indented, ..Style::GO_YAML_3 },
    );
}

#[test]
fn go_yaml_of_2020_is_written_byte_for_byte() {
    check_emission(GO_YAML_2020, &Style::GO_YAML_2020);
}

#[test]
fn go_yaml_of_2019_is_written_byte_for_byte() {
    check_emission(GO_YAML_2019, &Style::GO_YAML_2019);
}

#[test]
fn what_go_yaml_reads_back_the_same_is_read_the_same() {
    for json in [GO_YAML_3, GO_YAML_3_INDENT_4, GO_YAML_2020, GO_YAML_2019] {
        check_reading(json);
    }
}

#[test]
fn what_is_written_faithfully_is_read_the_same_always() {
    for json in [GO_YAML_3, GO_YAML_3_INDENT_4, GO_YAML_2020, GO_YAML_2019] {
        for style in [Style::GO_YAML_3, Style::GO_YAML_2020, Style { indent: 4, ..Style::GO_YAML_3 }] {
            for vector in vectors(json).iter().step_by(3) {
                let text = folkmoot_yaml::emit_faithfully(&vector.tree, &style);
                let parsed = read(&text);
                let root = parsed.document.root.as_ref();
                assert!(
                    root.is_some_and(|root| same(&vector.tree, root)),
                    "{text:?} {:?}",
                    parsed.findings()
                );
            }
        }
    }
}
