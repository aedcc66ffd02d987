//! Everybody whom the record names in a role, once each, with all their roles.
//!
//! Somebody is told by the handle, in any case; who has none is told by the full name. Two people never share
//! an address: of two slugs that are the same the later gets a number, those with a handle first.

use std::collections::{HashMap, HashSet};

use folkmoot_model::{Community, Group, Person, PersonRecord};
use jiff::civil::Date;

use crate::page;

/// What somebody is to a group.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Role {
    /// A role of the group's leadership, by its key: `chairs`.
    Lead(String),
    /// Leads the subproject at that place in the group.
    Subproject(usize),
    /// Looks after the group on a committee's behalf.
    Liaison,
    /// Belongs to the group without leading it.
    Member,
    /// Led the group.
    Emeritus,
}

/// A role that somebody holds or held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Held {
    /// The group's place in the community.
    pub(crate) group: usize,
    pub(crate) role: Role,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
}

impl Held {
    /// Whether the role is over on that day.
    pub(crate) fn is_past(&self, today: Date) -> bool {
        self.role == Role::Emeritus || self.until.is_some_and(|until| until < today)
    }

    /// Whether the role leads something.
    pub(crate) fn leads(&self) -> bool {
        matches!(self.role, Role::Lead(_) | Role::Subproject(_))
    }
}

/// Somebody with every role.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Somebody {
    /// Unique within a site: the handle in lower case, else made of the name.
    pub(crate) slug: String,
    /// Full name, else handle; never empty.
    pub(crate) name: String,
    /// Handle on GitHub; empty where not written.
    pub(crate) handle: String,
    /// Employer, as the register or the first role says; may be empty.
    pub(crate) company: String,
    /// The place of the entry in the register (`people.yaml`), where there is one.
    pub(crate) record: Option<usize>,
    /// In the order of the record.
    pub(crate) roles: Vec<Held>,
}

impl Somebody {
    /// Whether some role is not over on that day.
    pub(crate) fn is_active(&self, today: Date) -> bool {
        self.roles.iter().any(|held| !held.is_past(today))
    }
}

/// What tells one person from another.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Handle(String),
    Name(String),
}

impl Key {
    fn of(person: &Person) -> Option<Self> {
        let (handle, name) = (person.github.trim(), person.name.trim());
        match (handle, name) {
            ("", "") => None,
            ("", name) => Some(Self::Name(name.to_lowercase())),
            (handle, _) => Some(Self::Handle(handle.to_lowercase())),
        }
    }
}

/// Everybody with a role, in the order in which the record names them first.
pub(crate) struct Roster {
    everybody: Vec<Somebody>,
    by_key: HashMap<Key, usize>,
    by_slug: HashMap<String, usize>,
}

impl Roster {
    pub(crate) fn new(community: &Community) -> Self {
        let mut roster = Self { everybody: Vec::new(), by_key: HashMap::new(), by_slug: HashMap::new() };
        for (index, group) in community.groups.iter().enumerate() {
            for (role, person) in roles(group) {
                roster.take(index, role, person);
            }
        }
        let handles = community.people.iter().map(|record| record.github.trim().to_lowercase());
        let records: HashMap<String, usize> = handles.enumerate().map(|(i, handle)| (handle, i)).collect();
        for somebody in &mut roster.everybody {
            let record = records.get(&somebody.handle.to_lowercase()).filter(|_| !somebody.handle.is_empty());
            if let Some(record) = record.and_then(|&index| Some((index, community.people.get(index)?))) {
                somebody.learn(record.0, record.1);
            }
        }
        roster.name_all();
        roster
    }

    fn take(&mut self, group: usize, role: Role, person: &Person) {
        let Some(key) = Key::of(person) else { return };
        let index = *self.by_key.entry(key).or_insert_with(|| {
            self.everybody.push(Somebody {
                slug: String::new(),
                name: crate::people::name(person).to_owned(),
                handle: person.github.trim().to_owned(),
                company: String::new(),
                record: None,
                roles: Vec::new(),
            });
            self.everybody.len() - 1
        });
        let somebody = &mut self.everybody[index];
        // One entry may know more than another.
        if somebody.name == somebody.handle && !person.name.trim().is_empty() {
            person.name.trim().clone_into(&mut somebody.name);
        }
        if somebody.company.is_empty() {
            person.company.trim().clone_into(&mut somebody.company);
        }
        let held = Held { group, role, since: person.since, until: person.until };
        if !somebody.roles.contains(&held) {
            somebody.roles.push(held);
        }
    }

    /// Gives everybody an address, those with a handle first: a handle is somebody's own, a name is not.
    fn name_all(&mut self) {
        let mut taken: HashSet<String> = HashSet::new();
        for with_handle in [true, false] {
            let some = self.everybody.iter_mut().enumerate();
            for (index, somebody) in some.filter(|(_, one)| one.handle.is_empty() != with_handle) {
                let told_by = if with_handle { &somebody.handle } else { &somebody.name };
                somebody.slug = page::free_slug(told_by, &mut taken);
                self.by_slug.insert(somebody.slug.clone(), index);
            }
        }
    }

