//! `folkmoot calendar`, run on small records.

use std::process::{Command, Output};

use tempfile::TempDir;

const RECORD: &str = "\
sigs:
  - dir: sig-example
    name: Example
    leadership:
      chairs:
        - github: ana-sample
          name: Ana Sample
    meetings:
      - description: Regular meeting
        day: Wednesday
        time: 9:00-10:00
        tz: PT (Pacific Time)
        frequency: weekly
        starts: 2026-01-07
        url: https://example.org/join
        exceptions:
          cancelled: [{date: 2026-11-25, why: holidays}]
          moved: [{date: 2026-11-18, to: 2026-11-19, why: conference}]
      - description: Every second week
        day: Thursday
        time: '16:00'
        tz: UTC
        frequency: biweekly
  - dir: sig-other
    name: Other
    leadership:
      chairs:
        - github: ana-sample
          name: Ana Sample
    meetings:
      - description: Sync
        day: Wednesday
        time: '17:30'
        tz: UTC
        frequency: weekly
        starts: 2026-01-07
        duration: 30m
";

fn repository() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("sigs.yaml"), RECORD).unwrap();
    dir
}

fn folkmoot(dir: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(arguments)
        .current_dir(dir.path())
        .env("COLUMNS", "80")
        .env_remove("FOLKMOOT_ORIGIN")
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

const NOVEMBER: [&str; 7] =
    ["calendar", "--month", "2026-11", "--tz", "Europe/Istanbul", "--today", "2026-11-21"];

#[test]
fn a_month_is_a_grid_that_fits_the_terminal() {
    let text = text(&folkmoot(&repository(), &NOVEMBER));
    insta::assert_snapshot!(text);
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_week_starts_where_the_reader_has_it_start() {
    let mut arguments = NOVEMBER.to_vec();
    arguments.extend(["--week-starts", "sunday", "--group", "sig-other"]);
    let text = text(&folkmoot(&repository(), &arguments));
    assert!(text.contains("  Sun      Mon      Tue      Wednesday"), "{text}");
    assert!(text.contains("20:30 Sync"), "one group needs no name: {text}");
}

#[test]
fn a_month_for_programs_names_meetings_clashes_and_clock_changes() {
    let mut arguments = NOVEMBER.to_vec();
    arguments.extend(["--format", "json"]);
    let month: serde_json::Value = serde_json::from_str(&text(&folkmoot(&repository(), &arguments))).unwrap();
    assert_eq!(month["meetings"][0]["start"], "2026-11-04T20:00:00+03:00");
    let statuses: Vec<&str> =
        month["meetings"].as_array().unwrap().iter().filter_map(|one| one["status"].as_str()).collect();
    for status in ["regular", "moved", "moved-away", "cancelled"] {
        assert!(statuses.contains(&status), "{status}: {statuses:?}");
    }
    assert_eq!(month["clashes"][0]["leads"][0], "ana-sample");
    assert_eq!(month["clock_changes"][0]["minutes"], -60);
    assert_eq!(month["undated"], 1);
}

#[test]
fn a_month_in_markdown_is_a_table() {
    let mut arguments = NOVEMBER.to_vec();
    arguments.extend(["--format", "md"]);
    let text = text(&folkmoot(&repository(), &arguments));
    assert!(text.contains("| Mon | Tue | Wed | Thu | Fri | Sat | Sun |"), "{text}");
    assert!(
        text.contains("**4**<br>20:00 SIG Example: Regular meeting<br>20:30 SIG Other: Sync |"),
        "{text}"
    );
    assert!(text.contains("~~20:00 SIG Example: Regular meeting~~ (cancelled: holidays)"), "{text}");
}

#[test]
fn what_is_no_month_is_refused() {
    let output = folkmoot(&repository(), &["calendar", "--month", "2026-13"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("2026-12"));
}

#[test]
fn an_exported_calendar_agrees_with_the_record_it_is_of() {
    let dir = repository();
    text(&folkmoot(&dir, &["calendar", "export", "--group", "sig-other", "--out", "out/other.ics"]));
    let compare =
        ["calendar", "compare", "out/other.ics", ".", "--group", "sig-other", "--from", "2026-11-01"];
    assert!(text(&folkmoot(&dir, &compare)).contains("agree: 1 series is on both"));
}

#[test]
fn a_calendar_can_be_exported_by_kind_and_by_lead() {
    let dir = repository();
    for arguments in [["--kind", "sig"], ["--person", "@Ana-Sample"]] {
        let text = text(&folkmoot(&dir, &[&["calendar", "export"], &arguments[..]].concat()));
        for uid in ["UID:sig-example/regular-meeting@", "UID:sig-other/sync@"] {
            assert!(text.contains(uid), "{uid}: {text}");
        }
    }
    let output = folkmoot(&dir, &["calendar", "export", "--person", "nobody"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("folkmoot list people"));
}

#[test]
fn what_differs_is_said_side_by_side() {
    let dir = repository();
    text(&folkmoot(&dir, &["calendar", "export", "--out", "public.ics"]));
    let public = std::fs::read_to_string(dir.path().join("public.ics")).unwrap();
    let event = "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Book club\r\nDTSTART:20261105T080000Z\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n";
    let public =
        public.replace("T173000Z", "T180000Z").replace("END:VCALENDAR", &format!("{event}END:VCALENDAR"));
    std::fs::write(dir.path().join("public.ics"), public).unwrap();
    let compare = ["calendar", "compare", "public.ics", ".", "--from", "2026-11-01", "--tz", "UTC"];
    let output = folkmoot(&dir, &compare);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap(), @r"
    On the calendar, not in the repository (1)
      + Book club
        weekly, next Thursday 5 November 2026 08:00 UTC

    In the repository, not on the calendar (1)
      - SIG Example: Every second week
        sigs.yaml:19  Thursday, 16:00, UTC, biweekly

    On both, with differences (1)
      ~ SIG Other: Sync
        sigs.yaml:31
        time      18:00 on the calendar, 17:30 in the repository

    1 series is the same on both.
    ");
    let output = folkmoot(&dir, &[&compare[..], &["--format", "json"]].concat());
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["only_on_calendar"][0]["title"], "Book club");
    assert_eq!(found["different"][0]["differences"][0]["calendar"], "18:00");
}

#[test]
fn what_is_no_calendar_cannot_be_compared() {
    let dir = repository();
    for file in ["nowhere.ics", "sigs.yaml"] {
        assert_eq!(folkmoot(&dir, &["calendar", "compare", file]).status.code(), Some(2), "{file}");
    }
}

#[test]
fn a_series_is_dated_by_the_commit_that_changed_it_last() {
    let dir = repository();
    let git = |at: &str, arguments: &[&str]| {
        let done = Command::new("git")
            .current_dir(dir.path())
            .args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_DATE", at)
            .env("GIT_COMMITTER_DATE", at)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let loose = RECORD.replace("        starts: 2026-01-07\n", "");
    std::fs::write(dir.path().join("sigs.yaml"), &loose).unwrap();
    git("2026-01-05T00:00:00Z", &["init", "-q"]);
    git("2026-01-05T00:00:00Z", &["add", "."]);
    git("2026-01-05T00:00:00Z", &["commit", "-q", "-m", "Begin"]);
    std::fs::write(dir.path().join("sigs.yaml"), loose.replace("30m", "45m")).unwrap();
    git("2026-02-07T00:00:00Z", &["commit", "-q", "-a", "-m", "Meet for longer"]);
    let text = text(&folkmoot(&dir, &["calendar", "export"]));
    for lines in [
        "LAST-MODIFIED:20260105T000000Z\r\nSEQUENCE:1\r\nSUMMARY:SIG Example",
        "LAST-MODIFIED:20260207T000000Z\r\nSEQUENCE:2\r\nSUMMARY:SIG Other",
        "DTSTAMP:20260207T000000Z",
        "DTSTART:20260211T173000Z",
    ] {
        assert!(text.contains(lines), "{lines}: {text}");
    }
}

const TEAM: &str = "\
sigs:
  - dir: sig-example
    name: Example
    leadership:
      chairs:
        - {github: ana-sample, name: Ana Sample}
        - {github: bo-sample, name: Bo Sample}
      tech_leads:
        - {github: cem-sample, name: Cem Sample}
    members:
      - {github: dai-sample, name: Dai Sample}
  - dir: sig-other
    name: Other
    leadership:
      chairs:
        - {github: cem-sample, name: Cem Sample}
    meetings:
      - {description: Sync, day: Wednesday, time: '15:00', tz: Europe/Berlin, frequency: weekly, duration: 1h}
";

const PEOPLE: &str = "\
people:
  - {github: ana-sample, timezone: America/New_York}
  - {github: bo-sample, timezone: America/New_York}
  - {github: Cem-Sample, timezone: Europe/Berlin}
  - {github: dai-sample, timezone: CST}
";

fn team(people: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("sigs.yaml"), TEAM).unwrap();
    std::fs::write(dir.path().join("people.yaml"), people).unwrap();
    dir
}

const SLOTS: [&str; 8] =
    ["calendar", "slots", "--group", "sig-example", "--tz", "Europe/Berlin", "--from", "2026-11-23"];

#[test]
fn fair_times_are_a_strip_and_proposals_that_fit_the_terminal() {
    let text = text(&folkmoot(&team(PEOPLE), &SLOTS));
    insta::assert_snapshot!(text);
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_time_at_which_somebody_is_elsewhere_is_not_proposed_where_there_are_others() {
    let dir = team(PEOPLE);
    let output = folkmoot(&dir, &[&SLOTS[..], &["--format", "json", "--count", "1"]].concat());
    let found: serde_json::Value = serde_json::from_str(&text(&output)).unwrap();
    assert_eq!(found["without_timezone"][0], "dai-sample");
    assert_eq!(found["proposals"][0]["clashes"], serde_json::json!([]));
    let days = found["proposals"][0]["weekdays"].as_array().unwrap();
    assert!(!days.contains(&"wednesday".into()), "{days:?}");
    let wednesday = ["--days", "wed", "--hours", "15:00-16:00", "--working", "15:00-16:00", "--zone", "UTC"];
    let output = folkmoot(&dir, &[&SLOTS[..], &["--format", "json"], &wednesday[..]].concat());
    assert!(text(&output).contains("\"series\": \"SIG Other: Sync\""), "{}", text(&output));
}

#[test]
fn where_no_zone_is_known_that_is_said_with_what_to_write() {
    let output = folkmoot(&team("people: []\n"), &SLOTS);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("@ana-sample") && error.contains("timezone: Europe/Istanbul"), "{error}");
    let output = folkmoot(&team("people: []\n"), &[&SLOTS[..], &["--zone", "PT", "--zone", "CET"]].concat());
    assert!(text(&output).contains("2 people in 2 zones"));
}
