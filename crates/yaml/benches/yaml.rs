//! How long reading and writing take: `cargo bench -p folkmoot-yaml`.
//!
//! The file is made up here, of the size and shape of the largest community's list (35 groups, about 190 kB).

use divan::{Bencher, black_box, counter::BytesCount};
use folkmoot_diagnostics::Sources;
use folkmoot_yaml::{GoKind, Kind, Limits, Node, Out, ScalarStyle, Style, emit, go_kind, parse};

fn main() {
    divan::main();
}

fn text(key: &'static str, value: String) -> (std::borrow::Cow<'static, str>, Out<'static>) {
    (key.into(), Out::str(value))
}

fn person(group: usize, nth: usize) -> Out<'static> {
    Out::Map(vec![
        text("github", format!("person-{group}-{nth}")),
        text("name", format!("Person {nth} of Group {group}")),
        text("company", format!("Company {}", (group + nth) % 20)),
    ])
}

fn group(group: usize) -> Out<'static> {
    let meeting = |nth| {
        Out::Map(vec![
            text("description", format!("Regular meeting {nth} of group {group}")),
            text("day", "Wednesday".to_owned()),
            text("time", "11:00".to_owned()),
            text("tz", "PT (Pacific Time)".to_owned()),
            text("frequency", "biweekly".to_owned()),
            text("url", format!("https://meet.example.org/j/{group}{nth}?pwd=abcdefghijklmnop")),
            text("archive_url", format!("https://docs.example.org/document/d/{group}-{nth}/edit")),
        ])
    };
    let subproject = |nth| {
        let owner =
            |at| Out::str(format!("https://raw.example.org/org/repository-{nth}/main/folder-{at}/OWNERS"));
        Out::Map(vec![
            text("name", format!("subproject-{nth}")),
            text(
                "description",
                "What it is for, in a sentence of some length with `code` and (brackets).".to_owned(),
            ),
            ("owners".into(), Out::Seq((0..6).map(owner).collect())),
        ])
    };
    Out::Map(vec![
        text("dir", format!("sig-group-{group}")),
        text("name", format!("Group {group}")),
        (
            "mission_statement".into(),
            Out::folded("Covers all there is to cover, and says so at some length.\n".repeat(6)),
        ),
        text("label", format!("group-{group}")),
        ("chairs".into(), Out::Seq((0..4).map(|nth| person(group, nth)).collect())),
        ("tech_leads".into(), Out::Seq((4..7).map(|nth| person(group, nth)).collect())),
        ("meetings".into(), Out::Seq((0..3).map(meeting).collect())),
        ("subprojects".into(), Out::Seq((0..7).map(subproject).collect())),
    ])
}

fn community(groups: usize) -> String {
    emit(&Out::Map(vec![("sigs".into(), Out::Seq((0..groups).map(group).collect()))]), &Style::GO_YAML_3)
}

fn tree(node: &Node) -> Out<'_> {
    match &node.kind {
        Kind::Scalar { text, style: ScalarStyle::Folded } => Out::folded(text.as_str()),
        Kind::Scalar { text, style: ScalarStyle::Plain } if go_kind(text) != GoKind::Str => {
            Out::Plain(text.as_str().into())
        }
        Kind::Scalar { text, .. } => Out::str(text.as_str()),
        Kind::Sequence(items) => Out::Seq(items.iter().map(tree).collect()),
        Kind::Mapping(entries) => {
            Out::Map(entries.iter().map(|entry| (entry.key.as_str().into(), tree(&entry.value))).collect())
        }
    }
}

#[divan::bench(args = [35, 350])]
fn reading(bencher: Bencher<'_, '_>, groups: usize) {
    let sources = Sources::new();
    let text = community(groups);
    let size = text.len();
    let file = sources.add("sigs.yaml", text);
    bencher.counter(BytesCount::new(size)).bench(|| parse(black_box(&sources), file, Limits::default()));
}

#[divan::bench(args = [35, 350])]
fn writing(bencher: Bencher<'_, '_>, groups: usize) {
    let sources = Sources::new();
    let text = community(groups);
    let size = text.len();
    let file = sources.add("sigs.yaml", text);
    let root = parse(&sources, file, Limits::default()).root.expect("the file is readable");
    let tree = tree(&root);
    bencher.counter(BytesCount::new(size)).bench(|| emit(black_box(&tree), &Style::GO_YAML_3));
}