    /// Everybody, in the order in which the record names them first.
    pub(crate) fn everybody(&self) -> &[Somebody] {
        &self.everybody
    }

    /// The entry of somebody whom the record mentions.
    pub(crate) fn of(&self, person: &Person) -> Option<&Somebody> {
        self.by_key.get(&Key::of(person)?).map(|&index| &self.everybody[index])
    }

    /// Who has that address.
    pub(crate) fn at(&self, slug: &str) -> Option<&Somebody> {
        self.by_slug.get(slug).map(|&index| &self.everybody[index])
    }
}

impl Somebody {
    /// Takes over what the register knows.
    fn learn(&mut self, index: usize, record: &PersonRecord) {
        self.record = Some(index);
        if let Some(name) = record.name.non_empty() {
            name.trim().clone_into(&mut self.name);
        }
        let current = record.companies.iter().rev().find(|company| company.until.is_none());
        if let Some(company) = current.and_then(|current| current.company.non_empty()) {
            company.trim().clone_into(&mut self.company);
        }
    }
}

/// Everybody a group names, with their roles.
fn roles(group: &Group) -> impl Iterator<Item = (Role, &Person)> {
    let leads = group.leadership.active().map(|(key, person)| (Role::Lead(key.to_owned()), person));
    let subprojects = group.subprojects.iter().enumerate();
    let subprojects =
        subprojects.flat_map(|(i, sub)| sub.leads.iter().map(move |person| (Role::Subproject(i), person)));
    let liaison = group.contact.liaison.iter().map(|person| (Role::Liaison, person));
    let members = group.members.iter().map(|person| (Role::Member, person));
    let former = group.leadership.emeritus_leads.iter().map(|person| (Role::Emeritus, person));
    leads.chain(subprojects).chain(liaison).chain(members).chain(former)
}

#[cfg(test)]
mod tests {
    use folkmoot_model::{MemoryFiles, load};

    use super::*;

    fn roster(yaml: &str, people: &str) -> Roster {
        let (community, _) = load(&MemoryFiles::new().with("sigs.yaml", yaml).with("people.yaml", people));
        Roster::new(&community)
    }

    #[test]
    fn somebody_is_one_person_across_groups_and_spellings_of_the_handle() {
        let roster = roster(
            "sigs:\n- dir: sig-a\n  name: A\n  leadership:\n    chairs: [{github: Ana, company: Sample Ltd}]\n- dir: sig-b\n  \
             name: B\n  leadership:\n    tech_leads: [{github: ana, name: Ana Sample}]\n    emeritus_leads: [{github: ben}]\n",
            "",
        );
        assert_eq!(roster.everybody().len(), 2);
        let ana = roster.at("ana").expect("Ana");
        assert_eq!(
            (ana.name.as_str(), ana.company.as_str(), ana.roles.len()),
            ("Ana Sample", "Sample Ltd", 2)
        );
        let today = jiff::civil::date(2026, 11, 21);
        assert!(ana.is_active(today) && !roster.at("ben").expect("Ben").is_active(today));
    }

    #[test]
    fn people_without_a_handle_go_by_name_and_never_take_anothers_address() {
        let roster = roster(
            "sigs:\n- dir: sig-a\n  name: A\n  leadership:\n    chairs: [{name: Ana}, {name: Wei 王}, {github: ana, name: Other}, \
             {name: ''}]\n",
            "",
        );
        let slugs: Vec<&str> = roster.everybody().iter().map(|one| one.slug.as_str()).collect();
        assert_eq!(slugs, ["ana-2", "wei-王", "ana"]);
    }

    #[test]
    fn the_register_knows_more_of_somebody() {
        let roster = roster(
            "sigs:\n- dir: sig-a\n  name: A\n  leadership:\n    chairs: [{github: ana, company: Old}]\n",
            "people:\n- github: ana\n  name: Ana Sample\n  companies:\n  - {company: Old, until: 2025-01-01}\n  - {company: New}\n",
        );
        let ana = roster.at("ana").expect("Ana");
        assert_eq!((ana.name.as_str(), ana.record.is_some()), ("Ana Sample", true));
    }

    #[test]
    fn a_role_that_ended_is_past() {
        let roster = roster(
            "sigs:\n- dir: sig-a\n  name: A\n  leadership:\n    chairs: [{github: ana, since: 2024-01-01, until: 2025-01-01}]\n",
            "",
        );
        let ana = roster.at("ana").expect("Ana");
        assert!(
            ana.is_active(jiff::civil::date(2024, 6, 1)) && !ana.is_active(jiff::civil::date(2026, 6, 1))
        );
    }
}
