//! The first date of a series: `starting from Nov. 6th 2020`, `from 2021. January 21.`

use jiff::civil::Date;

use super::words::{Words, weekday};

/// Takes what announces a start and the date behind it; gives the date in ISO form.
pub(super) fn take_start(words: &mut Words<'_>) -> Option<String> {
    for first in 0..words.all.len() {
        if !matches!(
            words.free(first)?,
            "starting" | "starts" | "start" | "from" | "since" | "beginning" | "begins" | "started"
        ) {
            continue;
        }
        let mut at = first + 1;
        while words.free(at).is_some_and(|word| {
            matches!(word, "from" | "on" | "date" | "at" | "of") || weekday(word).is_some()
        }) {
            at += 1;
        }
        if let Some((date, last)) = date_at(words, at) {
            words.take(first, last);
            return Some(date.to_string());
        }
    }
    None
}

/// The date whose first word is `at`, with its last word.
fn date_at(words: &Words<'_>, at: usize) -> Option<(Date, usize)> {
    let word = words.free(at)?;
    let numbers: Vec<&str> = word.split(['/', '-', '.']).collect();
    if let [year, month, day] = numbers.as_slice()
        && year.len() == 4
    {
        return Some((date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?, at));
    }
    let (second, third) = (words.free(at + 1)?, words.free(at + 2)?);
    // `Nov 6th 2020`, `6 Nov 2020`, `2021 January 21`
    let orders = [(third, word, second), (third, second, word), (word, second, third)];
    orders.into_iter().find_map(|(year, month, day)| {
        Some((date(year_number(year)?, month_number(month)?, day_number(day)?)?, at + 2))
    })
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|date| (1990..2100).contains(&date.year()))
}

fn year_number(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten()
}

fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    matches!(suffix, "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok()).flatten()
}

fn month_number(word: &str) -> Option<i8> {
    folkmoot_calendar::month_by_name(word.trim_end_matches('.'))
}
