//! How days, hours and lengths are written on the command line.

use anyhow::{Result, bail};
use jiff::civil::{Time, Weekday};

/// Days of the week, each once.
#[derive(Clone, Debug)]
pub(super) struct Days(pub(super) Vec<Weekday>);

/// Start and end of hours on each day; an end of 00:00 is midnight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range(pub(super) (Time, Time));

/// `mon-fri`, `mon,wed`, `sun-thu`.
pub(super) fn days(text: &str) -> Result<Days> {
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (weekday(first)?, weekday(last)?);
        let count = usize::try_from(last.since(first)).unwrap_or(0) + 1;
        days.extend(first.cycle_forward().take(count));
    }
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    Ok(Days(days))
}

fn weekday(text: &str) -> Result<Weekday> {
    let text = text.trim().to_lowercase();
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let named = names.iter().position(|name| text.len() >= 2 && name.starts_with(&text));
    match named.and_then(|at| Weekday::Monday.cycle_forward().nth(at)) {
        Some(day) => Ok(day),
        None => bail!("`{text}` is no day: write mon-fri, or mon,wed,sat"),
    }
}

/// `08:00-20:00`, `8-20`, `18-24`.
pub(super) fn hours(text: &str) -> Result<Range> {
    let parts = text.split_once('-').map(|(from, to)| (time(from), time(to)));
    match parts {
        Some((Some(from), Some(to))) if from < to || to == Time::midnight() => Ok(Range((from, to))),
        _ => bail!("write two times of day, the earlier one first, as 08:00-20:00"),
    }
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), "0"));
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = if (hour, minute) == (24, 0) { 0 } else { hour };
    Time::new(hour, minute, 0, 0).ok()
}

/// `1h`, `45m`, `90`.
pub(super) fn minutes(text: &str) -> Result<u16> {
    match folkmoot_calendar::read_minutes(text) {
        Some(minutes) if minutes <= 12 * 60 => Ok(minutes),
        _ => bail!("write a length of at most twelve hours, as 45m or 1h30m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_lists_and_stretches_of_the_week() {
        let offsets = |text: &str| -> Vec<i8> {
            days(text).unwrap().0.iter().map(|day| day.to_monday_zero_offset()).collect()
        };
        assert_eq!(offsets("mon-fri"), [0, 1, 2, 3, 4]);
        assert_eq!(offsets("Sun-Tue,wed"), [0, 1, 2, 6]);
        assert!(days("mon-someday").is_err() && days("").is_err() && days("t").is_err());
    }

    #[test]
    fn hours_begin_before_they_end() {
        assert!(hours("8-20").is_ok() && hours("18:00-24:00").is_ok());
        assert!(hours("20-8").is_err() && hours("8").is_err() && hours("8-25").is_err());
    }
}
