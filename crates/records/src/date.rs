//! Dates in file names and headings.
//!
//! A name is strict: `2026-11-05`, `20261105`, `2026_11_5`. A heading is what people type: `Dec 13th, 2022`,
//! `2018-11-27`, `[Cancelled] 2/14/2018`, `March 8 {#march-8}`, `11月27日`. A heading's year may stand above it or
//! in the file's name; whether `2/3/2018` is February or March shows in the other headings of the file, or
//! not at all.

use folkmoot_calendar::{date_in_name, day_of_this_century as day, month_by_name};
use jiff::civil::Date;

/// A date in a heading, as far as it says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Written {
    /// A whole date.
    Whole(Date),
    /// Month and day.
    Yearless { month: i8, day: i8 },
    /// `2/3/2018`: either could be the month.
    Ambiguous { first: i8, second: i8, year: i16 },
    /// A year alone: what follows is of it.
    Year(i16),
}

/// The only year in a file's name: `meeting-notes-2022.md`, `2017_Weekly_Meeting_Minutes.md`.
pub(crate) fn year_in_name(name: &str) -> Option<i16> {
    let mut years = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| year(part.parse().ok()?));
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

/// The date that a heading or a line begins with, or the first one in it.
pub(crate) fn in_heading(text: &str) -> Option<Written> {
    let words = words(text);
    // A year alone is only a date where the heading says nothing else.
    if let [one] = words.as_slice()
        && let Some(year) = one.number().filter(|_| one.text.len() == 4).and_then(year)
    {
        return Some(Written::Year(year));
    }
    let (at, found) = (0..words.len().min(24)).find_map(|at| Some((at, at_words(&words[at..])?)))?;
    // `April 1 - June 30` is a time, not a day.
    let behind = at + taken(&words[at..]).unwrap_or(1);
    let another = (behind..words.len().min(24)).find_map(|at| at_words(&words[at..]));
    another.is_none_or(|other| other == found).then_some(found)
}

/// What is left of a heading beside its date, in lower case: `recording`, `cancelled`, nothing.
pub(crate) fn is_little_else(text: &str) -> bool {
    let words = words(text);
    let Some((at, length)) = (0..words.len().min(24)).find_map(|at| Some((at, taken(&words[at..])?))) else {
        return false;
    };
    let rest = words.iter().take(at).chain(words.iter().skip(at + length));
    let known = [
        "recording",
        "cancelled",
        "canceled",
        "meeting",
        "notes",
        "agenda",
        "minutes",
        "am",
        "pm",
        "pt",
        "pst",
        "pdt",
        "utc",
        "no",
        "a",
        "the",
        "sig",
        "wg",
        "weekly",
        "regular",
    ];
    let weekday = |word: &str| {
        word.len() >= 3
            && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
                .iter()
                .any(|day| day.starts_with(word))
    };
    rest.filter(|word| {
        word.number().is_none() && !known.contains(&word.text.as_str()) && !weekday(&word.text)
    })
    .count()
        <= 1
}

/// A date for an ambiguous one, once the order is known.
pub(crate) fn ordered(first: i8, second: i8, year: i16, day_first: bool) -> Option<Date> {
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    Date::new(year, month, day).ok()
}

struct Word {
    text: String,
    /// What stands between it and the next word: `/`, `-`, ` `, …
    gap: String,
}

impl Word {
    fn number(&self) -> Option<u32> {
        let digits = self.text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        let ending = &self.text[digits.len()..];
        let known = matches!(ending, "" | "st" | "nd" | "rd" | "th");
        (known && !digits.is_empty() && digits.len() <= 8).then(|| digits.parse().ok())?
    }
}

/// Runs of letters and of digits (with an ordinal's ending), in lower case.
fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    // A heading's own anchor (`{#dec-13}`) repeats it.
    let text = text.split("{#").next().unwrap_or(text);
    for c in text.chars().take(400).flat_map(char::to_lowercase) {
        let continues = out.last().is_some_and(|word| {
            word.gap.is_empty() && {
                let last = word.text.chars().next_back().unwrap_or(' ');
                match c {
                    _ if c.is_ascii_digit() => last.is_ascii_digit(),
                    _ if c.is_alphabetic() && !is_han(c) => {
                        (last.is_alphabetic() && !is_han(last))
                            || (last.is_ascii_digit() && "sntr".contains(c))
                    }
                    _ => false,
                }
            }
        });
        if continues {
            if let Some(word) = out.last_mut() {
                word.text.push(c);
            }
        } else if c.is_ascii_digit() || c.is_alphabetic() {
            out.push(Word { text: c.to_string(), gap: String::new() });
        } else if let Some(word) = out.last_mut() {
            word.gap.push(c);
        }
    }
    out
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn at_words(words: &[Word]) -> Option<Written> {
    numeric(words).or_else(|| named(words)).or_else(|| chinese(words)).map(|(written, _)| written)
}

fn taken(words: &[Word]) -> Option<usize> {
    numeric(words).or_else(|| named(words)).or_else(|| chinese(words)).map(|(_, taken)| taken)
}

