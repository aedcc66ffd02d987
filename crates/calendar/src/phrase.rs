//! What the words of a day or a frequency say, one fact at a time.

use jiff::civil::{Date, Weekday};

use crate::date;
use crate::token::{Shape, Token, tokens};

/// One thing that a phrase says.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Fact {
    Weekday(Weekday),
    /// `first`, `3rd`, `last` (−1)
    Ordinal(i8),
    /// `weekly` is 1, `every four weeks` 4
    EveryWeeks(u16),
    /// `monthly` is 1, `quarterly` 3
    EveryMonths(u16),
    /// `daily`
    EveryDays(u16),
    /// `semimonthly`: twice a month
    TwiceAMonth,
    /// `bimonthly`: twice a month, or every two months
    Bimonthly,
    /// `Monday-Thursday`
    Through(Weekday),
    /// `Wednesday after the fourth Tuesday`
    After,
    /// `except the fourth Tuesday`
    Except,
    Starts(Date),
    /// `on demand`, `as needed`
    OnDemand,
    /// `alternating with the regular meeting`
    Alternates,
}

/// The facts of a phrase, and the words that say nothing known.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) facts: Vec<Fact>,
    /// Misspelt words and what they were read as.
    pub(crate) misspelt: Vec<(String, &'static str)>,
    /// Words not read, as written.
    pub(crate) unread: Vec<String>,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A weekday's name, plural or abbreviation of three letters or more.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    let singular = word.strip_suffix('s').filter(|_| word.len() > 4).unwrap_or(word);
    let found = WEEKDAYS.iter().find(|(name, _)| singular.len() >= 3 && name.starts_with(singular));
    found.map(|(_, weekday)| *weekday)
}

/// A weekday or frequency one or two letters off: `Tuesaday`, `biweely`.
fn misspelt(word: &str) -> Option<(&'static str, Fact)> {
    if word.len() < 6 {
        return None;
    }
    let near = |name: &str| strsim::osa_distance(word, name) <= 1 + usize::from(word.len() > 8);
    if let Some((name, weekday)) = WEEKDAYS.iter().find(|(name, _)| near(name)) {
        return Some((name, Fact::Weekday(*weekday)));
    }
    [
        ("biweekly", Fact::EveryWeeks(2)),
        ("weekly", Fact::EveryWeeks(1)),
        ("monthly", Fact::EveryMonths(1)),
        ("bimonthly", Fact::Bimonthly),
        ("quarterly", Fact::EveryMonths(3)),
    ]
    .into_iter()
    .find(|(name, _)| near(name))
}

fn ordinal_word(word: &str) -> Option<i8> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "last" => -1,
        _ => return None,
    })
}

fn count_word(token: &Token) -> Option<u16> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = WORDS.iter().position(|word| token.is(word)).and_then(|index| u16::try_from(index + 1).ok());
    word.or_else(|| token.number()).filter(|count| (1..=52).contains(count))
}

/// Reads a phrase.
pub(crate) fn read(phrase: &str) -> Reading {
    let tokens = tokens(phrase);
    let mut reading = Reading::default();
    let mut at = 0;
    while at < tokens.len() {
        at += step(&tokens, at, &mut reading);
    }
    reading
}

/// Reads what starts at token `at`; gives how many tokens that took.
fn step(tokens: &[Token], at: usize, reading: &mut Reading) -> usize {
    let rest = &tokens[at..];
    let token = &rest[0];
    let next = |index: usize| rest.get(index).map_or("", |token| token.text.as_str());
    if token.shape == Shape::Mark {
        return mark(tokens, at, reading);
    }
    if let Some(used) = through(rest, reading) {
        return used;
    }
    let mut found = |fact: Fact, used: usize| {
        reading.facts.push(fact);
        used
    };
    if let Some(used) = start_date(tokens, at, &mut found) {
        return used;
    }
    // `2nd`, `4th`
    if token.shape == Shape::Number
        && matches!(next(1), "st" | "nd" | "rd" | "th")
        && let Some(n) = token.number().and_then(|n| i8::try_from(n).ok()).filter(|n| (1..=5).contains(n))
    {
        return found(Fact::Ordinal(n), 2);
    }
    match (token.text.as_str(), next(1), next(2)) {
        ("bi" | "tri", "-", "weekly") | ("bi" | "tri", "weekly", _) => {
            let every = if token.is("bi") { 2 } else { 3 };
            return found(Fact::EveryWeeks(every), if next(1) == "-" { 3 } else { 2 });
        }
        ("bi", "-", "monthly") => return found(Fact::Bimonthly, 3),
        ("semi", "-", "monthly") => return found(Fact::TwiceAMonth, 3),
        ("every" | "each", "other", "week") => return found(Fact::EveryWeeks(2), 3),
        ("every" | "each", "other", "month") => return found(Fact::EveryMonths(2), 3),
        ("every" | "each", "other", _) | ("alternate" | "alternating", "weeks", _) => {
            return found(Fact::EveryWeeks(2), 2);
        }
        ("alternating" | "alternates" | "alternate" | "interleaved", _, _) => {
            // What it alternates with, up to the end of the clause, is a name.
            let end = rest.iter().position(|token| token.is(")") || token.is(",")).unwrap_or(rest.len());
            return found(Fact::Alternates, end);
        }
        ("every" | "each", "third", "week") => return found(Fact::EveryWeeks(3), 3),
        ("every" | "each", "day", _) => return found(Fact::EveryDays(1), 2),
        ("every" | "each" | "once", "week", _) => return found(Fact::EveryWeeks(1), 2),
        ("once", "a", "week") => return found(Fact::EveryWeeks(1), 3),
        ("once", "a", "month") => return found(Fact::EveryMonths(1), 3),
        ("twice", "a", "month") => return found(Fact::TwiceAMonth, 3),
        ("every" | "each", _, "weeks") if rest.get(1).and_then(count_word).is_some() => {
            let count = rest.get(1).and_then(count_word).unwrap_or(1);
            return found(Fact::EveryWeeks(count), 3);
        }
        ("every" | "each", _, "months") if rest.get(1).and_then(count_word).is_some() => {
            let count = rest.get(1).and_then(count_word).unwrap_or(1);
            return found(Fact::EveryMonths(count), 3);
        }
        ("on", "-", "demand") => return found(Fact::OnDemand, 3),
        ("on", "demand", _) | ("as", "needed" | "required", _) => return found(Fact::OnDemand, 2),
        ("ad", "-", "hoc") => return found(Fact::OnDemand, 3),
        ("ad", "hoc", _) => return found(Fact::OnDemand, 2),
        ("as", "per", "demand") => return found(Fact::OnDemand, 3),
        // Which week of the month, where no weekday follows: `excluding 2nd week of the month`.
        ("week", "of", _) => return 2,
        _ => {}
    }
    word(token, reading)
}

