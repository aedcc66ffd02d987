//! People in roles.

use folkmoot_diagnostics::Span;
use folkmoot_yaml::Node;

use super::fields::Fields;
use super::reader::Reader;
use crate::{Person, Text};

/// A list of people under `key`.
pub(super) fn people(reader: &mut Reader, fields: &mut Fields<'_>, key: &'static str) -> Vec<Person> {
    fields.list(reader, key, "a list of people", |reader, item| person(reader, key, item))
}

/// A list of people in which a handle alone will do (Folkmoot's own lists).
pub(super) fn people_or_handles(
    reader: &mut Reader,
    fields: &mut Fields<'_>,
    key: &'static str,
) -> Vec<Person> {
    fields.list(reader, key, "a list of people", |reader, item| match item.as_str() {
        Some(handle) => Some(Person::by_handle(Text::new(handle, item.span))),
        None => person(reader, key, item),
    })
}

/// One person. A handle alone is reported and read.
pub(super) fn person(reader: &mut Reader, key: &str, node: &Node) -> Option<Person> {
    if let Some(handle) = node.as_str().filter(|_| !node.is_null()) {
        reader.wrong_type(key, "a person with `github` and `name`", node);
        return Some(Person::by_handle(Text::new(handle, node.span)));
    }
    let mut fields = Fields::open(reader, key, "a person", node)?;
    let mut person = Person {
        github: fields.text(reader, "github"),
        name: fields.text(reader, "name"),
        company: fields.text(reader, "company"),
        email: fields.text(reader, "email"),
        ..Person::by_handle(Text::absent(node.span))
    };
    fields.own_keys_follow();
    person.since = fields.date(reader, "since");
    person.until = fields.date(reader, "until");
    person.extra = fields.finish(reader);
    Some(person)
}

impl Person {
    /// Somebody of whom the handle alone is known.
    pub fn by_handle(github: Text) -> Self {
        let span: Span = github.span();
        let absent = || Text::absent(span);
        Self {
            github,
            name: absent(),
            company: absent(),
            email: absent(),
            since: None,
            until: None,
            extra: Vec::new(),
            span,
        }
    }
}
