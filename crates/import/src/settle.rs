//! The last look over everything read: who holds which seat when pages differ, one name a person, notes to
//! the series they belong to.

use std::collections::BTreeMap;

use crate::draft::{Draft, Group, Key, Link, Meeting, Rank, Shelf, Sourced, conflict, made_dir, precedence};
use crate::link;
use crate::report::Conflict;
use crate::seats;

/// Settles a draft.
pub(crate) fn settle(draft: &mut Draft) {
    let mut conflicts = Vec::new();
    let community = draft.name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
    for group in &mut draft.groups {
        drop_community(group, &community);
        seats::settle(group, &mut conflicts);
        meetings(group, &mut conflicts);
        notes(group);
    }
    names(draft, &mut conflicts);
    draft.conflicts.append(&mut conflicts);
    draft.conflicts.dedup();
}

/// `KubeSphere Steering` of the community KubeSphere is `Steering`.
pub(crate) fn without_community<'a>(name: &'a str, community: &str) -> &'a str {
    let head =
        name.get(..community.len()).filter(|head| !head.is_empty() && head.eq_ignore_ascii_case(community));
    let rest = head.and_then(|head| name[head.len()..].strip_prefix(' ')).map_or("", str::trim);
    if rest.is_empty() { name } else { rest }
}

/// Takes the community's name off a group that was read before the name was known.
fn drop_community(group: &mut Group, community: &str) {
    let Some(name) = group.texts.get_mut(&Key::Name) else { return };
    let short = without_community(&name.value, community).to_owned();
    if group.dir == made_dir(&group.kind, &name.value) {
        group.dir = made_dir(&group.kind, &short);
    }
    name.value = short;
}

/// Series of the same name are one, the more precise page first; a list's series beside the own page's go.
fn meetings(group: &mut Group, conflicts: &mut Vec<Conflict>) {
    let own = group.meetings.iter().any(|meeting| meeting.rank == Rank::Own);
    let mut kept: Vec<Sourced<Meeting>> = Vec::new();
    for meeting in std::mem::take(&mut group.meetings) {
        let same = kept.iter_mut().find(|other| {
            other.place.page != meeting.place.page && same_series(&other.value, &meeting.value)
        });
        match same {
            Some(other) => {
                let (better, worse) = if meeting.rank >= other.rank {
                    (meeting, other.clone())
                } else {
                    (other.clone(), meeting)
                };
                let (a, b) = (better.value.schedule.summary(), worse.value.schedule.summary());
                if a != b && !a.is_empty() && !b.is_empty() {
                    let said = |of: &Sourced<Meeting>, value: String| Sourced {
                        value,
                        place: of.place.clone(),
                        rank: of.rank,
                    };
                    conflicts.push(conflict(
                        &group.dir,
                        "meetings",
                        &said(&better, a),
                        &said(&worse, b),
                        precedence(worse.rank, better.rank),
                    ));
                }
                addresses(&group.dir, &better, &worse, conflicts);
                *other = Sourced { value: filled(better.value, &worse.value), ..better };
            }
            None => kept.push(meeting),
        }
    }
    if own {
        let (own, listed): (Vec<_>, Vec<_>) = kept.into_iter().partition(|meeting| meeting.rank == Rank::Own);
        for meeting in listed {
            let said = Sourced {
                value: format!("{}: {}", meeting.value.description, meeting.value.schedule.summary()),
                place: meeting.place.clone(),
                rank: meeting.rank,
            };
            let other = own.first().map_or_else(
                || said.clone(),
                |own| Sourced { value: "no such series".into(), place: own.place.clone(), rank: own.rank },
            );
            conflicts.push(conflict(
                &group.dir,
                "meetings",
                &other,
                &said,
                precedence(Rank::List, Rank::Own),
            ));
        }
        kept = own;
    }
    group.meetings = kept;
}

