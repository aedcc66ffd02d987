//! Whatever the file and the edit, the text read again is exactly what was meant, and no comment is lost.

use folkmoot_diagnostics::{Edit, Sources};
use folkmoot_yaml::edit::{Editor, apply};
use folkmoot_yaml::{Document, Kind, Limits, Node, Out, SequenceStyle, Style, emit, parse};
use proptest::prelude::*;

use crate::shape;

/// A file with comments, made from a tree: (text, where each comment goes, which).
fn commented(tree: &Out<'_>, style: Style, seeds: &[(usize, u8)]) -> String {
    let mut text = emit(tree, &style);
    let plain = shape_of(&text);
    for (nth, &(at, sort)) in seeds.iter().enumerate() {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = at % lines.len();
        let start: usize = lines[..line].iter().map(|line| line.len()).sum();
        let indent = lines[line].len() - lines[line].trim_start_matches([' ', '-']).len();
        let mut new = text.clone();
        match sort % 6 {
            0 => new.insert_str(start, &format!("{}# own {nth}\n", " ".repeat(indent))),
            1 => new.insert_str(start, &format!("{}# own {nth}\n", " ".repeat(indent.saturating_sub(2)))),
            2 => new.insert_str(start, &format!("{}# own {nth}\n", " ".repeat(indent + 2))),
            3 => new.insert(start, '\n'),
            4 => new.insert_str(start, "# left\n\n"),
            _ => new.insert_str(start + lines[line].trim_end().len(), &format!(" # behind {nth}")),
        }
        // Inside a text of several lines this would have been no comment.
        if shape_of(&new) == plain {
            text = new;
        }
    }
    text
}

fn shape_of(text: &str) -> String {
    with(text, |document, _| match document.diagnostics.is_empty() {
        true => document.root.as_ref().map_or_else(String::new, shape),
        false => "unreadable".to_owned(),
    })
}

fn with<T>(text: &str, then: impl FnOnce(&Document, &Editor<'_>) -> T) -> T {
    let sources = Sources::new();
    let file = sources.add("a.yaml", text);
    let document = parse(&sources, file, Limits::default());
    let source = sources.get(file);
    then(&document, &Editor::new(&source, file, Style::GO_YAML_3))
}

fn comments_of(text: &str) -> Vec<String> {
    let mut comments: Vec<String> = with(text, |document, _| {
        document.comments.iter().map(|comment| text[comment.span.range()].to_owned()).collect()
    });
    comments.sort();
    comments
}

/// Every node, by the way to it.
fn nodes(root: &Node) -> Vec<&Node> {
    let mut all = vec![root];
    let mut next = 0;
    while let Some(&node) = all.get(next) {
        all.extend(node.items().unwrap_or_default());
        all.extend(node.entries().unwrap_or_default().iter().map(|entry| &entry.value));
        next += 1;
    }
    all
}

/// The tree as one changes it: only what the tests look at.
#[derive(Clone, PartialEq, Debug)]
enum Tree {
    Scalar(String),
    Seq(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

fn tree_of(node: &Node) -> Tree {
    match &node.kind {
        Kind::Scalar { text, .. } => Tree::Scalar(text.clone()),
        Kind::Sequence(items) => Tree::Seq(items.iter().map(tree_of).collect()),
        Kind::Mapping(entries) => {
            Tree::Map(entries.iter().map(|entry| (entry.key.clone(), tree_of(&entry.value))).collect())
        }
    }
}

/// Changes the node number `at`, counted as [`nodes`] counts.
fn change(tree: &mut Tree, at: usize, then: impl FnOnce(&mut Tree)) {
    let mut queue: std::collections::VecDeque<&mut Tree> = [tree].into();
    let mut number = 0;
    while let Some(node) = queue.pop_front() {
        if number == at {
            then(node);
            return;
        }
        number += 1;
        match node {
            Tree::Scalar(_) => {}
            Tree::Seq(items) => queue.extend(items),
            Tree::Map(entries) => queue.extend(entries.iter_mut().map(|(_, value)| value)),
        }
    }
}

/// Makes `edit` on node number `at` and checks that the file then holds what `meant` makes of its tree.
fn check(
    text: &str,
    at: usize,
    keeps_comments: bool,
    edit: impl FnOnce(&Editor<'_>, &Node) -> Option<Edit>,
    meant: impl FnOnce(&mut Tree),
) -> Result<(), TestCaseError> {
    let (edit, mut tree) = with(text, |document, editor| {
        let root = document.root.as_ref().expect("there is a root");
        let all = nodes(root);
        (edit(editor, all[at % all.len()]), (tree_of(root), at % all.len()))
    });
    let Some(edit) = edit else { return Ok(()) };
    change(&mut tree.0, tree.1, meant);
    let new = apply(text, &[edit]);
    let read = with(&new, |document, _| {
        let clean = document.diagnostics.is_empty();
        clean.then(|| document.root.as_ref().map(tree_of)).flatten()
    });
    prop_assert_eq!(read, Some(tree.0), "\n--- before\n{}--- after\n{}", text, new);
    if keeps_comments {
        prop_assert_eq!(comments_of(text), comments_of(&new), "\n--- before\n{}--- after\n{}", text, new);
    }
    Ok(())
}

fn scalar_text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{1,6}",
        1 => prop::sample::select(vec![
            "", "9:00", "yes", "it's", "a: b", "a #b", "- x", "one\ntwo\n", "one\ntwo", " lead\nline", "tail\n\n", "é 😀", "[x]", "<<", "{", "&a", "null", "a\tb",
            "several words that make up a rather long line of text that go-yaml of old would have folded somewhere",
        ]).prop_map(String::from),
    ]
}

fn tree() -> impl Strategy<Value = Out<'static>> {
    let leaf = prop_oneof![
        4 => scalar_text().prop_map(Out::str),
        1 => scalar_text().prop_map(Out::folded),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Out::Seq),
            prop::collection::btree_map("[a-z]{1,3}", inner, 0..4).prop_map(|pairs| Out::Map(
                pairs
                    .into_iter()
                    .filter(|(key, _)| key != "y" && key != "n")
                    .map(|(key, value)| (key.into(), value))
                    .collect()
            )),
        ]
    })
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(vec![
        Style::GO_YAML_3,
        Style::GO_YAML_2020,
        Style { indent: 4, ..Style::GO_YAML_3 },
        Style { sequences: SequenceStyle::Flush, ..Style::GO_YAML_3 },
    ])
}

