//! Occurrence by occurrence against python-dateutil: `tests/oracle/occurrences.py` made the vectors.
//!
//! `FOLKMOOT_CALENDAR_VECTORS` names a larger file made by the same program.

use std::path::PathBuf;

use folkmoot_calendar::{Clock, Rule, Series};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

#[test]
fn every_occurrence_is_where_dateutil_puts_it() {
    let committed = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/vectors.txt");
    let path = std::env::var_os("FOLKMOOT_CALENDAR_VECTORS").map_or(committed, PathBuf::from);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut wrong = Vec::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split(';').collect();
        let [rule, zone, first, clock, from, to, expected] = fields.as_slice() else { panic!("{line}") };
        let clock = Clock { start: clock.parse::<Time>().unwrap(), start_day: 0, minutes: None };
        let rule = Rule::parse(&rule.replace(' ', ";")).unwrap();
        let mut series = Series::by_rule(rule, clock, TimeZone::get(zone).unwrap());
        series.starts = Some(first.parse::<Date>().unwrap());
        let (from, to): (Timestamp, Timestamp) = (from.parse().unwrap(), to.parse().unwrap());
        let minutes = |start: Timestamp| (start.as_second() / 60).to_string();
        let mut found: Vec<String> =
            series.occurrences(from, to).map(|occurrence| minutes(occurrence.start.timestamp())).collect();
        found.dedup();
        if found.join(",") != *expected {
            wrong.push(format!("{line}\n  found {}", found.join(",")));
        }
    }
    assert!(text.lines().count() >= 400);
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), text.lines().count(), wrong.join("\n"));
}
