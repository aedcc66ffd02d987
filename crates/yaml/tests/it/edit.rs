//! Edits change what they are asked to and nothing else.

use folkmoot_diagnostics::{Edit, Sources};
use folkmoot_yaml::edit::{Editor, apply};
use folkmoot_yaml::{Document, Limits, Node, Out, Style, parse};

/// What one edit makes of `text`.
fn edited(text: &str, edit: impl FnOnce(&Editor<'_>, &Node) -> Option<Edit>) -> String {
    let sources = Sources::new();
    let file = sources.add("a.yaml", text);
    let Document { root, diagnostics, .. } = parse(&sources, file, Limits::default());
    assert!(diagnostics.is_empty(), "{text:?} {diagnostics:?}");
    let source = sources.get(file);
    let editor = Editor::new(&source, file, Style::GO_YAML_3);
    match edit(&editor, &root.expect("there is a root")) {
        Some(edit) => apply(text, &[edit]),
        None => "refused".to_owned(),
    }
}

fn set(text: &str, key: &str, value: &str) -> String {
    edited(text, |editor, root| editor.set_scalar(root.get(key)?, value))
}

fn fitted(text: &str, want: &Out<'_>) -> String {
    let sources = Sources::new();
    let file = sources.add("a.yaml", text);
    let document = parse(&sources, file, Limits::default());
    let source = sources.get(file);
    let editor = Editor::new(&source, file, Style::GO_YAML_3);
    match editor.fit(&document.root.expect("there is a root"), want) {
        Ok(edits) => apply(text, &edits),
        Err(unfit) => unfit.to_string(),
    }
}

fn map<const N: usize>(pairs: [(&'static str, Out<'static>); N]) -> Out<'static> {
    Out::Map(pairs.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

#[test]
fn a_value_keeps_its_quotes_and_its_comment() {
    assert_eq!(set("a: b # c\n", "a", "d"), "a: d # c\n");
    assert_eq!(set("a: 'b'   # c\n", "a", "it's"), "a: 'it''s'   # c\n");
    assert_eq!(set("a: \"b\"\n", "a", "d\ne"), "a: \"d\\ne\"\n");
    assert_eq!(set("{a: b, c: d}\n", "a", "x, y"), "{a: 'x, y', c: d}\n");
}

#[test]
fn a_value_gets_quotes_where_it_needs_them() {
    assert_eq!(set("a: b\n", "a", "9:00"), "a: \"9:00\"\n");
    assert_eq!(set("a: b\n", "a", "yes"), "a: \"yes\"\n");
    assert_eq!(set("a: b\n", "a", "c: d"), "a: 'c: d'\n");
    assert_eq!(set("a: b\n", "a", ""), "a: \"\"\n");
}

#[test]
fn an_empty_value_gets_its_space() {
    assert_eq!(set("a:\nb: c\n", "a", "d"), "a: d\nb: c\n");
    assert_eq!(set("a: # c\n", "a", "d"), "a: d # c\n");
}

#[test]
fn a_block_text_stays_a_block() {
    assert_eq!(
        set("a: |\n    one\n    two\nb: c\n", "a", "three\nfour\n"),
        "a: |\n    three\n    four\nb: c\n"
    );
    assert_eq!(set("a: >\n  one\nb: c\n", "a", "two\n"), "a: >\n  two\nb: c\n");
    assert_eq!(set("a: |\n  one\n", "a", " two\nthree"), "a: \" two\\nthree\"\n");
    assert_eq!(set("a: |\n  one\n", "a", "two"), "a: |-\n  two\n");
    assert_eq!(set("a: >- # why\n  one\n", "a", "two"), "a: >- # why\n  two\n");
    let root = edited("\u{FEFF}>-\n  one\n", |editor, root| editor.set_scalar(root, "two"));
    assert_eq!(root, "\u{FEFF}>-\n  two\n");
}

#[test]
fn a_key_is_renamed_where_it_stands() {
    let rename =
        |text: &str, to: &str| edited(text, |editor, root| editor.rename_key(&root.entries()?[0], to));
    assert_eq!(rename("chair: [a] # c\n", "chairs"), "chairs: [a] # c\n");
    assert_eq!(rename("'a': b\n", "it's"), "'it''s': b\n");
    assert_eq!(rename("a: b\n", "on"), "\"on\": b\n");
}

#[test]
fn a_removed_entry_takes_its_comments_along() {
    let text = "# the file\n\na: 1\n# about b\nb: # behind\n  c: 2\n  # deeper\n\n# free\n\nd: 3\n";
    let remove = |index| edited(text, |editor, root| editor.remove(root, index));
    assert_eq!(remove(1), "# the file\n\na: 1\n\n# free\n\nd: 3\n");
    assert_eq!(remove(0), "# the file\n\n# about b\nb: # behind\n  c: 2\n  # deeper\n\n# free\n\nd: 3\n");
}

#[test]
fn removing_the_first_key_behind_a_dash_moves_the_next_one_up() {
    let remove = |text: &str| edited(text, |editor, root| editor.remove(&root.items()?[0], 0));
    assert_eq!(remove("- a: 1\n  b: 2\n- c\n"), "- b: 2\n- c\n");
    assert_eq!(remove("- a: 1\n  # about b\n  b: 2\n"), "# about b\n- b: 2\n");
}

#[test]
fn removing_the_last_item_leaves_an_empty_list() {
    let remove = |text: &str| edited(text, |editor, root| editor.remove(root.get("a")?, 0));
    assert_eq!(remove("a:\n- b\nc: d\n"), "a:\n  []\nc: d\n");
    assert_eq!(remove("a: [b]\nc: d\n"), "a: []\nc: d\n");
    assert_eq!(remove("a:\n  b: c\n"), "a:\n    {}\n");
}

#[test]
fn an_entry_is_inserted_at_the_right_indentation() {
    let text = "- a: 1 # one\n  # about b\n  b: 2\n- c\n";
    let insert = |index| {
        edited(text, |editor, root| editor.insert_entry(&root.items()?[0], index, "x", &Out::str("z")))
    };
    assert_eq!(insert(0), "- x: z\n  a: 1 # one\n  # about b\n  b: 2\n- c\n");
    assert_eq!(insert(1), "- a: 1 # one\n  x: z\n  # about b\n  b: 2\n- c\n");
    assert_eq!(insert(2), "- a: 1 # one\n  # about b\n  b: 2\n  x: z\n- c\n");
    assert_eq!(insert(3), "refused");
}

#[test]
fn an_item_between_others_set_apart_is_set_apart_too() {
    let insert = edited("- a\n\n- b\n", |editor, root| editor.insert_item(root, 1, &Out::str("x")));
    assert_eq!(insert, "- a\n\n- x\n\n- b\n");
}

#[test]
fn an_item_is_inserted_with_all_its_lines() {
    let person = map([("github", Out::str("ana")), ("name", Out::str("Ana"))]);
    let insert = |text: &str| edited(text, |editor, root| editor.insert_item(root.get("a")?, 1, &person));
    assert_eq!(insert("a:\n  - b: c\nd: e\n"), "a:\n  - b: c\n  - github: ana\n    name: Ana\nd: e\n");
    assert_eq!(insert("a:\n- b"), "a:\n- b\n- github: ana\n  name: Ana\n");
    assert_eq!(insert("a: [b]\n"), "a: [b, {github: ana, name: Ana}]\n");
}

#[test]
fn items_move_with_their_comments() {
    let text = "# people\n\n# b leads\n- b # since 2020\n\n# a helps\n- a: 1\n  # deeper\n";
    let moved = edited(text, |editor, root| editor.reorder(root, &[1, 0]));
    assert_eq!(moved, "# people\n\n# a helps\n- a: 1\n  # deeper\n\n# b leads\n- b # since 2020\n");
}

#[test]
fn what_cannot_be_moved_safely_is_refused() {
    let reorder = |text: &str| edited(text, |editor, root| editor.reorder(root, &[1, 0]));
    assert_eq!(reorder("? a\n: b\n? c\n: d\n"), "refused");
    assert_eq!(reorder("[a, # first\n b]\n"), "refused");
    assert_eq!(edited("a: b\n", |editor, root| editor.reorder(root, &[0, 0])), "refused");
    assert_eq!(reorder("- a\n- |\n  b"), "refused");
}

#[test]
fn crlf_files_stay_crlf() {
    let text = "a:\r\n- b\r\n- c\r\n";
    let insert = edited(text, |editor, root| editor.insert_item(root.get("a")?, 1, &Out::str("x")));
    assert_eq!(insert, "a:\r\n- b\r\n- x\r\n- c\r\n");
    let moved = edited(text, |editor, root| editor.reorder(root.get("a")?, &[1, 0]));
    assert_eq!(moved, "a:\r\n- c\r\n- b\r\n");
}

#[test]
fn a_fitting_file_is_left_alone() {
    let text = "a:   'b' # c\n\n\nd: [ e,f ]\ng: ~\n";
    let want =
        map([("a", Out::str("b")), ("d", Out::Seq(vec![Out::str("e"), Out::str("f")])), ("g", Out::str(""))]);
    assert_eq!(fitted(text, &want), text);
}

#[test]
fn fitting_changes_only_what_differs() {
    let text = "# SIGs\nsigs:\n  # the writers\n  - name: Docs   # note\n    dir: 'sig-docs'\n    chairs:\n      - bo # 2020\n      - ana\n    label: docz\n  - name: Apps\n    dir: sig-apps\n";
    let sig = |name: &'static str, rest: Vec<(&'static str, Out<'static>)>| {
        let mut all = vec![("name".into(), Out::str(name))];
        all.extend(rest.into_iter().map(|(key, value)| (key.into(), value)));
        Out::Map(all)
    };
    let want = map([(
        "sigs",
        Out::Seq(vec![
            sig("Apps", vec![("dir", Out::str("sig-apps")), ("owners", Out::Seq(vec![]))]),
            sig(
                "Docs",
                vec![
                    ("dir", Out::str("sig-docs")),
                    ("label", Out::str("docs")),
                    ("chairs", Out::Seq(vec![Out::str("ana"), Out::str("bo")])),
                ],
            ),
        ]),
    )]);
    let expected = "# SIGs\nsigs:\n  - name: Apps\n    dir: sig-apps\n    owners: []\n  # the writers\n  - name: Docs   # note\n    dir: 'sig-docs'\n    label: docs\n    chairs:\n      - ana\n      - bo # 2020\n";
    assert_eq!(fitted(text, &want), expected);
}

#[test]
fn fitting_replaces_a_value_of_another_kind() {
    let text = "a: b # c\nd:\n  - e\nf: g\n";
    let want = map([("a", Out::Seq(vec![Out::str("x")])), ("d", Out::str("z")), ("f", Out::folded("z\n"))]);
    assert_eq!(fitted(text, &want), "a: # c\n  - x\nd: z\nf: >\n  z\n\n");
}

#[test]
fn fitting_writes_out_an_alias_only_where_its_value_changes() {
    let text = "a: &x [b]\nc: *x\nd: *x # e\n";
    let list = |items: &[&'static str]| Out::Seq(items.iter().map(|&item| Out::str(item)).collect());
    let want = map([("a", list(&["b"])), ("c", list(&["b"])), ("d", list(&["f"]))]);
    assert_eq!(fitted(text, &want), "a: &x [b]\nc: *x\nd:\n  - f\n");
}

#[test]
fn no_blank_line_is_added_below_a_text_that_keeps_its_own() {
    let text = "- a\n\n- |+\n  tail\n\n- b\n";
    let added = edited(text, |editor, root| editor.insert_item(root, 2, &Out::str("c")));
    assert_eq!(added, "- a\n\n- |+\n  tail\n\n- c\n- b\n");
}
