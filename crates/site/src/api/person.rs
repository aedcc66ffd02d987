//! People and their roles.

use schemars::JsonSchema;
use serde::Serialize;

use super::Document;
use super::link::{Day, GroupRef, Url, text};
use crate::roster::{self, Held, Somebody};
use crate::{Feed, Page, View, moment};

/// Everybody who has a role.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "People")]
pub(super) struct People {
    /// In the order in which the record names them first.
    people: Vec<Person>,
}

/// A person with all roles.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Person")]
pub(super) struct Person {
    /// Unique in the community: the handle in lower case, or made of the name.
    id: String,
    /// Their document.
    url: Url,
    /// Their page on this site.
    page: Url,
    /// Handle on GitHub.
    github: Option<String>,
    /// Full name, else the handle.
    name: String,
    /// Employer, as the register has it, else as a group does.
    company: Option<String>,
    /// Employers over time, where the register has them.
    affiliations: Vec<Affiliation>,
    /// IANA zone, where the register has it.
    timezone: Option<String>,
    /// BCP 47 tags, where the register has them.
    languages: Vec<String>,
    /// In the order of the groups.
    roles: Vec<Role>,
    /// The meetings they lead, as an iCalendar feed; of those who lead.
    calendar: Option<Url>,
}

/// A stretch of time at one employer.
#[derive(Serialize, JsonSchema)]
struct Affiliation {
    company: String,
    since: Option<Day>,
    until: Option<Day>,
}

/// A role in a group.
#[derive(Serialize, JsonSchema)]
struct Role {
    group: GroupRef,
    /// Key of the role in the record: `chairs`, `tech_leads`, `emeritus_leads`, `members`, or a community's own;
    /// `subproject_leads` of those who lead a subproject, `liaison` of those who look after a group.
    role: String,
    /// The subproject that they lead.
    subproject: Option<String>,
    since: Option<Day>,
    until: Option<Day>,
    /// Whether they hold it today; former leads do not.
    current: bool,
}

pub(super) fn people(view: &View<'_>) -> People {
    People { people: view.site().roster().everybody().iter().map(|one| of(view, one)).collect() }
}

pub(super) fn person(view: &View<'_>, id: &str) -> Option<Person> {
    view.site().roster().at(id).map(|one| of(view, one))
}

fn of(view: &View<'_>, somebody: &Somebody) -> Person {
    let id = somebody.slug.clone();
    let community = view.site().community();
    let record = somebody.record.and_then(|index| community.people.get(index));
    let today = moment::today(view.now());
    let affiliations = record.map(|record| record.companies.as_slice()).unwrap_or_default();
    let affiliations = affiliations.iter().map(|one| Affiliation {
        company: one.company.to_string(),
        since: one.since.map(Day::from),
        until: one.until.map(Day::from),
    });
    let subproject = |held: &Held| match held.role {
        roster::Role::Subproject(place) => community.groups[held.group].subprojects.get(place),
        _ => None,
    };
    let roles = somebody.roles.iter().map(|held| Role {
        group: GroupRef::new(view, held.group),
        role: key(&held.role),
        subproject: subproject(held).map(|subproject| subproject.name.to_string()),
        since: held.since.map(Day::from),
        until: held.until.map(Day::from),
        current: !held.is_past(today),
    });
    let leads = somebody.roles.iter().any(Held::leads);
    Person {
        url: Url::document(view, &Document::Person(id.clone())),
        page: Url::page(view, &Page::Person(id.clone())),
        github: text(&somebody.handle),
        name: somebody.name.clone(),
        company: text(&somebody.company),
        affiliations: affiliations.collect(),
        timezone: record.and_then(|record| text(&record.timezone)),
        languages: record
            .map(|record| record.languages.iter().map(ToString::to_string).collect())
            .unwrap_or_default(),
        roles: roles.collect(),
        calendar: leads.then(|| Url::feed(view, &Feed::Person(id.clone()))),
        id,
    }
}

fn key(role: &roster::Role) -> String {
    match role {
        roster::Role::Lead(key) => key.clone(),
        roster::Role::Subproject(_) => "subproject_leads".to_owned(),
        roster::Role::Liaison => "liaison".to_owned(),
        roster::Role::Member => "members".to_owned(),
        roster::Role::Emeritus => "emeritus_leads".to_owned(),
    }
}
