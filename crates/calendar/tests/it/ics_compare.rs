//! A public calendar beside the record.

use folkmoot_calendar::ics::{Comparison, Difference, Known, compare, read};
use folkmoot_calendar::{Fields, Schedule, Series};
use jiff::Timestamp;
use jiff::civil::{Weekday, date, time};

fn series(day: &str, time: &str, tz: &str, frequency: &str) -> Series {
    let fields =
        Fields { day, time, tz, frequency, duration: "45m", starts: "2026-11-02", ..Fields::default() };
    Series::new(&Schedule::read(fields)).unwrap()
}

fn compared(events: &[&str], ours: &[Known<'_>]) -> Comparison {
    let events: String = events.iter().map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n")).collect();
    let calendar = read(format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").as_bytes()).unwrap();
    assert_eq!(calendar.unread, []);
    let (from, to): (Timestamp, Timestamp) =
        ("2026-11-21T00:00:00Z".parse().unwrap(), "2027-02-21T00:00:00Z".parse().unwrap());
    compare(&calendar.entries, ours, from, to)
}

fn docs<'a>(series: &'a Series) -> Known<'a> {
    let names = vec!["sig-docs".into(), "SIG Docs".into()];
    Known { title: "SIG Docs: Weekly".into(), names, series: Some(series), ..Known::default() }
}

/// The differences of one series that both have.
fn differences(event: &str, ours: Known<'_>) -> Vec<Difference> {
    let mut found = compared(&[event], &[ours]);
    assert_eq!((found.pairs.len(), found.only_there.len(), found.only_here.len()), (1, 0, 0));
    found.pairs.remove(0).differences
}

#[test]
fn the_same_series_in_other_words_agrees() {
    let ours = series("Tuesday", "9:00", "PT", "weekly");
    let event = "SUMMARY:Docs SIG meeting\nDTSTART;TZID=US/Pacific:20200107T090000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY";
    assert_eq!(differences(event, docs(&ours)), []);
}

#[test]
fn another_day_hour_and_length_are_named() {
    let ours = series("Tuesday", "9:00", "PT", "weekly");
    let event = "SUMMARY:SIG Docs\nDTSTART;TZID=America/Los_Angeles:20200109T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY";
    assert_eq!(
        differences(event, docs(&ours)),
        [
            Difference::Weekday { there: vec![Weekday::Thursday], here: vec![Weekday::Tuesday] },
            Difference::Time { there: time(10, 0, 0, 0), here: time(9, 0, 0, 0) },
            Difference::Length { there: 60, here: 45 },
        ]
    );
}

#[test]
fn a_zone_that_keeps_other_clocks_is_a_difference_even_where_the_hour_is_the_same_today() {
    let ours = series("Tuesday", "9:00", "PT", "weekly");
    let event = "SUMMARY:SIG Docs\nDTSTART;TZID=Etc/GMT+8:20200107T090000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY";
    // Until March both clocks show the same.
    assert_eq!(differences(event, docs(&ours)), []);
    let ours = series("Tuesday", "9:00", "Europe/London", "weekly");
    let event = "SUMMARY:SIG Docs\nDTSTART:20200107T090000Z\nDURATION:PT45M\nRRULE:FREQ=WEEKLY\nUID:1";
    assert_eq!(differences(event, docs(&ours)), []);
    let event =
        "SUMMARY:SIG Docs\nDTSTART;TZID=Europe/Berlin:20200107T090000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY";
    let zone = Difference::Zone { there: "Europe/Berlin".into(), here: "Europe/London".into() };
    assert!(differences(event, docs(&ours)).contains(&zone));
}

