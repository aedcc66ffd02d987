//! Occurrence by occurrence against python-dateutil: `tests/oracle/occurrences.py` made the vectors.
//!
//! `FOLKMOOT_CALENDAR_VECTORS` names a larger file made by the same program.

use std::path::PathBuf;

use folkmoot_calendar::{Clock, Frequency, Nth, Rule, Series};
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
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
        let series = Series {
            rule: read_rule(rule),
            clock: Clock { start: clock.parse::<Time>().unwrap(), start_day: 0, minutes: None },
            zone: TimeZone::get(zone).unwrap(),
            starts: Some(first.parse::<Date>().unwrap()),
            until: None,
            minutes: None,
        };
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

/// `FREQ=WEEKLY INTERVAL=2 BYDAY=TH`
fn read_rule(text: &str) -> Rule {
    let part = |name: &str| text.split(' ').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let frequency = match part("FREQ").unwrap() {
        "DAILY" => Frequency::Daily,
        "WEEKLY" => Frequency::Weekly,
        _ => Frequency::Monthly,
    };
    let days = part("BYDAY").into_iter().flat_map(|days| days.split(',')).map(|day| {
        let (n, code) = day.split_at(day.len() - 2);
        Nth { n: n.parse().ok(), weekday: weekday(code) }
    });
    let numbers: Vec<i8> = part("BYMONTHDAY")
        .into_iter()
        .flat_map(|days| days.split(','))
        .map(|day| day.parse().unwrap())
        .collect();
    Rule {
        frequency,
        interval: part("INTERVAL").map_or(1, |interval| interval.parse().unwrap()),
        days: days.collect(),
        month_days: numbers.first().copied().zip(numbers.last().copied()),
        except: Vec::new(),
    }
}

fn weekday(code: &str) -> Weekday {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        .iter()
        .position(|known| *known == code)
        .and_then(|index| Weekday::from_monday_zero_offset(i8::try_from(index).unwrap()).ok())
        .unwrap()
}
