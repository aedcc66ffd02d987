//! How often: `biweekly`, `every two weeks`, `1st and 3rd Tuesday of every month`.

use super::words::{Words, weekday};

const SINGLE: [&str; 17] = [
    "weekly",
    "biweekly",
    "bi-weekly",
    "fortnightly",
    "triweekly",
    "monthly",
    "bimonthly",
    "bi-monthly",
    "quarterly",
    "daily",
    "yearly",
    "annually",
    "semimonthly",
    "semi-monthly",
    "tri-weekly",
    "bimonthy",
    "twice-monthly",
];
/// Ways to say every two weeks.
const FORTNIGHTLY: [&str; 7] = [
    "biweekly",
    "bi-weekly",
    "fortnightly",
    "every other week",
    "every two weeks",
    "every 2 weeks",
    "every second week",
];
const COUNTS: [&str; 11] =
    ["other", "second", "third", "fourth", "two", "three", "four", "2nd", "3rd", "4th", "alternate"];
const ORDINALS: [&str; 12] =
    ["first", "second", "third", "fourth", "fifth", "last", "1st", "2nd", "3rd", "4th", "5th", "penultimate"];
const UNITS: [&str; 8] = ["week", "weeks", "month", "months", "day", "days", "quarter", "quarters"];

/// Takes what says how often. Two ways of saying it are joined by a comma.
pub(super) fn take(words: &mut Words<'_>) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for first in 0..words.all.len() {
        if let Some(text) = at(words, first)
            && !found.contains(&text)
        {
            found.push(text);
        }
    }
    // `bi-weekly on every other Wednesday` says one thing twice.
    if found.len() > 1 && found.iter().all(|text| FORTNIGHTLY.contains(&text.as_str())) {
        found.truncate(1);
    }
    (!found.is_empty()).then(|| found.join(", "))
}

fn at(words: &mut Words<'_>, first: usize) -> Option<String> {
    let word = words.free(first)?.to_owned();
    if word.split('/').all(|part| SINGLE.contains(&part)) {
        return Some(words.take(first, first).to_lowercase());
    }
    if word == "every" || word == "each" {
        return every(words, first);
    }
    if (word == "once" || word == "twice") && matches!(words.free(first + 1), Some("a" | "per" | "every")) {
        let unit = words.free(first + 2).is_some_and(|unit| UNITS.contains(&unit));
        return unit.then(|| words.take(first, first + 2).to_lowercase());
    }
    ordinal(words, first)
}

/// `every two weeks`, `every other Tuesday`, `every Tuesday`
fn every(words: &mut Words<'_>, first: usize) -> Option<String> {
    let next = words.free(first + 1)?.to_owned();
    let counts = COUNTS.contains(&next.as_str()) || next.parse::<u8>().is_ok();
    if UNITS.contains(&next.as_str()) {
        return Some(words.take(first, first + 1).to_lowercase());
    }
    if weekday(&next).is_some() {
        words.take(first, first);
        return Some("weekly".into());
    }
    let unit = words.free(first + 2)?.to_owned();
    if counts && UNITS.contains(&unit.as_str()) {
        return Some(words.take(first, first + 2).to_lowercase());
    }
    if counts && weekday(&unit).is_some() {
        let text = words.take(first, first + 1).to_lowercase();
        return Some(format!("{text} week"));
    }
    None
}

/// `second Thursday`, `1st and 3rd Tuesday of every month`: the weekday stays free, it is the day.
fn ordinal(words: &mut Words<'_>, first: usize) -> Option<String> {
    let is_ordinal = |word: Option<&str>| word.is_some_and(|word| ORDINALS.contains(&word));
    let mut last = first;
    if !is_ordinal(words.free(last)) {
        return None;
    }
    while matches!(words.free(last + 1), Some("and" | "&")) && is_ordinal(words.free(last + 2)) {
        last += 2;
    }
    while is_ordinal(words.free(last + 1)) {
        last += 1;
    }
    let day = last + 1;
    let name = weekday(words.free(day)?)?;
    let ordinals = words.take(first, last).to_lowercase();
    let mut text = format!("{ordinals} {name}");
    let mut end = day;
    for phrase in [
        &["of", "every", "month"][..],
        &["of", "each", "month"],
        &["of", "the", "month"],
        &["of", "month"],
        &["every", "month"],
        &["each", "month"],
    ] {
        if (0..phrase.len()).all(|i| words.free(day + 1 + i) == Some(phrase[i])) {
            end = day + phrase.len();
            text = format!("{text} {}", phrase.join(" "));
            break;
        }
    }
    if end > day {
        words.take(day + 1, end);
    }
    Some(text)
}
