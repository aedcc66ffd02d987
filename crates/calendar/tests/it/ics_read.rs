//! Calendars as other programs write them, read into series.

use folkmoot_calendar::ics::{Calendar, Entry, Limits, ReadError, Reason, State, read, read_within};
use jiff::Timestamp;

/// A calendar of events, each given by its lines.
fn calendar(head: &str, events: &[&str]) -> Calendar {
    let events: String = events.iter().map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n")).collect();
    read(format!("BEGIN:VCALENDAR\n{head}\n{events}END:VCALENDAR\n").as_bytes()).unwrap()
}

fn one(event: &str) -> Entry {
    let mut calendar = calendar("VERSION:2.0", &[event]);
    assert_eq!(calendar.unread, []);
    assert_eq!(calendar.entries.len(), 1);
    calendar.entries.remove(0)
}

fn starts(entry: &Entry, from: &str, count: usize) -> Vec<String> {
    let from: Timestamp = from.parse().unwrap();
    let all = entry.series.occurrences(from, Timestamp::MAX).take(count);
    all.map(|one| one.start.timestamp().strftime("%Y-%m-%dT%H:%M").to_string()).collect()
}

#[test]
fn a_series_is_read_with_everything_that_departs_from_it() {
    let main = "UID:a@example.org\nSUMMARY:SIG\\, of two\nDTSTART;TZID=America/Los_Angeles:20261103T090000\n\
                DTEND;TZID=America/Los_Angeles:20261103T095000\nRRULE:FREQ=WEEKLY;BYDAY=TU\n\
                EXDATE;TZID=America/Los_Angeles:20261110T090000,20261124T090000\n\
                RDATE;TZID=America/Los_Angeles:20261112T140000";
    let moved =
        "UID:a@example.org\nRECURRENCE-ID:20261117T170000Z\nDTSTART;TZID=Europe/Warsaw:20261118T100000";
    let gone = "UID:a@example.org\nRECURRENCE-ID;TZID=America/Los_Angeles:20261201T090000\n\
                DTSTART;TZID=America/Los_Angeles:20261201T090000\nSTATUS:CANCELLED";
    let calendar = calendar("X-WR-CALNAME:Everything", &[main, moved, gone]);
    assert_eq!((calendar.name.as_str(), calendar.entries.len()), ("Everything", 1));
    let entry = &calendar.entries[0];
    assert_eq!((entry.summary.as_str(), entry.series.minutes), ("SIG, of two", Some(50)));
    assert_eq!(
        starts(entry, "2026-11-01T00:00:00Z", 4),
        ["2026-11-03T17:00", "2026-11-12T22:00", "2026-11-18T09:00", "2026-12-08T17:00"]
    );
}

#[test]
fn the_last_moment_of_a_rule_is_one_in_the_zone_of_the_series() {
    // Eight in the morning UTC is midnight in Los Angeles: the evening before is the last day.
    let entry =
        one("DTSTART;TZID=America/Los_Angeles:20261124T090000\nRRULE:FREQ=DAILY;UNTIL=20261127T075959Z");
    assert_eq!(
        starts(&entry, "2026-11-01T00:00:00Z", 9).last().map(String::as_str),
        Some("2026-11-26T17:00")
    );
    let entry = one("DTSTART;TZID=Asia/Tokyo:20261124T010000\nRRULE:FREQ=DAILY;UNTIL=20261125T160000Z");
    assert_eq!(
        starts(&entry, "2026-11-01T00:00:00Z", 9).last().map(String::as_str),
        Some("2026-11-25T16:00")
    );
}

#[test]
fn a_rule_may_repeat_the_time_of_its_start() {
    let entry = one("DTSTART:20261124T090000Z\nRRULE:FREQ=WEEKLY;BYHOUR=9;BYMINUTE=0;COUNT=2");
    assert_eq!(starts(&entry, "2026-11-01T00:00:00Z", 9), ["2026-11-24T09:00", "2026-12-01T09:00"]);
}

#[test]
fn an_empty_rule_is_none_and_a_loose_zone_is_read_as_people_mean_it() {
    let entry = one("DTSTART;TZID=Eastern Time (ET):20261124T090000\nRRULE:");
    assert_eq!(starts(&entry, "2026-11-01T00:00:00Z", 9), ["2026-11-24T14:00"]);
}

