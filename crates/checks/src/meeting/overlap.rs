//! Meetings at once: for checks of what two series cannot both have.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use folkmoot_calendar::{Exception, Series as Dates, clashes};
use folkmoot_diagnostics::Diagnostic;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::Series;
use crate::{Context, group_key};

/// Minutes that every meeting lasts: one without a length overlaps with what starts within them. Some communities
/// hold a short meeting right before the long one, and say of neither how long it takes.
const SHORTEST: u16 = 15;

/// Series that a finding shows; the others are counted.
const SHOWN: usize = 4;

/// Series that share something and meet at once.
pub(super) struct Overlap<'s, 'a, K> {
    /// What they share.
    pub(super) shared: K,
    /// The series, in the order of the record.
    pub(super) series: Vec<&'s Series<'a>>,
    /// Start of the first overlap.
    pub(super) first: Timestamp,
    /// On how many occasions at most two of them overlap in the year ahead.
    pub(super) times: usize,
}

impl<K> Overlap<'_, '_, K> {
    /// `finding` with the series and the days; the first series' group is the finding's.
    pub(super) fn describe(&self, context: &Context<'_>, mut finding: Diagnostic) -> Diagnostic {
        for series in self.series.iter().take(SHOWN) {
            let place = series.place(&series.meeting.time, |span| context.first_line(span));
            finding = finding.at(place, series.full_title());
        }
        let more = match self.series.len().saturating_sub(SHOWN) {
            0 => String::new(),
            1 => "; one more series is among them".to_owned(),
            more => format!("; {more} more series are among them"),
        };
        let first = self.first.to_zoned(TimeZone::UTC).strftime("%-d %B %Y at %H:%M UTC");
        let days = match self.times {
            1 => format!("once in the year ahead: on {first}"),
            times => format!("{times} times in the year ahead, first on {first}"),
        };
        let finding = finding.why(format!("{days}{more}"));
        match self.series.first() {
            Some(series) => finding.in_group(group_key(series.group)),
            None => finding,
        }
    }
}

/// The year that checks look ahead, from the morning of the day of the check.
pub(super) fn year_ahead(today: Date) -> (Timestamp, Timestamp) {
    let moment = |date: Date| date.to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |start| start.timestamp());
    (moment(today), moment(today.checked_add(1.year()).unwrap_or(Date::MAX)))
}

