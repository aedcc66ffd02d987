//! Time zones as people write them.

use folkmoot_calendar::{ZoneReading, read_zone};

use super::words::Words;

/// Words that name a zone where they stand in a sentence, longest first. What each means is `calendar`'s to say.
const PHRASES: [&[&str]; 42] = [
    &["china", "standard", "time"],
    &["central", "european", "time"],
    &["india", "standard", "time"],
    &["japan", "standard", "time"],
    &["us", "pacific", "time"],
    &["us", "eastern", "time"],
    &["us", "pacific"],
    &["us", "eastern"],
    &["beijing", "time"],
    &["shanghai", "time"],
    &["china", "time"],
    &["pacific", "time"],
    &["mountain", "time"],
    &["eastern", "time"],
    &["us", "central", "time"],
    &["uk", "time"],
    &["london", "time"],
    &["poland"],
    &["beijing"],
    &["pacific"],
    &["eastern"],
    &["utc"],
    &["pt"],
    &["et"],
    &["jst"],
    &["kst"],
    &["gmt"],
    &["ct"],
    &["mt"],
    &["pst"],
    &["pdt"],
    &["est"],
    &["edt"],
    &["cst"],
    &["cdt"],
    &["mst"],
    &["cet"],
    &["cest"],
    &["bst"],
    &["ist"],
    &["eet"],
    &["sgt"],
];

/// Takes the first zone: its text, with an explanation in brackets behind it, and its IANA zone.
pub(super) fn take(words: &mut Words<'_>) -> Option<(String, String)> {
    for first in 0..words.all.len() {
        let Some(length) = at(words, first) else { continue };
        let mut last = first + length - 1;
        // `PT (Pacific Time)`, `Eastern Time (ET)`: both names are one zone.
        if let Some(more) = at(words, last + 1)
            && words.slice(last, last + 1).contains('(')
            && agree(words.slice(first, last), words.slice(last + 1, last + more))
        {
            last += more;
        }
        let text = words.slice(first, last).to_owned();
        let zone = iana_of(&text);
        words.take(first, last);
        return Some((text, zone));
    }
    None
}

/// How many words name the zone that begins at word `first`.
fn at(words: &Words<'_>, first: usize) -> Option<usize> {
    if is_offset(words.free(first)?) {
        return Some(1);
    }
    let begins = |phrase: &&&[&str]| (0..phrase.len()).all(|i| words.free(first + i) == Some(phrase[i]));
    PHRASES.iter().find(begins).map(|phrase| phrase.len())
}

/// Whether two names can be of one zone.
fn agree(one: &str, other: &str) -> bool {
    let (one, other) = (iana_of(one), iana_of(other));
    one == other || one.is_empty() || other.is_empty()
}

/// The IANA zone that the text means; empty where it may mean several, and where it is an offset, which says it
/// all by itself.
fn iana_of(text: &str) -> String {
    match read_zone(text) {
        ZoneReading::Zone { iana, .. } if iana == "UTC" || iana == "Etc/UTC" => "UTC".to_owned(),
        ZoneReading::Zone { iana, .. } if iana.contains('/') && !iana.starts_with("Etc/") => iana,
        _ => String::new(),
    }
}

/// `utc+8`, `gmt-03:30`
fn is_offset(word: &str) -> bool {
    let rest = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt"));
    let digits = rest.and_then(|rest| rest.strip_prefix(['+', '-', '–']));
    digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == ':'))
}

/// The IANA zone of a whole text, where it can mean one alone.
pub(super) fn iana(text: &str) -> Option<String> {
    let mut words = Words::new(text);
    let (taken, zone) = take(&mut words)?;
    (taken.len() == text.trim().len() && !zone.is_empty()).then_some(zone)
}
