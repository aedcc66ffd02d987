//! The people of a community: everybody with a role, and a page for each.

mod directory;
mod one;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::roster::{Held, Role};
use crate::{View, wording};

pub(crate) use directory::page as everybody;
pub(crate) use one::page;

/// The day that "still" is seen from.
fn today(view: &View<'_>) -> Date {
    view.now().to_zoned(TimeZone::UTC).date()
}

/// What to call a role, in the reader's language where it is one that every community has.
fn role(view: &View<'_>, held: &Held) -> String {
    let kind = &view.community().groups[held.group].kind;
    match &held.role {
        Role::Lead(key) => wording::role(view, key, kind),
        Role::Subproject(_) => view.text("person-role-subproject"),
        Role::Liaison => view.text("person-role-liaison"),
        Role::Member => view.text("role-member"),
        Role::Emeritus => view.text("role-emeritus"),
    }
}

/// The name of a subproject that somebody leads.
fn subproject<'a>(view: &View<'a>, held: &Held) -> Option<&'a str> {
    let Role::Subproject(index) = held.role else { return None };
    let group = &view.site().community().groups[held.group];
    group.subprojects.get(index).and_then(|subproject| subproject.name.non_empty())
}

/// Chairs and other leads first, then who leads a part, looks after or belongs to a group.
fn rank(held: &Held) -> u8 {
    match held.role {
        Role::Lead(_) => 0,
        Role::Subproject(_) => 1,
        Role::Liaison => 2,
        Role::Member => 3,
        Role::Emeritus => 4,
    }
}