/// One word on its own.
fn word(token: &Token, reading: &mut Reading) -> usize {
    let fact = match token.text.as_str() {
        "weekly" => Some(Fact::EveryWeeks(1)),
        "biweekly" | "fortnightly" => Some(Fact::EveryWeeks(2)),
        "triweekly" => Some(Fact::EveryWeeks(3)),
        "monthly" => Some(Fact::EveryMonths(1)),
        "bimonthly" => Some(Fact::Bimonthly),
        "semimonthly" => Some(Fact::TwiceAMonth),
        "quarterly" => Some(Fact::EveryMonths(3)),
        "yearly" | "annually" => Some(Fact::EveryMonths(12)),
        "daily" => Some(Fact::EveryDays(1)),
        "adhoc" => Some(Fact::OnDemand),
        "except" | "excluding" | "excl" => Some(Fact::Except),
        "after" | "following" => Some(Fact::After),
        word => ordinal_word(word).map(Fact::Ordinal).or_else(|| weekday(word).map(Fact::Weekday)),
    };
    match fact {
        Some(fact) => reading.facts.push(fact),
        None if is_noise(&token.text) => {}
        None => match misspelt(&token.text) {
            Some((name, fact)) => {
                reading.misspelt.push((token.text.clone(), name));
                reading.facts.push(fact);
            }
            None => reading.unread.push(token.text.clone()),
        },
    }
    1
}

/// A date after `starting`, `from`, `start date:` or `since`, a year before it included.
fn start_date(tokens: &[Token], at: usize, found: &mut impl FnMut(Fact, usize) -> usize) -> Option<usize> {
    let rest = &tokens[at..];
    let mut year = None;
    let mut used = 0;
    if rest[0].shape == Shape::Number
        && rest[0].text.len() == 4
        && rest.get(1).is_some_and(|token| token.is("start"))
    {
        year = rest[0].number().and_then(|year| i16::try_from(year).ok());
        used = 1;
    }
    if !matches!(rest[used].text.as_str(), "starting" | "starts" | "start" | "from" | "since" | "beginning") {
        return None;
    }
    used += 1;
    while rest
        .get(used)
        .is_some_and(|token| matches!(token.text.as_str(), "date" | ":" | "on" | "from" | "the"))
    {
        used += 1;
    }
    let (date, more) = date::read(rest.get(used..)?, year)?;
    Some(found(Fact::Starts(date), used + more))
}

/// The end of a range of weekdays: `-Friday`, `to Friday`.
fn through(rest: &[Token], reading: &mut Reading) -> Option<usize> {
    let range = matches!(rest[0].text.as_str(), "-" | "–" | "~" | "to" | "through" | "till" | "until");
    let after_weekday = matches!(reading.facts.last(), Some(Fact::Weekday(_)));
    let last = rest.get(1).and_then(|token| weekday(&token.text)).filter(|_| range && after_weekday)?;
    reading.facts.push(Fact::Through(last));
    Some(2)
}

/// Punctuation: a range of weekdays, a Markdown link to skip, or nothing.
fn mark(tokens: &[Token], at: usize, reading: &mut Reading) -> usize {
    let rest = &tokens[at..];
    if let Some(used) = through(rest, reading) {
        return used;
    }
    // `([upcoming dates](#upcoming))` says where to look, not when.
    if rest[0].is("[")
        && let Some(end) = rest.iter().position(|token| token.is("]"))
    {
        let target = rest.get(end + 1).is_some_and(|token| token.is("("));
        let close = rest.iter().skip(end).position(|token| token.is(")"));
        return if target { end + close.map_or(1, |close| close + 1) } else { end + 1 };
    }
    1
}

/// Words that carry no fact of their own.
fn is_noise(word: &str) -> bool {
    matches!(
        word,
        "on" | "of"
            | "the"
            | "a"
            | "an"
            | "each"
            | "every"
            | "month"
            | "months"
            | "week"
            | "weeks"
            | "at"
            | "in"
            | "and"
            | "or"
            | "s"
            | "meeting"
            | "meetings"
            | "date"
            | "day"
            | "days"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "usually"
            | "one"
            | "per"
    )
}
