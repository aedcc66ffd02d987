//! The small parts of documents: addresses, days, links, references.

use folkmoot_model::Person;
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::Document;
use crate::address::resolve;
use crate::{Feed, Page, Resource, View, people, reach};

/// An address: absolute where the site knows its host (`--origin`), else a path from the root of the host.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, Debug)]
#[serde(transparent)]
#[schemars(inline, extend("format" = "uri-reference"))]
pub(super) struct Url(String);

impl Url {
    /// Of an address within the site or elsewhere, percent-encoded.
    pub(super) fn of(view: &View<'_>, href: &str) -> Self {
        let origin = view.options().origin.as_deref().filter(|_| href.starts_with('/'));
        Self(ascii(&format!("{}{href}", origin.unwrap_or_default())))
    }

    pub(super) fn page(view: &View<'_>, page: &Page) -> Self {
        Self::of(view, &view.href(page))
    }

    pub(super) fn document(view: &View<'_>, document: &Document) -> Self {
        Self::of(view, &view.options().base.join(&document.path()))
    }

    pub(super) fn resource(view: &View<'_>, resource: &Resource) -> Self {
        Self::of(view, &view.options().base.join(&resource.path()))
    }

    pub(super) fn feed(view: &View<'_>, feed: &Feed) -> Self {
        Self::of(view, &view.feed_href(feed))
    }

    /// What the record's `raw`, said in directory `dir`, leads to; `None` where that is nowhere safe.
    pub(super) fn resolve(view: &View<'_>, raw: &str, dir: &str) -> Option<Self> {
        resolve(view, raw, dir).map(|address| Self::of(view, &address.href))
    }
}

/// An address that people wrote in letters of any script, as one of ASCII (RFC 3987, section 3.1).
fn ascii(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    for c in href.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            let bytes =
                c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
            out.push_str(&bytes);
        }
    }
    out
}

/// A day.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema, Debug)]
#[serde(transparent)]
#[schemars(inline, extend("format" = "date"))]
pub(super) struct Day(String);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.to_string())
    }
}

/// A moment, RFC 3339.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema, Debug)]
#[serde(transparent)]
#[schemars(inline, extend("format" = "date-time"))]
pub(super) struct Moment(String);

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.to_string())
    }
}

impl From<&jiff::Zoned> for Moment {
    fn from(zoned: &jiff::Zoned) -> Self {
        Self(zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
    }
}

/// A link.
#[derive(Clone, Serialize, JsonSchema, Debug)]
pub(super) struct Link {
    /// Its title; where the record gives none, host and path.
    title: String,
    url: Url,
}

impl Link {
    pub(super) fn of(view: &View<'_>, link: &folkmoot_model::Link, dir: &str) -> Option<Self> {
        Some(Self { title: title(link), url: Url::resolve(view, &link.url, dir)? })
    }

    /// Those that lead somewhere safe.
    pub(super) fn all(view: &View<'_>, links: &[folkmoot_model::Link], dir: &str) -> Vec<Self> {
        links.iter().filter_map(|link| Self::of(view, link, dir)).collect()
    }
}

/// The title of a link, else what it leads to.
pub(super) fn title(link: &folkmoot_model::Link) -> String {
    link.title.non_empty().map_or_else(|| reach::host_and_path(&link.url), str::to_owned)
}

/// A group, in short.
#[derive(Clone, Serialize, JsonSchema, Debug)]
pub(super) struct GroupRef {
    /// Unique in the community: `sig-docs`.
    id: String,
    /// With its kind: `SIG Docs`.
    title: String,
    /// Its document.
    url: Url,
}

impl GroupRef {
    pub(super) fn new(view: &View<'_>, index: usize) -> Self {
        let id = view.site().slug(index).to_owned();
        let title = view.community().groups[index].title();
        Self { url: Url::document(view, &Document::Group(id.clone())), id, title }
    }
}

/// A person, in short.
#[derive(Clone, Serialize, JsonSchema, Debug)]
pub(super) struct PersonRef {
    /// Unique in the community: the handle in lower case, or made of the name.
    id: String,
    /// Handle on GitHub.
    github: Option<String>,
    /// Full name, else the handle.
    name: String,
    /// Employer, where the entry names one.
    company: Option<String>,
    /// Their document.
    url: Url,
}

impl PersonRef {
    /// `None` where the entry has neither handle nor name.
    pub(super) fn new(view: &View<'_>, person: &Person) -> Option<Self> {
        let somebody = view.site().roster().of(person)?;
        let id = somebody.slug.clone();
        Some(Self {
            url: Url::document(view, &Document::Person(id.clone())),
            id,
            github: text(&person.github),
            name: people::name(person).to_owned(),
            company: text(&person.company),
        })
    }

    pub(super) fn all(view: &View<'_>, people: &[Person]) -> Vec<Self> {
        people.iter().filter_map(|person| Self::new(view, person)).collect()
    }
}

/// A text of the record; `None` where it is blank.
pub(super) fn text(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
