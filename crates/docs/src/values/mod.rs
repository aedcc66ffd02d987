//! The record as values of the template language.
//!
//! Field names are those of the Kubernetes generator's Go structs, so that its templates run unchanged:
//! `.Leadership.TechnicalLeads`, `.Contact.MailingList`, `.TZ`. What Folkmoot knows beyond answers to further
//! names (`.Title`, `.Kind.Singular`, `.Contact.Discord`, `.Community.SlackWorkspace`); printing a struct whole
//! shows the generator's own fields alone.

mod community;
mod contact;
mod group;
mod leadership;
mod meeting;
mod names;
mod subproject;

pub(crate) use community::{ContextView, KubevirtView};
pub(crate) use group::{GroupView, Purpose};

use folkmoot_gotemplate::{Object, Record, Type, Value};
use folkmoot_model::{Extra, Link, Person, Text};
use folkmoot_yaml::{Kind, Node};
use jiff::civil::Date;

/// A struct's type by its Go name.
fn go(name: &'static str) -> Type {
    Type::strukt(name)
}

fn text(text: &Text) -> Value<'_> {
    Value::text(text.as_str())
}

fn date<'a>(date: Option<Date>) -> Value<'a> {
    Value::text(date.map(|date| date.to_string()).unwrap_or_default())
}

fn people<'a>(people: &'a [&'a Person]) -> Value<'a> {
    Value::list_of(people, go("main.Person"), |&person| Value::object(PersonView(person)))
}

fn links(links: &[Link]) -> Value<'_> {
    Value::list_of(links, go("main.Link"), |link| {
        let title = link.title.non_empty().unwrap_or(link.url.as_str());
        Value::object(Record::new("main.Link").with("Title", title).with("URL", link.url.as_str()))
    })
}

/// Keys that the model does not know, as a map by their names.
fn extra(extra: &[Extra]) -> Value<'_> {
    Value::map(Type::Any, extra.iter().map(|extra| (extra.key.as_str(), node(&extra.value))))
}

/// A YAML value; scalars are texts as written, for nothing says what their types should be.
fn node(value: &Node) -> Value<'_> {
    match &value.kind {
        _ if value.is_null() => Value::Nil,
        Kind::Scalar { text, .. } => Value::text(text.as_str()),
        Kind::Sequence(items) => Value::list_of(items, Type::Any, node),
        Kind::Mapping(entries) => {
            Value::map(Type::Any, entries.iter().map(|entry| (entry.key.as_str(), node(&entry.value))))
        }
    }
}

/// Somebody in a role.
pub(crate) struct PersonView<'a>(pub(crate) &'a Person);

impl<'a> Object<'a> for PersonView<'a> {
    fn type_name(&self) -> &str {
        "main.Person"
    }

    fn field_names(&self) -> &[&'static str] {
        &["GitHub", "Name", "Company", "Email"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let person = self.0;
        Some(match name {
            // KubeVirt's structs call it `Github`.
            "GitHub" | "Github" => text(&person.github),
            "Name" => text(&person.name),
            "Company" => text(&person.company),
            "Email" => text(&person.email),
            "Since" => date(person.since),
            "Until" => date(person.until),
            "Extra" => extra(&person.extra),
            _ => return None,
        })
    }
}

/// Nobody: Go's zero value of a person.
struct NoPerson;

impl<'a> Object<'a> for NoPerson {
    fn type_name(&self) -> &str {
        "main.Person"
    }

    fn field_names(&self) -> &[&'static str] {
        &["GitHub", "Name", "Company", "Email"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let known = ["GitHub", "Github", "Name", "Company", "Email", "Since", "Until"].contains(&name);
        known.then(|| Value::text(""))
    }
}

fn person(person: Option<&Person>) -> Value<'_> {
    match person {
        Some(person) => Value::object(PersonView(person)),
        None => Value::object_ref(&NoPerson),
    }
}