/// `2018-11-27`, `2018/11/27`, `20181127`, `11/27/2018`, `27.11.2018`.
fn numeric(words: &[Word]) -> Option<(Written, usize)> {
    if let Some(date) =
        words.first().filter(|word| word.text.len() == 8).and_then(|word| date_in_name(&word.text))
    {
        return Some((Written::Whole(date), 1));
    }
    let [a, b, c, ..] = words else { return None };
    let joined = |gap: &str| matches!(gap.trim(), "-" | "/" | "." | "–");
    if !joined(&a.gap) || !joined(&b.gap) {
        return None;
    }
    let (x, y, z) = (a.number()?, b.number()?, c.number()?);
    if a.text.len() == 4 {
        return Some((Written::Whole(day(x, y, z)?), 3));
    }
    // Two digits of a year are those of this century.
    let z = if c.text.len() == 2 { z + 2000 } else { z };
    let (first, second) = (i8::try_from(x).ok()?, i8::try_from(y).ok()?);
    let year = year(z).filter(|_| matches!(c.text.len(), 2 | 4))?;
    match (first > 12, second > 12) {
        (true, false) => ordered(first, second, year, true).map(|date| (Written::Whole(date), 3)),
        (false, true) => ordered(first, second, year, false).map(|date| (Written::Whole(date), 3)),
        (false, false) if first == second => {
            ordered(first, second, year, false).map(|date| (Written::Whole(date), 3))
        }
        (false, false) => Some((Written::Ambiguous { first, second, year }, 3)),
        (true, true) => None,
    }
}

/// `Dec 13th, 2022`, `13 December 2022`, `the 13th of December`, `Sept 5`.
fn named(words: &[Word]) -> Option<(Written, usize)> {
    let (mut month, mut number, mut found_year) = (None, None, None);
    let mut taken = 0;
    for (at, word) in words.iter().enumerate().take(6) {
        if let Some(value) = word.number() {
            // `17:00` is a time of day, and so is `9am`.
            let is_clock = word.gap.starts_with(':')
                || words
                    .get(at + 1)
                    .is_some_and(|w| w.gap.is_empty() && matches!(w.text.as_str(), "am" | "pm" | "a"));
            match (word.text.len(), number, found_year) {
                (4, _, None) if year(value).is_some() => found_year = year(value),
                (1..=4, None, _) if !is_clock && (1..=31).contains(&value) => {
                    number = i8::try_from(value).ok()
                }
                _ => break,
            }
        } else if month.is_none() && month_by_name(&word.text).is_some() {
            month = month_by_name(&word.text);
        } else if !matches!(word.text.as_str(), "of" | "the") || at == 0 {
            break;
        }
        taken = at + 1;
        if month.is_some() && number.is_some() && found_year.is_some() {
            break;
        }
    }
    let (month, number) = (month?, number?);
    // "may 5 people" is no date, "May 5" is: the day stands within a word of the month.
    match found_year {
        Some(year) => Date::new(year, month, number).ok().map(|date| (Written::Whole(date), taken)),
        // 2024 had a 29 February.
        None => {
            Date::new(2024, month, number).ok().map(|_| (Written::Yearless { month, day: number }, taken))
        }
    }
}

/// `2020年11月27日`, `11月27日`.
fn chinese(words: &[Word]) -> Option<(Written, usize)> {
    let value = |at: usize, unit: &str| {
        let number = words.get(at)?.number()?;
        words.get(at + 1).filter(|word| word.text == unit || (unit == "日" && word.text == "号"))?;
        Some(number)
    };
    if let (Some(year), Some(month), Some(number)) = (value(0, "年"), value(2, "月"), value(4, "日")) {
        return Some((Written::Whole(day(year, month, number)?), 6));
    }
    let (month, number) = (value(0, "月")?, value(2, "日")?);
    let (month, number) = (i8::try_from(month).ok()?, i8::try_from(number).ok()?);
    Date::new(2024, month, number).ok().map(|_| (Written::Yearless { month, day: number }, 4))
}

fn year(number: u32) -> Option<i16> {
    day(number, 1, 1).map(Date::year)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_gives_its_year() {
        assert_eq!(year_in_name("meeting-notes-2022.md"), Some(2022));
        assert_eq!(year_in_name("2017_Weekly_Meeting_Minutes.md"), Some(2017));
        assert_eq!(year_in_name("2021-2022.md"), None);
    }

    #[test]
    fn a_heading_gives_its_date_as_far_as_it_says() {
        for text in [
            "Dec 13th, 2022",
            "2022-12-13",
            "Tuesday, 13 December 2022",
            "[Cancelled] 12/13/2022",
            "13.12.2022",
            "December 13, 2022, 10:00 - 11:00 (Pacific time)",
            "📅 Dec 13, 2022",
            "2022年12月13日",
            "Agenda (2022-12-13)",
            "20221213 Weekly",
        ] {
            assert_eq!(in_heading(text), Some(Written::Whole(date(2022, 12, 13))), "{text}");
        }
        for text in [
            "Dec 13",
            "December 13 {#december-13}",
            "Dec 13th [Canceled for holidays]",
            "13th of December",
            "12月13日",
        ] {
            assert_eq!(in_heading(text), Some(Written::Yearless { month: 12, day: 13 }), "{text}");
        }
        assert_eq!(in_heading("2/3/2018"), Some(Written::Ambiguous { first: 2, second: 3, year: 2018 }));
        assert_eq!(in_heading("2019"), Some(Written::Year(2019)));
        for text in [
            "Agenda",
            "Q/A",
            "1.26 release",
            "nodejs/node",
            "KEP-3169",
            "May",
            "10:00 AM",
            "Next steps (3)",
            "Dec 45",
        ] {
            assert_eq!(in_heading(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_a_date_says_little_else() {
        assert!(is_little_else("Dec 13th, 2022"));
        assert!(is_little_else("Tuesday, May 4 2021 (recording)"));
        assert!(!is_little_else("We will meet again on Dec 13th to talk about it"));
        assert!(!is_little_else("Agenda"));
    }
}
