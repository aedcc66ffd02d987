//! What pages there are, and where.

use std::collections::HashSet;

/// A page of the site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Page {
    /// What the community is, how to join, its groups.
    Home,
    /// One group, by its slug: unique within a site and safe in addresses and file names.
    Group(String),
    /// Everybody with a role.
    People,
    /// One person, by slug: the handle in lower case, else made of the name.
    Person(String),
    /// What meets when: a list, a week, a month.
    Calendar,
    /// Where the community talks.
    Channels,
    /// How to take part.
    Contribute,
    /// A Markdown file of the repository, by its path.
    Document(String),
    /// Every document.
    Documents,
    /// What answers a query; its address is the same for all of them.
    Search(String),
    /// Where the record comes from, and how to mend it.
    About,
    /// What the checks say of the record, where the community shows it.
    Checks,
    /// What a static host answers where there is no page.
    NotFound,
    /// The card of a group for frames of other sites, by its slug.
    EmbeddedGroup(String),
    /// The meetings ahead for frames of other sites.
    EmbeddedCalendar,
}

impl Page {
    /// Its address below the base path, not yet percent-encoded: `groups/sig-docs/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Group(slug) => format!("groups/{slug}/"),
            Self::People => "people/".to_owned(),
            Self::Person(slug) => format!("people/{slug}/"),
            Self::Calendar => "calendar/".to_owned(),
            Self::Channels => "channels/".to_owned(),
            Self::Contribute => "contribute/".to_owned(),
            Self::Document(path) => format!("docs/{path}/"),
            Self::Documents => "documents/".to_owned(),
            Self::Search(_) => "search/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::Checks => "checks/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::EmbeddedGroup(slug) => format!("embed/groups/{slug}/"),
            Self::EmbeddedCalendar => "embed/calendar/".to_owned(),
        }
    }

    /// Whether it is made for frames of other sites.
    pub fn is_embedded(&self) -> bool {
        matches!(self, Self::EmbeddedGroup(_) | Self::EmbeddedCalendar)
    }

    /// Whether the map for search engines names it.
    pub(crate) fn is_listed(&self) -> bool {
        *self != Self::NotFound && !self.is_embedded()
    }

    /// The file that a static host serves for it: `groups/sig-docs/index.html`.
    pub fn file(&self) -> String {
        let path = self.path();
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
    }
}

/// What a request's path leads to.
#[derive(Debug)]
pub enum Route<'a> {
    /// A page in a language.
    Page(crate::Locale, Page),
    /// A document for machines.
    Resource(crate::Resource),
    /// A stylesheet, script or image whose address holds its hash: it may be cached for ever.
    Asset(&'a crate::Asset),
    /// A calendar.
    Feed(crate::Feed),
    /// The same page under its proper address (with base path, percent-encoded).
    Moved(String),
    /// Nothing.
    Missing,
}

/// A name for addresses and files from a group's id: lower case, letters and digits of any script, `-`, `_`
/// and inner dots; never empty, never `..`.
pub(crate) fn slug(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in id.chars().flat_map(char::to_lowercase).take(80) {
        let keep = c.is_alphanumeric() || c == '_' || (c == '.' && !out.is_empty() && !out.ends_with('.'));
        if keep {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let out = out.trim_end_matches(['-', '.']);
    if out.is_empty() { "group".to_owned() } else { out.to_owned() }
}

/// A slug for `id` that nobody has yet: the second of two that are the same gets a number.
pub(crate) fn free_slug(id: &str, taken: &mut HashSet<String>) -> String {
    let wanted = slug(id);
    let mut candidate = wanted.clone();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{wanted}-{number}");
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_safe_in_addresses_and_file_names() {
        assert_eq!(slug("sig-api-machinery"), "sig-api-machinery");
        assert_eq!(slug("SIG Docs & <b>"), "sig-docs-b");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug(".."), "group");
        assert_eq!(slug(""), "group");
        assert_eq!(slug("sig-文档"), "sig-文档");
    }

    #[test]
    fn a_page_knows_its_file() {
        assert_eq!(Page::Home.file(), "index.html");
        assert_eq!(Page::Group("sig-docs".into()).file(), "groups/sig-docs/index.html");
        assert_eq!(Page::Document("a/b.md".into()).file(), "docs/a/b.md/index.html");
        assert_eq!(Page::NotFound.file(), "404.html");
    }
}
