//! What the Go generator wrote, written again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use folkmoot_docs::{
    Consent, Generation, MAINTAINERS_FILE, Request, Templates, generate, maintainers_list, template_names,
};
use folkmoot_model::{Community, MemoryFiles, load};
use jiff::Zoned;

use crate::corpus;

/// What marks a repository as the one that the generator belongs to.
const GENERATOR: (&str, &str) = ("generator/app.go", "GBRep Person `yaml:\"gb_rep,omitempty\"`");

type Files = BTreeMap<String, Vec<u8>>;

#[allow(clippy::disallowed_methods, reason = "a test reads its own data")]
fn read_all(root: &Path, dir: &str, out: &mut Files) {
    let entries = fs::read_dir(root.join(dir)).expect("the directory of the test's data");
    for entry in entries {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("UTF-8");
        let path = if dir.is_empty() { name } else { format!("{dir}/{name}") };
        if entry.file_type().expect("a type").is_dir() {
            read_all(root, &path, out);
        } else {
            out.insert(path, fs::read(entry.path()).expect("a file of the test's data"));
        }
    }
}

fn data(part: &str) -> Files {
    let mut files = Files::new();
    read_all(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/go")).join(part), "", &mut files);
    files
}

fn generate_from(files: &Files) -> (Community, Generation) {
    let marked = MemoryFiles::new().with(GENERATOR.0, GENERATOR.1);
    let files = files.iter().fold(marked, |all, (path, bytes)| all.with(path, bytes.clone()));
    let (community, findings) = load(&files);
    assert_eq!(findings, []);
    assert_eq!(community.profile.name, "kubernetes");
    let names = template_names(&community, false);
    let names = names.iter().map(String::as_str);
    let templates = Templates::load(&files, &community.profile.template_dir, names).expect("templates");
    let now: Zoned = "2026-11-21T12:00:00+00:00[UTC]".parse().expect("a time");
    let request = Request { now: &now, only: None, annual_report: None };
    let generation = generate(&community, &templates, &files, &request, Consent::default());
    let generation = generation.expect("no template fails");
    assert_eq!((&generation.kept[..], &generation.findings[..]), (&[][..], &[][..]));
    (community, generation)
}

#[track_caller]
fn assert_same(path: &str, ours: &[u8], original: &[u8]) {
    let [ours, original] = [ours, original].map(String::from_utf8_lossy);
    if let Some((number, (our, their))) =
        (1..).zip(ours.lines().zip(original.lines())).find(|(_, (our, their))| our != their)
    {
        panic!("{path}:{number}: wrote {our:?}, the original {their:?}");
    }
    assert_eq!(ours, original, "{path}");
}

#[test]
fn a_repository_comes_out_as_the_original_leaves_it() {
    let mut files = data("before");
    let expected = data("after");
    let (community, generation) = generate_from(&files);
    files.retain(|path, _| !path.starts_with("generator/"));
    files.extend(generation.changes.into_iter().map(|change| (change.path, change.new)));
    files.insert(MAINTAINERS_FILE.to_owned(), maintainers_list(&community, true).into_bytes());
    assert!(files.keys().eq(expected.keys()), "{:?}", files.keys());
    for (path, bytes) in &files {
        assert_same(path, bytes, &expected[path]);
    }
}

#[test]
fn a_second_run_leaves_what_the_original_left() {
    let mut files = data("after");
    files.extend(data("before").into_iter().filter(|(path, _)| path.starts_with("generator/")));
    let (_, generation) = generate_from(&files);
    assert_eq!(generation.changes, []);
}

/// Chairs and technical leads of every group under a key of their own, in the order of kinds: what the aliases
/// of Kubernetes say, in words of this test.
const ALIASES: &str = "\
aliases:{{define \"people\"}}{{range .Leadership.Owners}}
    - {{.GitHub}}{{end}}{{end}}
{{- range .Sigs}}
  {{.Dir}}-leads:{{template \"people\" .}}{{end}}
{{- range .WorkingGroups}}
  {{.Dir}}-leads:{{template \"people\" .}}{{end}}
{{- range .UserGroups}}
  {{.Dir}}-leads:{{template \"people\" .}}{{end}}
{{- range .Committees}}
  {{.Dir}}:{{template \"people\" .}}{{end}}
";

#[test]
fn kubernetes_aliases_come_out_as_they_stand() {
    let Some(record) = corpus::read("kubernetes/sigs.yaml") else { return };
    let Some(aliases) = corpus::read("kubernetes/OWNERS_ALIASES") else { return };
    assert!(aliases.contains("## BEGIN CUSTOM CONTENT\n"), "there is custom content to keep");
    let mut files = Files::from([
        ("sigs.yaml".to_owned(), record.into_bytes()),
        ("OWNERS_ALIASES".to_owned(), aliases.into_bytes()),
        ("generator/aliases.tmpl".to_owned(), ALIASES.into()),
    ]);
    // Lists that are there make the repository one with templates of its own.
    for name in ["header", "list", "sig_readme", "wg_readme", "committee_readme"] {
        files.insert(format!("generator/{name}.tmpl"), Vec::new());
    }
    let (_, generation) = generate_from(&files);
    for change in &generation.changes {
        let unchanged = ["sigs.yaml", "OWNERS_ALIASES"].contains(&change.path.as_str());
        if let (true, Some(old)) = (unchanged, &change.old) {
            assert_same(&change.path, &change.new, old);
        }
    }
}
