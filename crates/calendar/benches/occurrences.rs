//! A year of occurrences for many series, and a community's feed.
//!
//! `cargo bench -p folkmoot-calendar`; beside other software: `crates/calendar/bench`.

#![allow(clippy::unwrap_used)]

use divan::Bencher;
use folkmoot_calendar::ics::{Event, Feed, State};
use folkmoot_calendar::{Clock, Fields, Rule, Schedule, Series};
use jiff::Timestamp;
use jiff::civil::{date, time};
use jiff::tz::TimeZone;

fn main() {
    divan::main();
}

const RULES: [&str; 4] = [
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "FREQ=MONTHLY;BYDAY=3WE",
    "FREQ=MONTHLY;BYDAY=-1FR",
];
const ZONES: [&str; 4] = ["America/Los_Angeles", "Europe/Warsaw", "Asia/Shanghai", "Australia/Lord_Howe"];

fn many(count: usize) -> Vec<Series> {
    let rules = RULES.map(|text| Rule::parse(text).unwrap());
    let zones = ZONES.map(|name| TimeZone::get(name).unwrap());
    let series = |index: usize| {
        let clock = Clock { start: time((index % 24) as i8, 30, 0, 0), start_day: 0, minutes: Some(60) };
        let mut series = Series::by_rule(rules[index % 4].clone(), clock, zones[index / 4 % 4].clone());
        series.starts = Some(date(2020, 1, 1 + (index % 28) as i8));
        series
    };
    (0..count).map(series).collect()
}

#[divan::bench(args = [1_000, 100_000], sample_count = 5)]
fn a_year_of_occurrences(bencher: Bencher, count: usize) {
    let all = many(count);
    let from: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let to: Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
    bencher.bench(|| all.iter().map(|series| series.occurrences(from, to).count()).sum::<usize>());
}

#[divan::bench]
fn reading_a_schedule() -> Schedule {
    Schedule::read(divan::black_box(Fields {
        day: "Thursday",
        time: "15:00-16:00",
        tz: "PT (Pacific Time)",
        frequency: "biweekly starting Thursday June 25th, 2020",
        ..Fields::default()
    }))
}

#[divan::bench]
fn a_feed_of_100_series(bencher: Bencher) {
    let all = many(100);
    let event = |series| Event {
        room: None,
        particulars: Vec::new(),
        uid: "series@example.org".into(),
        series,
        summary: "Regular meeting".into(),
        description: "Agenda and notes".into(),
        join: Some("https://example.org/join".into()),
        url: None,
        categories: vec!["SIG Example".into()],
        sequence: 0,
        modified: None,
        state: State::Confirmed,
    };
    let feed = Feed {
        name: "Example".into(),
        description: String::new(),
        url: None,
        colour: None,
        refresh_hours: 12,
        events: all.iter().map(event).collect(),
    };
    let stamp: Timestamp = "2026-11-21T00:00:00Z".parse().unwrap();
    bencher.bench(|| feed.to_ics(stamp));
}
