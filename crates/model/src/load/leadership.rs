//! Who leads a group.

use folkmoot_yaml::{Entry, Node};

use super::fields::Fields;
use super::person::{people, person};
use super::reader::{Keys, Reader};
use super::unknown;
use crate::{Leadership, RoleList, Text};

/// The leadership under `node`; what is no mapping gives nobody.
pub(super) fn leadership(reader: &mut Reader, node: &Node) -> Option<Leadership> {
    let mut fields = Fields::open(reader, "leadership", "a leadership", node)?;
    let mut leadership = Leadership {
        chairs: people(reader, &mut fields, "chairs"),
        tech_leads: people(reader, &mut fields, "tech_leads"),
        emeritus_leads: people(reader, &mut fields, "emeritus_leads"),
        ..Leadership::empty(node.span)
    };
    // Every other key with a list of people is a role of the community's own.
    for entry in fields.take_rest() {
        match role(reader, entry, &fields) {
            Some(list) => leadership.further.push(list),
            None => leadership.extra.push(crate::Extra {
                key: Text::new(&*entry.key, entry.key_span),
                value: entry.value.clone(),
            }),
        }
    }
    Some(leadership)
}

fn role(reader: &mut Reader, entry: &Entry, fields: &Fields<'_>) -> Option<RoleList> {
    let key = entry.key.as_str();
    // The same key twice, which the YAML reader has reported.
    if fields.known().contains(&key) {
        return None;
    }
    let named_people = |node: &Node| {
        let items = node.items().unwrap_or_default();
        items.iter().all(|item| item.is_null() || item.as_str().is_some() || item.get("github").is_some())
    };
    let is_role = entry.value.items().is_some() && named_people(&entry.value);
    let set_aside = key == "extra" || key.starts_with("x-");
    let keys = reader.keys(entry.key_span);
    let near = unknown::nearest(key, fields.known()).is_some();
    if keys == Keys::Generator || (!set_aside && (near || !is_role)) {
        unknown::report(reader, entry, "a leadership", fields.known(), |key| fields.has(key));
    }
    if !is_role || set_aside {
        return None;
    }
    let people = reader.list(key, "a list of people", &entry.value, |reader, item| person(reader, key, item));
    Some(RoleList { role: Text::new(key, entry.key_span), people })
}