#[test]
fn the_other_week_and_another_rhythm_are_told_apart() {
    let ours = series("Tuesday", "9:00", "UTC", "biweekly");
    let event = "SUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2";
    let found = differences(event, docs(&ours));
    let [Difference::Dates { only_there, only_here }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((only_there[0], only_here[0]), (date(2026, 11, 24), date(2026, 12, 1)));
    let event = "SUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nRRULE:FREQ=WEEKLY";
    let rhythm =
        Difference::Rhythm { there: "FREQ=WEEKLY".into(), here: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU".into() };
    assert_eq!(differences(event, docs(&ours)), [rhythm]);
}

#[test]
fn a_cancelled_meeting_is_a_date_here_alone() {
    let ours = series("Tuesday", "9:00", "UTC", "weekly");
    let event = "SUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nRRULE:FREQ=WEEKLY\nEXDATE:20261229T090000Z";
    let dates = Difference::Dates { only_there: vec![], only_here: vec![date(2026, 12, 29)] };
    assert_eq!(differences(event, docs(&ours)), [dates]);
}

#[test]
fn a_link_pairs_series_whose_titles_share_nothing() {
    let ours = series("Tuesday", "9:00", "UTC", "weekly");
    let ours =
        Known { title: "SIG Docs: Localization".into(), join: Some("https://zoom.us/j/12"), ..docs(&ours) };
    let event = "SUMMARY:l10n\nDTSTART:20261110T090000Z\nDURATION:PT45M\nRRULE:FREQ=WEEKLY\n\
                 LOCATION:https://us02web.zoom.us/j/12?pwd=x";
    assert_eq!(differences(event, ours), []);
}

#[test]
fn another_link_is_a_difference() {
    let ours = series("Tuesday", "9:00", "UTC", "weekly");
    let ours = Known { join: Some("https://zoom.us/j/12"), ..docs(&ours) };
    let event = "SUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nDURATION:PT45M\nRRULE:FREQ=WEEKLY\nLOCATION:https://zoom.us/j/9";
    let link =
        Difference::Link { there: vec!["https://zoom.us/j/9".into()], here: "https://zoom.us/j/12".into() };
    assert_eq!(differences(event, ours), [link]);
}

#[test]
fn notes_are_no_place_to_join() {
    let ours = series("Tuesday", "9:00", "UTC", "weekly");
    let ours =
        Known { join: Some("https://zoom.us/j/12"), links: vec!["https://example.org/notes"], ..docs(&ours) };
    let event = "SUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nDURATION:PT45M\nRRULE:FREQ=WEEKLY\n\
                 DESCRIPTION:https://example.org/notes";
    assert_eq!(differences(event, ours), []);
}

#[test]
fn a_title_says_more_than_a_groups_name_and_the_hour() {
    let other = series("Tuesday", "9:00", "UTC", "weekly");
    let ours = [
        Known { title: "SIG Docs: Ingress and Egress".into(), ..docs(&other) },
        Known { title: "SIG Docs".into(), ..Known::default() },
    ];
    let event = "SUMMARY:SIG Docs meeting\nDTSTART:20261110T090000Z\nRRULE:FREQ=WEEKLY";
    let found = compared(&[event], &ours);
    assert_eq!((found.pairs[0].here, found.only_here), (1, vec![0]));
}

#[test]
fn a_series_without_dates_learns_the_calendars_next_one() {
    let ours = Known { title: "SIG Docs".into(), ..Known::default() };
    let event = "SUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2";
    assert_eq!(differences(event, ours), [Difference::Undated { next: date(2026, 11, 24) }]);
}

#[test]
fn what_only_one_side_has_is_listed_and_what_ended_is_not() {
    let ours = series("Tuesday", "9:00", "UTC", "weekly");
    let events = [
        "UID:1\nSUMMARY:Contributor Summit\nDTSTART:20261210T080000Z",
        "UID:2\nSUMMARY:WG Long Gone\nDTSTART:20200107T090000Z\nRRULE:FREQ=WEEKLY;UNTIL=20210101T000000Z",
        "UID:3\nSUMMARY:Called off\nDTSTART:20261210T080000Z\nSTATUS:CANCELLED",
    ];
    let found = compared(&events, &[docs(&ours)]);
    assert_eq!((found.only_there, found.only_here, found.pairs), (vec![0], vec![0], vec![]));
}

#[test]
fn the_parts_of_a_series_that_was_changed_midway_are_one() {
    let ours = series("Tuesday", "9:00", "UTC", "weekly");
    let events = [
        "UID:abc@google.com\nSUMMARY:SIG Docs\nDTSTART:20200107T080000Z\nRRULE:FREQ=WEEKLY;UNTIL=20261204T000000Z",
        "UID:abc_R20261208T090000@google.com\nSUMMARY:SIG Docs\nDTSTART:20261208T090000Z\nRRULE:FREQ=WEEKLY",
    ];
    let found = compared(&events, &[docs(&ours)]);
    assert_eq!((found.only_there.len(), found.pairs.len(), found.pairs[0].there), (0, 1, 1));
}

#[test]
fn of_two_series_of_one_group_each_finds_its_own() {
    let (a, b) = (series("Tuesday", "9:00", "UTC", "weekly"), series("Thursday", "16:00", "UTC", "weekly"));
    let ours = [
        Known { title: "SIG Docs: APAC".into(), ..docs(&a) },
        Known { title: "SIG Docs: Localization (Gateway API)".into(), ..docs(&b) },
    ];
    let events = [
        "UID:1\nSUMMARY:SIG Docs Gateway API localization\nDTSTART:20261112T160000Z\nRRULE:FREQ=WEEKLY",
        "UID:2\nSUMMARY:SIG Docs\nDTSTART:20261110T090000Z\nRRULE:FREQ=WEEKLY",
    ];
    let found = compared(&events, &ours);
    let pairs: Vec<(usize, usize)> = found.pairs.iter().map(|pair| (pair.there, pair.here)).collect();
    assert_eq!(pairs, [(1, 0), (0, 1)]);
}
