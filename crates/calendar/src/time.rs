//! Times of day: `9:00`, `2:30 PM`, `15:30~16:30`, `7:00PM-8:00PM`.

use jiff::civil::Time;

use crate::token::{Token, tokens};

/// When a meeting starts on the wall clock, and when it ends where that is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// Start.
    pub start: Time,
    /// Days to add to the start: 1 for `24:00`.
    pub start_day: u8,
    /// Length in minutes, where an end is written.
    pub minutes: Option<u16>,
}

/// What a text for a time of day says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TimeReading {
    /// Nothing, or a placeholder such as `TBD`.
    None,
    /// A time; the text after it, if any.
    Read { clock: Clock, rest: String },
    /// Not a time of day.
    Impossible,
}

/// Whether the text holds a place for something not yet known.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let word = text.trim().trim_matches(['-', '.']).to_lowercase();
    matches!(word.as_str(), "" | "tbd" | "tba" | "todo" | "n/a" | "none" | "?")
}

/// Reads a time of day or a range of times as people write them; `None` where there is none or no clock shows it.
///
/// ```
/// # use folkmoot_calendar::read_clock;
/// assert_eq!(read_clock("15:30~16:30").and_then(|clock| clock.minutes), Some(60));
/// assert_eq!(read_clock("25:00"), None);
/// ```
pub fn read_clock(text: &str) -> Option<Clock> {
    match read(text) {
        TimeReading::Read { clock, .. } => Some(clock),
        TimeReading::None | TimeReading::Impossible => None,
    }
}

/// Reads a time or a range of times.
pub(crate) fn read(text: &str) -> TimeReading {
    if is_placeholder(text) {
        return TimeReading::None;
    }
    let tokens = tokens(text);
    let Some((start, used)) = moment(&tokens) else { return TimeReading::Impossible };
    let rest = &tokens[used..];
    let separator =
        rest.first().is_some_and(|token| matches!(token.text.as_str(), "-" | "~" | "–" | "—" | "to"));
    let (end, used) = match separator.then(|| moment(&rest[1..])).flatten() {
        Some((end, more)) => (Some(end), used + 1 + more),
        None => (None, used),
    };
    let start = start.with_half_from(end);
    let (Some(from), to) = (start.minutes(), end.and_then(Moment::minutes)) else {
        return TimeReading::Impossible;
    };
    let length = to.map(|to| if to > from { to - from } else { to + 24 * 60 - from });
    let start_day = u8::from(from >= 24 * 60);
    let within = from % (24 * 60);
    let (hour, minute) = (i8::try_from(within / 60), i8::try_from(within % 60));
    let (Ok(hour), Ok(minute)) = (hour, minute) else { return TimeReading::Impossible };
    let Ok(start) = Time::new(hour, minute, 0, 0) else { return TimeReading::Impossible };
    let after = tokens.get(used).map_or(text.len(), |token| token.start);
    let rest = text.get(after..).unwrap_or_default().trim().to_owned();
    TimeReading::Read { clock: Clock { start, start_day, minutes: length }, rest }
}

/// Half of the day, where one is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Half {
    Am,
    Pm,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Moment {
    hour: u16,
    minute: u16,
    half: Option<Half>,
}

impl Moment {
    /// Minutes since midnight; `None` for an hour or minute that no clock shows.
    fn minutes(self) -> Option<u16> {
        let hour = match (self.half, self.hour) {
            (Some(Half::Am), 12) => 0,
            (Some(Half::Pm), 12) => 12,
            (Some(Half::Pm), hour @ 1..12) => hour + 12,
            // `15:30 PM` says the same thing twice.
            (Some(Half::Pm), hour @ 13..24) => hour,
            (Some(Half::Am), hour @ 0..12) | (None, hour @ 0..24) => hour,
            (None, 24) if self.minute == 0 => 24,
            _ => return None,
        };
        (self.minute < 60).then_some(hour * 60 + self.minute)
    }

