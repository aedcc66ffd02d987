//! Feeds read back by Python's icalendar and recurring-ical-events, meeting by meeting.
//!
//! Runs where Python and both libraries are installed (always in continuous integration, which installs them);
//! elsewhere it says so and leaves the comparison out.

use std::path::{Path, PathBuf};
use std::process::Command;

use folkmoot_calendar::ics::{Event, Feed, State};
use folkmoot_calendar::{Break, Clock, Exception, Occurrence, Origin, Rule, Series};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

fn oracle() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

/// Python with the libraries, or `None`, loudly; in continuous integration that is a failure.
fn python() -> Option<String> {
    let python = std::env::var("FOLKMOOT_PYTHON").unwrap_or_else(|_| "python3".into());
    let probe = Command::new(&python).args(["-c", "import icalendar, recurring_ical_events"]).output();
    if probe.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    assert!(std::env::var_os("CI").is_none(), "{python} lacks icalendar and recurring-ical-events");
    eprintln!(
        "left out: {python} lacks icalendar and recurring-ical-events (cargo xtask check installs them)"
    );
    None
}

/// Series from the committed vectors, some with exceptions; starts from 2000 on, whose zones have today's rules.
fn series() -> Vec<Series> {
    let text = std::fs::read_to_string(oracle().join("vectors.txt")).unwrap();
    let mut all = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let fields: Vec<&str> = line.split(';').collect();
        let first: Date = fields[2].parse().unwrap();
        let rule = Rule::parse(&fields[0].replace(' ', ";")).unwrap();
        if first.year() < 2000 || rule.count.is_some() {
            continue;
        }
        let clock = Clock { start: fields[3].parse::<Time>().unwrap(), start_day: 0, minutes: None };
        let mut series = Series::by_rule(rule, clock, TimeZone::get(fields[1]).unwrap());
        series.starts = Some(first);
        let dates: Vec<Date> = series.dates(first).take(6).collect();
        if let ([_, second, third, .., last], 0) = (dates.as_slice(), index % 3) {
            series.exceptions = vec![
                Exception::Cancelled(*second),
                Exception::Moved {
                    date: *third,
                    to: third.at(3, 10, 0, 0).checked_add(1.day()).unwrap(),
                    minutes: None,
                },
                Exception::Extra { at: first.at(23, 59, 0, 0), minutes: None },
            ];
            series.breaks = vec![Break { first: *last, last: *last }];
        }
        series.until = (index % 5 == 0).then(|| first.checked_add(200.days()).unwrap());
        all.push(series);
    }
    all
}

fn feed(all: &[Series]) -> Feed<'_> {
    let event = |(index, series)| Event {
        uid: format!("series-{index}@example.org"),
        series,
        summary: format!("Weekly; or not, “series” {index}\nBEGIN:VEVENT"),
        description: "Notes: https://example.org/a,b;c\\d".repeat(3),
        join: Some("https://example.org/join".into()),
        url: None,
        categories: vec!["SIG, of two".into(), "特別興趣小組".into()],
        sequence: 3,
        modified: None,
        state: State::Confirmed,
    };
    Feed {
        name: "Example".into(),
        description: String::new(),
        url: Some("https://example.org/calendar.ics".into()),
        colour: Some("teal".into()),
        refresh_hours: 6,
        events: all.iter().enumerate().map(event).collect(),
    }
}

fn expanded(python: &str, path: &Path, from: Date, to: Date) -> Vec<String> {
    let output = Command::new(python)
        .arg(oracle().join("expand.py"))
        .arg(path)
        .args([from.to_string(), to.to_string()])
        .env("PYTHONTZPATH", "")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn other_libraries_see_the_same_meetings() {
    let Some(python) = python() else { return };
    let all = series();
    let stamp: Timestamp = "2026-11-21T00:00:00Z".parse().unwrap();
    let directory = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    let path = directory.path().join("all.ics");
    let text = feed(&all).to_ics(stamp);
    // A zone by an unknown name makes a reader use the feed's own VTIMEZONE instead of its database.
    let unknown = text.replace("TZID=", "TZID=X-").replace("TZID:", "TZID:X-");
    for (text, from, to) in
        [(&text, 2010, 2011), (&text, 2034, 2035), (&unknown, 2010, 2011), (&unknown, 2026, 2028)]
    {
        std::fs::write(&path, text).unwrap();
        let (from, to) = (Date::new(from, 1, 1).unwrap(), Date::new(to, 1, 1).unwrap());
        let mut theirs = expanded(&python, &path, from, to);
        let (low, high) = (from.in_tz("UTC").unwrap().timestamp(), to.in_tz("UTC").unwrap().timestamp());
        let mut ours: Vec<String> = Vec::new();
        for (index, series) in all.iter().enumerate() {
            // "If the local time described does not occur […], the DATE-TIME value is interpreted using the UTC
            // offset before the gap" (RFC 5545, 3.3.5); dateutil's reader of VTIMEZONE takes the one after it.
            let in_gap =
                |one: Occurrence| one.origin == Origin::Rule && one.start.time() != series.clock.start;
            if *text == unknown && series.occurrences(low, high).any(in_gap) {
                theirs.retain(|line| !line.starts_with(&format!("series-{index}@")));
                continue;
            }
            for occurrence in series.occurrences(low, high) {
                let minutes = occurrence.start.timestamp().as_second().div_euclid(60);
                ours.push(format!("series-{index}@example.org {minutes}"));
            }
        }
        ours.sort();
        ours.dedup();
        let missing =
            ours.iter().filter(|line| !theirs.contains(line)).map(|line| format!("only ours: {line}"));
        let more =
            theirs.iter().filter(|line| !ours.contains(line)).map(|line| format!("only theirs: {line}"));
        wrong.extend(missing.chain(more));
        assert!(ours.len() > 500);
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}
