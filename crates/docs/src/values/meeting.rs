//! A series of meetings in a template.

use folkmoot_gotemplate::{Object, Value};
use folkmoot_model::Meeting;

use super::{extra, go, text};
use crate::links::escape_query;

pub(crate) fn meetings<'a>(meetings: &'a [&'a Meeting]) -> Value<'a> {
    Value::list_of(meetings, go("main.Meeting"), |&meeting| Value::object(MeetingView(meeting)))
}

struct MeetingView<'a>(&'a Meeting);

impl<'a> Object<'a> for MeetingView<'a> {
    fn type_name(&self) -> &str {
        "main.Meeting"
    }

    fn field_names(&self) -> &[&'static str] {
        &[
            "Description",
            "Day",
            "Time",
            "TZ",
            "Frequency",
            "URL",
            "ArchiveURL",
            "RecordingsURL",
            "CalendarURL",
        ]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let meeting = self.0;
        Some(match name {
            "Description" => text(&meeting.description),
            "Day" => text(&meeting.day),
            "Time" => text(&meeting.time),
            "TZ" => text(&meeting.tz),
            "Frequency" => text(&meeting.frequency),
            "URL" => text(&meeting.url),
            "ArchiveURL" => text(&meeting.archive_url),
            "RecordingsURL" => text(&meeting.recordings_url),
            "CalendarURL" => text(&meeting.calendar_url),
            "Starts" => text(&meeting.starts),
            "Until" => text(&meeting.until),
            "Timezone" => text(&meeting.timezone),
            "Duration" => text(&meeting.duration),
            "Room" => text(&meeting.room),
            "RRule" => text(&meeting.rrule),
            "Schedule" => Value::text(schedule(meeting)),
            "ConvertURL" => Value::text(convert_url(meeting)),
            "Extra" => extra(&meeting.extra),
            _ => return None,
        })
    }
}

/// When the series meets, in one phrase: `Tuesdays at 9:00 PT (Pacific Time), weekly`.
fn schedule(meeting: &Meeting) -> String {
    let day = match meeting.day.as_str() {
        day if is_day(day) => format!("{day}s"),
        day => day.to_owned(),
    };
    let zone = meeting.tz.non_empty().or(meeting.timezone.non_empty()).unwrap_or_default();
    let mut phrase = day;
    if !meeting.time.is_empty() {
        let at = if phrase.is_empty() { "" } else { " at " };
        phrase = format!("{phrase}{at}{}", meeting.time);
        if !zone.is_empty() {
            phrase = format!("{phrase} {zone}");
        }
    }
    match meeting.frequency.non_empty() {
        Some(frequency) if phrase.is_empty() => frequency.to_owned(),
        Some(frequency) => format!("{phrase}, {frequency}"),
        None => phrase,
    }
}

/// Whether the text is the name of one day, so that an `s` makes it a habit.
fn is_day(text: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().any(|day| day.eq_ignore_ascii_case(text))
}

/// A page that shows the time in the reader's own zone; empty where time or zone is not known.
fn convert_url(meeting: &Meeting) -> String {
    let zone = meeting.timezone.non_empty().or(meeting.tz.non_empty());
    let (Some(time), Some(zone)) = (meeting.time.non_empty(), zone) else { return String::new() };
    // The converter takes one time, and `15:00-16:00` starts at the first.
    let start = time.split(['-', '–', '~']).next().unwrap_or(time).trim();
    format!("https://www.thetimezoneconverter.com/?t={}&tz={}", escape_query(start), escape_query(zone))
}
