//! No text that somebody writes into a record changes what a feed is: each reads back as it was, and adds nothing.

use folkmoot_calendar::ics::{Event, Feed, State, read};
use folkmoot_calendar::{Fields, Schedule, Series};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::oracle::{self, Oracle};

/// The texts of an event.
#[derive(Clone, Debug)]
struct Texts {
    uid: String,
    summary: String,
    description: String,
    categories: Vec<String>,
    url: String,
    join: String,
}

/// Any characters, and many of those that have a meaning in the format.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => any::<String>(),
        3 => "[\\PC]{0,30}",
        5 => prop::sample::select(vec![
            "\r\nATTENDEE:mailto:x@example.org", "\nEND:VEVENT\nBEGIN:VEVENT", "\r", "\n", "\\n", "\\N", "\\", "\\\\",
            ",", ";", ":", "\"", "\\,", "\u{2028}", "\u{85}", "\u{0}", "\u{feff}", " ", "\t", "\r\n ", "特別興趣小組", "👩🏽‍💻",
            "e\u{301}", "^n", "^'", "%0D%0A", "&amp;", "=", "TZID=", "BEGIN:VALARM",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = Texts> {
    let address = || text().prop_map(|rest| format!("https://example.org/{rest}"));
    let parts = (text(), text(), text(), prop::collection::vec(text(), 0..4), address(), address());
    parts.prop_map(|(uid, summary, description, categories, url, join)| Texts {
        uid: format!("u{uid}"),
        summary,
        description,
        categories,
        url,
        join,
    })
}

/// What a calendar can hold of a text: every line break is one, other control characters but the tab are gone.
fn held(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// An address that a calendar may open, or nothing.
fn address(text: &str) -> String {
    let unfit = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>');
    let unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let text = text.trim_matches(|c: char| c.is_whitespace() || unseen(c));
    if text.contains(unfit) {
        return String::new();
    }
    let fits = |c: char| c.is_ascii() && !r"\^`{|}".contains(c);
    let encoded = |c: char| c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    text.chars().map(|c| if fits(c) { c.to_string() } else { encoded(c) }).collect()
}

impl Texts {
    fn categories(&self) -> Vec<String> {
        let stated = self.categories.iter().filter(|one| !one.trim().is_empty());
        stated.map(|one| held(one)).collect()
    }

    /// What every reader should see, as `read_back.py` writes it.
    fn expected(&self) -> Value {
        let mut names =
            vec!["DTSTAMP", "DTSTART", "DURATION", "RRULE", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"];
        names.extend((!self.description.is_empty()).then_some("DESCRIPTION"));
        names.extend((!self.categories().is_empty()).then_some("CATEGORIES"));
        names.extend((!address(&self.url).is_empty()).then_some("URL"));
        names.extend((!address(&self.join).is_empty()).then_some("CONFERENCE"));
        names.extend((!address(&self.join).is_empty()).then_some("LOCATION"));
        names.sort_unstable();
        json!({
            "names": names,
            "uid": held(&self.uid),
            "summary": held(&self.summary),
            "description": held(&self.description),
            "categories": self.categories(),
            "url": address(&self.url),
            "join": address(&self.join),
        })
    }
}

fn weekly() -> Series {
    let fields = Fields { day: "Monday", time: "9:00", tz: "UTC", frequency: "weekly", ..Fields::default() };
    Series::new(&Schedule::read(fields)).unwrap()
}

fn feed(name: &str, all: &[Texts]) -> String {
    let series = weekly();
    let event = |texts: &Texts| Event {
        room: None,
        particulars: Vec::new(),
        uid: texts.uid.clone(),
        series: &series,
        summary: texts.summary.clone(),
        description: texts.description.clone(),
        join: Some(texts.join.clone()),
        url: Some(texts.url.clone()),
        categories: texts.categories.clone(),
        sequence: 0,
        modified: None,
        state: State::Confirmed,
    };
    let feed = Feed {
        name: name.to_owned(),
        description: name.to_owned(),
        url: Some(name.to_owned()),
        colour: Some(name.to_owned()),
        refresh_hours: 6,
        events: all.iter().map(event).collect(),
    };
    feed.to_ics(Timestamp::UNIX_EPOCH)
}

proptest! {
    #[test]
    fn every_text_reads_back_as_it_was(name in text(), texts in texts()) {
        let text = feed(&name, std::slice::from_ref(&texts));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(text.replace("\r\n", "").chars().all(|c| !c.is_control() || c == '\t'));
        prop_assert_eq!(text.matches("\nBEGIN:VEVENT\r").count(), 1);
        let calendar = read(text.as_bytes()).unwrap();
        prop_assert_eq!(&calendar.name, &held(&name));
        let entry = &calendar.entries[0];
        // A reader takes blanks around a name and a title away.
        let (uid, summary) = (held(&texts.uid), held(&texts.summary));
        prop_assert_eq!((entry.uid.as_str(), entry.summary.as_str()), (uid.trim(), summary.trim()));
        prop_assert_eq!(&entry.description, &held(&texts.description));
        let categories: Vec<String> =
            texts.categories().iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
        prop_assert_eq!(&entry.categories, &categories);
        prop_assert_eq!(entry.url.clone().unwrap_or_default(), address(&texts.url));
    }
}

#[test]
fn other_libraries_read_every_text_back_as_it_was() {
    let mut runner = TestRunner::deterministic();
    let all: Vec<Texts> = (0..400).map(|_| texts().new_tree(&mut runner).unwrap().current()).collect();
    let text = feed("A; name, of\nthree \\ parts", &all);
    for (oracle, program, script) in
        [(Oracle::RecurringIcalEvents, "python3", "read_back.py"), (Oracle::IcalJs, "node", "read_back.cjs")]
    {
        if !oracle.is_there() {
            continue;
        }
        let read: Value = serde_json::from_str(&oracle::read_back(program, script, &text)).unwrap();
        assert_eq!(read["about"], "A; name, of\nthree \\ parts", "{oracle:?}");
        assert_eq!(read["children"], all.len(), "{oracle:?}");
        // "A BACKSLASH character in a "TEXT" property value MUST be escaped with another BACKSLASH character" (RFC 5545,
        // 3.3.11): the second of two escapes nothing. ical.js takes a comma after them for an escaped one.
        let split = |texts: &Texts| {
            oracle != Oracle::IcalJs || !texts.categories().iter().any(|one| one.ends_with('\\'))
        };
        let events = read["events"].as_array().unwrap().iter().zip(&all);
        for (found, texts) in events.filter(|(_, texts)| split(texts)) {
            assert_eq!(*found, texts.expected(), "{oracle:?} of {texts:?}");
        }
    }
}
