//! `people.yaml`: the register of people.
//!
//! ```yaml
//! people:
//! - github: ana-example
//!   github_id: 1234567          # stays when the handle changes
//!   name: Ana Example
//!   companies:                  # or, where dates do not matter, `company: Example Ltd`
//!   - company: Example Ltd
//!     until: 2025-06-30
//!   - company: Sample Inc
//!     since: 2025-07-01
//!   slack: U012ABCDEF
//!   timezone: Europe/Berlin
//!   languages: [de, en]
//! ```
//!
//! The list may also stand at the top of the file, without `people:`.

use folkmoot_yaml::Node;

use super::fields::Fields;
use super::reader::Reader;
use crate::{Affiliation, PersonRecord, RepoFiles, Text};

/// The register; empty where there is none.
pub(super) fn load(reader: &mut Reader, files: &dyn RepoFiles, path: &str) -> Vec<PersonRecord> {
    let Some((_, document)) = reader.open(files, path) else { return Vec::new() };
    let Some(root) = document.root else { return Vec::new() };
    if root.items().is_some() {
        return reader.list("people", "a list of people", &root, record);
    }
    let Some(mut fields) = Fields::open(reader, path, "a register of people", &root) else {
        return Vec::new();
    };
    let people = fields.list(reader, "people", "a list of people", record);
    fields.finish(reader);
    people
}

fn record(reader: &mut Reader, node: &Node) -> Option<PersonRecord> {
    let mut fields = Fields::open(reader, "people", "a person", node)?;
    let mut record = PersonRecord {
        github: fields.text(reader, "github"),
        github_id: fields.node("github_id").and_then(|node| number(reader, node)),
        name: fields.text(reader, "name"),
        companies: fields.list(reader, "companies", "a list of companies", affiliation),
        slack: fields.text(reader, "slack"),
        timezone: fields.text(reader, "timezone"),
        languages: fields.texts(reader, "languages", "a list of languages"),
        extra: Vec::new(),
        span: node.span,
    };
    let company = fields.text(reader, "company");
    if !company.is_empty() {
        record.companies.push(Affiliation { company, since: None, until: None });
    }
    record.extra = fields.finish(reader);
    Some(record)
}

fn affiliation(reader: &mut Reader, node: &Node) -> Option<Affiliation> {
    if let Some(company) = node.as_str() {
        return Some(Affiliation { company: Text::new(company, node.span), since: None, until: None });
    }
    let mut fields = Fields::open(reader, "companies", "a company", node)?;
    let affiliation = Affiliation {
        company: fields.text(reader, "company"),
        since: fields.date(reader, "since"),
        until: fields.date(reader, "until"),
    };
    fields.finish(reader);
    Some(affiliation)
}

fn number(reader: &mut Reader, node: &Node) -> Option<u64> {
    if node.is_null() {
        return None;
    }
    let number = node.as_str().and_then(|text| text.parse().ok());
    if number.is_none() {
        reader.wrong_type("github_id", "a number", node);
    }
    number
}
