//! Meetings of a month that get in each other's way.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use folkmoot_model::Planned;
use jiff::{Timestamp, ToSpan};

use crate::meetings::Entry;

/// Length of a meeting that states none, in minutes.
const USUAL_MINUTES: i64 = 60;

/// Two series of which meetings overlap and share something.
pub(super) struct Clash {
    /// Places of the first meetings that overlap, the earlier one first.
    pub(super) first: (usize, usize),
    /// How often they overlap.
    pub(super) times: usize,
    /// What they share.
    pub(super) shared: BTreeSet<Shared>,
}

/// What two meetings cannot both have at once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Shared {
    /// A room or an account.
    Room(String),
    /// The link to join by.
    Link(String),
    /// Somebody who leads both.
    Lead(String),
}

/// Every clash of these meetings, and the places of the meetings that clash. One walk over the meetings in
/// order of time for each thing that is shared.
pub(super) fn find(entries: &[Entry<'_>]) -> (Vec<Clash>, BTreeSet<usize>) {
    let mut by_series: HashMap<usize, Vec<Shared>> = HashMap::new();
    let mut running: HashMap<Shared, Vec<(Timestamp, usize)>> = HashMap::new();
    let mut pairs: BTreeMap<(usize, usize), Clash> = BTreeMap::new();
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut clashing = BTreeSet::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.fate.takes_place()) {
        let start = entry.start.timestamp();
        let end = entry.end.as_ref().map(jiff::Zoned::timestamp);
        let end = end.or_else(|| start.checked_add(USUAL_MINUTES.minutes()).ok()).unwrap_or(start);
        let things = by_series.entry(entry.place).or_insert_with(|| shared(entry.planned));
        for thing in things.iter() {
            let others = running.entry(thing.clone()).or_default();
            others.retain(|(until, _)| *until > start);
            for &(_, other) in others.iter().filter(|(_, other)| entries[*other].place != entry.place) {
                let places = (entries[other].place, entry.place);
                let pair = (places.0.min(places.1), places.0.max(places.1));
                clashing.extend([other, at]);
                let clash = pairs.entry(pair).or_insert_with(|| Clash {
                    first: (other, at),
                    times: 0,
                    shared: BTreeSet::new(),
                });
                clash.times += usize::from(seen.insert((other, at)));
                clash.shared.insert(thing.clone());
            }
            others.push((end, at));
        }
    }
    let mut clashes: Vec<Clash> = pairs.into_values().collect();
    clashes.sort_by_key(|clash| clash.first.1);
    (clashes, clashing)
}

/// What a series occupies.
fn shared(planned: &Planned<'_>) -> Vec<Shared> {
    let mut out = Vec::new();
    let meeting = planned.meeting;
    out.extend(meeting.room.non_empty().map(|room| Shared::Room(room.trim().to_lowercase())));
    out.extend(
        meeting.url.non_empty().filter(|url| is_room(url)).map(|url| Shared::Link(url.trim().to_owned())),
    );
    let lead = |github: &str| (!github.is_empty()).then(|| Shared::Lead(github.trim().to_lowercase()));
    match planned.subproject {
        Some(subproject) => out.extend(subproject.leads.iter().filter_map(|person| lead(&person.github))),
        None => out.extend(planned.group.leadership.active().filter_map(|(_, person)| lead(&person.github))),
    }
    out.sort();
    out.dedup();
    out
}

/// Whether only one meeting can be at an address: a page of notes or a channel holds many.
fn is_room(url: &str) -> bool {
    let host =
        url.split_once("://").map_or(url, |(_, rest)| rest).split(['/', '?']).next().unwrap_or_default();
    let many =
        ["docs.google.com", "github.com", "hackmd.io", "youtube.com", "slack.com", "calendar.google.com"];
    !host.is_empty() && !many.iter().any(|name| host == *name || host.ends_with(&format!(".{name}")))
}
