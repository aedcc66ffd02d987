//! Who holds which seat when pages differ.

use std::collections::{HashMap, HashSet};

use crate::draft::{Group, Rank, Seat, Sourced, conflict, precedence};
use crate::people::Person;
use crate::report::{Conflict, Place};
use crate::role::Role;

/// What sort of seat a role is: each sort is decided by one page.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    Leads,
    Belongs,
    Led,
    Liaison,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Leads, Self::Belongs, Self::Led, Self::Liaison];

    fn of(role: &Role) -> Self {
        match role {
            Role::Chair | Role::TechLead | Role::Further(_) => Self::Leads,
            Role::Member | Role::Alumnus => Self::Belongs,
            Role::Emeritus => Self::Led,
            Role::Liaison => Self::Liaison,
        }
    }
}

/// For each sort of seat one page decides: the group's own where it names anybody, else the last list. Whom
/// another page has elsewhere is a conflict.
pub(crate) fn settle(group: &mut Group, conflicts: &mut Vec<Conflict>) {
    let all = std::mem::take(&mut group.seats);
    let judges: HashMap<Sort, &Sourced<Seat>> =
        Sort::ALL.into_iter().filter_map(|sort| Some((sort, judge(&all, sort)?))).collect();
    let mut by_person: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, seat) in all.iter().enumerate() {
        by_person.entry(seat.value.person.key()).or_default().push(index);
    }
    let mut kept: Vec<Sourced<Seat>> = Vec::new();
    let mut places: HashMap<(String, Role), usize> = HashMap::new();
    for seat in &all {
        let key = seat.value.person.key();
        if let Some(&known) = places.get(&(key.clone(), seat.value.role.clone())) {
            employers(&group.dir, &kept[known], seat, conflicts);
            enrich(&mut kept[known].value.person, &seat.value.person);
            continue;
        }
        let sort = Sort::of(&seat.value.role);
        let Some(judge) = judges.get(&sort) else { continue };
        let mentions = by_person.get(&key).map_or(&[][..], Vec::as_slice);
        // A liaison comes from elsewhere and may hold any seat besides.
        let speaks = |other: &&Sourced<Seat>| {
            let liaison = Sort::of(&other.value.role) == Sort::Liaison;
            other.place.page != seat.place.page
                && other.rank >= seat.rank
                && liaison == (sort == Sort::Liaison)
        };
        let elsewhere = mentions.iter().map(|&index| &all[index]).find(speaks);
        let confirmed = elsewhere.is_some_and(|other| other.value.role == seat.value.role);
        if judge.place.page == seat.place.page || confirmed {
            places.insert((key, seat.value.role.clone()), kept.len());
            kept.push(seat.clone());
            continue;
        }
        let decided = elsewhere.map_or_else(
            || Sourced {
                value: format!("{} is not named", seat.value.person.shown()),
                place: Place { page: judge.place.page.clone(), line: judge.place.line },
                rank: judge.rank,
            },
            claim,
        );
        let because = precedence(seat.rank, judge.rank);
        conflicts.push(conflict(&group.dir, &seat.value.role.key(), &decided, &claim(seat), because));
    }
    former(group, &all, &by_person, &kept, conflicts);
    // Somebody who leads is not a member besides.
    let leads: HashSet<String> =
        kept.iter().filter(|seat| seat.value.role.leads()).map(|seat| seat.value.person.key()).collect();
    kept.retain(|seat| match seat.value.role {
        Role::Alumnus => false,
        Role::Member => !leads.contains(&seat.value.person.key()),
        _ => true,
    });
    group.seats = kept;
}

/// The mention whose page decides about a sort of seat: of the most precise pages the last.
fn judge(all: &[Sourced<Seat>], sort: Sort) -> Option<&Sourced<Seat>> {
    let found = || all.iter().filter(move |seat| Sort::of(&seat.value.role) == sort);
    let last = found().max_by_key(|seat| seat.rank)?;
    // The first mention on that page stands for the page.
    found().find(|seat| seat.place.page == last.place.page)
}

fn claim(seat: &Sourced<Seat>) -> Sourced<String> {
    let word = seat.value.role.word();
    let article = if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    let value = format!("{} is {article} {word}", seat.value.person.shown());
    Sourced { value, place: seat.place.clone(), rank: seat.rank }
}

/// Who leads by a list and is a former member by the group's own page: worth a word.
fn former(
    group: &Group,
    all: &[Sourced<Seat>],
    by_person: &HashMap<String, Vec<usize>>,
    kept: &[Sourced<Seat>],
    conflicts: &mut Vec<Conflict>,
) {
    for seat in kept.iter().filter(|seat| seat.value.role.leads() && seat.rank == Rank::List) {
        let mentions = by_person.get(&seat.value.person.key()).map_or(&[][..], Vec::as_slice);
        let gone = mentions.iter().map(|&index| &all[index]).find(|other| {
            other.place.page != seat.place.page && matches!(other.value.role, Role::Alumnus | Role::Emeritus)
        });
        if let Some(gone) = gone {
            let because = "no other page names who leads the group";
            conflicts.push(conflict(&group.dir, &seat.value.role.key(), &claim(seat), &claim(gone), because));
        }
    }
}

/// Two pages that name different employers of one person.
fn employers(dir: &str, kept: &Sourced<Seat>, other: &Sourced<Seat>, conflicts: &mut Vec<Conflict>) {
    let (a, b) = (&kept.value.person, &other.value.person);
    if a.company.is_empty() || b.company.is_empty() || a.company == b.company {
        return;
    }
    let said = |seat: &Sourced<Seat>| Sourced {
        value: format!("{}, {}", seat.value.person.shown(), seat.value.person.company),
        place: seat.place.clone(),
        rank: seat.rank,
    };
    conflicts.push(conflict(
        dir,
        "company",
        &said(kept),
        &said(other),
        "the page that was read first is kept",
    ));
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