#[test]
fn a_start_beside_the_rule_is_one_meeting_more() {
    let entry = one("DTSTART:20261125T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=TU");
    assert_eq!(starts(&entry, "2026-11-01T00:00:00Z", 2), ["2026-11-25T09:00", "2026-12-01T09:00"]);
}

#[test]
fn a_zone_that_only_the_file_defines_is_read_by_its_rules() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\n\
                TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
                DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE";
    let events =
        ["DTSTART;TZID=Ours:20261023T090000\nRRULE:FREQ=WEEKLY", "DTSTART;TZID=Nobody's:20261023T090000"];
    let calendar = calendar(zone, &events);
    assert_eq!(
        starts(&calendar.entries[0], "2026-10-20T00:00:00Z", 2),
        ["2026-10-23T07:00", "2026-10-30T08:00"]
    );
    assert_eq!(calendar.unread[0].reason, Reason::Zone("Nobody's".into()));
}

#[test]
fn a_time_without_a_zone_is_the_calendars() {
    let calendar =
        calendar("X-WR-TIMEZONE:Europe/Warsaw", &["DTSTART:20261123T090000", "DTSTART;VALUE=DATE:20261123"]);
    assert_eq!(starts(&calendar.entries[0], "2026-11-01T00:00:00Z", 2), ["2026-11-23T08:00"]);
    assert!(calendar.entries[0].floating && !calendar.entries[0].all_day);
    assert!(calendar.entries[1].all_day);
}

#[test]
fn the_later_change_of_an_event_counts_and_a_lone_override_is_an_event() {
    let old = "UID:a\nSEQUENCE:1\nSUMMARY:Old\nDTSTART:20261123T090000Z";
    let new = "UID:a\nSEQUENCE:2\nSUMMARY:New\nDTSTART:20261123T090000Z\nSTATUS:CANCELLED";
    let lone = "UID:b\nSUMMARY:Lone\nRECURRENCE-ID:20261123T090000Z\nDTSTART:20261124T090000Z";
    let calendar = calendar("VERSION:2.0", &[new, old, lone]);
    let summaries: Vec<&str> = calendar.entries.iter().map(|entry| entry.summary.as_str()).collect();
    assert_eq!(summaries, ["New", "Lone"]);
    assert_eq!(calendar.entries[0].state, State::Cancelled);
    assert_eq!(starts(&calendar.entries[1], "2026-11-01T00:00:00Z", 9), ["2026-11-24T09:00"]);
}

#[test]
fn what_is_not_certain_says_why() {
    for (event, expected) in [
        ("SUMMARY:x", "it has no start that can be read"),
        ("DTSTART:16010101T000000Z", "it has no start that can be read"),
        ("DTSTART:20261123T090000Z\nRRULE:FREQ=HOURLY", "its rule is not read: FREQ cannot be `HOURLY`"),
        (
            "DTSTART:20261123T090000Z\nRRULE:FREQ=DAILY;UNTIL=soon",
            "its rule is not read: UNTIL cannot be `SOON`",
        ),
        ("DTSTART:20261123T090000Z\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY", "it has several rules"),
    ] {
        assert_eq!(calendar("VERSION:2.0", &[event]).unread[0].reason.to_string(), expected, "{event}");
    }
}

#[test]
fn links_are_gathered_from_wherever_programs_write_them() {
    let entry = one(
        "DTSTART:20261123T090000Z\nLOCATION:https://example.org/j/1\nURL:https://example.org/page\n\
                     X-GOOGLE-CONFERENCE:https://meet.example.org/abc\nDESCRIPTION:Notes: https://example.org/n\\nBye",
    );
    assert_eq!(
        entry.links,
        [
            "https://meet.example.org/abc",
            "https://example.org/j/1",
            "https://example.org/page",
            "https://example.org/n"
        ]
    );
}

#[test]
fn a_file_is_bounded_in_size_and_count() {
    let limits = Limits { bytes: 100, events: 1 };
    assert_eq!(read_within(&[b' '; 101], limits).unwrap_err(), ReadError::TooLarge { limit: 100 });
    let two = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\nEND:VEVENT";
    assert_eq!(read_within(two.as_bytes(), limits).unwrap_err(), ReadError::TooManyEvents { limit: 1 });
    assert_eq!(read(b"<html>").unwrap_err(), ReadError::NotACalendar);
}
