//! Every document of the repository, by group and folder.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::outline;
use crate::layout::{self, Head};
use crate::{Page, View};

/// A document to list: its place, and what is shown of it.
struct Row {
    href: String,
    title: String,
    path: String,
    language: String,
}

/// Documents of groups, by their places in the community, and of topmost folders.
type ByGroup = BTreeMap<usize, Vec<Row>>;
type ByFolder = BTreeMap<String, Vec<Row>>;

/// The page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let title = view.text("documents");
    let (groups, folders) = shelves(view);
    let count: usize =
        groups.values().map(Vec::len).sum::<usize>() + folders.values().map(Vec::len).sum::<usize>();
    let main = html! {
        div.wide {
            div.page-head {
                h1 { (title) }
                p.lead { (view.text("documents-lead")) }
            }
            @if count == 0 {
                p.empty { (view.text("documents-none")) }
            } @else {
                form.sieve role="search" data-found=(view.text("documents-found")) {
                    label { span.vh { (view.text("documents-filter")) }
                        input type="search" placeholder=(view.text("documents-filter")) autocomplete="off" spellcheck="false";
                    }
                    p.quiet role="status" {}
                }
                div.shelves {
                    @for (folder, rows) in &folders {
                        (shelf(&place_name(view, folder), None, rows, view))
                    }
                    @for (index, rows) in &groups {
                        (shelf(&view.community().groups[*index].title(), Some(view.group_href(*index)), rows, view))
                    }
                }
            }
        }
    };
    let head = Head {
        title: &title,
        description: &view.text("documents-lead"),
        listed: true,
        address: Some(Page::Documents),
    };
    layout::page(view, &head, &main)
}

/// Documents of each group in the community's order, and the others by their topmost folder.
fn shelves(view: &View<'_>) -> (ByGroup, ByFolder) {
    let (mut groups, mut folders) = (ByGroup::new(), ByFolder::new());
    let shelf = view.shelf();
    for (index, place) in shelf.places().iter().enumerate() {
        // A translation stands where its original does.
        if place.original.is_some() {
            continue;
        }
        let shown = shelf.for_reader(index, view.locale());
        let outline = view.library().get(shown);
        let row = Row {
            href: view.href(&Page::Document(place.path.clone())),
            title: outline.map_or_else(|| outline::file_title(&place.path), |outline| outline.title.clone()),
            path: place.path.clone(),
            language: shelf.places()[shown]
                .tag
                .clone()
                .or_else(|| outline.map(|outline| outline.language.to_owned()))
                .unwrap_or_default(),
        };
        match view.group_of_path(&place.path) {
            Some(group) => groups.entry(group).or_default().push(row),
            None => {
                let folder = place.path.split_once('/').map_or("", |(folder, _)| folder);
                folders.entry(folder.to_owned()).or_default().push(row);
            }
        }
    }
    (groups, folders)
}

fn place_name(view: &View<'_>, folder: &str) -> String {
    if folder.is_empty() { view.text("documents-top") } else { folder.to_owned() }
}

/// One group's or folder's documents; long ones begin closed, so that the list can be looked over.
fn shelf(name: &str, href: Option<String>, rows: &[Row], view: &View<'_>) -> Markup {
    html! {
        details.shelf open[rows.len() <= 12] {
            summary {
                h2 { (name) }
                span.quiet { (view.count("documents-count", rows.len())) }
            }
            @if let Some(href) = href {
                p.more { a href=(href) { (view.text_with("group-page", [("group", name.into())])) } }
            }
            ul {
                @for row in rows {
                    li {
                        a href=(row.href) lang=[(row.language != view.locale().tag()).then_some(&row.language)] { (row.title) }
                        " " span.path { (row.path) }
                    }
                }
            }
        }
    }
}
