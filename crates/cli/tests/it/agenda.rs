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
    agenda_of(&[("sigs.yaml", RECORD)], arguments)
}

fn agenda_of(files: &[(&str, &str)], arguments: &[&str]) -> Output {
    let repository = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = repository.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .arg("agenda")
        .arg(repository.path())
        .env("COLUMNS", "80")
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

const DEPARTURES: &str = "\
sigs:
  - dir: sig-example
    name: Example
    meetings:
      - description: Call
        day: Wednesday
        time: '9:00'
        tz: UTC
        frequency: weekly
        duration: 1h
        url: https://meet.example.org/a-room-with-a-very-long-name/that-goes-on-and-on/to-the-end
        exceptions:
          cancelled: [{date: 2026-11-25, why: nobody is there}]
          moved: [{date: 2026-12-02, to: 2026-12-03, time: '10:30', why: conference}]
          extra: [{date: 2026-11-27, time: '8:00', title: Planning}]
";

const PAUSE: &str = "breaks: [{name: Winter break, from: 2026-12-07, to: 2026-12-11}]\n";

#[test]
fn what_is_not_as_usual_is_told_where_people_look_for_it() {
    let files = [("sigs.yaml", DEPARTURES), ("community.yaml", PAUSE)];
    let text = text(&agenda_of(&files, &["--tz", "UTC", "--days", "21"]));
    insta::assert_snapshot!(text, @r"
    21 days from Monday 23 November 2026, times in UTC
    No meetings 7 December to 11 December: Winter break

    Wednesday 25 November
      09:00        SIG Example: Call
                   cancelled: nobody is there

    Friday 27 November
      08:00–09:00  SIG Example: Planning
                   an extra meeting
                   https://meet.example.org/a-room-with-a-very-long-name/that-goes-on-and-on/to-the-end

    Wednesday 2 December
      09:00        SIG Example: Call
                   moved to Thursday 3 December, 10:30: conference

    Thursday 3 December
      10:30–11:30  SIG Example: Call
                   moved from Wednesday 2 December: conference
                   https://meet.example.org/a-room-with-a-very-long-name/that-goes-on-and-on/to-the-end
    ");
}

#[test]
fn programs_are_told_what_is_not_as_usual() {
    let files = [("sigs.yaml", DEPARTURES), ("community.yaml", PAUSE)];
    let output = agenda_of(&files, &["--tz", "UTC", "--days", "21", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&text(&output)).unwrap();
    let meetings = document["meetings"].as_array().unwrap();
    let told: Vec<String> = meetings
        .iter()
        .map(|one| {
            format!("{} {}", &one["start_utc"].as_str().unwrap()[5..16], one["status"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        ["11-25T09:00 cancelled", "11-27T08:00 extra", "12-02T09:00 moved-away", "12-03T10:30 moved"]
    );
    assert_eq!(document["breaks"][0]["name"], "Winter break");
}

#[test]
fn an_agenda_in_markdown_strikes_out_what_does_not_take_place() {
    let files = [("sigs.yaml", DEPARTURES), ("community.yaml", PAUSE)];
    let text = text(&agenda_of(&files, &["--tz", "UTC", "--format", "md"]));
    assert!(text.contains("- ~~**09:00** SIG Example: Call~~, *cancelled: nobody is there*"), "{text}");
}

#[test]
fn a_series_that_only_its_records_date_says_so() {
    let files = [("sigs.yaml", RECORD), ("sig-example/meetings/2026-11-12.md", "# Notes\n")];
    let run = |format: &str| text(&agenda_of(&files, &["--tz", "UTC", "--format", format]));
    let table = run("table");
    assert!(table.contains("  16:00        SIG Example: Every second week"), "{table}");
    assert!(table.contains("1 series names no first date and is here by its meeting records:"), "{table}");
    assert!(table.contains("Every second week: weeks by its record meetings/2026-11-12.md"), "{table}");
    assert!(!table.contains("series is not here"), "{table}");
    assert!(run("json").contains("\"anchored_on\": \"weeks by its record meetings/2026-11-12.md\""));
    assert!(run("md").contains("Every second week names no first date: weeks by its record"));
}
