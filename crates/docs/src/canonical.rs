//! The canonical form of a groups file: what the program that owns it would write.
//!
//! Decode into Go structs, sort, encode: keys come out in the order of the fields, lists sorted, empty keys left
//! out or written as the structs say. [`canonical`] does this to the YAML tree itself, so that keys the structs do
//! not know, which the original would refuse, are kept: behind the known ones, in the order written.

use std::borrow::Cow;

use folkmoot_model::{Profile, SequenceIndent, YamlStyle};
use folkmoot_yaml::{Entry, Kind, Node, Out, ScalarStyle, SequenceStyle, Style, emit};

use crate::go_sort;
use crate::schema::{Field, Schema, Shape, When};

/// The canonical text of a groups file whose root is `root`, in the profile's style. Comments are not part of
/// the tree and so are not in the text.
pub fn canonical(root: &Node, profile: &Profile) -> String {
    let schema = if profile.name == "kubevirt" { Schema::KUBEVIRT } else { Schema::KUBERNETES };
    emit(&map(Some(root), schema.root, schema.sorted), &style(profile.yaml))
}

fn style(style: YamlStyle) -> Style {
    Style {
        indent: style.indent,
        sequences: match style.sequences {
            SequenceIndent::Indented => SequenceStyle::Indented,
            SequenceIndent::Flush => SequenceStyle::Flush,
        },
        width: style.width,
        quote_yaml11_bools: style.quote_yaml11_bools,
    }
}

fn map<'a>(node: Option<&'a Node>, fields: &'static [Field], sorted: bool) -> Out<'a> {
    let entries = node.and_then(Node::entries).unwrap_or_default();
    let mut written: Vec<(Cow<'a, str>, Out<'a>)> = Vec::with_capacity(fields.len());
    for field in fields {
        let node = entries.iter().find(|entry| entry.key == field.key).map(|entry| &entry.value);
        let node = node.filter(|node| !node.is_null());
        let value = value(node, field.shape, sorted);
        let write = match field.when {
            When::Always => true,
            When::NotEmpty => !is_zero(&value),
            When::Present => node.is_some(),
        };
        if write {
            written.push((Cow::Borrowed(field.key), value));
        }
    }
    let unknown = |entry: &&Entry| fields.iter().all(|field| field.key != entry.key);
    written.extend(
        entries.iter().filter(unknown).map(|entry| (entry.key.as_str().into(), as_written(&entry.value))),
    );
    Out::Map(written)
}

fn value<'a>(node: Option<&'a Node>, shape: Shape, sorted: bool) -> Out<'a> {
    let items = || node.and_then(Node::items).unwrap_or_default().iter().filter(|item| !item.is_null());
    let text = || node.and_then(Node::as_str).unwrap_or_default();
    match shape {
        Shape::Text => Out::str(text()),
        Shape::Folded => Out::folded(text()),
        Shape::Texts => {
            let mut texts: Vec<&str> = items().filter_map(Node::as_str).collect();
            if sorted {
                texts.sort_unstable();
            }
            Out::Seq(texts.into_iter().map(Out::str).collect())
        }
        Shape::Map(fields) => map(node, fields, sorted),
        Shape::List(fields, key) => {
            let mut keyed: Vec<(&str, &Node)> = items().map(|item| (sort_key(item, key), item)).collect();
            if sorted {
                go_sort::sort_by_key(&mut keyed, |(key, _)| key);
            }
            Out::Seq(keyed.into_iter().map(|(_, item)| map(Some(item), fields, sorted)).collect())
        }
    }
}

fn sort_key<'a>(item: &'a Node, key: &str) -> &'a str {
    item.get(key).filter(|value| !value.is_null()).and_then(Node::as_str).unwrap_or_default()
}

/// Go's zero value, which `omitempty` leaves out: a struct is zero when all its fields are.
fn is_zero(value: &Out<'_>) -> bool {
    match value {
        Out::Str(text) | Out::Folded(text) => text.is_empty(),
        Out::Plain(_) => false,
        Out::Seq(items) => items.is_empty(),
        Out::Map(entries) => entries.iter().all(|(_, value)| is_zero(value)),
    }
}

/// A value that no struct describes.
fn as_written(node: &Node) -> Out<'_> {
    match &node.kind {
        Kind::Scalar { text, style: ScalarStyle::Plain } if node.tag.is_none() => Out::Plain(text.into()),
        Kind::Scalar { text, style: ScalarStyle::Folded } => Out::folded(text),
        Kind::Scalar { text, .. } => Out::str(text),
        Kind::Sequence(items) => Out::Seq(items.iter().map(as_written).collect()),
        Kind::Mapping(entries) => Out::Map(
            entries.iter().map(|entry| (entry.key.as_str().into(), as_written(&entry.value))).collect(),
        ),
    }
}
