//! Everybody with a role, by name; who only led once stands apart.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{rank, role, today};
use crate::layout::{self, Head};
use crate::roster::{Held, Somebody};
use crate::{Page, View, icons, people};

/// The page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let today = today(view);
    let mut all: Vec<&Somebody> = view.site().roster().everybody().iter().collect();
    all.sort_by_cached_key(|somebody| (somebody.name.to_lowercase(), somebody.slug.clone()));
    let (active, former): (Vec<_>, Vec<_>) = all.iter().copied().partition(|one| one.is_active(today));
    let title = view.text("people-title");
    let main = html! {
        div.wide.directory {
            div.page-head {
                h1 { (title) }
                p.quiet { (view.count("people-lead", active.len())) }
            }
            @if all.is_empty() {
                p.empty { (view.text("people-none")) }
            } @else {
                (finder(view, &all))
                p.empty.none-found hidden { (view.text("people-none-found")) }
                @if !active.is_empty() {
                    section.roll aria-labelledby="active" {
                        h2.vh id="active" { (view.text("people-active")) }
                        ul.roster { @for somebody in active { (entry(view, somebody)) } }
                    }
                }
                @if !former.is_empty() {
                    section.roll aria-labelledby="emeritus" {
                        h2 id="emeritus" { (view.text("people-emeritus")) }
                        p.quiet { (view.text("people-thanks")) }
                        ul.roster.former { @for somebody in former { (entry(view, somebody)) } }
                    }
                }
            }
        }
    };
    let head = Head { title: &title, description: "", listed: true, address: Some(Page::People) };
    layout::page(view, &head, &main)
}

/// Search and choices; scripts make them work, and without scripts they are not shown.
fn finder(view: &View<'_>, all: &[&Somebody]) -> Markup {
    let mut roles: BTreeMap<String, usize> = BTreeMap::new();
    let mut companies: BTreeMap<String, usize> = BTreeMap::new();
    for somebody in all {
        for name in role_names(view, somebody) {
            *roles.entry(name).or_default() += 1;
        }
        if !somebody.company.is_empty() {
            *companies.entry(somebody.company.clone()).or_default() += 1;
        }
    }
    // The largest first; what many choose is found at once, what few do by its first letter.
    let mut companies: Vec<(String, usize)> = companies.into_iter().collect();
    companies.sort_by(|a, b| (b.1, a.0.to_lowercase()).cmp(&(a.1, b.0.to_lowercase())));
    let named = |index: usize| {
        all.iter().filter(|somebody| somebody.roles.iter().any(|held| held.group == index)).count()
    };
    let groups = view.groups().map(|(index, group)| (index, group.title(), named(index)));
    let groups: Vec<_> = groups.filter(|(_, _, count)| *count > 0).collect();
    html! {
        form.finder role="search" data-found=(view.text("people-found")) {
            div.finder-field {
                (icons::search())
                label.vh for="find" { (view.text("people-search")) }
                input id="find" name="q" type="search" placeholder=(view.text("people-search-hint"))
                    autocomplete="off" spellcheck="false";
            }
            (choice("role", &view.text("people-any-role"), roles.into_iter().map(|(name, count)| (name.clone(), name, count))))
            (choice("group", &view.text("people-any-group"), groups.into_iter().map(|(index, title, count)| (view.slug(index).to_owned(), title, count))))
            @if !companies.is_empty() {
                (choice("company", &view.text("people-any-company"), companies.into_iter().map(|(name, count)| (name.clone(), name, count))))
            }
            span.vh role="status" id="found" {}
        }
    }
}

/// A choice among values with their titles and how many people each has.
fn choice(name: &str, any: &str, options: impl Iterator<Item = (String, String, usize)>) -> Markup {
    html! {
        select name=(name) aria-label=(any) {
            option value="" { (any) }
            @for (value, title, count) in options { option value=(value) { (title) " (" (count) ")" } }
        }
    }
}

/// The names of somebody's roles, once each.
fn role_names(view: &View<'_>, somebody: &Somebody) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for held in &somebody.roles {
        let name = role(view, held);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn entry(view: &View<'_>, somebody: &Somebody) -> Markup {
    let mut groups: Vec<&str> = somebody.roles.iter().map(|held| view.slug(held.group)).collect();
    groups.dedup();
    let names_itself = somebody.handle.is_empty() || somebody.handle == somebody.name;
    html! {
        li.person data-roles=(role_names(view, somebody).join("\n")) data-groups=(groups.join("\n")) data-company=(somebody.company) {
            (people::medal(&somebody.slug, &somebody.name))
            div.who {
                p.name-line {
                    a.name href=(view.person_href(somebody)) { (somebody.name) }
                    @if !names_itself { " " span.handle { "@" (somebody.handle) } }
                }
                @if !somebody.company.is_empty() { p.company { (somebody.company) } }
                (roles(view, somebody))
            }
        }
    }
}

/// `Chair SIG Docs, SIG Release`, a line a role, those that lead first; of former leads the groups alone, since
/// the heading says the rest. Which subprojects somebody leads is on the person's page.
fn roles(view: &View<'_>, somebody: &Somebody) -> Markup {
    let today = today(view);
    let active = somebody.is_active(today);
    let mut shown: Vec<&Held> =
        somebody.roles.iter().filter(|held| !active || !held.is_past(today)).collect();
    shown.sort_by_key(|held| rank(held));
    let mut lines: Vec<(String, Vec<usize>)> = Vec::new();
    for held in shown {
        let name = if active { role(view, held) } else { String::new() };
        match lines.iter_mut().find(|(known, _)| *known == name) {
            Some((_, groups)) if groups.contains(&held.group) => {}
            Some((_, groups)) => groups.push(held.group),
            None => lines.push((name, vec![held.group])),
        }
    }
    html! {
        ul.held {
            @for (name, groups) in lines {
                li {
                    @if !name.is_empty() { span.what { (name) } " " }
                    @for (i, group) in groups.into_iter().enumerate() {
                        @if i > 0 { (view.text("list-separator")) }
                        a href=(view.group_href(group)) { (view.community().groups[group].title()) }
                    }
                }
            }
        }
    }
}
