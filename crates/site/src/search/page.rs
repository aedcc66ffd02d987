//! The page of results, for those without scripts; with them it answers as one types.

use maud::{Markup, html};

use super::{Entry, Kind, QUERY_LIMIT};
use crate::layout::{self, Head};
use crate::{Page, View, icons};

/// Results shown.
const LIMIT: usize = 50;

/// The page of what answers `query`.
pub(crate) fn page(view: &View<'_>, query: &str) -> Markup {
    let title = view.text("search");
    let found: Vec<&Entry> = view.search_index().find(query, LIMIT).collect();
    let main = html! {
        div.wide.search-page {
            div.page-head { h1 { (title) } }
            form.search-form role="search" action=(view.href(&Page::Search(String::new()))) method="get" {
                label for="search-query" { span.vh { (view.text("search-label")) } }
                input id="search-query" type="search" name="q" value=(query) maxlength=(QUERY_LIMIT)
                    placeholder=(view.text("search-label")) autocomplete="off" spellcheck="false";
                button.button type="submit" { (view.text("search")) }
            }
            p.quiet id="search-found" role="status" {
                @if !query.is_empty() {
                    @if found.is_empty() { (view.text("search-none")) } @else { (view.count("search-found", found.len())) }
                }
            }
            ul.results id="search-results" { @for entry in found { (result(view, entry)) } }
        }
    };
    let head =
        Head { title: &title, description: "", listed: false, address: Some(Page::Search(String::new())) };
    layout::page(view, &head, &main)
}

fn result(view: &View<'_>, entry: &Entry) -> Markup {
    html! {
        li {
            a href={ (view.href(&Page::Home)) (entry.path) } {
                span.result-title { (entry.title) }
                span.result-kind { (kind(view, entry.kind)) }
                @if !entry.context.is_empty() { span.result-context { (entry.context) } }
            }
        }
    }
}

fn kind(view: &View<'_>, kind: Kind) -> String {
    match kind {
        Kind::Group => view.text("search-group"),
        Kind::Person => view.text("search-person"),
        Kind::Subproject => view.text("search-subproject"),
        Kind::Meeting => view.text("search-meeting"),
        Kind::Document => view.text("search-document"),
    }
}

/// What opens search on every page: a link, of which the script makes a dialog.
pub(crate) fn opener(view: &View<'_>) -> Markup {
    let kinds: Vec<String> = Kind::ALL.into_iter().map(|one| kind(view, one)).collect();
    let index = view.options().base.join(&crate::Resource::SearchIndex.path());
    html! {
        a.search-open href=(view.href(&Page::Search(String::new()))) title=(view.text("search-hint"))
            data-index=(index) data-pages=(view.href(&Page::Home)) data-kinds=(kinds.join("|"))
            data-label=(view.text("search-label")) data-found=(view.text("search-results"))
            data-none=(view.text("search-none")) data-failed=(view.text("search-failed"))
            data-close=(view.text("search-close")) {
            (icons::search()) span.vh { (view.text("search")) }
        }
    }
}
