//! Who leads a group.

use std::collections::HashSet;

use folkmoot_diagnostics::Span;

use crate::{Extra, Person, Text};

/// A role that a community names itself (`leads`, `secretaries`) and who holds it.
#[derive(Clone, PartialEq, Debug)]
pub struct RoleList {
    /// Key of the role as written.
    pub role: Text,
    /// Who holds it.
    pub people: Vec<Person>,
}

/// Who leads, or led, a group.
#[derive(Clone, PartialEq, Debug)]
pub struct Leadership {
    /// Chairs; members of a committee; organisers of a working or user group.
    pub chairs: Vec<Person>,
    /// Technical leads.
    pub tech_leads: Vec<Person>,
    /// Former leads.
    pub emeritus_leads: Vec<Person>,
    /// Further roles: every other key of `leadership` whose value is a list of people.
    pub further: Vec<RoleList>,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The mapping, or its holder where absent.
    pub span: Span,
}

impl Leadership {
    /// Nobody; `holder` is the group.
    pub fn empty(holder: Span) -> Self {
        Self {
            chairs: Vec::new(),
            tech_leads: Vec::new(),
            emeritus_leads: Vec::new(),
            further: Vec::new(),
            extra: Vec::new(),
            span: holder,
        }
    }

    /// Active holders with the key of their role: chairs, tech leads, further roles.
    pub fn active(&self) -> impl Iterator<Item = (&str, &Person)> {
        let chairs = self.chairs.iter().map(|person| ("chairs", person));
        let tech_leads = self.tech_leads.iter().map(|person| ("tech_leads", person));
        let further = self
            .further
            .iter()
            .flat_map(|list| list.people.iter().map(|person| (list.role.as_str(), person)));
        chairs.chain(tech_leads).chain(further)
    }

    /// Everybody with the key of their role, former leads last.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Person)> {
        self.active().chain(self.emeritus_leads.iter().map(|person| ("emeritus_leads", person)))
    }

    /// Chairs and technical leads, once a handle, sorted by handle: the owners of the group's folder.
    pub fn owners(&self) -> Vec<&Person> {
        let mut owners: Vec<&Person> = self.chairs.iter().chain(&self.tech_leads).collect();
        owners.sort_by(|a, b| a.github.as_str().cmp(b.github.as_str()));
        let mut seen = HashSet::new();
        owners.retain(|person| seen.insert(person.github.as_str().to_owned()));
        owners
    }
}
