//! `folkmoot agenda`, run on small records.

use std::process::{Command, Output};

const RECORD: &str = "\
sigs:
  - dir: sig-example
    name: Example
    meetings:
      - description: Regular meeting
        day: Wednesday
        time: 9:00-10:00
        tz: PT (Pacific Time)
        frequency: weekly
        url: https://example.org/join
      - description: Every second week
        day: Thursday
        time: '16:00'
        tz: UTC
        frequency: biweekly
";

fn agenda(arguments: &[&str]) -> Output {
    let repository = tempfile::tempdir().unwrap();
    std::fs::write(repository.path().join("sigs.yaml"), RECORD).unwrap();
    Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .arg("agenda")
        .arg(repository.path())
        .args(["--from", "2026-11-23"])
        .args(arguments)
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_meeting_is_shown_in_the_readers_time_with_the_series_own_beside_it() {
    let text = text(&agenda(&["--tz", "Europe/Istanbul"]));
    assert!(text.contains("Wednesday 25 November\n  20:00–21:00  SIG Example: Regular meeting\n"), "{text}");
    assert!(text.contains("Wed 09:00 PT  https://example.org/join"), "{text}");
}

#[test]
fn a_series_without_a_first_date_is_left_out_and_said_so() {
    let text = text(&agenda(&["--tz", "UTC"]));
    assert!(!text.contains("Every second week"), "{text}");
    assert!(text.contains("1 series is not here"), "{text}");
    assert!(text.contains("1  alternate and name no first date"), "{text}");
}

#[test]
fn json_names_every_meeting_in_both_zones() {
    let document: serde_json::Value =
        serde_json::from_str(&text(&agenda(&["--tz", "Asia/Shanghai", "--format", "json"]))).unwrap();
    assert_eq!(document["timezone"], "Asia/Shanghai");
    assert_eq!(document["meetings"][0]["start"], "2026-11-26T01:00:00+08:00");
    assert_eq!(document["meetings"][0]["start_utc"], "2026-11-25T17:00:00Z");
    assert_eq!(document["undated"][0], "SIG Example: Every second week");
}

#[test]
fn a_zone_of_two_meanings_is_asked_about() {
    let output = agenda(&["--tz", "CST"]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("America/Chicago, Asia/Shanghai"), "{error}");
}

#[test]
fn an_unknown_group_is_an_error_that_says_where_to_look() {
    let output = agenda(&["--group", "sig-nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("folkmoot list groups"));
}

#[test]
fn the_feed_holds_the_series_and_its_zone() {
    let text = text(&agenda(&["--format", "ics"]));
    assert!(text.contains("TZID:America/Los_Angeles\r\n"), "{text}");
    assert!(text.contains("RRULE:FREQ=WEEKLY;BYDAY=WE\r\n"), "{text}");
}