fn file() -> impl Strategy<Value = String> {
    (tree(), style(), prop::collection::vec((any::<usize>(), any::<u8>()), 0..6), 0u8..8).prop_map(
        |(tree, style, seeds, ending)| {
            // Where go-yaml itself loses something, there is nothing to compare with.
            let kept = with(&emit(&tree, &style), |document, _| {
                document.diagnostics.is_empty()
                    && document.root.as_ref().map(tree_of) == Some(tree_of_out(&tree))
            });
            let text = if kept { commented(&tree, style, &seeds) } else { "a: b # c\n".to_owned() };
            match ending {
                0 => text.trim_end_matches('\n').to_owned(),
                1 => text.replace('\n', "\r\n"),
                2 => format!("\u{FEFF}{text}"),
                _ => text,
            }
        },
    )
}

fn len(node: &Tree) -> usize {
    match node {
        Tree::Scalar(_) => 0,
        Tree::Seq(items) => items.len(),
        Tree::Map(entries) => entries.len(),
    }
}

fn tree_of_out(out: &Out<'_>) -> Tree {
    match out {
        Out::Str(text) | Out::Folded(text) | Out::Plain(text) => Tree::Scalar(text.clone().into_owned()),
        Out::Seq(items) => Tree::Seq(items.iter().map(tree_of_out).collect()),
        Out::Map(entries) => Tree::Map(
            entries.iter().map(|(key, value)| (key.clone().into_owned(), tree_of_out(value))).collect(),
        ),
    }
}

/// Items of the sort of collection that `node` is, for reordering.
fn permutation(len: usize, seed: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut seed = seed;
    for place in (1..len).rev() {
        order.swap(place, seed % (place + 1));
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 1;
    }
    order
}

/// What `node` holds with its mappings in another order, its list of texts too, and some values changed.
fn shuffled(node: &Node, seed: usize) -> Out<'static> {
    let next = seed.wrapping_mul(31).wrapping_add(7);
    match &node.kind {
        Kind::Scalar { text, .. } if seed.is_multiple_of(3) && !text.contains('\n') => {
            Out::str(format!("{text} more"))
        }
        Kind::Scalar { text, .. } => Out::str(text.clone()),
        Kind::Sequence(items) => Out::Seq(
            items
                .iter()
                .map(|item| match &item.kind {
                    Kind::Scalar { text, .. } => Out::str(text.clone()),
                    _ => shuffled(item, 1),
                })
                .collect(),
        ),
        Kind::Mapping(entries) => {
            let order = permutation(entries.len(), seed);
            let pair =
                |&old: &usize| (entries[old].key.clone().into(), shuffled(&entries[old].value, next ^ old));
            Out::Map(order.iter().map(pair).collect())
        }
    }
}