    /// `9-10 AM`: the start has the end's half where it says none and stays before the end.
    fn with_half_from(self, end: Option<Self>) -> Self {
        let Some(half) = end.and_then(|end| end.half).filter(|_| self.half.is_none() && self.hour <= 12)
        else {
            return self;
        };
        let same = Self { half: Some(half), ..self };
        let before = same.minutes() < end.and_then(Self::minutes);
        if before { same } else { Self { half: Some(Half::Am), ..self } }
    }
}

/// `9`, `9:00`, `9h30`, `9:00 AM`; gives how many tokens it took.
fn moment(tokens: &[Token]) -> Option<(Moment, usize)> {
    let hour = tokens.first()?;
    let mut used = 1;
    let (mut hour_number, mut minute) = (hour.number()?, 0);
    let colon = tokens.get(1).is_some_and(|token| matches!(token.text.as_str(), ":" | "h" | "." | "："));
    let mut written_minute = false;
    if let Some(number) = tokens.get(2).filter(|_| colon).filter(|token| token.text.len() == 2) {
        minute = number.number()?;
        written_minute = true;
        used = 3;
    } else if hour.text.len() == 4 {
        (hour_number, minute) = (hour_number / 100, hour_number % 100);
        written_minute = true;
    }
    // Seconds, where somebody writes them.
    if used == 3 && tokens.get(3).is_some_and(|token| token.is(":")) && tokens.get(4)?.number()? < 60 {
        used = 5;
    }
    let half = match tokens.get(used).map(|token| token.text.as_str()) {
        Some("am") => Some(Half::Am),
        Some("pm") => Some(Half::Pm),
        _ => None,
    };
    used += usize::from(half.is_some());
    // A bare number is a time only with a half, as in `2PM`, or before a range's end.
    let ranged = tokens.get(used).is_some_and(|token| matches!(token.text.as_str(), "-" | "~" | "–"));
    if half.is_none() && !written_minute && !ranged {
        return None;
    }
    Some((Moment { hour: hour_number, minute, half }, used))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_clock(text: &str) -> Option<(i8, i8, Option<u16>)> {
        match read(text) {
            TimeReading::Read { clock, .. } => {
                Some((clock.start.hour(), clock.start.minute(), clock.minutes))
            }
            _ => None,
        }
    }

    #[test]
    fn times_are_read_in_every_spelling() {
        assert_eq!(read_clock("9:00"), Some((9, 0, None)));
        assert_eq!(read_clock("08:00AM"), Some((8, 0, None)));
        assert_eq!(read_clock("2PM"), Some((14, 0, None)));
        assert_eq!(read_clock("2:30 PM"), Some((14, 30, None)));
        assert_eq!(read_clock("12:15"), Some((12, 15, None)));
        assert_eq!(read_clock("12 a.m."), Some((0, 0, None)));
        assert_eq!(read_clock("15:30 PM"), Some((15, 30, None)));
        assert_eq!(read_clock("1630"), Some((16, 30, None)));
        assert_eq!(read_clock("24:00"), Some((0, 0, None)));
    }

    #[test]
    fn a_range_gives_the_length() {
        assert_eq!(read_clock("15:00-16:00"), Some((15, 0, Some(60))));
        assert_eq!(read_clock("15:30~16:30"), Some((15, 30, Some(60))));
        assert_eq!(read_clock("7:00PM-8:00PM"), Some((19, 0, Some(60))));
        assert_eq!(read_clock("9-10 AM"), Some((9, 0, Some(60))));
        assert_eq!(read_clock("11-1 PM"), Some((11, 0, Some(120))));
        assert_eq!(read_clock("23:30-00:30"), Some((23, 30, Some(60))));
    }

    #[test]
    fn what_no_clock_shows_is_impossible() {
        for text in ["25:00", "9:75", "AB:CD", "13:00 AM", "24:30", "noonish", "9"] {
            assert_eq!(read(text), TimeReading::Impossible, "{text}");
        }
        for text in ["", "TBD", "todo", " tbd "] {
            assert_eq!(read(text), TimeReading::None, "{text}");
        }
    }

    #[test]
    fn what_follows_a_time_is_handed_back() {
        let TimeReading::Read { rest, .. } = read("09:00 (Pacific Time)") else { panic!("a time") };
        assert_eq!(rest, "(Pacific Time)");
    }
}
