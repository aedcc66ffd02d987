//! The maintainers list: who leads, for the foundation that hosts the community.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use folkmoot_model::{Community, Person};

use crate::record::{Order, Record};

/// Where the list is written.
pub const MAINTAINERS_FILE: &str = "maintainers.txt";

/// SIGs whose leads may use the foundation's service desk, beside the steering committee's members.
const SERVICE_DESK_SIGS: [&str; 3] = ["Contributor Experience", "K8s Infra", "Release"];

/// The list: everybody who leads a SIG or sits on the steering committee, and the representative on the
/// foundation's board, by handle.
///
/// The Kubernetes generator enters service desk users of SIGs by name and looks them up by handle, so that none
/// of them is found. With `as_original` this is reproduced.
pub fn maintainers_list(community: &Community, as_original: bool) -> String {
    let record = Record::new(community, Order::Go);
    let mut maintainers: BTreeMap<&str, Option<&Person>> = BTreeMap::new();
    let mut service_desk: HashSet<&str> = HashSet::new();
    match &community.gb_rep {
        Some(person) => drop(maintainers.insert(person.github.as_str(), Some(person))),
        None if as_original => drop(maintainers.insert("", None)),
        None => {}
    }
    for steering in record.groups("committees").iter().filter(|group| group.group.name == "Steering") {
        for &member in &steering.chairs {
            maintainers.insert(&member.github, Some(member));
            service_desk.insert(&member.github);
        }
    }
    for sig in record.groups("sigs") {
        let uses_desk = SERVICE_DESK_SIGS.contains(&sig.group.name.as_str());
        for &lead in sig.chairs.iter().chain(&sig.tech_leads) {
            maintainers.insert(&lead.github, Some(lead));
            if uses_desk {
                service_desk.insert(if as_original { &lead.name } else { &lead.github });
            }
        }
    }
    let mut list = String::from("name | company | github | email | service-desk?\n");
    list.push_str("===============================================\n");
    for (handle, person) in maintainers {
        let [name, company, email] = match person {
            Some(person) => [&person.name, &person.company, &person.email].map(|text| text.as_str()),
            None => [""; 3],
        };
        let desk = service_desk.contains(handle);
        writeln!(list, "{name} | {company} | {handle} | {email} | {desk}")
            .expect("invariant: writing to a string does not fail");
    }
    list
}
