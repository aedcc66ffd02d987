//! Whose time it is: leads and members of groups, and where they live.

use std::collections::HashMap;

use folkmoot_calendar::{Residents, ZoneReading, read_zone};
use folkmoot_model::{Community, Person, PersonRecord};
use jiff::tz::TimeZone;

use crate::meetings::zone_name;

/// Somebody whose zone is known.
pub(super) struct Participant<'a> {
    /// Empty for one who was named by zone alone.
    pub(super) handle: &'a str,
    /// What to call them.
    pub(super) name: String,
    pub(super) zone: TimeZone,
}

/// Somebody whose zone is not known.
pub(super) struct Unplaced<'a> {
    pub(super) person: &'a Person,
    /// What `people.yaml` says, where that cannot be told.
    pub(super) stated: Option<&'a str>,
}

impl Unplaced<'_> {
    /// `@ana`, with what is stated where that cannot be told.
    pub(super) fn told(&self) -> String {
        let name = match self.person.github.non_empty() {
            Some(handle) => format!("@{handle}"),
            None => self.person.name.to_string(),
        };
        match self.stated {
            Some(stated) => format!("{name} (`{stated}` is no single zone)"),
            None => name,
        }
    }
}

/// The leads and members of groups, each once, and one for each further zone.
pub(super) fn of<'a>(
    community: &'a Community,
    groups: &[usize],
    further: &[TimeZone],
) -> (Vec<Participant<'a>>, Vec<Unplaced<'a>>) {
    let register: HashMap<String, &PersonRecord> =
        community.people.iter().map(|record| (record.github.to_lowercase(), record)).collect();
    let mut seen: Vec<String> = Vec::new();
    let (mut people, mut unplaced) = (Vec::new(), Vec::new());
    for &place in groups {
        let group = &community.groups[place];
        let leads = group.leadership.active().map(|(_, person)| person);
        for person in leads.chain(&group.members) {
            let key = person.github.non_empty().unwrap_or(&person.name).to_lowercase();
            if key.is_empty() || seen.contains(&key) {
                continue;
            }
            let stated = register.get(&key).and_then(|record| record.timezone.non_empty());
            match stated.and_then(zone) {
                Some(zone) => {
                    let name = person.name.non_empty().unwrap_or(&person.github).trim().to_owned();
                    people.push(Participant { handle: person.github.trim(), name, zone });
                }
                None => unplaced.push(Unplaced { person, stated }),
            }
            seen.push(key);
        }
    }
    people.extend(further.iter().map(|zone| Participant {
        handle: "",
        name: "(named by zone)".to_owned(),
        zone: zone.clone(),
    }));
    (people, unplaced)
}

/// The one zone that a text means.
fn zone(text: &str) -> Option<TimeZone> {
    match read_zone(text) {
        ZoneReading::Ambiguous(_) => None,
        reading => reading.time_zone(),
    }
}

/// The zones of the people, those of most people first, then by name.
pub(super) fn residents(people: &[Participant<'_>]) -> Vec<Residents> {
    let mut out: Vec<Residents> = Vec::new();
    for person in people {
        match out.iter_mut().find(|one| one.zone == person.zone) {
            Some(known) => known.people += 1,
            None => out.push(Residents { zone: person.zone.clone(), people: 1 }),
        }
    }
    out.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| zone_name(&a.zone).cmp(zone_name(&b.zone))));
    out
}
