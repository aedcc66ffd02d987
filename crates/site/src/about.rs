//! About this record: where it comes from, what it counts, how to mend it.

use maud::{Markup, html};

use crate::base::encode_path;
use crate::layout::{self, Head};
use crate::{Page, View};

/// Files that say under which terms the record may be used.
const LICENCES: [&str; 5] = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "COPYING"];

/// The page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let title = view.text("about-title");
    let lead = view.text("about-lead");
    let main = html! {
        div.wide.about-page {
            div.page-head { h1 { (title) } p.lead { (lead) } }
            dl.facts { (origin(view)) (counts(view)) (licence(view)) }
            (mend(view))
            @if view.findings().is_some() {
                p { a href=(view.href(&Page::Checks)) { (view.text("about-checks")) } }
            }
        }
    };
    let head = Head { title: &title, description: &lead, listed: true, address: Some(Page::About) };
    layout::page(view, &head, &main)
}

/// Where the repository is, and its last commit.
fn origin(view: &View<'_>) -> Markup {
    let source = view.options().source.as_deref();
    let repository = source.map(|source| source.split("/blob/").next().unwrap_or(source));
    let commit = view.history().commit();
    let at = view.stamp();
    // Without Git and without a file's date nothing is known.
    let day =
        (at != jiff::Timestamp::UNIX_EPOCH).then(|| at.to_zoned(jiff::tz::TimeZone::UTC).date().to_string());
    html! {
        @if let Some(repository) = repository {
            div { dt { (view.text("about-repository")) } dd { a href=(repository) { (repository.trim_start_matches("https://")) } } }
        }
        div { dt { (view.text("about-file")) } dd { (file(view, &view.community().profile.data_file)) } }
        @if let Some(commit) = commit {
            @let short = commit.get(..10).unwrap_or(&commit);
            div {
                dt { (view.text("about-commit")) }
                dd {
                    @match repository.filter(|one| one.starts_with("https://github.com/")) {
                        Some(repository) => { a href={ (repository) "/commit/" (commit) } { code { (short) } } }
                        None => { code { (short) } }
                    }
                }
            }
        }
        @if let Some(day) = day {
            div { dt { (view.text("about-changed")) } dd { time datetime=(day) { (day) } } }
        }
    }
}

/// A file of the repository, linked where it can be read.
fn file(view: &View<'_>, path: &str) -> Markup {
    html! {
        @match &view.options().source {
            Some(source) => { a href={ (source) (encode_path(path)) } { code { (path) } } }
            None => { code { (path) } }
        }
    }
}

/// What the record holds, each of which has its page or its list.
fn counts(view: &View<'_>) -> Markup {
    let community = view.community();
    let meetings = community.groups.iter().map(|group| group.all_meetings().count()).sum();
    let subprojects = community.groups.iter().map(|group| group.subprojects.len()).sum();
    let counts = [
        view.count("about-groups", community.groups.len()),
        view.count("about-people", view.roster().everybody().len()),
        view.count("about-subprojects", subprojects),
        view.count("about-series", meetings),
        view.count("documents-count", view.shelf().places().len()),
    ];
    html! {
        div { dt { (view.text("about-holds")) } dd { ul { @for count in counts { li { (count) } } } } }
    }
}

fn licence(view: &View<'_>) -> Markup {
    let found = LICENCES
        .into_iter()
        .find(|path| view.repository().kind(path) == Some(folkmoot_model::EntryKind::File));
    html! {
        @if let Some(path) = found {
            div { dt { (view.text("about-licence")) } dd { (file(view, path)) } }
        }
    }
}

/// How to change what the site says.
fn mend(view: &View<'_>) -> Markup {
    let source = view.options().source.as_deref();
    let edit = source.filter(|one| one.starts_with("https://github.com/")).map(|source| {
        format!(
            "{}{}",
            source.replacen("/blob/", "/edit/", 1),
            encode_path(&view.community().profile.data_file)
        )
    });
    html! {
        section.prose {
            h2 { (view.text("about-mend")) }
            p { (view.text("about-mend-how")) }
            @if let Some(edit) = edit { p { a href=(edit) { (view.text("about-edit")) } } }
            h2 { (view.text("about-privacy")) }
            p { (view.text("about-privacy-how")) }
        }
    }
}
