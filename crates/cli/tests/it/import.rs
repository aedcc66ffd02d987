//! `folkmoot import markdown`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const LIST: &str = "# Acme Special Interest Groups\n\nSome words.\n\n| Group | Lead | Slack Channel |\n|---|---|---|\n| [Docs](./sig-docs) | [Ana Example](https://github.com/ana-example) | [#sig-docs](https://acme.slack.com/messages/sig-docs) |\n";

fn import(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    command.current_dir(dir).args(["import", "markdown"]).args(args).output().expect("folkmoot runs")
}

fn folder() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("sigs.md"), LIST).expect("written");
    dir
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_page_becomes_a_community_and_a_report() {
    let dir = folder();
    let (status, report, complaints) = said(&import(dir.path(), &["sigs.md", "--into", "acme"]));
    assert_eq!((status, complaints.as_str()), (0, ""));
    assert!(
        report.starts_with("sigs.md: a list of one group; 5 lines with text: 1 read, 3 guessed, 1 left\n"),
        "{report}"
    );
    assert!(report.contains("left     line 3: prose (Some words.)"), "{report}");
    assert!(report.contains("who leads a group is a chair in the record"), "{report}");
    assert!(report.contains("Next: folkmoot check acme"), "{report}");
    let groups = fs::read_to_string(dir.path().join("acme/sigs.yaml")).expect("written");
    assert!(groups.contains("- github: ana-example\n"), "{groups}");
    assert!(dir.path().join("acme/community.yaml").is_file());
    assert!(!dir.path().join("acme/people.yaml").exists(), "the register adds nothing here");
}

#[test]
fn importing_again_changes_nothing() {
    let dir = folder();
    import(dir.path(), &["sigs.md", "--into", "acme"]);
    let path = dir.path().join("acme/sigs.yaml");
    let before = fs::metadata(&path).and_then(|found| found.modified()).expect("there");
    let (status, report, _) = said(&import(dir.path(), &["sigs.md", "--into", "acme"]));
    assert_eq!(status, 0);
    assert!(report.contains("sigs.yaml: already as imported"), "{report}");
    assert_eq!(fs::metadata(&path).and_then(|found| found.modified()).expect("there"), before);
}

#[test]
fn a_file_that_differs_is_kept_and_nothing_is_written() {
    let dir = folder();
    fs::create_dir(dir.path().join("acme")).expect("made");
    fs::write(dir.path().join("acme/sigs.yaml"), "sigs: []\n").expect("written");
    let (status, report, complaints) = said(&import(dir.path(), &["sigs.md", "--into", "acme"]));
    assert_eq!(status, 1);
    assert!(complaints.contains("sigs.yaml is there already"), "{complaints}");
    assert!(complaints.contains("--force"), "{complaints}");
    assert!(report.contains("community.yaml: would be written"), "{report}");
    assert!(!dir.path().join("acme/community.yaml").exists());
    assert_eq!(fs::read_to_string(dir.path().join("acme/sigs.yaml")).expect("there"), "sigs: []\n");

    let (status, _, _) = said(&import(dir.path(), &["sigs.md", "--into", "acme", "--force"]));
    assert_eq!(status, 0);
    assert!(fs::read_to_string(dir.path().join("acme/sigs.yaml")).expect("there").contains("ana-example"));
}

#[test]
fn a_dry_run_writes_nothing() {
    let dir = folder();
    let (status, report, _) = said(&import(dir.path(), &["sigs.md", "--into", "acme", "--dry-run"]));
    assert_eq!(status, 0);
    assert!(report.contains("sigs.yaml: would be written"), "{report}");
    assert!(!dir.path().join("acme").exists());
}

#[test]
fn the_report_is_data_too() {
    let dir = folder();
    let (status, report, _) = said(&import(dir.path(), &["sigs.md", "--into", "acme", "--format", "json"]));
    assert_eq!(status, 0);
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["written"], true);
    assert_eq!(report["files"][0]["fate"], "new");
    let entries = &report["report"]["pages"][0]["entries"];
    assert_eq!(entries[0]["status"], "guessed");
    assert_eq!(entries[1]["left"][0]["because"], "prose");
    assert_eq!(entries[4]["guessed"][0]["what"], "leadership.chairs");
}

#[test]
fn a_folder_gives_its_pages_and_its_groups() {
    let dir = folder();
    fs::create_dir_all(dir.path().join("sig-docs/design")).expect("made");
    fs::create_dir_all(dir.path().join("guides")).expect("made");
    let own = "# Docs Special Interest Group\n\nWrites the handbook.\n\n## Members\n\n- Bo ([@bo](https://github.com/bo)), Member\n";
    fs::write(dir.path().join("sig-docs/README.md"), own).expect("written");
    fs::write(dir.path().join("sig-docs/design/plan.md"), "# Plan\n").expect("written");
    fs::write(dir.path().join("guides/README.md"), "# Guides\n").expect("written");
    let (status, report, _) = said(&import(dir.path(), &[".", "--into", "out"]));
    assert_eq!(status, 0);
    assert!(report.contains("sig-docs/README.md: the page of sig-docs;"), "{report}");
    assert!(report.contains("Not read, for their folders are no group's"), "{report}");
    assert!(report.contains("guides/README.md"), "{report}");
    let groups = fs::read_to_string(dir.path().join("out/sigs.yaml")).expect("written");
    assert!(groups.contains("Writes the handbook."), "{groups}");
    assert!(groups.contains("members:\n      - github: bo\n"), "{groups}");
}

