//! Times of day and spans of them.

use super::words::Words;

/// A time and what it says of the meeting's length.
pub(super) struct Found {
    /// As written.
    pub(super) time: String,
    /// `1h`, `45m`, or empty.
    pub(super) duration: String,
    /// What does not fit: `15:30 PM`.
    pub(super) doubt: Option<String>,
}

/// Minutes after midnight, and whether the text says morning or afternoon.
#[derive(Clone, Copy)]
struct Clock {
    minutes: u32,
    half: Option<char>,
}

/// Takes the first time. `zoned` says that the phrase names a zone: only then is `1715` a time.
pub(super) fn take(words: &mut Words<'_>, zoned: bool) -> Option<Found> {
    for first in 0..words.all.len() {
        let Some(word) = words.free(first).map(str::to_owned) else { continue };
        let word = word.as_str();
        let (from, to) = match word.split_once(['-', '~', '–', '—']) {
            Some((from, to)) => (from, Some(to)),
            None => (word, None),
        };
        let Some(start) = clock(from, zoned) else { continue };
        if let Some(to) = to {
            let Some(end) = clock(to, zoned) else { continue };
            let time = words.take(first, first)[..from.len()].to_owned();
            // `2-3pm`: the half of the day stands at the end alone.
            let (start, time) = match (start.half, end.half, start.minutes % 60) {
                (None, Some(half), _) if end.minutes >= 720 && start.minutes < 720 => {
                    let shifted =
                        if start.minutes + 720 < end.minutes { start.minutes + 720 } else { start.minutes };
                    let half = if shifted == start.minutes && half == 'p' {
                        "am"
                    } else if half == 'p' {
                        "pm"
                    } else {
                        "am"
                    };
                    (Clock { minutes: shifted, half: None }, format!("{time}{half}"))
                }
                _ => (start, time),
            };
            return Some(Found { time, duration: length(start, end), doubt: None });
        }
        let marked = words.free(first + 1).is_some_and(|next| matches!(next, "am" | "pm"));
        if !word.contains(':') && start.half.is_none() && !marked && word.len() != 4 {
            continue;
        }
        let mut last = first;
        let mut start = start;
        let mut doubt = None;
        if start.half.is_none() && marked {
            let half = words.free(first + 1).and_then(|next| next.chars().next());
            if start.minutes >= 13 * 60 {
                // 15:30 is said whole; the marker beside it adds nothing, yet somebody may have meant another.
                let text = words.take(first, first + 1).to_owned();
                let time = text.split_whitespace().next().unwrap_or_default().to_owned();
                doubt = Some(text);
                return Some(Found { time, duration: String::new(), doubt });
            }
            start = Clock { minutes: start.minutes % 720 + if half == Some('p') { 720 } else { 0 }, half };
            last += 1;
        }
        // `9:00 - 10:00`, `9am to 10am`
        let joined = words
            .free(last + 1)
            .is_some_and(|next| matches!(next, "-" | "~" | "–" | "—" | "to" | "until" | "till"));
        let end = if joined { words.free(last + 2).and_then(|next| clock(next, zoned)) } else { None };
        let time = words.take(first, last).to_owned();
        if let Some(end) = end {
            words.take(last + 1, last + 2);
            return Some(Found { time, duration: length(start, end), doubt });
        }
        return Some(Found { time, duration: String::new(), doubt });
    }
    None
}

/// Reads `9:00`, `8am`, `10:30a`, `1715`.
fn clock(text: &str, zoned: bool) -> Option<Clock> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let half = match &text[digits.len()..] {
        "" => None,
        "am" | "a" => Some('a'),
        "pm" | "p" => Some('p'),
        _ => return None,
    };
    let number =
        |text: &str| (!text.is_empty() && text.len() <= 2).then(|| text.parse::<u32>().ok()).flatten();
    let (hour, minute) = match digits.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        Some(_) => return None,
        None if digits.len() == 4 && digits.is_ascii() && zoned && half.is_none() => {
            (number(&digits[..2])?, number(&digits[2..])?)
        }
        None => (number(digits)?, 0),
    };
    if minute > 59 || hour > 24 || (half.is_some() && hour > 12) {
        return None;
    }
    let hour = match half {
        Some('p') => hour % 12 + 12,
        Some(_) => hour % 12,
        None => hour,
    };
    Some(Clock { minutes: hour * 60 + minute, half })
}

/// The time between, where it is a meeting's: at most twelve hours.
fn length(start: Clock, end: Clock) -> String {
    let minutes = (end.minutes + 1440 - start.minutes) % 1440;
    match (minutes / 60, minutes % 60) {
        (0, 0) | (13.., _) => String::new(),
        (0, rest) => format!("{rest}m"),
        (hours, 0) => format!("{hours}h"),
        (hours, rest) => format!("{hours}h{rest}m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_of_four_bytes_is_no_time() {
        assert!(clock("🤖", true).is_none());
        assert!(clock("1715", true).is_some_and(|clock| clock.minutes == 17 * 60 + 15));
    }
}
