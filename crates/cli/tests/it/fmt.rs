//! `folkmoot fmt` on small repositories.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

fn repository(record: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("sigs.yaml"), record).unwrap();
    dir
}

fn fmt(dir: &TempDir, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    let output = command.arg("fmt").args(args).current_dir(dir.path()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn record(dir: &TempDir) -> String {
    fs::read_to_string(dir.path().join("sigs.yaml")).unwrap()
}

const UNTIDY: &str = "\
# The record of our community.
sigs:
# Looks after the web.
- name: Web   # was: Site
  dir: sig-web
  x-mood: merry
  meetings:
  - time: 9:00
    description: Weekly

- dir: sig-docs
  name: Docs
";

const TIDY: &str = "\
# The record of our community.
sigs:
- dir: sig-docs
  name: Docs

# Looks after the web.
- dir: sig-web
  name: Web   # was: Site
  meetings:
  - description: Weekly
    time: \"9:00\"
  x-mood: merry
";

#[test]
fn order_and_quotes_are_mended_and_comments_stay() {
    let dir = repository(UNTIDY);
    assert_eq!(fmt(&dir, &[]), (0, "updated sigs.yaml\n".to_owned(), String::new()));
    let mended = record(&dir);
    for kept in
        ["# The record of our community.\n", "# Looks after the web.\n", "# was: Site\n", "time: \"9:00\"\n"]
    {
        assert!(mended.contains(kept), "{kept}: {mended}");
    }
    let lines: Vec<&str> = mended.lines().filter(|line| !line.is_empty()).collect();
    let wanted: Vec<&str> = TIDY.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, wanted);
    assert_eq!(fmt(&dir, &[]), (0, String::new(), String::new()), "and a second run changes nothing");
}

#[test]
fn what_is_tidy_is_not_touched() {
    let dir = repository(TIDY);
    assert_eq!(fmt(&dir, &["--check"]), (0, String::new(), String::new()));
    assert_eq!(record(&dir), TIDY);
}

#[test]
fn check_shows_a_diff_and_writes_nothing() {
    let dir = repository(UNTIDY);
    let (status, out, err) = fmt(&dir, &["--check"]);
    assert_eq!(status, 1);
    assert!(out.contains("--- a/sigs.yaml\n+++ b/sigs.yaml\n"), "{out}");
    assert!(err.contains("run `folkmoot fmt`"), "{err}");
    assert_eq!(record(&dir), UNTIDY);
}

#[test]
fn the_canonical_form_is_the_generator_s() {
    let dir = repository("sigs:\n- name: Web\n  dir: sig-web # here\n");
    let (status, ..) = fmt(&dir, &["--canonical"]);
    assert_eq!(status, 0);
    let expected = "\
sigs:
- dir: sig-web
  name: Web
  label: \"\"
  leadership:
    chairs: []
  meetings: []
  contact: {}
workinggroups: []
usergroups: []
committees: []
";
    assert_eq!(record(&dir), expected);
}

#[test]
fn a_file_that_is_no_yaml_is_left_as_it_is() {
    let dir = repository("sigs: [\n");
    let (status, _, err) = fmt(&dir, &[]);
    assert_eq!(status, 1);
    assert!(err.contains("sigs.yaml:"), "{err}");
    assert_eq!(record(&dir), "sigs: [\n");
}

#[test]
fn there_must_be_a_groups_file() {
    let dir = tempfile::tempdir().unwrap();
    let (status, _, err) = fmt(&dir, &[]);
    assert_eq!(status, 2);
    assert!(err.contains("no file here names groups"), "{err}");
}

#[test]
fn the_files_of_single_groups_are_mended_too() {
    let dir = repository(TIDY);
    fs::create_dir(dir.path().join("wg-print")).unwrap();
    let path = dir.path().join("wg-print/group.yaml");
    fs::write(&path, "# Paper for everyone.\nscope: paper\nname: Print # was: Ink\nmeetings:\n  - time: 9:00\n    day: Monday\nkind: workinggroups\n").unwrap();
    let (status, out, err) = fmt(&dir, &["--check"]);
    assert_eq!((status, err.contains("wg-print/group.yaml is not in its normal form")), (1, true), "{err}");
    assert!(out.contains("+++ b/wg-print/group.yaml"), "{out}");
    assert_eq!(fmt(&dir, &[]), (0, "updated wg-print/group.yaml\n".to_owned(), String::new()));
    let mended = fs::read_to_string(&path).unwrap();
    let wanted = "# Paper for everyone.\nkind: workinggroups\nname: Print # was: Ink\nmeetings:\n  - day: Monday\n    time: \"9:00\"\nscope: paper\n";
    assert_eq!(mended, wanted);
    assert_eq!(fmt(&dir, &[]), (0, String::new(), String::new()), "and a second run changes nothing");
}

#[test]
fn a_group_file_that_is_no_yaml_leaves_every_file_as_it_is() {
    let dir = repository(UNTIDY);
    fs::create_dir(dir.path().join("sig-x")).unwrap();
    fs::write(dir.path().join("sig-x/group.yaml"), "name: [\n").unwrap();
    let (status, _, err) = fmt(&dir, &[]);
    assert_eq!(status, 1);
    assert!(err.contains("sig-x/group.yaml:"), "{err}");
    assert_eq!(record(&dir), UNTIDY);
}
