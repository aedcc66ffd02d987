//! What a group owns.

use folkmoot_model::{Group, Subproject};
use maud::{Markup, html};

use crate::address::resolve;
use crate::{View, people, reach};

pub(super) fn section(view: &View<'_>, group: &Group) -> Markup {
    // Only SIGs own code for good; an empty section would ask others for what they should not have.
    let owns_code = group.kind.key == "sigs";
    html! {
        @if !group.subprojects.is_empty() || owns_code {
            section aria-labelledby="subprojects" {
                h2 id="subprojects" {
                    (view.text("group-subprojects"))
                    @if !group.subprojects.is_empty() { " " span.count { (group.subprojects.len()) } }
                }
                @if group.subprojects.is_empty() {
                    p.empty { (view.rich("group-no-subprojects", [("key", html! { code { "subprojects" } })])) }
                } @else {
                    ul.subprojects { @for subproject in &group.subprojects { (one(view, group, subproject)) } }
                }
            }
        }
    }
}

fn one(view: &View<'_>, group: &Group, subproject: &Subproject) -> Markup {
    let dir = group.dir.as_str();
    let ways = subproject.contact.as_ref().map(|contact| reach::ways(view, contact, dir)).unwrap_or_default();
    html! {
        li {
            h3 { (subproject.name.non_empty().map_or_else(|| view.text("group-unnamed"), str::to_owned)) }
            @if !subproject.description.trim().is_empty() {
                div.prose { (view.markdown().field(view, &subproject.description, dir)) }
            }
            @if !subproject.leads.is_empty() { p { span.term { (view.text("row-leads")) } " " (people::names(view, &subproject.leads)) } }
            @if !ways.is_empty() {
                p { span.term { (view.text("row-ask")) } " " @for (i, way) in ways.iter().enumerate() { @if i > 0 { (view.text("list-separator")) } (way.link()) } }
            }
            @if !subproject.meetings.is_empty() {
                p { a href="#meetings" { (view.count("group-series", subproject.meetings.len())) } }
            }
            @if !subproject.owners.is_empty() {
                ul.owners {
                    @for owners in &subproject.owners {
                        li {
                            @match resolve(view, &readable(owners), dir) {
                                Some(address) => { a href=(address.href) { (shown(owners)) } }
                                None => { (shown(owners)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

const RAW: &str = "https://raw.githubusercontent.com/";

/// The page that people read for an `OWNERS` file given by its raw address.
fn readable(owners: &str) -> String {
    parts(owners).map_or_else(
        || owners.to_owned(),
        |(org, repository, rest)| {
            let rest = rest.strip_prefix("refs/heads/").unwrap_or(rest);
            format!("https://github.com/{org}/{repository}/blob/{rest}")
        },
    )
}

/// `kubernetes/api` or `kubernetes/kubernetes · pkg/controller`.
fn shown(owners: &str) -> String {
    let Some((org, repository, rest)) = parts(owners) else { return reach::host_and_path(owners) };
    let branch = rest.strip_prefix("refs/heads/").unwrap_or(rest);
    let path = branch.split_once('/').map_or("", |(_, path)| path);
    let path = path.strip_suffix("OWNERS").unwrap_or(path).trim_end_matches('/');
    if path.is_empty() { format!("{org}/{repository}") } else { format!("{org}/{repository} · {path}") }
}

/// Organisation, repository and `branch/path` of a raw address.
fn parts(owners: &str) -> Option<(&str, &str, &str)> {
    let (org, rest) = owners.trim().strip_prefix(RAW)?.split_once('/')?;
    let (repository, rest) = rest.split_once('/')?;
    Some((org, repository, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owners_file_is_shown_by_what_it_owns() {
        let raw = "https://raw.githubusercontent.com/kubernetes/kubernetes/master/pkg/controller/OWNERS";
        assert_eq!(shown(raw), "kubernetes/kubernetes · pkg/controller");
        assert_eq!(
            readable(raw),
            "https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/OWNERS"
        );
        assert_eq!(shown("https://raw.githubusercontent.com/kubernetes/api/master/OWNERS"), "kubernetes/api");
        assert_eq!(shown("https://example.org/OWNERS"), "example.org/OWNERS");
    }
}
