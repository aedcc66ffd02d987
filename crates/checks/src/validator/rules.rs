//! The rules, in the order of the original.

use std::collections::{HashMap, HashSet};

use folkmoot_diagnostics::{Diagnostic, Span};
use folkmoot_model::{Community, Group, Person, Subproject, Text};

use crate::group_key;

use super::{ValidatorError, go, kubernetes_validator};

/// Keys of the four kinds that the original reads, with their prefix.
const KINDS: [(&str, &str); 4] =
    [("sigs", "sig"), ("workinggroups", "wg"), ("usergroups", "ug"), ("committees", "committee")];

/// One run over a community.
pub(super) struct Validation<'a> {
    community: &'a Community,
    /// The entry of each handle that the others are compared with: the first active one met.
    people: HashMap<&'a str, &'a Person>,
    sigs: HashSet<&'a str>,
    errors: Vec<ValidatorError>,
}

impl<'a> Validation<'a> {
    pub(super) fn of(community: &'a Community) -> Self {
        let sigs = community.groups.iter().filter(|group| group.kind.key == "sigs");
        Self {
            community,
            people: HashMap::new(),
            sigs: sigs.map(|group| group.name.as_str()).collect(),
            errors: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Vec<ValidatorError> {
        self.board_representative();
        for (key, prefix) in KINDS {
            let of_kind = self.community.groups.iter().filter(|group| group.kind.key == key);
            let mut groups: Vec<&Group> = of_kind.collect();
            groups.sort_by(|a, b| a.dir.as_str().cmp(b.dir.as_str()));
            for group in groups {
                self.names(group, prefix);
                self.leads(group);
                self.stakeholders(group, prefix);
                self.papers(group, prefix);
                self.subprojects(group, prefix);
            }
        }
        self.errors
    }

    fn add(&mut self, group: Option<&Group>, text: String, place: Span, explained_by: Option<&'static str>) {
        let diagnostic = Diagnostic::error(
            kubernetes_validator::CHECK.code,
            "the Kubernetes generator refuses to run on this",
        )
        .at(place, "")
        .why(format!("its words: `ERROR: {text}`"))
        .help("mend what the words say");
        let diagnostic = match group {
            Some(group) => diagnostic.in_group(group_key(group)),
            None => diagnostic,
        };
        self.errors.push(ValidatorError { text, diagnostic, explained_by });
    }

    /// The entry of the board's representative counts as the first of that person. Where there is none, the
    /// original registers an empty handle, which no lead can have.
    fn board_representative(&mut self) {
        let community = self.community;
        let nowhere = || match community.groups.first() {
            Some(group) => Span::file_start(group.span.file),
            None => community.name.span(),
        };
        let representative = community.gb_rep.as_ref();
        if let Some(person) = representative {
            self.people.insert(&person.github, person);
        }
        let empty = |of: fn(&Person) -> &Text| representative.is_none_or(|person| of(person).is_empty());
        let missing = [
            ("github", empty(|person| &person.github)),
            ("company", empty(|person| &person.company)),
            ("email", empty(|person| &person.email)),
            ("name", empty(|person| &person.name)),
        ];
        for (field, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            let place = representative.map_or_else(nowhere, |person| person.span);
            self.add(None, format!("GBRep: {field} is empty but should be set"), place, None);
        }
    }

    fn names(&mut self, group: &'a Group, prefix: &str) {
        let dir = go::dir_name(prefix, &group.name);
        if dir != *group.dir {
            let text = format!("expected dir: {dir}, got: {}", group.dir);
            self.add(Some(group), text, place(&group.dir, group), Some("dir-mismatch"));
        }
        let label = go::label_name(prefix, &group.name);
        if label != *group.label {
            let text = format!("{}: expected label: {label}, got: {}", group.dir, group.label);
            self.add(Some(group), text, place(&group.label, group), Some("label-mismatch"));
        }
    }

    fn leads(&mut self, group: &'a Group) {
        let leadership = &group.leadership;
        let lists = [
            ("chair", &leadership.chairs),
            ("tech_lead", &leadership.tech_leads),
            ("emeritus_lead", &leadership.emeritus_leads),
        ];
        for (role, people) in lists {
            let mut people: Vec<&Person> = people.iter().collect();
            people.sort_by(|a, b| a.github.as_str().cmp(b.github.as_str()));
            for person in people {
                self.lead(group, role, person);
            }
        }
    }

    fn lead(&mut self, group: &'a Group, role: &str, person: &'a Person) {
        let dir = &group.dir;
        let former = role == "emeritus_lead";
        if person.github.is_empty() {
            let text = format!("{dir}: {role}: github is empty but should be set");
            self.add(Some(group), text, person.span, None);
            return;
        }
        let handle = &person.github;
        let within = |text: &Text| if text.is_present() { text.span() } else { handle.span() };
        if let Some(&known) = self.people.get(handle.as_str()) {
            if !former {
                let details =
                    [("email", &known.email, &person.email), ("company", &known.company, &person.company)];
                for (detail, first, here) in details.into_iter().filter(|(_, first, here)| **first != ***here)
                {
                    let (first, quoted) = (go::quote(first), go::quote(here));
                    let text =
                        format!("{dir}: {handle} {detail}: {first} does not match other entries {quoted}");
                    self.add(Some(group), text, within(here), Some("person-differs"));
                }
            }
            if known.name != *person.name {
                let (first, here) = (go::person(known), go::person(person));
                let text = format!("{dir}: {role}: expected person: {first}, got: {here}");
                self.add(Some(group), text, within(&person.name), Some("lead-under-two-names"));
            }
        } else if !former {
            self.people.insert(handle, person);
            for (detail, value) in [("email", &person.email), ("company", &person.company)] {
                if value.is_empty() {
                    let text = format!("{dir}: {handle}: {detail} is empty but should be set");
                    self.add(Some(group), text, handle.span(), None);
                }
            }
        }
        if person.name.is_empty() {
            let text = format!("{dir}: {handle}: name is empty but should be set");
            self.add(Some(group), text, handle.span(), None);
        }
        if former && !person.company.is_empty() {
            let text = format!(
                "{dir}: emeritus leads should not have company specified; company specified for: {}",
                person.name
            );
            self.add(Some(group), text, person.company.span(), None);
        }
    }

    fn stakeholders(&mut self, group: &'a Group, prefix: &str) {
        let dir = &group.dir;
        if prefix != "wg" {
            if let Some(first) = group.stakeholder_sigs.first() {
                let text = format!("{dir}: only WGs may have stakeholder_sigs");
                self.add(Some(group), text, first.span(), Some("stakeholders-on-sig"));
            }
            return;
        }
        if group.stakeholder_sigs.is_empty() {
            let text = format!("{dir}: WGs must have stakeholder_sigs");
            self.add(Some(group), text, head(group), Some("wg-without-stakeholders"));
        }
        let mut names: Vec<&Text> = group.stakeholder_sigs.iter().collect();
        names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        names.retain(|name| !self.sigs.contains(name.as_str()));
        for name in names {
            let text = format!("{dir}: invalid stakeholder sig name {name}");
            self.add(Some(group), text, name.span(), Some("stakeholder-unknown"));
        }
    }

    fn papers(&mut self, group: &'a Group, prefix: &str) {
        if prefix != "sig" {
            return;
        }
        let missing = [
            (group.charter_link.is_empty(), "charter", "missing-charter"),
            (group.mission_statement.is_empty(), "mission statement", "missing-mission"),
            (group.subprojects.is_empty(), "subprojects", "missing-subproject"),
        ];
        for (_, what, check) in missing.into_iter().filter(|(missing, ..)| *missing) {
            self.add(Some(group), format!("{}: has no {what}", group.dir), head(group), Some(check));
        }
    }

    fn subprojects(&mut self, group: &'a Group, prefix: &str) {
        let dir = &group.dir;
        if prefix != "committee" && prefix != "sig" && !group.subprojects.is_empty() {
            let found = go::subprojects(&group.subprojects);
            let text =
                format!("{dir}: only sigs and committees can own code / have subprojects, found: {found}");
            self.add(Some(group), text, head(group), Some("wg-owns-code"));
        }
        let mut subprojects: Vec<&Subproject> = group.subprojects.iter().collect();
        subprojects.sort_by(|a, b| a.name.as_str().cmp(b.name.as_str()));
        for subproject in subprojects {
            let name = &subproject.name;
            if subproject.owners.is_empty() {
                let text = format!("{dir}/{name}: subproject has no owners");
                let place = if name.is_present() { name.span() } else { subproject.span };
                self.add(Some(group), text, place, Some("missing-owners"));
            }
            let mut owners: Vec<&Text> = subproject.owners.iter().collect();
            owners.sort_by(|a, b| a.as_str().cmp(b.as_str()));
            owners.retain(|url| !go::is_owners_url(url));
            for url in owners {
                let pattern = "https://raw.githubusercontent.com/(?P<org>[^/]+)/(?P<repo>[^/]+)/(?P<branch>[^/]+)/(?P<path>.*)";
                let text =
                    format!("{dir}/{name}: subproject owners should match regexp {pattern}, found: {url}");
                self.add(Some(group), text, url.span(), Some("owner-url-not-a-path"));
            }
        }
    }
}

/// Where a text stands, else the group's head.
fn place(text: &Text, group: &Group) -> Span {
    if text.is_present() { text.span() } else { head(group) }
}

/// Where findings about a whole group are shown.
fn head(group: &Group) -> Span {
    if group.name.is_present() { group.name.span() } else { group.span }
}
