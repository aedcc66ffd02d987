//! Documents that the record names, and every Markdown file of the repository.

use folkmoot_model::Group;
use schemars::JsonSchema;
use serde::Serialize;

use super::link::{GroupRef, Url, text, title};
use crate::{Page, View};

/// Charters, design documents, roadmaps, notes and every Markdown file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Documents")]
pub(super) struct Documents {
    /// What groups name, in the order of the groups.
    documents: Vec<Named>,
    /// Every Markdown file of the repository that the site shows, by path.
    files: Vec<File>,
}

/// A document that a group names.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NamedDocument")]
struct Named {
    group: GroupRef,
    kind: Kind,
    title: String,
    url: Url,
}

/// What a document is to its group.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "DocumentKind")]
enum Kind {
    Charter,
    DesignDocument,
    Roadmap,
    Notes,
}

/// A Markdown file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MarkdownFile")]
struct File {
    /// From the root of the repository.
    path: String,
    title: String,
    /// What its front matter says of it, or how it begins.
    description: Option<String>,
    /// The language that it is in, as a BCP 47 tag, where its name or its script tells.
    language: Option<String>,
    /// The path of the document that it translates.
    translation_of: Option<String>,
    /// The id of the group in whose directory it is.
    group: Option<String>,
    /// Its page on this site.
    page: Url,
}

pub(super) fn documents(view: &View<'_>) -> Documents {
    let named = view.site().groups().flat_map(|(index, group)| named_by(view, index, group));
    let shelf = view.site().shelf();
    let library = view.site().library();
    let files = shelf.places().iter().enumerate().map(|(index, place)| {
        let outline = library.get(index);
        let language = outline.map(|outline| outline.language.to_owned());
        let original = place.original.and_then(|original| shelf.places().get(original));
        File {
            title: outline.map_or_else(|| place.path.clone(), |outline| outline.title.clone()),
            description: outline.and_then(|outline| text(&outline.description)),
            language: place.tag.clone().or(language).filter(|tag| !tag.is_empty()),
            translation_of: original.map(|original| original.path.clone()),
            group: owner(view, &place.path).map(str::to_owned),
            page: Url::page(view, &Page::Document(place.path.clone())),
            path: place.path.clone(),
        }
    });
    Documents { documents: named.collect(), files: files.collect() }
}

fn named_by(view: &View<'_>, index: usize, group: &Group) -> Vec<Named> {
    let named = |kind, title: String, url: &str| {
        let url = Url::resolve(view, url, &group.dir)?;
        Some(Named { group: GroupRef::new(view, index), kind, title, url })
    };
    let charter = group.charter_link.non_empty();
    let charter = charter.and_then(|url| named(Kind::Charter, format!("Charter of {}", group.title()), url));
    let lists = [
        (Kind::DesignDocument, &group.design_docs),
        (Kind::Roadmap, &group.roadmap),
        (Kind::Notes, &group.notes),
    ];
    let links = lists.into_iter().flat_map(|(kind, links)| links.iter().map(move |link| (kind, link)));
    let links = links.filter_map(|(kind, link)| named(kind, title(link), &link.url));
    charter.into_iter().chain(links).collect()
}

/// The slug of the group in whose directory a file is: the innermost, where directories nest.
fn owner<'a>(view: &View<'a>, path: &str) -> Option<&'a str> {
    let mut dir = path;
    while let Some((above, _)) = dir.rsplit_once('/') {
        if let Some(slug) = view.site().slug_of_dir(above) {
            return Some(slug);
        }
        dir = above;
    }
    None
}
