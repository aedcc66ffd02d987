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
    let schema = Schema::of(profile);
    let form = if schema.sorted { Form::Sorted } else { Form::Struct };
    emit(&map(Some(root), schema.root, form), &style(profile.yaml))
}

/// What a groups file says in its normal order, for edits in place: the keys that are there and no others.
pub(crate) fn normal(root: &Node, schema: Schema) -> Out<'_> {
    map(Some(root), schema.root, Form::Tidy { sorted: schema.sorted })
}

pub(crate) fn style(style: YamlStyle) -> Style {
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

/// How a tree is brought into form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As Go's structs are written: keys as their fields, what is empty as they say.
    Struct,
    /// The same, lists sorted as `sort.Slice` leaves them.
    Sorted,
    /// The keys that are there, in the order of the fields; lists sorted, where they are, with equal items in the
    /// order written.
    Tidy {
        /// Whether lists are sorted.
        sorted: bool,
    },
}

fn map<'a>(node: Option<&'a Node>, fields: &'static [Field], form: Form) -> Out<'a> {
    let entries = node.and_then(Node::entries).unwrap_or_default();
    let mut written: Vec<(Cow<'a, str>, Out<'a>)> = Vec::with_capacity(entries.len());
    let mut known = 0;
    for field in fields {
        let node = entries.iter().find(|entry| entry.key == field.key).map(|entry| &entry.value);
        known += usize::from(node.is_some());
        if let (Form::Tidy { .. }, Some(node)) = (form, node) {
            let tidy =
                if fits(node, field.shape) { value(Some(node), field.shape, form) } else { as_written(node) };
            written.push((Cow::Borrowed(field.key), tidy));
            continue;
        }
        let node = node.filter(|node| !node.is_null());
        let value = value(node, field.shape, form);
        let write = match field.when {
            _ if matches!(form, Form::Tidy { .. }) => false,
            When::Always => true,
            When::NotEmpty => !is_zero(&value),
            When::Present => node.is_some(),
        };
        if write {
            written.push((Cow::Borrowed(field.key), value));
        }
    }
    if known < entries.len() {
        let unknown = |entry: &&Entry| fields.iter().all(|field| field.key != entry.key);
        let unknown = entries.iter().filter(unknown);
        written.extend(unknown.map(|entry| (entry.key.as_str().into(), as_written(&entry.value))));
    }
    Out::Map(written)
}

fn value<'a>(node: Option<&'a Node>, shape: Shape, form: Form) -> Out<'a> {
    let items = || node.and_then(Node::items).unwrap_or_default().iter().filter(|item| !item.is_null());
    let text = || node.and_then(Node::as_str).unwrap_or_default();
    match shape {
        Shape::Text => Out::str(text()),
        Shape::Folded => Out::folded(text()),
        Shape::Texts => {
            let mut texts: Vec<&str> = items().filter_map(Node::as_str).collect();
            if !matches!(form, Form::Struct | Form::Tidy { sorted: false }) {
                texts.sort_unstable();
            }
            Out::Seq(texts.into_iter().map(Out::str).collect())
        }
        Shape::Map(fields) => map(node, fields, form),
        Shape::List(fields, key) => {
            let mut keyed: Vec<(&str, &Node)> = items().map(|item| (sort_key(item, key), item)).collect();
            match form {
                Form::Struct | Form::Tidy { sorted: false } => {}
                Form::Sorted => go_sort::sort_by_key(&mut keyed, |(key, _)| key),
                Form::Tidy { sorted: true } => keyed.sort_by_key(|(key, _)| *key),
            }
            Out::Seq(keyed.into_iter().map(|(_, item)| map(Some(item), fields, form)).collect())
        }
    }
}

/// Whether the node is of the shape that it should have; what is not is nobody's to tidy.
fn fits(node: &Node, shape: Shape) -> bool {
    let mappings =
        |node: &Node| node.items().is_some_and(|items| items.iter().all(|item| item.entries().is_some()));
    let scalars =
        |node: &Node| node.items().is_some_and(|items| items.iter().all(|item| item.as_str().is_some()));
    match shape {
        _ if node.is_null() => false,
        Shape::Text | Shape::Folded => node.as_str().is_some(),
        Shape::Texts => scalars(node),
        Shape::Map(_) => node.entries().is_some(),
        Shape::List(..) => mappings(node),
    }
}

/// The strings that are written without quotes and read as something else by half of the world's YAML readers
/// (`9:00`, `on`, `1.10`).
pub(crate) fn unquoted(root: &Node, schema: Schema) -> Vec<&Node> {
    let mut found = Vec::new();
    find_unquoted(root, Shape::Map(schema.root), &mut found);
    found
}

fn find_unquoted<'a>(node: &'a Node, shape: Shape, found: &mut Vec<&'a Node>) {
    match (shape, &node.kind) {
        (Shape::Text, Kind::Scalar { style: ScalarStyle::Plain, .. })
            if !node.is_null() && node.tag.is_none() =>
        {
            found.push(node);
        }
        (Shape::Texts, Kind::Sequence(items)) => {
            items.iter().for_each(|item| find_unquoted(item, Shape::Text, found));
        }
        (Shape::List(fields, _), Kind::Sequence(items)) => {
            items.iter().for_each(|item| find_unquoted(item, Shape::Map(fields), found));
        }
        (Shape::Map(fields), Kind::Mapping(entries)) => {
            for entry in entries.iter().filter(|entry| !entry.merged) {
                if let Some(field) = fields.iter().find(|field| field.key == entry.key) {
                    find_unquoted(&entry.value, field.shape, found);
                }
            }
        }
        _ => {}
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
