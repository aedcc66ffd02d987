//! `folkmoot check`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const RECORD: &str = "\
sigs:
- dir: sig-docs
  name: Docs
  label: docz # kept
  mission_statement: The groupâ€™s pages.
";

fn folkmoot(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    command.args(args).current_dir(dir).env("COLUMNS", "80").env_remove("CLICOLOR_FORCE");
    command.output().expect("it starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

fn repository(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    dir
}

#[test]
fn a_mistake_is_shown_and_makes_the_status_1() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    let out = folkmoot(dir.path(), &["check", "--only", "label-mismatch"]);
    assert_eq!(out.status.code(), Some(1));
    let shown = text(&out.stdout);
    assert!(shown.starts_with("warning[label-mismatch]: "), "{shown}");
    assert!(shown.contains("--> sigs.yaml:4:10"), "{shown}");
    assert!(shown.ends_with("\n1 warning\nmore about a finding: `folkmoot explain label-mismatch`\n"));
}

#[test]
fn nothing_to_report_is_status_0() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    let out = folkmoot(dir.path(), &["check", "--only", "secret-in-text"]);
    assert_eq!((out.status.code(), text(&out.stdout)), (Some(0), "nothing to report in 1 group\n"));
}

#[test]
fn the_threshold_decides_what_is_shown_and_the_status() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    let out = folkmoot(dir.path(), &["check", "--only", "label-mismatch", "--severity", "error"]);
    assert_eq!(out.status.code(), Some(0));
    assert!(text(&out.stdout).contains("1 lesser finding not shown: see them with `--severity warning`"));
}

#[test]
fn fixing_keeps_comments_says_what_it_did_and_is_done_after_once() {
    let files =
        [("sigs.yaml", RECORD), ("README.md", "[c](sig-docs/charter.md)\n"), ("sig-docs/CHARTER.md", "x\n")];
    let dir = repository(&files);
    let only = ["check", "--fix", "--only", "link-target-missing,mojibake"];
    let out = folkmoot(dir.path(), &only);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stdout));
    let said = text(&out.stderr);
    assert!(said.contains("fixed sigs.yaml:5:31 [mojibake]: write what stood there\n"), "{said}");
    assert!(
        said.contains("fixed README.md:1:5 [link-target-missing]: lead to `sig-docs/CHARTER.md`\n"),
        "{said}"
    );
    assert!(said.contains("2 findings fixed in 2 files\n"), "{said}");
    let read = |path| fs::read_to_string(dir.path().join(path)).expect("there");
    assert_eq!(read("sigs.yaml"), RECORD.replace("â€™", "’"));
    assert_eq!(read("README.md"), "[c](sig-docs/CHARTER.md)\n");
    let again = folkmoot(dir.path(), &only);
    assert!(again.stderr.is_empty());
    assert_eq!(read("sigs.yaml"), RECORD.replace("â€™", "’"));
}

#[test]
fn without_fix_nothing_is_written() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    folkmoot(dir.path(), &["check"]);
    assert_eq!(fs::read_to_string(dir.path().join("sigs.yaml")).expect("there"), RECORD);
    assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 1);
}

#[test]
fn paths_limit_the_report_and_find_the_repository() {
    let broken = "[gone](gone.md)\n";
    let dir = repository(&[("sigs.yaml", RECORD), ("sig-docs/a.md", broken), ("sig-docs/b.md", broken)]);
    let out = folkmoot(&dir.path().join("sig-docs"), &["check", "b.md", "--only", "link-target-missing"]);
    let shown = text(&out.stdout);
    assert!(shown.contains("--> sig-docs/b.md:1:8") && !shown.contains("a.md"), "{shown}");
}

#[test]
fn a_group_limits_the_report() {
    let broken = "[gone](gone.md)\n";
    let dir = repository(&[("sigs.yaml", RECORD), ("sig-docs/a.md", broken), ("README.md", broken)]);
    let out = folkmoot(dir.path(), &["check", "--group", "sig-docs", "--only", "link-target-missing"]);
    assert!(text(&out.stdout).contains("sig-docs/a.md") && !text(&out.stdout).contains("README.md"));
    let out = folkmoot(dir.path(), &["check", "--group", "sig-nobody"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("there is no group `sig-nobody`"));
}

#[test]
fn what_cannot_run_is_status_2_and_says_what_to_do() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    for (args, said) in [
        (vec!["check", "nowhere"], "nowhere: no such file or directory\n  help: "),
        (vec!["check", "--only", "label-mismach"], "did you mean `label-mismatch`?"),
        (vec!["check", ".", ".."], "not in the repository"),
    ] {
        let out = folkmoot(dir.path(), &args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(text(&out.stderr).contains(said), "{}", text(&out.stderr));
        assert!(out.stdout.is_empty());
    }
}

#[test]
fn programs_get_their_formats() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    let run = |format| folkmoot(dir.path(), &["check", "--format", format, "--only", "label-mismatch"]);
    let json: serde_json::Value = serde_json::from_slice(&run("json").stdout).expect("JSON");
    assert_eq!(json["findings"][0]["code"], "label-mismatch");
    let sarif: serde_json::Value = serde_json::from_slice(&run("sarif").stdout).expect("JSON");
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"][0]["id"], "label-mismatch");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleIndex"], 0);
    let github = run("github");
    assert!(text(&github.stdout).starts_with("::warning file=sigs.yaml,line=4,endLine=4,col=10,"));
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    let plain = folkmoot(dir.path(), &["check"]);
    assert!(!plain.stdout.contains(&0x1b));
    let coloured = folkmoot(dir.path(), &["check", "--color", "always"]);
    assert!(coloured.stdout.contains(&0x1b));
}

#[test]
fn a_read_only_file_is_left_and_named() {
    let dir = repository(&[("sigs.yaml", RECORD)]);
    let path = dir.path().join("sigs.yaml");
    let mut permissions = fs::metadata(&path).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("set");
    let out = folkmoot(dir.path(), &["check", "--fix"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("sigs.yaml: is read-only"), "{}", text(&out.stderr));
    assert_eq!(fs::read_to_string(&path).expect("there"), RECORD);
}

#[test]
fn a_chosen_first_date_is_written_and_a_wrong_one_is_refused() {
    let meeting = "  meetings:\n  - description: Call # ours\n    day: Tuesday\n    time: '9:00'\n    tz: UTC\n    frequency: biweekly\n";
    let record = format!("sigs:\n- dir: sig-docs\n  name: Docs\n{meeting}");
    let dir = repository(&[("sigs.yaml", &record)]);
    let out = folkmoot(dir.path(), &["check", "--fix", "--starts", "sig-docs=2026-11-25"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("does not meet on Wednesday 2026-11-25"), "{}", text(&out.stderr));
    let read = || fs::read_to_string(dir.path().join("sigs.yaml")).expect("read");
    assert_eq!(read(), record);
    let out = folkmoot(dir.path(), &["check", "--fix", "--starts", "sig-docs/Call=2026-11-24"]);
    assert!(text(&out.stderr).contains("let “Call” start on 2026-11-24"), "{}", text(&out.stderr));
    assert_eq!(read(), format!("{record}    starts: 2026-11-24\n"));
    assert_eq!(folkmoot(dir.path(), &["check", "--starts", "sig-docs=2026-11-24"]).status.code(), Some(2));
}
