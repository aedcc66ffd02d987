//! Time zones as people write them.

use super::words::Words;

/// Ways to write a zone, longest first, with the one IANA zone that each can mean; empty where it can mean
/// several (`IST`), means an offset that changes with the season in people's minds (`PST`) or is an offset.
const ZONES: [(&[&str], &str); 42] = [
    (&["china", "standard", "time"], "Asia/Shanghai"),
    (&["central", "european", "time"], ""),
    (&["india", "standard", "time"], "Asia/Kolkata"),
    (&["japan", "standard", "time"], "Asia/Tokyo"),
    (&["us", "pacific", "time"], "America/Los_Angeles"),
    (&["us", "eastern", "time"], "America/New_York"),
    (&["us", "pacific"], "America/Los_Angeles"),
    (&["us", "eastern"], "America/New_York"),
    (&["beijing", "time"], "Asia/Shanghai"),
    (&["shanghai", "time"], "Asia/Shanghai"),
    (&["china", "time"], "Asia/Shanghai"),
    (&["pacific", "time"], "America/Los_Angeles"),
    (&["mountain", "time"], "America/Denver"),
    (&["eastern", "time"], "America/New_York"),
    (&["us", "central", "time"], "America/Chicago"),
    (&["uk", "time"], "Europe/London"),
    (&["london", "time"], "Europe/London"),
    (&["poland"], "Europe/Warsaw"),
    (&["beijing"], "Asia/Shanghai"),
    (&["pacific"], "America/Los_Angeles"),
    (&["eastern"], "America/New_York"),
    (&["utc"], "UTC"),
    (&["pt"], "America/Los_Angeles"),
    (&["et"], "America/New_York"),
    (&["jst"], "Asia/Tokyo"),
    (&["kst"], "Asia/Seoul"),
    (&["gmt"], ""),
    (&["ct"], ""),
    (&["mt"], ""),
    (&["pst"], ""),
    (&["pdt"], ""),
    (&["est"], ""),
    (&["edt"], ""),
    (&["cst"], ""),
    (&["cdt"], ""),
    (&["mst"], ""),
    (&["cet"], ""),
    (&["cest"], ""),
    (&["bst"], ""),
    (&["ist"], ""),
    (&["eet"], ""),
    (&["sgt"], "Asia/Singapore"),
];

/// Takes the first zone: its text, with an explanation in brackets behind it, and its IANA zone.
pub(super) fn take(words: &mut Words<'_>) -> Option<(String, &'static str)> {
    for first in 0..words.all.len() {
        let Some((length, iana)) = at(words, first) else { continue };
        let mut last = first + length - 1;
        let mut zone = iana;
        // `PT (Pacific Time)`, `Eastern Time (ET)`: both names are one zone.
        let opens = words.all.get(last + 1).is_some_and(|next| {
            words.slice(last, last + 1).len() > next.text.len() + words.all[last].text.len() + 1
        });
        if opens
            && let Some((more, also)) = at(words, last + 1)
            && words.slice(last, last + 1).contains('(')
            && (zone == also || zone.is_empty() || also.is_empty())
        {
            last += more;
            zone = if zone.is_empty() { also } else { zone };
        }
        let text = words.slice(first, last).to_owned();
        words.take(first, last);
        return Some((text, zone));
    }
    None
}

/// The zone that begins at word `first`, with its number of words.
fn at(words: &Words<'_>, first: usize) -> Option<(usize, &'static str)> {
    let word = words.free(first)?;
    if is_offset(word) {
        return Some((1, ""));
    }
    ZONES
        .iter()
        .find(|(phrase, _)| (0..phrase.len()).all(|i| words.free(first + i) == Some(phrase[i])))
        .map(|(phrase, iana)| (phrase.len(), *iana))
}

/// `utc+8`, `gmt-03:30`
fn is_offset(word: &str) -> bool {
    let rest = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt"));
    let digits = rest.and_then(|rest| rest.strip_prefix(['+', '-', '–']));
    digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == ':'))
}

/// The IANA zone of a whole text, where it can mean one alone.
pub(super) fn iana(text: &str) -> Option<&'static str> {
    let mut words = Words::new(text);
    let (taken, zone) = take(&mut words)?;
    (taken.len() == text.trim().len() && !zone.is_empty()).then_some(zone)
}