#[test]
fn a_base_makes_paths_absolute() {
    let dir = folder();
    let page = "# SIGs\n\n| Group | Design Docs |\n|---|---|\n| Docs | [Plans](./design/docs) |\n";
    fs::write(dir.path().join("sigs.md"), page).expect("written");
    import(
        dir.path(),
        &["sigs.md", "--into", "out", "--base", "https://github.com/acme/community/tree/main/"],
    );
    let groups = fs::read_to_string(dir.path().join("out/sigs.yaml")).expect("written");
    assert!(groups.contains("url: https://github.com/acme/community/tree/main/design/docs\n"), "{groups}");
}

#[test]
fn what_cannot_be_done_is_said_with_its_file() {
    let dir = folder();
    let (status, _, complaints) = said(&import(dir.path(), &["missing.md", "--into", "out"]));
    assert_eq!(status, 2);
    assert!(complaints.starts_with("error: missing.md: no such file or directory\n  help: "), "{complaints}");

    fs::write(dir.path().join("file"), "").expect("written");
    let (status, _, complaints) = said(&import(dir.path(), &["sigs.md", "--into", "file"]));
    assert_eq!(status, 2);
    assert!(complaints.contains("file"), "{complaints}");

    fs::write(dir.path().join("prose.md"), "Nothing here.\n").expect("written");
    let (status, _, complaints) = said(&import(dir.path(), &["prose.md", "--into", "out"]));
    assert_eq!(status, 2);
    assert!(complaints.contains("nothing was found to import"), "{complaints}");
    assert!(!dir.path().join("out").exists());

    let (status, _, complaints) = said(&import(dir.path(), &["sigs.md"]));
    assert_eq!(status, 2);
    assert!(complaints.contains("--into"), "{complaints}");
}

#[test]
fn the_list_that_generate_writes_is_read_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let record = "sigs:\n  - dir: sig-docs\n    name: Docs\n    mission_statement: >\n      Writes the handbook.\n\n    label: docs\n    leadership:\n      chairs:\n        - github: ana-example\n          name: Ana Example\n    meetings: []\n    contact:\n      slack: sig-docs\n";
    fs::write(dir.path().join("sigs.yaml"), record).expect("written");
    let made =
        Command::new(env!("CARGO_BIN_EXE_folkmoot")).arg("generate").arg(dir.path()).output().expect("runs");
    assert!(made.status.success(), "{made:?}");
    let (status, report, _) = said(&import(dir.path(), &["sig-list.md", "--into", "back"]));
    assert_eq!(status, 0, "{report}");
    let back = fs::read_to_string(dir.path().join("back/sigs.yaml")).expect("written");
    for fact in
        ["dir: sig-docs", "name: Docs", "Writes the handbook.", "github: ana-example", "slack: sig-docs"]
    {
        assert!(back.contains(fact), "{fact}\n{back}");
    }
}

#[test]
fn what_was_imported_is_in_normal_form_and_generates() {
    let dir = folder();
    let page = "### Special Interest Groups\n\n| Name | Label | Chairs | Contact | Meetings |\n|---|---|---|---|---|\n|[Docs](sig-docs/README.md)|[docs](https://github.com/acme/acme/labels/sig%2Fdocs)|* [Bo](https://github.com/bo), Acme<br>* [Ana](https://github.com/ana), Acme<br>|* [Discord](https://discord.gg/x)<br>* [Mailing List](https://groups.google.com/g/docs)<br>* [Private Mailing List](leads@acme.example)|* Regular SIG Meeting: [Mondays at 9:00 PT (Pacific Time) (biweekly)](https://zoom.us/j/1)<br>\n";
    fs::write(dir.path().join("sig-list.md"), page).expect("written");
    let (status, report, _) = said(&import(dir.path(), &["sig-list.md", "--into", "out"]));
    assert_eq!(status, 0, "{report}");
    for args in
        [&["fmt", "--check", "out"][..], &["generate", "out"], &["check", "--severity", "error", "out"]]
    {
        let done = Command::new(env!("CARGO_BIN_EXE_folkmoot")).current_dir(dir.path()).args(args).output();
        let done = done.expect("folkmoot runs");
        assert!(done.status.success(), "{args:?}: {done:?}");
    }
}

#[test]
fn the_example_is_in_normal_form_and_its_pages_are_up_to_date() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    for args in [
        &["fmt", "--check", "examples/kubesphere"][..],
        &["generate", "--check", "examples/kubesphere"],
        &["check", "--severity", "error", "examples/kubesphere"],
    ] {
        let done = Command::new(env!("CARGO_BIN_EXE_folkmoot")).current_dir(root).args(args).output();
        let done = done.expect("folkmoot runs");
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stdout));
    }
}
