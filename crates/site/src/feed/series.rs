//! Which series a feed holds, and what they are called.

use std::collections::{BTreeSet, HashSet};

use folkmoot_model::{Group, GroupKind, Person, Planned};

use super::{Feed, events};
use crate::{Site, page, people};

/// A series of a feed.
pub(super) struct Chosen<'a> {
    /// The group's place in the community.
    pub(super) group: usize,
    /// Unique within the group.
    pub(super) slug: String,
    pub(super) planned: Planned<'a>,
}

/// A name for each series of a group, its subprojects' included, in the order written: made of the subproject
/// and the title, so that it stays when the time, the zone or the link changes; of two series that share both
/// the second is numbered.
pub(super) fn slugs(group: &Group) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let name = |(subproject, meeting): (Option<&folkmoot_model::Subproject>, &folkmoot_model::Meeting)| {
        let parts = [subproject.map_or("", |subproject| &subproject.name), &meeting.description];
        let wanted = parts.join(" ");
        let wanted = if wanted.trim().is_empty() { "meeting".to_owned() } else { page::slug(&wanted) };
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut candidates = std::iter::once(wanted.clone()).chain(numbered);
        candidates.find(|candidate| taken.insert(candidate.clone())).unwrap_or(wanted)
    };
    group.all_meetings().map(name).collect()
}

/// The name of a kind in addresses: its prefix, else its key.
pub(super) fn kind_slug(kind: &GroupKind) -> String {
    page::slug(if kind.prefix.is_empty() { &kind.key } else { &kind.prefix })
}

/// The name of a person in addresses.
fn person_slug(person: &Person) -> String {
    page::slug(&people::key(person))
}

fn leads_group(group: &Group, slugs: &[&str]) -> bool {
    group.leadership.active().any(|(_, person)| slugs.contains(&person_slug(person).as_str()))
}

/// Everybody who leads a group or a subproject, by slug.
pub(super) fn leads(site: &Site) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (_, group) in site.groups() {
        out.extend(group.leadership.active().map(|(_, person)| person_slug(person)));
        out.extend(group.subprojects.iter().flat_map(|one| &one.leads).map(person_slug));
    }
    out
}

impl Site {
    /// The series of a feed in the order of the record; `None` where it names nothing of the community.
    pub(super) fn chosen(&self, feed: &Feed) -> Option<Vec<Chosen<'_>>> {
        let none: &[String] = &[];
        let one = std::slice::from_ref;
        let (groups, kinds, people) = match feed {
            Feed::Community => return Some(self.series(|_| true)),
            Feed::Series { group, series } => {
                let index = self.group_index(group)?;
                let mut chosen = self.series_of(index);
                chosen.retain(|one| one.slug == *series);
                return (!chosen.is_empty()).then_some(chosen);
            }
            Feed::Kind(kind) => (none, one(kind), none),
            Feed::Group(group) => (one(group), none, none),
            Feed::Person(person) => (none, none, one(person)),
            Feed::Bundle(bundle) => (&bundle.groups[..], &bundle.kinds[..], &bundle.people[..]),
        };
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        let is_known = groups.iter().any(|slug| self.group_index(slug).is_some())
            || self.community().kinds.iter().any(|kind| kinds.contains(&kind_slug(kind)))
            || (!people.is_empty() && leads(self).iter().any(|lead| people.contains(&lead.as_str())));
        is_known.then(|| {
            self.series(|one| {
                let group = one.planned.group;
                groups.iter().any(|slug| slug == self.slug(one.group))
                    || kinds.contains(&kind_slug(&group.kind))
                    || match one.planned.subproject {
                        Some(sub) => {
                            sub.leads.iter().any(|person| people.contains(&person_slug(person).as_str()))
                        }
                        None => leads_group(group, &people),
                    }
            })
        })
    }

    /// Every series of every group that fits.
    fn series<'a>(&'a self, fits: impl Fn(&Chosen<'a>) -> bool) -> Vec<Chosen<'a>> {
        (0..self.community().groups.len()).flat_map(|index| self.series_of(index)).filter(fits).collect()
    }

    fn series_of(&self, index: usize) -> Vec<Chosen<'_>> {
        let group = &self.community().groups[index];
        let planned = self.community().planned_of(group).into_iter();
        let named = planned.zip(slugs(group));
        let chosen = named.map(|(planned, slug)| {
            let mut chosen = Chosen { group: index, slug, planned };
            events::begin(self, &mut chosen);
            chosen
        });
        chosen.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_without_a_title_has_a_name_and_two_of_one_title_have_two() {
        let text = "sigs:\n- dir: sig-docs\n  name: Docs\n  meetings:\n  - {day: Monday}\n  - {description: Weekly!}\n  - \
                    {description: weekly}\n  subprojects:\n  - name: Site\n    meetings:\n    - {description: Weekly}\n";
        let (community, _) =
            folkmoot_model::load(&folkmoot_model::MemoryFiles::new().with("sigs.yaml", text));
        assert_eq!(slugs(&community.groups[0]), ["meeting", "weekly", "weekly-2", "site-weekly"]);
    }
}
