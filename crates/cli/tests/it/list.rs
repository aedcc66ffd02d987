use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const SIGS: &str = "\
sigs:
- dir: sig-docs
  name: Docs
  label: docs
  leadership:
    chairs:
    - github: ana-example
      name: Ana Example
      company: Example Ltd
  meetings:
  - description: Regular meeting
    day: Tuesday
    time: \"9:00\"
    tz: UTC
    frequency: weekly
    archive_url: https://notes.example/docs
  contact:
    slack: sig-docs
    mailing_list: docs@lists.example
  subprojects:
  - name: website
    owners:
    - https://raw.githubusercontent.com/example/website/main/OWNERS
    leads:
    - github: Ana-Example
      name: Ana Example
  x-budget: 12
workinggroups:
- dir: wg-speed
  name: Speed
  stakeholder_sigs:
  - Docs
";

fn community(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary directory can be made");
    for (path, text) in files {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("directories can be made");
        fs::write(path, text).expect("a file can be written");
    }
    dir
}

fn list(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    command.arg("list").args(args).current_dir(dir).output().expect("folkmoot runs")
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn json(dir: &Path, args: &[&str]) -> Value {
    let args = [args, &["--format", "json"]].concat();
    serde_json::from_str(&stdout(&list(dir, &args))).expect("it is JSON")
}

#[test]
fn groups_are_listed_a_line_each() {
    let dir = community(&[("sigs.yaml", SIGS)]);
    assert_eq!(
        stdout(&list(dir.path(), &["groups"])),
        "\
GROUP     DIRECTORY  LEADS        CHANNEL    MEETS                     OWNS
SIG Docs  sig-docs   Ana Example  #sig-docs  Tuesday 9:00 UTC, weekly  1 subproject
WG Speed  wg-speed
"
    );
}

#[test]
fn json_holds_everything_with_its_place() {
    let dir = community(&[("sigs.yaml", SIGS)]);
    let groups = json(dir.path(), &["groups"]);
    let docs = &groups[0];
    assert_eq!(docs["title"], "SIG Docs");
    assert_eq!(docs["source"], "sigs.yaml:2:3");
    assert_eq!(docs["extra"]["x-budget"], "12");
    assert_eq!(docs["reporting_wgs"][0], "Speed");
    assert_eq!(docs["leadership"]["chairs"][0]["source"], "sigs.yaml:7:7");
    assert_eq!(docs["meetings"][0]["time"], "9:00");
    assert_eq!(docs["subprojects"][0]["contact"], Value::Null);
    assert_eq!(groups[1]["charter_link"], "");
    assert_eq!(groups[1]["meetings"], Value::Array(Vec::new()));
}

#[test]
fn a_person_is_listed_once_with_every_role() {
    let people =
        "- github: ana-example\n  timezone: Europe/Berlin\n- github: bo-example\n  name: Bo Example\n";
    let dir = community(&[("sigs.yaml", SIGS), ("people.yaml", people)]);
    let people = json(dir.path(), &["people"]);
    assert_eq!(people.as_array().map(Vec::len), Some(2));
    assert_eq!(people[0]["roles"].as_array().map(Vec::len), Some(2));
    assert_eq!(people[0]["roles"][1]["subproject"], "website");
    assert_eq!(people[0]["register"]["timezone"], "Europe/Berlin");
    assert_eq!(people[1]["name"], "Bo Example");
    let table = stdout(&list(dir.path(), &["people"]));
    assert!(table.contains("chair of SIG Docs, lead of website (SIG Docs)"), "{table}");
}

#[test]
fn meetings_say_how_they_were_understood() {
    let dir = community(&[("sigs.yaml", SIGS)]);
    let meetings = json(dir.path(), &["meetings"]);
    assert_eq!(meetings[0]["group"], "sig-docs");
    assert_eq!(meetings[0]["read"]["rrule"], "FREQ=WEEKLY;BYDAY=TU");
    assert_eq!(meetings[0]["read"]["zone"], "Etc/UTC");
    assert_eq!(meetings[0]["read"]["start"], "09:00");
}

#[test]
fn subprojects_name_their_code() {
    let dir = community(&[("sigs.yaml", SIGS)]);
    let table = stdout(&list(dir.path(), &["subprojects"]));
    assert_eq!(
        table,
        "SUBPROJECT  GROUP     CODE             LEADS        CHANNEL\n\
         website     SIG Docs  example/website  Ana-Example\n"
    );
}

#[test]
fn channels_are_the_communitys_and_the_groups() {
    let about = "slack_workspace: https://example.slack.com\n\
                 channels:\n- {title: Users, service: slack, name: users}\n\
                 language_channels:\n- {language: Chinese, service: slack, name: cn}\n";
    let dir = community(&[("sigs.yaml", SIGS), ("community.yaml", about)]);
    let channels = json(dir.path(), &["channels"]);
    let scopes: Vec<&str> =
        channels.as_array().into_iter().flatten().filter_map(|channel| channel["scope"].as_str()).collect();
    assert_eq!(scopes, ["community", "language", "group", "group"]);
    assert_eq!(channels[2]["url"], "https://example.slack.com/messages/sig-docs");
    let of_group = json(dir.path(), &["channels", "--group", "sig-docs"]);
    assert_eq!(of_group.as_array().map(Vec::len), Some(2));
}

#[test]
fn kinds_and_groups_filter() {
    let dir = community(&[("sigs.yaml", SIGS)]);
    for args in
        [["groups", "--kind", "wg"], ["groups", "--group", "speed"], ["groups", "--group", "wg-speed/"]]
    {
        let groups = json(dir.path(), &args);
        assert_eq!(groups.as_array().map(Vec::len), Some(1), "{args:?}");
        assert_eq!(groups[0]["dir"], "wg-speed");
    }
    let output = list(dir.path(), &["groups", "--kind", "club"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("there is no kind of group `club`") && said.contains("workinggroups"), "{said}");
}

#[test]
fn csv_has_a_heading_and_a_record_each() {
    let dir = community(&[("sigs.yaml", SIGS)]);
    let text = stdout(&list(dir.path(), &["groups", "--format", "csv"]));
    let mut lines = text.lines();
    assert!(lines.next().is_some_and(|heading| heading.starts_with("id,kind,title,")));
    assert!(lines.next().is_some_and(|record| record.starts_with("sig-docs,sigs,SIG Docs,")));
}

#[test]
fn a_list_of_nothing_says_so() {
    let dir = community(&[("sigs.yaml", "sigs: []\n")]);
    let output = list(dir.path(), &["meetings"]);
    assert_eq!(stdout(&output), "");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "no meetings\n");
}

#[test]
fn a_mistake_in_the_record_is_mentioned() {
    let dir = community(&[("sigs.yaml", "sigs:\n- dir: sig-a\n  name: A\n  meetings: often\n")]);
    let output = list(dir.path(), &["groups"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("SIG A"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`folkmoot check .` shows it"));
}

#[test]
fn what_cannot_be_opened_is_named_with_what_to_do() {
    let dir = community(&[("sigs.yaml", SIGS), ("sig-docs/README.md", ""), ("empty/deep/er/and/er/x", "")]);
    for (path, said) in [
        ("nowhere", "nowhere: no such directory"),
        ("sigs.yaml", "sigs.yaml: not a directory"),
        ("sig-docs", "a community's repository is above it"),
        ("empty/deep/er/and/er", "looked for sigs.yaml, wgs.yaml"),
    ] {
        let output = list(dir.path(), &["groups", path]);
        assert_eq!(output.status.code(), Some(2), "{path}");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(stderr.contains(said) && stderr.contains("help: "), "{stderr}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let many: String = (0..20_000).map(|i| format!("- {{dir: sig-{i}, name: Example {i}}}\n")).collect();
    let dir = community(&[("sigs.yaml", &format!("sigs:\n{many}"))]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(["list", "groups"])
        .current_dir(dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("folkmoot runs");
    let mut first = [0; 10];
    child.stdout.take().expect("it is piped").read_exact(&mut first).expect("something is written");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
