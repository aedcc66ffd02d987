//! Who leads a group, in a template.

use folkmoot_gotemplate::{CallError, Object, Record, Signature, Type, Value};

use super::{PersonView, go, people};
use crate::record::GroupRecord;

pub(crate) struct LeadershipView<'a> {
    pub(crate) record: &'a GroupRecord<'a>,
    /// Go gives a struct's methods to what can be pointed to: not to the part of a struct handed over by value.
    pub(crate) has_methods: bool,
}

impl<'a> Object<'a> for LeadershipView<'a> {
    fn type_name(&self) -> &str {
        "main.LeadershipGroup"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Chairs", "TechnicalLeads", "EmeritusLeads"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        Some(match name {
            "Chairs" => people(&self.record.chairs),
            "TechnicalLeads" => people(&self.record.tech_leads),
            "EmeritusLeads" => people(&self.record.emeritus_leads),
            "Further" => {
                let further = &self.record.group.leadership.further;
                Value::list_of(further, go("main.Role"), |list| {
                    let holders = Value::list_of(&list.people, go("main.Person"), |person| {
                        Value::object(PersonView(person))
                    });
                    let title = role_title(&list.role);
                    Value::object(Record::new("main.Role").with("Title", title).with("People", holders))
                })
            }
            _ => return None,
        })
    }

    fn method(&self, name: &str) -> Option<Signature> {
        (self.has_methods && matches!(name, "Owners" | "PrefixToPersonMap")).then(Signature::none)
    }

    fn call(&self, name: &str, _arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        match name {
            "Owners" => {
                let owners: Vec<Value<'a>> = self
                    .record
                    .owners()
                    .into_iter()
                    .map(|person| Value::object(PersonView(person)))
                    .collect();
                Ok(Value::list(go("main.Person"), owners))
            }
            "PrefixToPersonMap" => {
                let of = [
                    ("chair", people(&self.record.chairs)),
                    ("tech_lead", people(&self.record.tech_leads)),
                    ("emeritus_lead", people(&self.record.emeritus_leads)),
                ];
                Ok(Value::map(Type::list(go("main.Person")), of))
            }
            _ => Err(CallError::new(format!("main.LeadershipGroup has no method {name}"))),
        }
    }
}

/// `release_managers` as a heading: `Release managers`.
fn role_title(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