/// Series that meet at once in the year ahead and share a key. `keys` gives what a series occupies, each key with the
/// dates on which it does. `may` says of two series whether they are worth a finding.
pub(super) fn overlaps<'s, 'a, K: Clone + Eq + Hash + Ord>(
    context: &'s Context<'a>,
    keys: impl Fn(&Series<'a>, &Dates) -> Vec<(K, Dates)>,
    may: impl Fn(&Series<'a>, &Series<'a>) -> bool,
) -> Vec<Overlap<'s, 'a, K>> {
    let all = context.series();
    let mut occupied: Vec<(usize, K, Dates)> = Vec::new();
    for (index, series) in all.iter().enumerate() {
        let Some(dates) = &series.series else { continue };
        for (key, dates) in keys(series, &lasting(dates)) {
            occupied.push((index, key, dates));
        }
    }
    let of: Vec<(&Dates, &[K])> =
        occupied.iter().map(|(_, key, dates)| (dates, std::slice::from_ref(key))).collect();
    let (from, to) = year_ahead(context.today);
    let mut by_key: BTreeMap<K, Vec<(usize, usize, Timestamp, usize)>> = BTreeMap::new();
    for clash in clashes(&of, from, to) {
        let (a, b) = (occupied[clash.series.0].0, occupied[clash.series.1].0);
        if a != b && !is_one_meeting(&all[a], &all[b]) && may(&all[a], &all[b]) {
            by_key.entry(clash.shared).or_default().push((a, b, clash.first, clash.times));
        }
    }
    let mut found = Vec::new();
    for (key, pairs) in by_key {
        for (members, first, times) in gathered(&pairs) {
            let series = members.into_iter().map(|index| &all[index]).collect();
            found.push(Overlap { shared: key.clone(), series, first, times });
        }
    }
    found
}

/// The same dates, with the least length that a meeting has where none is known.
fn lasting(dates: &Dates) -> Dates {
    Dates { minutes: dates.minutes.or(Some(SHORTEST)), ..dates.clone() }
}

/// Pairs that hang together as one: three meetings in one room are one finding, not three.
fn gathered(pairs: &[(usize, usize, Timestamp, usize)]) -> Vec<(BTreeSet<usize>, Timestamp, usize)> {
    let mut neighbours: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (a, b, ..) in pairs {
        neighbours.entry(*a).or_default().push(*b);
        neighbours.entry(*b).or_default().push(*a);
    }
    let mut out = Vec::new();
    let mut place: BTreeMap<usize, usize> = BTreeMap::new();
    for &start in neighbours.keys() {
        let mut members = BTreeSet::new();
        let mut waiting = vec![start];
        while let Some(series) = waiting.pop() {
            if let Entry::Vacant(vacant) = place.entry(series) {
                vacant.insert(out.len());
                members.insert(series);
                waiting.extend(&neighbours[&series]);
            }
        }
        if !members.is_empty() {
            out.push((members, Timestamp::MAX, 0));
        }
    }
    for (a, _, first, times) in pairs {
        let (_, earliest, most) = &mut out[place[a]];
        *earliest = (*earliest).min(*first);
        *most = (*most).max(*times);
    }
    out
}

/// Whether two entries are of one meeting: a group lists it again for a subproject, or two groups meet together.
fn is_one_meeting(a: &Series<'_>, b: &Series<'_>) -> bool {
    let (Some(left), Some(right)) = (&a.series, &b.series) else { return false };
    let at_one_time =
        left.rule == right.rule && left.clock.start == right.clock.start && left.zone == right.zone;
    let (notes, other_notes) = (a.meeting.archive_url.trim(), b.meeting.archive_url.trim());
    let one_record = if notes.is_empty() && other_notes.is_empty() {
        a.meeting.description == *b.meeting.description && std::ptr::eq(a.group, b.group)
    } else {
        notes == other_notes
    };
    at_one_time && one_record
}

/// Dates by the room in which they are held: a moved or extra meeting may have one of its own.
pub(super) fn by_room(series: &Series<'_>, dates: &Dates) -> Vec<(String, Dates)> {
    let name = |room: &str| room.trim().to_lowercase();
    let mut regular = dates.clone();
    let mut out: Vec<(String, Dates)> = Vec::new();
    let exceptions = &series.meeting.exceptions;
    let mut elsewhere = |date: Date, room: &str, is_this: &dyn Fn(&Exception) -> bool| {
        let Some(position) = regular.exceptions.iter().position(is_this) else { return };
        let own = regular.exceptions.remove(position);
        if let Exception::Moved { .. } = own {
            regular.exceptions.push(Exception::Cancelled(date));
        }
        // A series of this one meeting: its own date is the only one by the rule, and departed from.
        let mut once = Dates { starts: Some(date), until: Some(date), ..dates.clone() };
        once.exceptions = vec![Exception::Cancelled(date), own];
        out.push((name(room), once));
    };
    for moved in exceptions.moved.iter().filter(|moved| !moved.room.trim().is_empty()) {
        elsewhere(
            moved.date,
            &moved.room,
            &|one| matches!(one, Exception::Moved { date, .. } if *date == moved.date),
        );
    }
    for extra in exceptions.extra.iter().filter(|extra| !extra.room.trim().is_empty()) {
        elsewhere(
            extra.date,
            &extra.room,
            &|one| matches!(one, Exception::Extra { at, .. } if at.date() == extra.date),
        );
    }
    if !series.meeting.room.trim().is_empty() {
        out.push((name(&series.meeting.room), regular));
    }
    out
}

#[cfg(test)]
mod tests {
    use folkmoot_model::{MemoryFiles, load};
    use jiff::civil::date;

    use super::*;

    /// Rooms that are booked twice, with the series' descriptions, the day and how often.
    fn booked(meetings: &str) -> Vec<String> {
        let text = format!("sigs:\n- dir: sig-a\n  name: A\n  meetings:\n{meetings}");
        let (community, findings) = load(&MemoryFiles::new().with("sigs.yaml", text));
        assert_eq!(findings, []);
        let files = MemoryFiles::new();
        let context = Context::new(&community, &files, date(2026, 11, 21));
        let told = |one: Overlap<'_, '_, String>| {
            let names: Vec<&str> =
                one.series.iter().map(|series| series.meeting.description.as_str()).collect();
            format!(
                "{}: {} on {} ({})",
                one.shared,
                names.join("+"),
                one.first.strftime("%m-%d %H:%M"),
                one.times
            )
        };
        overlaps(&context, by_room, |_, _| true).into_iter().map(told).collect()
    }

    const MONDAY: &str =
        "  - {description: Mo, day: Monday, time: '9:00', tz: UTC, frequency: weekly, room: r1}\n";

    #[test]
    fn a_meeting_moved_into_a_room_that_is_taken_is_found() {
        let moved = |to: &str| {
            format!(
                "{MONDAY}  - {{description: Tu, day: Tuesday, time: '9:00', tz: UTC, frequency: weekly, room: r2, exceptions: \
                 {{moved: [{{date: 2026-12-01, to: 2026-11-30, {to}}}]}}}}\n"
            )
        };
        assert_eq!(booked(&moved("room: R1")), ["r1: Mo+Tu on 11-30 09:00 (1)"]);
        assert_eq!(booked(&moved("why: none")), [""; 0]);
    }

    #[test]
    fn a_meeting_moved_out_of_its_room_leaves_it_free() {
        let other = "  - {description: Extra, day: first Friday, time: '9:00', tz: UTC, frequency: monthly, room: r3, exceptions: \
                     {extra: [{date: 2026-11-30, room: r1}]}}\n";
        assert_eq!(booked(&format!("{MONDAY}{other}")), ["r1: Mo+Extra on 11-30 09:00 (1)"]);
        let away =
            MONDAY.replace("room: r1}", "room: r1, exceptions: {moved: [{date: 2026-11-30, room: r4}]}}");
        assert_eq!(booked(&format!("{away}{other}")), [""; 0]);
    }

    #[test]
    fn three_series_in_one_room_are_one_finding() {
        let more = MONDAY.replace("Mo,", "Two,").replace("9:00", "9:10")
            + &MONDAY.replace("Mo,", "Three,").replace("9:00", "9:20");
        assert_eq!(booked(&format!("{MONDAY}{more}")), ["r1: Mo+Two+Three on 11-23 09:10 (52)"]);
    }

    #[test]
    fn short_meetings_one_after_the_other_are_none() {
        let next = MONDAY.replace("Mo,", "Next,").replace("9:00", "9:15");
        assert_eq!(booked(&format!("{MONDAY}{next}")), [""; 0]);
    }
}
