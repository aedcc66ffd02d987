//! Schedule phrases: `Friday at 15:30~16:30 Beijing Time (biweekly, starting from Nov. 6th 2020)`.
//!
//! A phrase is cut into words; each part of a schedule takes the words it knows. Words that nobody takes and
//! that carry meaning (`usually`, `mornings`) make the reading unsure, as do parts that crate `calendar` cannot
//! read, and the sentence is then kept beside it.

mod date;
mod frequency;
mod time;
mod words;
mod zone;

use folkmoot_calendar::{Doubt, Fields};
use words::Words;

/// What a phrase says, in the words of the record's keys; empty where it does not say it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Schedule {
    pub(crate) day: String,
    pub(crate) time: String,
    pub(crate) tz: String,
    /// IANA zone, where the words allow one alone.
    pub(crate) timezone: String,
    pub(crate) frequency: String,
    /// ISO date.
    pub(crate) starts: String,
    /// `1h`, `45m`.
    pub(crate) duration: String,
    /// Words that found no place; empty when the reading is whole.
    pub(crate) doubt: String,
}

impl Schedule {
    /// Whether nothing was guessed at or passed over.
    pub(crate) fn is_sure(&self) -> bool {
        self.doubt.is_empty()
    }

    /// In a few words, for the report.
    pub(crate) fn summary(&self) -> String {
        let starts = if self.starts.is_empty() { String::new() } else { format!("from {}", self.starts) };
        let duration =
            if self.duration.is_empty() { String::new() } else { format!("for {}", self.duration) };
        let parts = [&self.day, &self.time, &self.tz, &self.frequency, &duration, &starts];
        parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Words without meaning for a schedule.
const FILLERS: [&str; 28] = [
    "a", "an", "and", "at", "by", "each", "every", "from", "held", "in", "is", "it", "meeting", "meetings",
    "meet", "meets", "of", "on", "one", "our", "regular", "the", "time", "we", "usual", "when", "schedule",
    "hosted",
];

/// Reads a phrase that names a day, or a time and a frequency; `None` for any other text.
pub(crate) fn parse(text: &str) -> Option<Schedule> {
    // Schedules are short; a page-long paragraph that happens to name a Tuesday is prose.
    if text.len() > 300 {
        return None;
    }
    let mut words = Words::new(text);
    let mut schedule = Schedule::default();
    if let Some(starts) = date::take_start(&mut words) {
        schedule.starts = starts;
    }
    if let Some((tz, timezone)) = zone::take(&mut words) {
        schedule.tz = tz;
        schedule.timezone = timezone;
    }
    let mut doubts: Vec<String> = Vec::new();
    if let Some(found) = time::take(&mut words, !schedule.tz.is_empty()) {
        schedule.time = found.time;
        schedule.duration = found.duration;
        doubts.extend(found.doubt);
    }
    if let Some(frequency) = frequency::take(&mut words) {
        schedule.frequency = frequency;
    }
    let days = words.take_days();
    schedule.day = days.first().copied().unwrap_or_default().to_owned();
    if days.len() > 1 {
        doubts.push(days.join(", "));
    }
    let says_when = !schedule.day.is_empty() && (!schedule.time.is_empty() || !schedule.frequency.is_empty());
    let says_how_often = !schedule.time.is_empty() && !schedule.frequency.is_empty();
    if !says_when && !says_how_often {
        return None;
    }
    doubts.extend(unread(&schedule));
    doubts.extend(words.rest().filter(|word| !FILLERS.contains(&word.as_str())));
    schedule.doubt = doubts.join(" ");
    Some(schedule)
}

/// What `calendar`, which everything with dates is made by, does not read in the parts of a schedule.
fn unread(schedule: &Schedule) -> Vec<String> {
    let read = folkmoot_calendar::Schedule::read(Fields {
        day: &schedule.day,
        time: &schedule.time,
        tz: &schedule.tz,
        frequency: &schedule.frequency,
        timezone: &schedule.timezone,
        starts: &schedule.starts,
        duration: &schedule.duration,
        ..Fields::default()
    });
    let words = read.doubts.into_iter().filter_map(|doubt| match doubt {
        Doubt::TimeImpossible => Some(schedule.time.clone()),
        Doubt::ZoneUnknown => Some(schedule.tz.clone()),
        Doubt::DayUnread => Some(schedule.day.clone()),
        Doubt::FrequencyUnread(words) => Some(words.join(" ")),
        Doubt::SeveralFrequencies => Some(schedule.frequency.clone()),
        Doubt::FieldMalformed(_) => Some(schedule.duration.clone()),
        // Whole as far as they go: what else has to be said is asked for by the checks.
        _ => None,
    });
    words.collect()
}

/// Reads the phrase of a generated list back, exactly: `Mondays at 9:00 PT (Pacific Time) (biweekly)`.
pub(crate) fn parse_generated(text: &str) -> Option<Schedule> {
    let text = text.trim();
    let (head, frequency) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let (day, rest) = head.split_once("s at ")?;
    // `third Wednesday`, `Thursdays (starting February 15th 2024)`
    day.split_whitespace().find_map(words::weekday)?;
    let (time, tz) = rest.split_once(' ').unwrap_or((rest, ""));
    let marker = tz.split_whitespace().next().filter(|word| matches!(*word, "AM" | "PM" | "am" | "pm"));
    let (time, tz) = match marker {
        Some(marker) => (format!("{time} {marker}"), tz[marker.len()..].trim()),
        None => (time.to_owned(), tz.trim()),
    };
    let timezone = zone::iana(tz).unwrap_or_default();
    Some(Schedule {
        day: day.to_owned(),
        time,
        tz: tz.to_owned(),
        timezone,
        frequency: frequency.trim().to_owned(),
        ..Schedule::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> [String; 7] {
        let s = parse(text).unwrap_or_default();
        [s.day, s.time, s.tz, s.frequency, s.starts, s.duration, s.doubt]
    }

    fn is(parts: [&str; 7]) -> [String; 7] {
        parts.map(str::to_owned)
    }

    #[test]
    fn a_time_range_gives_time_and_duration() {
        assert_eq!(
            read("15:00-16:00, Thursday every two weeks starting from 2022/03/10"),
            is(["Thursday", "15:00", "", "every two weeks", "2022-03-10", "1h", ""])
        );
    }

    #[test]
    fn beijing_time_is_shanghai() {
        let text = "Friday at 15:30~16:30 Beijing Time (biweekly, starting from Nov. 6th 2020)";
        assert_eq!(read(text), is(["Friday", "15:30", "Beijing Time", "biweekly", "2020-11-06", "1h", ""]));
        assert_eq!(parse(text).unwrap_or_default().timezone, "Asia/Shanghai");
        assert_eq!(
            read("Wednesday at 16:30~17:30 Beijing Time (biweekly, starting from June 23rd, 2021)"),
            is(["Wednesday", "16:30", "Beijing Time", "biweekly", "2021-06-23", "1h", ""])
        );
    }

    #[test]
    fn what_has_no_place_makes_the_reading_unsure() {
        assert_eq!(
            read("Wednesdays at 15:30 PM (Beijing Time)(biweekly/triweekly)."),
            is([
                "Wednesday",
                "15:30",
                "Beijing Time",
                "biweekly/triweekly",
                "",
                "",
                "15:30 PM biweekly/triweekly"
            ])
        );
        assert_eq!(
            read("One meeting every 2 weeks, usually on Tuesday."),
            is(["Tuesday", "", "", "every 2 weeks", "", "", "usually"])
        );
        let mornings = read("meets bi-weekly on every other Wednesday mornings");
        assert_eq!(mornings[0], "Wednesday");
        assert!(mornings[6].contains("mornings"));
    }

    #[test]
    fn other_communities_phrases_are_read() {
        assert_eq!(read("Tuesday at 08:00 PT"), is(["Tuesday", "08:00", "PT", "", "", "", ""]));
        assert_eq!(read("Thurs 8:00am PST"), is(["Thursday", "8:00am", "PST", "", "", "", ""]));
        assert_eq!(
            read("Every other Tuesday 10:30a Pacific"),
            is(["Tuesday", "10:30a", "Pacific", "every other week", "", "", ""])
        );
        assert_eq!(
            read("Fridays at 15:00-16:00 (UTC+8) (biweekly, from 2021. January 21.)"),
            is(["Friday", "15:00", "UTC+8", "biweekly", "2021-01-21", "1h", ""])
        );
        assert_eq!(
            read("Thursday at 10:00 UTC+8 (weekly, starts on Nov. 12th 2020)"),
            is(["Thursday", "10:00", "UTC+8", "weekly", "2020-11-12", "", ""])
        );
        assert_eq!(
            read("Last Monday of the month at 1715 UTC"),
            is(["Monday", "1715", "UTC", "last Monday of the month", "", "", ""])
        );
        assert_eq!(
            read("Monthly on the second Thursday at 8am PT"),
            is(["Thursday", "8am", "PT", "monthly, second Thursday", "", "", ""])
        );
        assert_eq!(
            read("1st and 3rd Tuesday of every month at 8AM PT"),
            is(["Tuesday", "8AM", "PT", "1st and 3rd Tuesday of every month", "", "", ""])
        );
        assert_eq!(
            read("every other Wednesday at 16:00 UTC"),
            is(["Wednesday", "16:00", "UTC", "every other week", "", "", ""])
        );
    }

    #[test]
    fn prose_is_no_schedule() {
        assert_eq!(parse("We may meet one day"), None);
        assert_eq!(parse("Meeting Number: 393-2306-3441"), None);
        assert_eq!(parse("See you on Friday"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn a_generated_phrase_is_read_back_exactly() {
        let s = parse_generated(
            "Tuesdays at 1:30 PM PT (Pacific Time) (biweekly starting Wednesday March 20, 2019)",
        )
        .unwrap_or_default();
        assert_eq!(
            (s.day.as_str(), s.time.as_str(), s.tz.as_str()),
            ("Tuesday", "1:30 PM", "PT (Pacific Time)")
        );
        assert_eq!(s.frequency, "biweekly starting Wednesday March 20, 2019");
        assert_eq!(s.timezone, "America/Los_Angeles");
        assert_eq!(parse_generated("a talk (weekly)"), None);
    }
}
