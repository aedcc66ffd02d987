//! `exceptions` of a series.
//!
//! ```yaml
//! exceptions:
//!   cancelled:
//!   - 2026-12-31
//!   - {date: 2026-12-24, why: a holiday in most places}
//!   moved:
//!   - {date: 2026-11-26, to: 2026-11-25, time: "10:00", duration: 30m, room: zoom-2, why: Thanksgiving}
//!   extra:
//!   - 2026-12-03
//!   - {date: 2026-12-10, time: "17:00", title: Planning}
//! ```

use folkmoot_diagnostics::Span;
use folkmoot_yaml::Node;
use jiff::civil::Date;

use super::fields::Fields;
use super::reader::Reader;
use crate::{Cancelled, Exceptions, ExtraMeeting, Moved, Text};

/// The departures of a series from its rule.
pub(super) fn exceptions(reader: &mut Reader, node: &Node) -> Option<Exceptions> {
    let mut fields = Fields::open(reader, "exceptions", "`cancelled`, `moved` and `extra` meetings", node)?;
    let exceptions = Exceptions {
        cancelled: fields.list(reader, "cancelled", "a list of dates", cancelled),
        moved: fields.list(reader, "moved", "a list of dates and where they moved", moved),
        extra: fields.list(reader, "extra", "a list of dates", extra),
    };
    fields.finish(reader);
    Some(exceptions)
}

fn cancelled(reader: &mut Reader, node: &Node) -> Option<Cancelled> {
    if node.entries().is_none() {
        let date = reader.date("cancelled", node)?;
        return Some(Cancelled { date, span: node.span, why: Text::absent(node.span) });
    }
    let mut fields = Fields::open(reader, "cancelled", "a cancelled meeting", node)?;
    let date = date(reader, &mut fields, "cancelled");
    let why = fields.text(reader, "why");
    fields.finish(reader);
    let (date, span) = date?;
    Some(Cancelled { date, span, why })
}

fn moved(reader: &mut Reader, node: &Node) -> Option<Moved> {
    let mut fields = Fields::open(reader, "moved", "a `date` and what changes: `to`, `time`", node)?;
    let date = date(reader, &mut fields, "moved");
    let to = fields.date(reader, "to");
    let [time, duration, room, why] = ["time", "duration", "room", "why"].map(|key| fields.text(reader, key));
    fields.finish(reader);
    let (date, span) = date?;
    Some(Moved { date, span, to, time, duration, room, why })
}

fn extra(reader: &mut Reader, node: &Node) -> Option<ExtraMeeting> {
    if node.entries().is_none() {
        let date = reader.date("extra", node)?;
        let [time, duration, title, room, why] = std::array::from_fn(|_| Text::absent(node.span));
        return Some(ExtraMeeting { date, span: node.span, time, duration, title, room, why });
    }
    let mut fields = Fields::open(reader, "extra", "an extra meeting", node)?;
    let date = date(reader, &mut fields, "extra");
    let [time, duration, title, room, why] =
        ["time", "duration", "title", "room", "why"].map(|key| fields.text(reader, key));
    fields.finish(reader);
    let (date, span) = date?;
    Some(ExtraMeeting { date, span, time, duration, title, room, why })
}

/// The date of an entry and where it stands. An entry without one is reported: nothing can be made of it.
fn date(reader: &mut Reader, fields: &mut Fields<'_>, what: &str) -> Option<(Date, Span)> {
    match fields.node("date").filter(|node| !node.is_null()) {
        Some(node) => reader.date("date", node).map(|date| (date, node.span)),
        None => {
            reader.missing_date(what, "date", fields.span);
            None
        }
    }
}
