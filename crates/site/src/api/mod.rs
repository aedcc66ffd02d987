//! The record for programs: JSON documents under `api/v1/`, described by an OpenAPI file and JSON Schemas.
//!
//! A [`Document`] is one file; its [`Shape`] says what it holds. The types in the modules below are the whole
//! contract: their fields are the keys, their comments the descriptions, and both the schemas and the OpenAPI
//! file are generated from them. A key is never left out: what the record does not say is `null` or empty.
//! Nothing private is in them: no e-mail address of a person, and of a private list only that there is one.

mod channel;
mod community;
mod documents;
mod group;
mod link;
mod meeting;
mod occurrence;
mod openapi;
mod person;
mod shape;
mod subproject;

use serde::Serialize;

use crate::{Site, View};

pub use shape::Shape;

/// Folder of everything of this version, below the base.
const ROOT: &str = "api/v1/";

/// A JSON document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Document {
    /// Of a shape that there is once: `groups.json`.
    One(Shape),
    /// A group, by its slug: `groups/sig-docs.json`.
    Group(String),
    /// A person, by their slug: `people/ana.json`.
    Person(String),
    /// What all of them are, for client generators: `openapi.json`.
    OpenApi,
    /// The JSON Schema of a shape: `schemas/group.json`.
    Schema(Shape),
}

impl Document {
    /// Its address below the base, not yet percent-encoded: `api/v1/groups.json`.
    pub fn path(&self) -> String {
        match self {
            Self::One(shape) => format!("{ROOT}{}.json", shape.name()),
            Self::Group(slug) => format!("{ROOT}groups/{slug}.json"),
            Self::Person(slug) => format!("{ROOT}people/{slug}.json"),
            Self::OpenApi => format!("{ROOT}openapi.json"),
            Self::Schema(shape) => format!("{ROOT}schemas/{}.json", shape.name()),
        }
    }

    /// What the path below the base asks for, whether or not there is such a group or person.
    pub(crate) fn at(path: &str) -> Option<Self> {
        let name = path.strip_prefix(ROOT)?.strip_suffix(".json")?;
        match name.split_once('/') {
            None if name == "openapi" => Some(Self::OpenApi),
            None => Shape::named(name).filter(|shape| shape.is_single()).map(Self::One),
            Some(("groups", slug)) => Some(Self::Group(slug.to_owned())),
            Some(("people", slug)) => Some(Self::Person(slug.to_owned())),
            Some(("schemas", name)) => Shape::named(name).map(Self::Schema),
            Some(_) => None,
        }
    }

    /// What it holds; `None` for the descriptions of the others.
    pub fn shape(&self) -> Option<Shape> {
        match self {
            Self::One(shape) => Some(*shape),
            Self::Group(_) => Some(Shape::Group),
            Self::Person(_) => Some(Shape::Person),
            Self::OpenApi | Self::Schema(_) => None,
        }
    }
}

/// Every document of a site.
pub(crate) fn all(site: &Site) -> impl Iterator<Item = Document> {
    let single = Shape::ALL.into_iter().filter(|shape| shape.is_single()).map(Document::One);
    let groups = (0..site.community().groups.len()).map(|index| Document::Group(site.slug(index).to_owned()));
    let people = site.roster().everybody().iter().map(|one| Document::Person(one.slug.clone()));
    let schemas = Shape::ALL.into_iter().map(Document::Schema);
    single.chain(groups).chain(people).chain([Document::OpenApi]).chain(schemas)
}

/// Its bytes; `None` where there is no such group or person.
pub(crate) fn render(view: &View<'_>, document: &Document) -> Option<Vec<u8>> {
    match document {
        Document::One(Shape::Index) => write(&community::index(view)),
        Document::One(Shape::Community) => write(&community::community(view)),
        Document::One(Shape::Groups) => write(&group::groups(view)),
        Document::One(Shape::People) => write(&person::people(view)),
        Document::One(Shape::Meetings) => write(&meeting::meetings(view)),
        Document::One(Shape::Subprojects) => write(&subproject::subprojects(view)),
        Document::One(Shape::Channels) => write(&channel::channels(view)),
        Document::One(Shape::Occurrences) => write(&occurrence::occurrences(view)),
        Document::One(Shape::Documents) => write(&documents::documents(view)),
        Document::One(Shape::Group | Shape::Person) => None,
        Document::Group(slug) => write(&group::group(view, view.group_index(slug)?)),
        Document::Person(slug) => write(&person::person(view, slug)?),
        Document::OpenApi => write(&openapi::openapi(view)),
        Document::Schema(shape) => write(&openapi::schema(view, *shape)),
    }
}

/// Indented, so that people can read it and two of them can be compared; compressed it costs nothing.
fn write(value: &impl Serialize) -> Option<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value).ok()?;
    bytes.push(b'\n');
    Some(bytes)
}

/// The OpenAPI file of a site at the root, for the reference.
pub fn reference() -> String {
    let community = folkmoot_model::Community::empty();
    let files = std::sync::Arc::new(folkmoot_model::MemoryFiles::new());
    let site = Site::new(community, files, crate::Options::default());
    let view = site.view(crate::Locale::English, jiff::Timestamp::UNIX_EPOCH);
    let bytes = render(&view, &Document::OpenApi).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_the_document_it_is_of() {
        let site = Site::sample(&[]);
        for document in all(&site) {
            assert_eq!(Document::at(&document.path()), Some(document.clone()), "{}", document.path());
        }
        for path in
            ["api/v1/group.json", "api/v1/x.json", "api/v2/groups.json", "api/v1/groups", "api/v1/a/b.json"]
        {
            assert_eq!(Document::at(path), None, "{path}");
        }
    }

    #[test]
    fn every_document_of_a_site_is_there() {
        let site = Site::sample(&[("sig-docs/charter.md", "# Charter")]);
        for document in all(&site) {
            let bytes = render(&site.english(), &document).expect("a document");
            serde_json::from_slice::<serde_json::Value>(&bytes).expect("JSON");
        }
        assert_eq!(render(&site.english(), &Document::Group("sig-gone".into())), None);
        assert_eq!(render(&site.english(), &Document::Person("../ana".into())), None);
    }
}
