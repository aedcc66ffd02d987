//! Action items that are still open, across a group's records.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::draft::essence;
use crate::{Carried, Record};

/// What is still to be done by the records of `since` up to the day before `day`, the oldest first. An item that
/// a later record repeats stands as that one has it: ticked off there, it is done.
pub fn still_open<'a>(records: impl IntoIterator<Item = &'a Record>, since: Date, day: Date) -> Vec<Carried> {
    let mut dated: Vec<(Date, &Record)> = records
        .into_iter()
        .filter_map(|record| Some((record.date?, record)))
        .filter(|(date, _)| *date >= since && *date < day)
        .collect();
    dated.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for (date, record) in dated {
        for action in &record.actions {
            let is_first = seen.insert(essence(&action.text));
            if is_first && !action.done {
                let text = action.text.split(" (from ").next().unwrap_or_default().to_owned();
                out.push(Carried { text, from: origin(&action.text).unwrap_or(date) });
            }
        }
    }
    out.sort_by_key(|carried| carried.from);
    out
}

/// The meeting that an item carried once already is from: `(from 2026-11-11)`.
fn origin(text: &str) -> Option<Date> {
    let (_, rest) = text.rsplit_once(" (from ")?;
    rest.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::Sources;
    use jiff::civil::date;

    use super::*;
    use crate::{Place, read};

    #[test]
    fn an_item_is_open_until_a_later_record_ticks_it_off() {
        let sources = Sources::new();
        let record = |day: &str, text: &str| {
            let file = sources.add(format!("sig-a/meetings/{day}.md"), format!("## Action items\n\n{text}"));
            read(&sources, file, Place::Archive).records.remove(0)
        };
        let records = [
            record("2026-01-07", "- [ ] too long ago\n"),
            record("2026-10-28", "- [ ] @ana counts ropes\n- [ ] Bo writes\n- [x] done at once\n"),
            record(
                "2026-11-11",
                "- [x] @ana counts ropes (from 2026-10-28)\n- [ ] bo writes (from 2026-10-28)\n- [ ] new\n",
            ),
        ];
        let open = still_open(&records, date(2026, 8, 1), date(2026, 11, 25));
        let said: Vec<_> =
            open.iter().map(|carried| (carried.text.as_str(), carried.from.to_string())).collect();
        assert_eq!(said, [("bo writes", "2026-10-28".to_owned()), ("new", "2026-11-11".to_owned())]);
    }
}
