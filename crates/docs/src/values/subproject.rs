//! What a group owns, in a template.

use folkmoot_gotemplate::{Object, Value};
use folkmoot_model::Community;

use super::contact::ContactView;
use super::meeting::meetings;
use super::{extra, go, links, people, text};
use crate::record::SubprojectRecord;

pub(crate) struct SubprojectView<'a> {
    pub(crate) community: &'a Community,
    pub(crate) record: &'a SubprojectRecord<'a>,
}

impl<'a> Object<'a> for SubprojectView<'a> {
    fn type_name(&self) -> &str {
        "main.Subproject"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Name", "Description", "Contact", "Owners", "Leads", "Meetings"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let record = self.record;
        Some(match name {
            "Name" => text(&record.subproject.name),
            "Description" => text(&record.subproject.description),
            // A pointer in the generator: absent, it is false.
            "Contact" => match &record.contact {
                Some(contact) => Value::pointer(ContactView { community: self.community, record: contact }),
                None => Value::nil_pointer(go("main.Contact")),
            },
            "Owners" => Value::texts(&record.owners),
            "Leads" => people(&record.leads),
            "Meetings" => meetings(&record.meetings),
            "Links" => links(&record.subproject.links),
            "Extra" => extra(&record.subproject.extra),
            _ => return None,
        })
    }
}
