//! Which series a feed holds, and what they are called.

use std::collections::{BTreeSet, HashSet};

use folkmoot_model::{Group, GroupKind, Planned};

use super::{Feed, events};
use crate::roster::{Held, Role};
use crate::{Site, page};

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
pub(crate) fn kind_slug(kind: &GroupKind) -> String {
    page::slug(if kind.prefix.is_empty() { &kind.key } else { &kind.prefix })
}

/// Whether somebody with these roles leads the series' group or, where it is a subproject's, that one.
fn is_led_with(roles: &[Held], chosen: &Chosen<'_>) -> bool {
    let subproject = chosen.planned.subproject;
    let own = |place: &usize| {
        let there = chosen.planned.group.subprojects.get(*place);
        there.zip(subproject).is_some_and(|(there, own)| std::ptr::eq(there, own))
    };
    roles.iter().filter(|held| held.group == chosen.group).any(|held| match &held.role {
        Role::Lead(_) => subproject.is_none(),
        Role::Subproject(place) => own(place),
        _ => false,
    })
}

impl Site {
    /// The series of a feed in the order of the record; `None` where it names nothing of the community.
    pub(super) fn chosen(&self, feed: &Feed) -> Option<Vec<Chosen<'_>>> {
        let none: &[String] = &[];
        let one = std::slice::from_ref;
        let (groups, kinds, people) = match feed {
            Feed::Community => {
                let places = 0..self.community().groups.len();
                return Some(places.flat_map(|place| self.series_of(place)).collect());
            }
            Feed::Series { group, series } => {
                let mut chosen = self.series_of(self.group_index(group)?);
                chosen.retain(|one| one.slug == *series);
                return (!chosen.is_empty()).then_some(chosen);
            }
            Feed::Kind(kind) => (none, one(kind), none),
            Feed::Group(group) => (one(group), none, none),
            Feed::Person(person) => (none, none, one(person)),
            Feed::Bundle(bundle) => (&bundle.groups[..], &bundle.kinds[..], &bundle.people[..]),
        };
        // Groups of which every series belongs, then groups of which some may.
        let mut whole: BTreeSet<usize> = groups.iter().filter_map(|slug| self.group_index(slug)).collect();
        if !kinds.is_empty() {
            whole.extend(
                self.groups().filter(|(_, group)| kinds.contains(&kind_slug(&group.kind))).map(|(at, _)| at),
            );
        }
        let leads: Vec<&[Held]> =
            people.iter().filter_map(|slug| Some(self.roster().at(slug)?.roles.as_slice())).collect();
        let led: BTreeSet<usize> =
            leads.iter().copied().flatten().filter(|held| held.leads()).map(|held| held.group).collect();
        let is_known = !whole.is_empty()
            || !led.is_empty()
            || self.community().kinds.iter().any(|kind| kinds.contains(&kind_slug(kind)));
        is_known.then(|| {
            let series = whole.union(&led).flat_map(|&place| self.series_of(place));
            let is_led = |one: &Chosen<'_>| leads.iter().any(|roles| is_led_with(roles, one));
            series.filter(|one| whole.contains(&one.group) || is_led(one)).collect()
        })
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
