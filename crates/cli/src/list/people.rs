//! `folkmoot list people`

use std::collections::BTreeMap;

use folkmoot_model as model;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Selection;
use super::output::Listed;
use super::view::{Viewer, extra};

/// Somebody with every role held, and what the register knows. Handles that differ in case alone are one
/// person's; name and company are those of the first mention that has them.
#[derive(Serialize)]
pub(super) struct Person {
    github: String,
    name: String,
    company: String,
    email: String,
    roles: Vec<Role>,
    /// The entry of `people.yaml`.
    register: Option<Register>,
}

/// A role held.
#[derive(Serialize)]
struct Role {
    /// `chairs`, `tech_leads`, `emeritus_leads`, `members`, `liaison`, `gb_rep`, `leads` or a role of the
    /// community's own.
    role: String,
    /// Id of the group; `null` for a role in the community itself.
    group: Option<String>,
    group_title: String,
    /// Name of the subproject, where the role is in one.
    subproject: Option<String>,
    since: Option<String>,
    until: Option<String>,
    source: String,
}

/// What `people.yaml` says.
#[derive(Serialize)]
struct Register {
    github_id: Option<u64>,
    companies: Vec<Affiliation>,
    slack: String,
    timezone: String,
    languages: Vec<String>,
    extra: Map<String, Value>,
    source: String,
}

/// A stretch of time at one employer.
#[derive(Serialize)]
struct Affiliation {
    company: String,
    since: Option<String>,
    until: Option<String>,
}

/// Everybody, by handle.
pub(super) fn list(selection: &Selection<'_>) -> Vec<Person> {
    let mut people = People { viewer: Viewer(&selection.community.sources), by_handle: BTreeMap::new() };
    for group in &selection.groups {
        let leads = group.leadership.all().map(|(role, person)| (role, None, person));
        let members = group.members.iter().map(|person| ("members", None, person));
        let liaison = group.contact.liaison.iter().map(|person| ("liaison", None, person));
        let subprojects = group.subprojects.iter().flat_map(|subproject| {
            subproject.leads.iter().map(move |person| ("leads", Some(subproject.name.as_str()), person))
        });
        for (role, subproject, person) in leads.chain(members).chain(liaison).chain(subprojects) {
            people.add(role, Some(group), subproject, person);
        }
    }
    if selection.is_all {
        if let Some(person) = &selection.community.gb_rep {
            people.add("gb_rep", None, None, person);
        }
        for record in &selection.community.people {
            people.entry(&record.github, &record.name);
        }
    }
    for record in &selection.community.people {
        people.register(record);
    }
    people.by_handle.into_values().collect()
}

struct People<'c> {
    viewer: Viewer<'c>,
    by_handle: BTreeMap<String, Person>,
}

impl People<'_> {
    /// The person of that handle, or of that name where the handle is missing; `None` where both are.
    fn entry(&mut self, github: &str, name: &str) -> Option<&mut Person> {
        let key = match (github, name) {
            ("", "") => return None,
            // After every handle.
            ("", name) => format!("\u{10FFFF}{}", name.to_lowercase()),
            (handle, _) => handle.to_lowercase(),
        };
        Some(self.by_handle.entry(key).or_insert_with(|| Person {
            github: github.to_owned(),
            name: String::new(),
            company: String::new(),
            email: String::new(),
            roles: Vec::new(),
            register: None,
        }))
    }

    fn add(
        &mut self,
        role: &str,
        group: Option<&model::Group>,
        subproject: Option<&str>,
        person: &model::Person,
    ) {
        let source = self.viewer.source(person.span);
        let Some(entry) = self.entry(&person.github, &person.name) else { return };
        for (known, said) in [
            (&mut entry.name, &person.name),
            (&mut entry.company, &person.company),
            (&mut entry.email, &person.email),
        ] {
            if known.is_empty() {
                known.push_str(said);
            }
        }
        entry.roles.push(Role {
            role: role.to_owned(),
            group: group.map(model::Group::id),
            group_title: group.map(model::Group::title).unwrap_or_default(),
            subproject: subproject.map(str::to_owned),
            since: person.since.map(|date| date.to_string()),
            until: person.until.map(|date| date.to_string()),
            source,
        });
    }

    /// Adds what the register says to those who are listed.
    fn register(&mut self, record: &model::PersonRecord) {
        let source = self.viewer.source(record.span);
        let Some(person) = self.by_handle.get_mut(&record.github.to_lowercase()) else { return };
        if person.name.is_empty() {
            person.name = record.name.to_string();
        }
        if person.company.is_empty()
            && let Some(now) = record.companies.iter().rfind(|affiliation| affiliation.until.is_none())
        {
            person.company = now.company.to_string();
        }
        let companies = record.companies.iter().map(|affiliation| Affiliation {
            company: affiliation.company.to_string(),
            since: affiliation.since.map(|date| date.to_string()),
            until: affiliation.until.map(|date| date.to_string()),
        });
        person.register = Some(Register {
            github_id: record.github_id,
            companies: companies.collect(),
            slack: record.slack.to_string(),
            timezone: record.timezone.to_string(),
            languages: record.languages.iter().map(ToString::to_string).collect(),
            extra: extra(&record.extra),
            source,
        });
    }
}

impl Role {
    /// `chair of SIG Docs`
    fn phrase(&self) -> String {
        let role = match self.role.as_str() {
            "chairs" => "chair",
            "tech_leads" => "tech lead",
            "emeritus_leads" => "emeritus lead",
            "members" => "member",
            "leads" => "lead",
            "gb_rep" => "governing board representative",
            other => other,
        };
        match (self.group_title.as_str(), &self.subproject) {
            ("", _) => role.to_owned(),
            (group, Some(subproject)) => format!("{role} of {subproject} ({group})"),
            (group, None) => format!("{role} of {group}"),
        }
    }
}

impl Person {
    fn roles(&self, separator: &str) -> String {
        self.roles.iter().map(Role::phrase).collect::<Vec<_>>().join(separator)
    }
}

impl Listed for Person {
    const PLURAL: &'static str = "people";
    const TABLE: &'static [&'static str] = &["HANDLE", "NAME", "COMPANY", "ROLES"];
    const CSV: &'static [&'static str] = &["github", "name", "company", "email", "roles"];

    fn row(&self) -> Vec<String> {
        vec![self.github.clone(), self.name.clone(), self.company.clone(), self.roles(", ")]
    }

    fn record(&self) -> Vec<String> {
        let (github, name) = (self.github.clone(), self.name.clone());
        vec![github, name, self.company.clone(), self.email.clone(), self.roles("; ")]
    }
}
