//! When a series meets, in the record's own words; in other languages than the record's, what they mean.

mod phrase;

use folkmoot_model::{Group, Meeting, Text};
use maud::{Markup, html};

use crate::address::resolve;
use crate::{Locale, View, icons, wording};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// `Wednesdays at 11:00 PT (Pacific Time)`; empty where neither day nor time is written.
pub(crate) fn when(view: &View<'_>, meeting: &Meeting) -> String {
    let phrase = phrase::days(view, meeting);
    let is_turkish = phrase.is_some() && view.locale() == Locale::Turkish;
    let day = phrase.unwrap_or_else(|| written_day(view, meeting));
    let clock = clock(meeting);
    let line = match (day.is_empty(), meeting.time.trim().is_empty()) {
        (true, true) => String::new(),
        (true, false) => clock,
        (false, true) => day,
        (false, false) => view.text_with("when-at", [("days", day.into()), ("clock", clock.into())]),
    };
    match line.strip_prefix('i').filter(|_| is_turkish) {
        Some(rest) => format!("İ{rest}"),
        None => wording::capitalised(&line),
    }
}

/// The day as it is written; in English a single weekday stands in the plural.
fn written_day(view: &View<'_>, meeting: &Meeting) -> String {
    let day = meeting.day.trim();
    let frequency = meeting.frequency.to_lowercase();
    // "Mondays" would be wrong of what meets once a month.
    let often = frequency.is_empty() || frequency.contains("week");
    let one_weekday = WEEKDAYS.contains(&day.to_lowercase().as_str());
    if view.locale() == Locale::English && one_weekday && often { format!("{day}s") } else { day.to_owned() }
}

/// Time and zone as they are written.
fn clock(meeting: &Meeting) -> String {
    let zone = meeting.tz.non_empty().or(meeting.timezone.non_empty()).unwrap_or_default().trim();
    let parts = [meeting.time.trim(), zone];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// [`when`] for a narrow column: without what stands in brackets.
pub(crate) fn when_short(view: &View<'_>, meeting: &Meeting) -> String {
    let line = when(view, meeting);
    match line.split_once(" (") {
        Some((before, after)) => {
            let rest = after.split_once(')').map_or("", |(_, rest)| rest);
            format!("{before}{rest}")
        }
        None => line,
    }
}

/// How often, where [`when`] does not tell already: without the sentence that some add.
pub(crate) fn frequency_short<'a>(view: &View<'_>, meeting: &'a Meeting) -> &'a str {
    if phrase::days(view, meeting).is_some() {
        return "";
    }
    meeting.frequency.split([',', ';', '(']).next().unwrap_or_default().trim()
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
pub(crate) fn terms(view: &View<'_>, meeting: &Meeting) -> Vec<String> {
    let mut out = Vec::new();
    let frequency = meeting.frequency.non_empty().filter(|_| phrase::days(view, meeting).is_none());
    let day = |day: &str| [("day", day.to_owned().into())];
    out.extend(frequency.map(str::to_owned));
    out.extend(meeting.duration.non_empty().map(str::to_owned));
    out.extend(meeting.starts.non_empty().map(|starts| view.text_with("meeting-since", day(starts))));
    out.extend(meeting.until.non_empty().map(|until| view.text_with("meeting-until", day(until))));
    out
}

/// What the series is called, where the record does not say.
pub(crate) fn name(view: &View<'_>, meeting: &Meeting) -> String {
    meeting.description.non_empty().map_or_else(|| view.text("meeting-unnamed"), str::to_owned)
}

/// Where to join, the notes, the recordings, the calendar.
pub(crate) fn links(view: &View<'_>, meeting: &Meeting, dir: &str) -> Markup {
    chips(view, meeting, dir, &entries(view, meeting))
}

/// The recordings and the calendar, where the rest is told already.
pub(crate) fn further_links(view: &View<'_>, meeting: &Meeting, dir: &str) -> Markup {
    chips(view, meeting, dir, &entries(view, meeting)[2..])
}

/// A link of a series: its word, where it leads, its icon.
type Entry<'a> = (String, &'a Text, Markup);

fn entries<'a>(view: &View<'_>, meeting: &'a Meeting) -> [Entry<'a>; 4] {
    [
        (view.text("meeting-join"), &meeting.url, icons::video()),
        (view.text("meeting-notes"), &meeting.archive_url, icons::document()),
        (view.text("meeting-recordings"), &meeting.recordings_url, icons::recording()),
        (view.text("meeting-calendar"), &meeting.calendar_url, icons::calendar()),
    ]
}

fn chips(view: &View<'_>, meeting: &Meeting, dir: &str, entries: &[Entry<'_>]) -> Markup {
    let series = name(view, meeting);
    let entries: Vec<_> =
        entries.iter().filter_map(|(word, url, icon)| Some((word, resolve(view, url, dir)?, icon))).collect();
    html! {
        @if !entries.is_empty() {
            ul.chips {
                @for (word, address, icon) in entries {
                    li { a.chip href=(address.href) { (icon) (word) span.vh { " · " (series) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::{Sources, Span};
    use folkmoot_model::Text;
    use jiff::Timestamp;

    use super::*;
    use crate::Site;

    fn series(day: &str, time: &str, tz: &str, frequency: &str) -> Meeting {
        let span = Span::file_start(Sources::new().add("sigs.yaml", ""));
        let text = |value: &str| Text::new(value, span);
        Meeting {
            day: text(day),
            time: text(time),
            tz: text(tz),
            frequency: text(frequency),
            ..Meeting::empty(span)
        }
    }

    #[test]
    fn a_series_says_when_it_meets() {
        let site = Site::sample(&[]);
        let view = site.english();
        let when = |day, time, tz, frequency| super::when(&view, &series(day, time, tz, frequency));
        assert_eq!(when("Tuesday", "9:00", "PT (Pacific Time)", ""), "Tuesdays at 9:00 PT (Pacific Time)");
        assert_eq!(
            when_short(&view, &series("Tuesday", "9:00", "PT (Pacific Time)", "")),
            "Tuesdays at 9:00 PT"
        );
        assert_eq!(when("first Monday", "", "", ""), "First Monday");
        assert_eq!(when("", "15:00", "UTC", ""), "15:00 UTC");
        assert_eq!(when("", "", "UTC", ""), "");
        assert_eq!(when("Tuesday", "9:00", "UTC", "Monthly"), "Tuesday at 9:00 UTC");
    }

    #[test]
    fn other_languages_say_what_the_words_mean() {
        let site = Site::sample(&[]);
        let told = |day, frequency| {
            let one = series(day, "9:00", "UTC", frequency);
            [Locale::Chinese, Locale::Turkish].map(|locale| {
                let view = site.view(locale, Timestamp::UNIX_EPOCH);
                format!("{} [{}]", when(&view, &one), terms(&view, &one).join(" "))
            })
        };
        assert_eq!(told("Tuesday", "weekly"), ["每周二 9:00 UTC []", "Her Salı, 9:00 UTC []"]);
        assert_eq!(
            told("Tuesday", "biweekly"),
            ["隔周周二 9:00 UTC []", "İki haftada bir Salı, 9:00 UTC []"]
        );
        assert_eq!(
            told("Thursday", "monthly - first Thursday of the month"),
            ["每月第一个周四 9:00 UTC []", "Her ayın ilk Perşembe günü, 9:00 UTC []"]
        );
        assert_eq!(
            told("when we feel like it", "rarely"),
            ["When we feel like it 9:00 UTC [rarely]", "When we feel like it, 9:00 UTC [rarely]"]
        );
    }
}
