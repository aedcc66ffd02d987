//! The files of real communities, where they are at hand beside the checkout.
#![allow(clippy::disallowed_methods, reason = "a test reads the real files")]

use std::path::{Path, PathBuf};

use folkmoot_yaml::{GoKind, Kind, Node, Out, ScalarStyle, Style, emit, go_kind};

use crate::read;

/// The real files, or none with a word about it.
fn files() -> Vec<(PathBuf, String)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(communities) = std::fs::read_dir(&corpus) else {
        eprintln!("skipped: {} is not there", corpus.display());
        return Vec::new();
    };
    let paths = communities
        .flatten()
        .flat_map(|community| ["sigs.yaml", "wgs.yaml"].map(|name| community.path().join(name)));
    paths.filter_map(|path| std::fs::read_to_string(&path).ok().map(|text| (path, text))).collect()
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

#[test]
fn every_real_file_is_read_without_a_finding() {
    for (path, text) in files() {
        let parsed = read(&text);
        assert_eq!(parsed.findings(), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn what_a_generator_wrote_is_written_the_same() {
    // Each community's generator and its style; the others write their lists by hand.
    let styles = [
        ("kubernetes", Style::GO_YAML_3),
        ("kubeflow", Style::GO_YAML_2020),
        ("open-services-group", Style::GO_YAML_2020),
        ("operate-first", Style::GO_YAML_2020),
        ("kubevirt", Style { indent: 4, ..Style::GO_YAML_3 }),
    ];
    for (path, text) in files() {
        let community =
            path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
        let Some((_, style)) = styles.iter().find(|(name, _)| *name == community) else { continue };
        let parsed = read(&text);
        let root = parsed.document.root.as_ref().expect("there is a root");
        assert_eq!(emit(&tree(root), style), text, "{community}");
    }
}
