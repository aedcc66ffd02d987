//! What groups own.

use schemars::JsonSchema;
use serde::Serialize;

use super::channel::Contact;
use super::link::{GroupRef, Link, PersonRef, Url, text};
use super::meeting::series_of;
use crate::View;

/// What groups own.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Subprojects")]
pub(super) struct Subprojects {
    subprojects: Vec<Subproject>,
}

/// Something a group owns: a repository or a part of one, an effort.
#[derive(Serialize, JsonSchema)]
pub(super) struct Subproject {
    group: GroupRef,
    name: String,
    description: Option<String>,
    /// `OWNERS` files.
    owners: Vec<Url>,
    /// Who leads it.
    leads: Vec<PersonRef>,
    contact: Option<Contact>,
    /// Ids of its series.
    meetings: Vec<String>,
    links: Vec<Link>,
}

/// The subprojects of one group.
pub(super) fn subprojects_of(view: &View<'_>, index: usize) -> Vec<Subproject> {
    let group = &view.site().community().groups[index];
    let dir = group.dir.as_str();
    let series = series_of(view, index);
    let one = |subproject: &folkmoot_model::Subproject| {
        let own = series
            .iter()
            .filter(|series| series.planned.subproject.is_some_and(|other| std::ptr::eq(other, subproject)));
        Subproject {
            group: GroupRef::new(view, index),
            name: subproject.name.to_string(),
            description: text(&subproject.description),
            owners: subproject.owners.iter().filter_map(|url| Url::resolve(view, url, dir)).collect(),
            leads: PersonRef::all(view, &subproject.leads),
            contact: subproject.contact.as_ref().map(|contact| Contact::of(view, contact, dir)),
            meetings: own.map(|series| series.id.clone()).collect(),
            links: Link::all(view, &subproject.links, dir),
        }
    };
    group.subprojects.iter().map(one).collect()
}

pub(super) fn subprojects(view: &View<'_>) -> Subprojects {
    let groups = 0..view.community().groups.len();
    Subprojects { subprojects: groups.flat_map(|index| subprojects_of(view, index)).collect() }
}
