//! Any bytes as a calendar.

#![no_main]

use folkmoot_calendar::ics::{Event, Feed, Known, State, compare, read};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(calendar) = read(bytes) else { return };
    let from = Timestamp::from_second(1_767_225_600).expect("2026");
    let to = Timestamp::from_second(1_798_761_600).expect("2027");
    let known: Vec<Known<'_>> = calendar
        .entries
        .iter()
        .map(|entry| Known { title: entry.summary.clone(), series: Some(&entry.series), ..Known::default() })
        .collect();
    let found = compare(&calendar.entries, &known, from, to);
    assert!(found.pairs.len() + found.only_there.len() <= calendar.entries.len());
    assert_eq!(found.pairs.len() + found.only_here.len(), known.len());
    let events = calendar.entries.iter().map(|entry| Event {
        room: None,
        particulars: Vec::new(),
        uid: entry.uid.clone(),
        series: &entry.series,
        summary: entry.summary.clone(),
        description: entry.description.clone(),
        join: entry.links.first().cloned(),
        url: entry.url.clone(),
        categories: entry.categories.clone(),
        sequence: entry.sequence,
        modified: entry.modified,
        state: State::Confirmed,
    });
    let feed = Feed {
        name: calendar.name.clone(),
        description: String::new(),
        url: None,
        colour: None,
        refresh_hours: 1,
        events: events.collect(),
    };
    read(feed.to_ics(from).as_bytes()).expect("what is written is read");
});