/// Whether two pages speak of one series: by its name or, where one of them gives it none, by when it meets.
fn same_series(a: &Meeting, b: &Meeting) -> bool {
    let when = |meeting: &Meeting| {
        let schedule = &meeting.schedule;
        (schedule.day.clone(), schedule.time.clone(), schedule.frequency.to_lowercase())
    };
    let unnamed = |meeting: &Meeting| {
        meeting.description.starts_with("Regular ") && meeting.description.ends_with(" meeting")
    };
    let same_time = !a.schedule.day.is_empty() && when(a) == when(b);
    a.description == b.description || (same_time && (unnamed(a) || unnamed(b)))
}

/// Addresses of one series that differ from page to page.
fn addresses(dir: &str, kept: &Sourced<Meeting>, aside: &Sourced<Meeting>, conflicts: &mut Vec<Conflict>) {
    let of = |meeting: &Meeting| {
        [
            ("meetings.url", meeting.url.clone()),
            ("meetings.archive_url", meeting.archive_url.clone()),
            ("meetings.recordings_url", meeting.recordings_url.clone()),
            ("meetings.calendar_url", meeting.calendar_url.clone()),
        ]
    };
    for ((what, a), (_, b)) in of(&kept.value).into_iter().zip(of(&aside.value)) {
        if !a.is_empty() && !b.is_empty() && !link::same(&a, &b) {
            let a = Sourced { value: a, place: kept.place.clone(), rank: kept.rank };
            let b = Sourced { value: b, place: aside.place.clone(), rank: aside.rank };
            conflicts.push(conflict(dir, what, &a, &b, precedence(aside.rank, kept.rank)));
        }
    }
}

fn filled(mut meeting: Meeting, other: &Meeting) -> Meeting {
    let pairs = [
        (&mut meeting.url, &other.url),
        (&mut meeting.archive_url, &other.archive_url),
        (&mut meeting.recordings_url, &other.recordings_url),
        (&mut meeting.calendar_url, &other.calendar_url),
        (&mut meeting.room, &other.room),
    ];
    for (slot, value) in pairs {
        if slot.is_empty() {
            value.clone_into(slot);
        }
    }
    meeting
}

/// Notes belong to the one series there is, as long as it has none of its own.
fn notes(group: &mut Group) {
    let [meeting] = group.meetings.as_mut_slice() else {
        return;
    };
    let Some(notes) = group.shelves.get_mut(&Shelf::Notes) else { return };
    if let (true, [only]) = (meeting.value.archive_url.is_empty(), notes.as_slice()) {
        meeting.value.archive_url.clone_from(&only.value.url);
    }
    let archive = meeting.value.archive_url.clone();
    notes.retain(|note: &Sourced<Link>| !link::same(&note.value.url, &archive));
}

/// Everybody has one name: the one most pages write, else the longest.
fn names(draft: &mut Draft, conflicts: &mut Vec<Conflict>) {
    let mut written: BTreeMap<String, BTreeMap<String, (usize, Sourced<String>)>> = BTreeMap::new();
    for seat in draft.groups.iter().flat_map(|group| &group.seats) {
        let person = &seat.value.person;
        if person.github.is_empty() || person.name.is_empty() {
            continue;
        }
        let said = Sourced { value: person.name.clone(), place: seat.place.clone(), rank: seat.rank };
        written.entry(person.key()).or_default().entry(person.name.clone()).or_insert((0, said)).0 += 1;
    }
    let mut chosen: BTreeMap<String, String> = BTreeMap::new();
    for (key, names) in &written {
        let best = names.iter().max_by_key(|(name, (count, _))| (*count, name.chars().count()));
        let Some((name, (_, said))) = best else { continue };
        chosen.insert(key.clone(), name.clone());
        for (other, (_, aside)) in names {
            if other != name {
                conflicts.push(conflict(
                    &format!("@{key}"),
                    "name",
                    said,
                    aside,
                    "one person has one name: the one written most often, else the longest",
                ));
            }
        }
    }
    for seat in draft.groups.iter_mut().flat_map(|group| &mut group.seats) {
        if let Some(name) = chosen.get(&seat.value.person.key()) {
            seat.value.person.name.clone_from(name);
        }
    }
}