fn children(node: &Node) -> usize {
    len(&tree_of(node))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_value_set_anywhere_is_read_back(text in file(), at in any::<usize>(), value in scalar_text()) {
        let set = |node: &mut Tree| *node = Tree::Scalar(value.clone());
        check(&text, at, true, |editor, node| editor.set_scalar(node, &value), set)?;
    }

    #[test]
    fn a_key_renamed_anywhere_is_read_back(text in file(), at in any::<usize>(), key in scalar_text()) {
        let rename = |editor: &Editor<'_>, node: &Node| {
            let entries = node.entries()?;
            let entry = entries.get(at % entries.len().max(1))?;
            entries.iter().all(|entry| entry.key != key).then(|| editor.rename_key(entry, &key)).flatten()
        };
        check(&text, at, true, rename, |node| if let Tree::Map(entries) = node {
            let nth = at % entries.len();
            entries[nth].0 = key.clone();
        })?;
    }

    #[test]
    fn what_is_removed_anywhere_is_gone_and_nothing_else(text in file(), at in any::<usize>(), index in 0usize..4) {
        check(&text, at, false, |editor, node| editor.remove(node, index), |node| match node {
            Tree::Seq(items) => drop(items.remove(index)),
            Tree::Map(entries) => drop(entries.remove(index)),
            Tree::Scalar(_) => {}
        })?;
    }

    #[test]
    fn what_is_inserted_anywhere_is_read_back(text in file(), at in any::<usize>(), index in 0usize..4, new in tree()) {
        let insert = |editor: &Editor<'_>, node: &Node| match &node.kind {
            Kind::Sequence(_) => editor.insert_item(node, index, &new),
            _ => editor.insert_entry(node, index, "new key", &new),
        };
        check(&text, at, true, insert, |node| match node {
            Tree::Seq(items) => items.insert(index, tree_of_out(&new)),
            Tree::Map(entries) => entries.insert(index, ("new key".to_owned(), tree_of_out(&new))),
            Tree::Scalar(_) => {}
        })?;
    }

    #[test]
    fn any_order_is_read_back(text in file(), at in any::<usize>(), seed in any::<usize>()) {
        let reorder = |editor: &Editor<'_>, node: &Node| {
            let count = children(node);
            (count > 0).then(|| editor.reorder(node, &permutation(count, seed))).flatten()
        };
        check(&text, at, true, reorder, |node| {
            let order = permutation(len(node), seed);
            match node {
                Tree::Seq(items) => *items = order.iter().map(|&old| items[old].clone()).collect(),
                Tree::Map(entries) => *entries = order.iter().map(|&old| entries[old].clone()).collect(),
                Tree::Scalar(_) => {}
            }
        })?;
    }

    #[test]
    fn fitting_another_order_and_other_values_loses_no_comment(text in file(), seed in any::<usize>()) {
        let (want, fitted) = with(&text, |document, editor| {
            let root = document.root.as_ref().expect("there is a root");
            let want = shuffled(root, seed);
            let fitted = editor.fit(root, &want).map(|edits| apply(&text, &edits));
            (want, fitted)
        });
        if let Ok(fitted) = fitted {
            let kept = comments_of(&text) == comments_of(&fitted);
            prop_assert!(kept, "{:?}\n--- before\n{}--- after\n{}", want, text, fitted);
        }
    }

    #[test]
    fn a_fitted_file_holds_what_it_should(text in file(), want in tree()) {
        let fitted = with(&text, |document, editor| {
            editor.fit(document.root.as_ref().expect("there is a root"), &want).map(|edits| apply(&text, &edits))
        });
        if let Ok(fitted) = fitted {
            let (again, clean) = with(&fitted, |document, editor| {
                let root = document.root.as_ref().expect("there is a root");
                (editor.fit(root, &want).map(|edits| edits.len()), document.diagnostics.is_empty())
            });
            prop_assert_eq!((again, clean), (Ok(0), true), "\n--- before\n{}--- after\n{}", text, fitted);
        }
    }
}
