//! The record as documents see it: derived parts filled in, every list in Go's order.
//!
//! The Kubernetes generator completes its data (a working group's stakeholder SIGs learn of the working group)
//! and sorts every list before it writes anything. [`Record`] does the same over borrowed model data, so that
//! the model keeps the order its files have.

use std::collections::HashMap;

use folkmoot_model::{
    Community, Contact, GithubTeam, Group, GroupKind, Meeting, Person, Profile, Subproject, Text,
};

use crate::go_sort;

/// How lists are ordered in documents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Order {
    /// By directory, handle, description or name, bytewise; what is equal as Go's `sort.Slice` leaves it.
    Go,
    /// The same, what is equal in the order of the files.
    Stable,
    /// As the files have it.
    Written,
}

impl Order {
    /// How the documents of a community are ordered.
    pub(crate) fn of(profile: &Profile) -> Self {
        match profile.name.as_str() {
            "kubevirt" => Self::Written,
            _ if profile.rewrites_data => Self::Go,
            _ => Self::Stable,
        }
    }

    fn sort<T>(self, items: &mut [T], key: impl Fn(&T) -> &str) {
        match self {
            Self::Go => go_sort::sort_by_key(items, key),
            Self::Stable => items.sort_by(|a, b| key(a).cmp(key(b))),
            Self::Written => {}
        }
    }
}

/// The whole record.
pub(crate) struct Record<'a> {
    pub(crate) community: &'a Community,
    pub(crate) kinds: Vec<KindRecord<'a>>,
}

/// The groups of one kind.
pub(crate) struct KindRecord<'a> {
    pub(crate) kind: &'a GroupKind,
    pub(crate) groups: Vec<GroupRecord<'a>>,
}

/// One group with its lists in order.
pub(crate) struct GroupRecord<'a> {
    pub(crate) community: &'a Community,
    pub(crate) group: &'a Group,
    pub(crate) chairs: Vec<&'a Person>,
    pub(crate) tech_leads: Vec<&'a Person>,
    pub(crate) emeritus_leads: Vec<&'a Person>,
    pub(crate) stakeholder_sigs: Vec<&'a str>,
    pub(crate) reporting_wgs: Vec<&'a str>,
    pub(crate) meetings: Vec<&'a Meeting>,
    pub(crate) contact: ContactRecord<'a>,
    pub(crate) subprojects: Vec<SubprojectRecord<'a>>,
}

/// A contact with its teams in order.
pub(crate) struct ContactRecord<'a> {
    pub(crate) contact: &'a Contact,
    pub(crate) teams: Vec<&'a GithubTeam>,
}

/// A subproject with its lists in order.
pub(crate) struct SubprojectRecord<'a> {
    pub(crate) subproject: &'a Subproject,
    pub(crate) contact: Option<ContactRecord<'a>>,
    pub(crate) owners: Vec<&'a str>,
    pub(crate) leads: Vec<&'a Person>,
    pub(crate) meetings: Vec<&'a Meeting>,
}

impl<'a> Record<'a> {
    pub(crate) fn new(community: &'a Community, order: Order) -> Self {
        let mut kinds: Vec<KindRecord<'a>> =
            community.kinds.iter().map(|kind| KindRecord { kind, groups: Vec::new() }).collect();
        for group in &community.groups {
            if let Some(of_kind) = kinds.iter_mut().find(|of_kind| of_kind.kind.key == group.kind.key) {
                of_kind.groups.push(GroupRecord::new(community, group, order));
            }
        }
        let mut this = Self { community, kinds };
        this.complete(order);
        for of_kind in &mut this.kinds {
            order.sort(&mut of_kind.groups, |group| group.group.dir.as_str());
        }
        this
    }

    /// The groups under `key` (`sigs`), none where there is no such kind.
    pub(crate) fn groups(&self, key: &str) -> &[GroupRecord<'a>] {
        self.kinds.iter().find(|of_kind| of_kind.kind.key == key).map_or(&[], |of_kind| &of_kind.groups)
    }

    /// Tells each SIG which working groups name it as a stakeholder.
    fn complete(&mut self, order: Order) {
        let mut reports: HashMap<&'a str, Vec<&'a str>> = HashMap::new();
        for group in self.community.groups.iter().filter(|group| group.kind.key == "workinggroups") {
            for sig in &group.stakeholder_sigs {
                reports.entry(sig.as_str()).or_default().push(group.name.as_str());
            }
        }
        let Some(sigs) = self.kinds.iter_mut().find(|of_kind| of_kind.kind.key == "sigs") else { return };
        for sig in &mut sigs.groups {
            sig.reporting_wgs = reports.get(sig.group.name.as_str()).cloned().unwrap_or_default();
            if order != Order::Written {
                sig.reporting_wgs.sort_unstable();
            }
        }
    }
}

impl<'a> GroupRecord<'a> {
    fn new(community: &'a Community, group: &'a Group, order: Order) -> Self {
        let by_handle = |people: &'a [Person]| ordered(people, order, |person| &person.github);
        Self {
            community,
            group,
            chairs: by_handle(&group.leadership.chairs),
            tech_leads: by_handle(&group.leadership.tech_leads),
            emeritus_leads: by_handle(&group.leadership.emeritus_leads),
            stakeholder_sigs: strings(&group.stakeholder_sigs, order),
            reporting_wgs: Vec::new(),
            meetings: ordered(&group.meetings, order, |meeting| &meeting.description),
            contact: ContactRecord::new(&group.contact, order),
            subprojects: {
                let mut subprojects: Vec<_> = group
                    .subprojects
                    .iter()
                    .map(|subproject| SubprojectRecord::new(subproject, order))
                    .collect();
                order.sort(&mut subprojects, |subproject| subproject.subproject.name.as_str());
                subprojects
            },
        }
    }

    /// Chairs and technical leads, once a handle, by handle: the owners of the group's folder.
    pub(crate) fn owners(&self) -> Vec<&'a Person> {
        let mut owners: Vec<&'a Person> = self.chairs.iter().chain(&self.tech_leads).copied().collect();
        go_sort::sort_by_key(&mut owners, |person| person.github.as_str());
        // Equal handles stand together; the first of them counts.
        owners.dedup_by(|b, a| a.github.as_str() == b.github.as_str());
        owners
    }
}

impl<'a> ContactRecord<'a> {
    fn new(contact: &'a Contact, order: Order) -> Self {
        Self { contact, teams: ordered(&contact.teams, order, |team| &team.name) }
    }
}

impl<'a> SubprojectRecord<'a> {
    fn new(subproject: &'a Subproject, order: Order) -> Self {
        Self {
            subproject,
            contact: subproject.contact.as_ref().map(|contact| ContactRecord::new(contact, order)),
            owners: strings(&subproject.owners, order),
            leads: ordered(&subproject.leads, order, |person| &person.github),
            meetings: ordered(&subproject.meetings, order, |meeting| &meeting.description),
        }
    }
}

fn ordered<'a, T>(items: &'a [T], order: Order, key: impl Fn(&T) -> &Text) -> Vec<&'a T> {
    let mut ordered: Vec<&'a T> = items.iter().collect();
    order.sort(&mut ordered, |item| key(item).as_str());
    ordered
}

fn strings(items: &[Text], order: Order) -> Vec<&str> {
    let mut strings: Vec<&str> = items.iter().map(Text::as_str).collect();
    if order != Order::Written {
        strings.sort_unstable();
    }
    strings
}
