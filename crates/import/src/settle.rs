//! The last look over everything read: who holds which seat when pages differ, one name a person, notes to
//! the series they belong to.

use std::collections::BTreeMap;

use crate::draft::{
    Draft, Group, Key, Link, Meeting, Rank, Seat, Shelf, Sourced, conflict, made_dir, precedence,
};
use crate::link;
use crate::people::Person;
use crate::report::Conflict;
use crate::role::Role;

/// Settles a draft.
pub(crate) fn settle(draft: &mut Draft) {
    let mut conflicts = Vec::new();
    let community = draft.name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
    for group in &mut draft.groups {
        drop_community(group, &community);
        seats(group, &mut conflicts);
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

/// One page decides who sits where: the group's own where it names anybody in that role, else the last list.
/// Whom another page has elsewhere is a conflict.
fn seats(group: &mut Group, conflicts: &mut Vec<Conflict>) {
    let all = std::mem::take(&mut group.seats);
    let mut kept: Vec<Sourced<Seat>> = Vec::new();
    for seat in &all {
        // The page that decides is the most precise one that names people who lead, or members, at all.
        let decides = |other: &&Sourced<Seat>| other.value.role.leads() == seat.value.role.leads();
        let judge = all.iter().filter(decides).max_by_key(|other| (other.rank, page_order(&all, other)));
        let Some(judge) = judge else { continue };
        let same_page = judge.place.page == seat.place.page;
        let known = kept.iter_mut().find(|other| {
            other.value.person.key() == seat.value.person.key() && other.value.role == seat.value.role
        });
        if let Some(known) = known {
            enrich(&mut known.value.person, &seat.value.person);
            continue;
        }
        let elsewhere = all.iter().find(|other| {
            other.place.page != seat.place.page
                && other.rank >= seat.rank
                && other.value.person.key() == seat.value.person.key()
        });
        let confirmed = elsewhere.is_some_and(|other| other.value.role == seat.value.role);
        if same_page || confirmed {
            kept.push(seat.clone());
            continue;
        }
        let claim = |seat: &Sourced<Seat>| Sourced {
            value: format!(
                "{} is {} {}",
                seat.value.person.shown(),
                article(&seat.value.role),
                seat.value.role.word()
            ),
            place: seat.place.clone(),
            rank: seat.rank,
        };
        let decided = match elsewhere {
            Some(other) => claim(other),
            None => Sourced {
                value: format!("{} is not named", seat.value.person.shown()),
                place: crate::report::Place { page: judge.place.page.clone(), line: judge.place.line },
                rank: judge.rank,
            },
        };
        conflicts.push(conflict(
            &group.dir,
            &seat.value.role.key(),
            &decided,
            &claim(seat),
            precedence(seat.rank, judge.rank),
        ));
    }
    // Somebody who leads is not a member besides, and a former member who leads by a list is worth a word.
    former(group, &all, &kept, conflicts);
    let leads: Vec<String> =
        kept.iter().filter(|seat| seat.value.role.leads()).map(|seat| seat.value.person.key()).collect();
    kept.retain(|seat| {
        seat.value.role != Role::Alumnus
            && (seat.value.role != Role::Member || !leads.contains(&seat.value.person.key()))
    });
    group.seats = kept;
}

/// Later pages have higher numbers.
fn page_order(all: &[Sourced<Seat>], seat: &Sourced<Seat>) -> usize {
    all.iter().rposition(|other| other.place.page == seat.place.page).unwrap_or_default()
}

fn article(role: &Role) -> &'static str {
    if role.word().starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}

fn former(group: &Group, all: &[Sourced<Seat>], kept: &[Sourced<Seat>], conflicts: &mut Vec<Conflict>) {
    for seat in kept.iter().filter(|seat| seat.value.role.leads()) {
        let gone = all.iter().find(|other| {
            matches!(other.value.role, Role::Alumnus | Role::Emeritus)
                && other.value.person.key() == seat.value.person.key()
        });
        if let Some(gone) = gone {
            let said = |seat: &Sourced<Seat>| Sourced {
                value: format!(
                    "{} is {} {}",
                    seat.value.person.shown(),
                    article(&seat.value.role),
                    seat.value.role.word()
                ),
                place: seat.place.clone(),
                rank: seat.rank,
            };
            let because = "no other page names who leads the group";
            conflicts.push(conflict(&group.dir, &seat.value.role.key(), &said(seat), &said(gone), because));
        }
    }
}

/// Fills what one mention lacks from another.
fn enrich(person: &mut Person, other: &Person) {
    let fill = |slot: &mut String, value: &str| {
        if slot.is_empty() {
            value.clone_into(slot);
        }
    };
    fill(&mut person.name, &other.name);
    fill(&mut person.company, &other.company);
    fill(&mut person.email, &other.email);
    person.account = person.account.or(other.account);
}

/// Series of the same name are one, the more precise page first; a list's series beside the own page's go.
fn meetings(group: &mut Group, conflicts: &mut Vec<Conflict>) {
    let own = group.meetings.iter().any(|meeting| meeting.rank == Rank::Own);
    let mut kept: Vec<Sourced<Meeting>> = Vec::new();
    for meeting in std::mem::take(&mut group.meetings) {
        let same = kept.iter_mut().find(|other| {
            other.place.page != meeting.place.page
                && (other.value.description == meeting.value.description
                    || (other.value.schedule.day == meeting.value.schedule.day
                        && other.value.schedule.time == meeting.value.schedule.time))
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
