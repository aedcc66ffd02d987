//! A year of occurrences of many series.

use std::process::Command;
use std::time::Duration;

use chrono::{DateTime, Utc};
use folkmoot_calendar::{Clock, Rule, Series};
use jiff::Timestamp;
use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use rrule::RRuleSet;

use crate::{best, shown};

const RULES: [&str; 4] = [
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "FREQ=MONTHLY;BYDAY=3WE",
    "FREQ=MONTHLY;BYDAY=-1FR",
];
const ZONES: [&str; 4] = ["America/Los_Angeles", "Europe/Warsaw", "Asia/Shanghai", "Australia/Lord_Howe"];

/// Series that we walk, and the fewer that the others walk: their time grows with the number alone.
const OURS: usize = 100_000;
const THEIRS: usize = 10_000;

pub(crate) const YEAR: (&str, &str) = ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

/// Series that began in 2020, of four rules, four zones and every hour.
pub(crate) fn series(index: usize) -> Series {
    let rule = Rule::parse(RULES[index % 4]).expect("a rule");
    let zone = TimeZone::get(ZONES[index / 4 % 4]).expect("a zone");
    let clock = Clock { start: time((index % 24) as i8, 30, 0, 0), start_day: 0, minutes: Some(60) };
    let mut series = Series::by_rule(rule, clock, zone);
    series.starts = Some(date(2020, 1, 1 + (index % 28) as i8));
    series
}

/// The same for the `rrule` crate.
fn set(index: usize) -> RRuleSet {
    let start = format!("202001{:02}T{:02}3000", 1 + index % 28, index % 24);
    let text = format!("DTSTART;TZID={}:{start}\nRRULE:{}", ZONES[index / 4 % 4], RULES[index % 4]);
    let set: RRuleSet = text.parse().expect("a set");
    let [from, to] = [YEAR.0, YEAR.1].map(|text| text.parse::<DateTime<Utc>>().expect("a moment"));
    set.after(from.with_timezone(&rrule::Tz::UTC)).before(to.with_timezone(&rrule::Tz::UTC))
}

pub(crate) fn compare() {
    let (from, to): (Timestamp, Timestamp) = (YEAR.0.parse().expect("from"), YEAR.1.parse().expect("to"));
    let all: Vec<Series> = (0..OURS).map(series).collect();
    let (ours, found) = best(|| all.iter().map(|one| one.occurrences(from, to).count()).sum::<usize>());
    println!("| a year of {OURS} series ({found} occurrences) | {} | |", shown(ours));
    let each = ours.as_secs_f64() / OURS as f64;

    let sets: Vec<RRuleSet> = (0..THEIRS).map(set).collect();
    let (theirs, found) =
        best(|| sets.iter().map(|one| one.clone().all(u16::MAX).dates.len()).sum::<usize>());
    row("`rrule` 0.14", theirs, THEIRS, found, each);

    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/oracle/bench.py");
    let output = Command::new("python3").arg(script).output().map(|output| output.stdout);
    let said = String::from_utf8(output.unwrap_or_default()).unwrap_or_default();
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match numbers.as_slice() {
        &[seconds, found, count] => {
            row(
                "python-dateutil 2.9",
                Duration::from_secs_f64(seconds),
                count as usize,
                found as usize,
                each,
            );
        }
        _ => eprintln!("python-dateutil was left out: python3 does not have it"),
    }
}

fn row(name: &str, time: Duration, count: usize, found: usize, ours_each: f64) {
    let times = time.as_secs_f64() / count as f64 / ours_each;
    println!(
        "| {name}: {count} such series ({found} occurrences) | {} | {times:.0} times as long a series |",
        shown(time)
    );
}
