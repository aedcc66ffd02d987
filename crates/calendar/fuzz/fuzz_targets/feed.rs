//! Any text in every field of a feed.

#![no_main]

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use folkmoot_calendar::ics::{Event, Feed, State, read};
use folkmoot_calendar::{Fields, Schedule, Series};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut parts = text.split('\u{1}');
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let fields = Fields { day: "Monday", time: "9:00", tz: "UTC", frequency: "weekly", ..Fields::default() };
    let series = Series::new(&Schedule::read(fields)).expect("a certain schedule");
    let (summary, description) = (next(), next());
    let event = Event {
        room: None,
        particulars: Vec::new(),
        uid: "x@example.org".into(),
        series: &series,
        summary: summary.clone(),
        description: description.clone(),
        join: Some(next()),
        url: Some(next()),
        categories: vec![next(), next()],
        sequence: 0,
        modified: None,
        state: State::Confirmed,
    };
    let feed = Feed {
        name: next(),
        description: next(),
        url: Some(next()),
        colour: Some(next()),
        refresh_hours: 6,
        events: vec![event],
    };
    let text = feed.to_ics(Timestamp::UNIX_EPOCH);
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(read(text.as_bytes()).expect("a calendar").entries.len(), 1);

    let theirs = ICalendar::parse(&text).expect("a calendar");
    let events: Vec<_> =
        theirs.components.iter().filter(|one| one.component_type == ICalendarComponentType::VEvent).collect();
    assert_eq!((theirs.components.len(), events.len()), (2, 1));
    let value = |name: ICalendarProperty| -> String {
        let mut found = events[0].entries.iter().filter(|entry| entry.name == name);
        let values = found.next().map(|entry| entry.values.as_slice());
        assert!(found.next().is_none(), "{name:?} stands twice");
        match values {
            Some([ICalendarValue::Text(text)]) => text.clone(),
            Some([]) | None => String::new(),
            Some(other) => panic!("{other:?}"),
        }
    };
    assert_eq!(value(ICalendarProperty::Summary), held(&summary));
    assert_eq!(value(ICalendarProperty::Description), held(&description));
});

/// What a calendar can hold of a text.
fn held(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
