//! Who takes notes next, fairly and with a reason that can be read out.

use jiff::civil::Date;

use crate::Record;

/// Who takes notes, and why it is their turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turn {
    /// The handle, as it was given among those willing.
    pub handle: String,
    /// A sentence: how often and when last.
    pub why: String,
}

/// Whose turn it is among `willing`, by the group's records before `day`.
///
/// The one who did it least often in the last year; of several the one whose last time is longest ago; of those
/// who never did it the first in the order given. `chair`, who leads the meeting, comes last: nobody does both
/// well. `None` where nobody is willing.
pub fn note_taker<'a>(
    willing: &[&str],
    chair: Option<&str>,
    records: impl IntoIterator<Item = &'a Record>,
    day: Date,
) -> Option<Turn> {
    let year_ago = day.checked_sub(jiff::Span::new().years(1)).unwrap_or(Date::MIN);
    let mut past: Vec<Past> = willing.iter().map(|handle| Past { handle, times: 0, last: None }).collect();
    for record in records {
        let Some(date) = record.date.filter(|date| *date < day) else { continue };
        for said in &record.notes_by {
            let name = said.text.trim_start_matches('@');
            for one in past.iter_mut().filter(|one| one.handle.eq_ignore_ascii_case(name)) {
                one.times += usize::from(date >= year_ago);
                one.last = one.last.max(Some(date));
            }
        }
    }
    let leads =
        |handle: &str| chair.is_some_and(|chair| chair.trim_start_matches('@').eq_ignore_ascii_case(handle));
    // `min_by_key` takes the first of equals: the order given.
    let next = past.iter().min_by_key(|one| (leads(one.handle), one.times, one.last))?;
    let why = match (next.times, next.last) {
        (0, None) => "has not taken notes yet".to_owned(),
        (0, Some(last)) => format!("has not taken notes in the last year, last on {last}"),
        (1, Some(last)) => format!("took notes once in the last year, on {last}"),
        (times, Some(last)) => format!("took notes {times} times in the last year, last on {last}"),
        (_, None) => String::new(),
    };
    let alone =
        if past.len() == 1 { "; nobody else is willing" } else { "; nobody willing did so less often" };
    Some(Turn { handle: next.handle.to_owned(), why: format!("{why}{alone}") })
}

struct Past<'a> {
    handle: &'a str,
    times: usize,
    last: Option<Date>,
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::{Sources, Span};
    use jiff::civil::date;

    use super::*;
    use crate::Said;

    fn record(day: Date, by: &str) -> Record {
        let span = Span::file_start(Sources::new().add("a.md", ""));
        let notes_by = vec![Said { text: by.to_owned(), span }];
        Record { date: Some(day), notes_by, ..Record::empty(span) }
    }

    fn turn(willing: &[&str], chair: Option<&str>, records: &[Record]) -> Option<String> {
        note_taker(willing, chair, records, date(2026, 11, 25)).map(|turn| turn.handle)
    }

    #[test]
    fn the_one_who_did_it_least_often_is_next() {
        let records = [
            record(date(2026, 11, 4), "@ana"),
            record(date(2026, 10, 7), "@ana"),
            record(date(2026, 10, 21), "Bo"),
            record(date(2024, 1, 3), "chen"),
            record(date(2026, 12, 2), "dora"),
        ];
        assert_eq!(turn(&["ana", "bo", "chen", "dora"], None, &records).as_deref(), Some("dora"));
        assert_eq!(turn(&["ana", "bo", "chen"], None, &records).as_deref(), Some("chen"));
        assert_eq!(turn(&["ana", "bo"], None, &records).as_deref(), Some("bo"));
        assert_eq!(turn(&["ana", "bo"], Some("@bo"), &records).as_deref(), Some("ana"));
        assert_eq!(turn(&[], None, &records), None);
    }

    #[test]
    fn the_reason_is_a_fact_of_the_records() {
        let records = [record(date(2026, 11, 4), "ana"), record(date(2026, 11, 18), "bo")];
        let turn = note_taker(&["ana", "bo"], None, &records, date(2026, 11, 25)).expect("somebody");
        assert_eq!(turn.handle, "ana");
        assert_eq!(
            turn.why,
            "took notes once in the last year, on 2026-11-04; nobody willing did so less often"
        );
    }
}
