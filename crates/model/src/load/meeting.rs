//! Series of meetings.

use folkmoot_yaml::Node;

use super::exceptions;
use super::fields::Fields;
use super::reader::Reader;
use crate::Meeting;

/// The series under `meetings`.
pub(super) fn meetings(reader: &mut Reader, fields: &mut Fields<'_>) -> Vec<Meeting> {
    fields.list(reader, "meetings", "a list of meetings", meeting)
}

fn meeting(reader: &mut Reader, node: &Node) -> Option<Meeting> {
    let mut fields = Fields::open(reader, "meetings", "a meeting", node)?;
    let mut meeting = Meeting {
        description: fields.text(reader, "description"),
        day: fields.text(reader, "day"),
        time: fields.text(reader, "time"),
        tz: fields.text(reader, "tz"),
        frequency: fields.text(reader, "frequency"),
        url: fields.text(reader, "url"),
        archive_url: fields.text(reader, "archive_url"),
        recordings_url: fields.text(reader, "recordings_url"),
        calendar_url: fields.text(reader, "calendar_url"),
        ..Meeting::empty(node.span)
    };
    fields.own_keys_follow();
    meeting.starts = fields.text(reader, "starts");
    meeting.until = fields.text(reader, "until");
    meeting.timezone = fields.text(reader, "timezone");
    meeting.duration = fields.text(reader, "duration");
    meeting.room = fields.text(reader, "room");
    meeting.rrule = fields.text(reader, "rrule");
    if let Some(node) = fields.node("exceptions") {
        meeting.exceptions = exceptions::exceptions(reader, node).unwrap_or_default();
    }
    meeting.extra = fields.finish(reader);
    Some(meeting)
}
