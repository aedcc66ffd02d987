//! When a series meets, in the record's own words.

use folkmoot_model::{Group, Meeting};
use maud::{Markup, html};

use crate::address::resolve;
use crate::{View, icons, wording};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// `Wednesdays at 11:00 PT (Pacific Time)`; empty where neither day nor time is written.
pub(crate) fn when(meeting: &Meeting) -> String {
    let day = meeting.day.trim();
    let frequency = meeting.frequency.to_lowercase();
    // "Mondays" would be wrong of what meets once a month.
    let often = frequency.is_empty() || frequency.contains("week");
    let one_weekday = WEEKDAYS.contains(&day.to_lowercase().as_str());
    let day = if one_weekday && often { format!("{day}s") } else { day.to_owned() };
    let time = meeting.time.trim();
    let zone = meeting.tz.non_empty().or(meeting.timezone.non_empty()).unwrap_or_default().trim();
    let clock = [time, zone].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let line = match (day.is_empty(), time.is_empty()) {
        (true, true) => String::new(),
        (true, false) => clock,
        (false, true) => day,
        (false, false) => format!("{day} at {clock}"),
    };
    wording::capitalised(&line)
}

/// [`when`] for a narrow column: without what stands in brackets.
pub(crate) fn when_short(meeting: &Meeting) -> String {
    let line = when(meeting);
    match line.split_once(" (") {
        Some((before, after)) => {
            let rest = after.split_once(')').map_or("", |(_, rest)| rest);
            format!("{before}{rest}")
        }
        None => line,
    }
}

/// The series that a newcomer is pointed to: the regular one where one is called so, else the first.
pub(crate) fn main_series(group: &Group) -> Option<&Meeting> {
    let regular = |meeting: &&Meeting| {
        let description = meeting.description.to_lowercase();
        description.contains("regular") || description.contains("main ")
    };
    group.meetings.iter().find(regular).or(group.meetings.first())
}

/// Frequency, first day, last day and place, as written: what stands beside the time.
pub(crate) fn terms(meeting: &Meeting) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(meeting.frequency.non_empty().map(str::to_owned));
    out.extend(meeting.duration.non_empty().map(str::to_owned));
    out.extend(meeting.starts.non_empty().map(|day| format!("since {day}")));
    out.extend(meeting.until.non_empty().map(|day| format!("until {day}")));
    out
}

/// Where to join, the notes, the recordings, the calendar.
pub(crate) fn links(view: &View<'_>, meeting: &Meeting, dir: &str) -> Markup {
    let series = meeting.description.non_empty().unwrap_or("meeting");
    let entries = [
        ("Join", &meeting.url, icons::video()),
        ("Notes", &meeting.archive_url, icons::document()),
        ("Recordings", &meeting.recordings_url, icons::recording()),
        ("Calendar", &meeting.calendar_url, icons::calendar()),
    ];
    let entries: Vec<_> = entries
        .into_iter()
        .filter_map(|(word, url, icon)| Some((word, resolve(view, url, dir)?, icon)))
        .collect();
    html! {
        @if !entries.is_empty() {
            ul.chips {
                @for (word, address, icon) in entries {
                    li { a.chip href=(address.href) { (icon) (word) span.vh { " of " (series) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::{Sources, Span};
    use folkmoot_model::Text;

    use super::*;

    fn series(day: &str, time: &str, tz: &str) -> Meeting {
        let span = Span::file_start(Sources::new().add("sigs.yaml", ""));
        let text = |value: &str| Text::new(value, span);
        Meeting { day: text(day), time: text(time), tz: text(tz), ..Meeting::empty(span) }
    }

    #[test]
    fn a_series_says_when_it_meets() {
        assert_eq!(
            when(&series("Tuesday", "9:00", "PT (Pacific Time)")),
            "Tuesdays at 9:00 PT (Pacific Time)"
        );
        assert_eq!(when_short(&series("Tuesday", "9:00", "PT (Pacific Time)")), "Tuesdays at 9:00 PT");
        assert_eq!(when(&series("first Monday", "", "")), "First Monday");
        assert_eq!(when(&series("", "15:00", "UTC")), "15:00 UTC");
        assert_eq!(when(&series("", "", "UTC")), "");
        let mut monthly = series("Tuesday", "9:00", "UTC");
        monthly.frequency = Text::new("Monthly", monthly.span);
        assert_eq!(when(&monthly), "Tuesday at 9:00 UTC");
    }
}
