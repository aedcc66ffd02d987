//! Search over groups, people, subprojects, meetings and documents.
//!
//! One index serves both: the server's page for those without scripts, and the script in the browser, which
//! loads it on first use. The ranking stands in [`rank`] and once more in `assets/script/search.js`; a test
//! compares the two. The index is the same in every language.

mod fold;
mod page;
mod rank;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

pub(crate) use page::{opener, page};

use crate::base::encode_path;
use crate::{Page, Site, markdown, wording};

/// Characters of a query; what is longer is no question.
pub(crate) const QUERY_LIMIT: usize = 200;
/// Headings of a document that are searched, and characters of each; characters of a description.
const HEADINGS: usize = 14;
const HEADING_LENGTH: usize = 60;
const DESCRIPTION_LENGTH: usize = 140;

/// What an entry is. The order is that of the index's numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Group,
    Person,
    Subproject,
    Meeting,
    Document,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Group, Self::Person, Self::Subproject, Self::Meeting, Self::Document];
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    kind: Kind,
    title: String,
    /// What is shown beside the title: a handle, a group, a path.
    context: String,
    /// The path of its page, percent-encoded, below the reader's language.
    path: String,
    /// Further words that find it.
    text: String,
    /// The words of title, context and text.
    fields: [Vec<String>; 3],
}

impl Entry {
    fn new(kind: Kind, title: &str, context: &str, path: &str, text: &str) -> Self {
        let fields = [fold::words(title), fold::words(context), fold::words(text)];
        let (title, context) = (title.to_owned(), context.to_owned());
        Self { kind, title, context, path: path.to_owned(), text: text.to_owned(), fields }
    }
}

/// Everything of a site that can be found.
#[derive(Default, Debug)]
pub(crate) struct Index {
    entries: Vec<Entry>,
}

impl Index {
    /// Reads the community and all of its documents.
    pub(crate) fn new(site: &Site) -> Self {
        let mut entries = groups(site);
        entries.extend(people(site));
        entries.extend(documents(site));
        Self { entries }
    }

    /// The entries that answer `query`, the best first.
    fn find(&self, query: &str, limit: usize) -> impl Iterator<Item = &Entry> {
        rank::rank(&self.entries, query, limit).into_iter().map(|index| &self.entries[index])
    }

    /// As the script reads it: a list of `[kind, title, context, path, text]`.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        let entry = |entry: &Entry| {
            let kind = Kind::ALL.iter().position(|kind| *kind == entry.kind).unwrap_or_default();
            json!([kind, entry.title, entry.context, entry.path, entry.text])
        };
        let entries: Vec<Value> = self.entries.iter().map(entry).collect();
        // A list of numbers and texts is always JSON.
        serde_json::to_vec(&entries).unwrap_or_default()
    }
}

fn path_of(page: &Page) -> String {
    encode_path(&page.path())
}

/// Groups, and what belongs to each.
fn groups(site: &Site) -> Vec<Entry> {
    let mut out = Vec::new();
    for (index, group) in site.groups() {
        let (title, path) = (group.title(), path_of(&Page::Group(site.slug(index).to_owned())));
        let mission = wording::shorten(&markdown::plain(&group.mission_statement), DESCRIPTION_LENGTH);
        let channels = [&group.contact.slack, &group.contact.mailing_list, &group.label];
        let also: Vec<&str> = channels.into_iter().filter_map(|text| text.non_empty()).collect();
        let text = format!("{mission} {}", also.join(" "));
        out.push(Entry::new(Kind::Group, &title, group.dir.trim_matches('/'), &path, text.trim()));
    }
    for (index, group) in site.groups() {
        let (title, path) = (group.title(), path_of(&Page::Group(site.slug(index).to_owned())));
        for subproject in group.subprojects.iter().filter(|one| !one.name.trim().is_empty()) {
            let text = wording::shorten(&markdown::plain(&subproject.description), DESCRIPTION_LENGTH);
            let path = format!("{path}#subprojects");
            out.push(Entry::new(Kind::Subproject, &subproject.name, &title, &path, &text));
        }
        for (_, meeting) in group.all_meetings().filter(|(_, one)| !one.description.trim().is_empty()) {
            let text = [&meeting.day, &meeting.frequency].map(|text| text.trim()).join(" ");
            let anchor = if group.all_meetings().count() > 1 { "#meetings" } else { "" };
            let path = format!("{path}{anchor}");
            out.push(Entry::new(Kind::Meeting, &meeting.description, &title, &path, text.trim()));
        }
    }
    out
}

fn people(site: &Site) -> Vec<Entry> {
    let everybody = site.roster().everybody().iter().map(|one| {
        let handle = if one.handle.is_empty() { String::new() } else { format!("@{}", one.handle) };
        let mut groups: Vec<String> = one
            .roles
            .iter()
            .filter_map(|held| Some(site.community().groups.get(held.group)?.title()))
            .collect();
        groups.dedup();
        let text = format!("{} {}", one.company, groups.join(" "));
        Entry::new(Kind::Person, &one.name, &handle, &path_of(&Page::Person(one.slug.clone())), text.trim())
    });
    everybody.collect()
}

fn documents(site: &Site) -> Vec<Entry> {
    let shelf = site.shelf();
    let entries = shelf.places().iter().enumerate().filter_map(|(index, place)| {
        let outline = site.library().get(index)?;
        let mut text = wording::shorten(&outline.description, DESCRIPTION_LENGTH);
        for heading in outline.headings.iter().take(HEADINGS) {
            text.push(' ');
            text.push_str(&wording::shorten(heading, HEADING_LENGTH));
        }
        let path = path_of(&Page::Document(place.path.clone()));
        Some(Entry::new(Kind::Document, &outline.title, &place.path, &path, text.trim()))
    });
    entries.collect()
}

/// The words that a request's query asks for: the value of `q`, as forms send it.
pub(crate) fn asked(query: &str) -> String {
    let value = query.split('&').find_map(|pair| pair.strip_prefix("q=")).unwrap_or_default();
    let decoded = crate::base::decode_path(&value.replace('+', " ")).unwrap_or_default();
    decoded.chars().filter(|c| !c.is_control()).take(QUERY_LIMIT).collect::<String>().trim().to_owned()
}
