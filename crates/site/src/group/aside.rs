//! Beside the sections: related groups, teams, who looks after the group, where its files are.

use folkmoot_model::Group;
use maud::{Markup, html};

use crate::{View, icons, people, reach};

pub(super) fn all(view: &View<'_>, group: &Group) -> Markup {
    html! {
        (related(view, &view.text("group-stakeholders"), group.stakeholder_sigs.iter().map(|name| name.as_str())))
        (related(view, &view.text("group-working-groups"), group.reporting_wgs.iter().map(String::as_str)))
        (teams(view, group))
        (facts(view, group))
    }
}

/// Groups named by others, linked where there is a group of that name.
fn related<'a>(view: &View<'_>, heading: &str, names: impl Iterator<Item = &'a str>) -> Markup {
    let mut names = names.peekable();
    html! {
        @if names.peek().is_some() {
            section {
                h2 { (heading) }
                ul.plain {
                    @for name in names {
                        li {
                            @match find(view, name) {
                                Some((index, group)) => { a href=(view.group_href(index)) { (group.title()) } }
                                None => { (name) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn find<'a>(view: &'a View<'a>, name: &str) -> Option<(usize, &'a Group)> {
    let named = |group: &Group| group.name.eq_ignore_ascii_case(name);
    let by_title = |group: &Group| group.title().eq_ignore_ascii_case(name);
    view.groups().find(|(_, group)| named(group)).or_else(|| view.groups().find(|(_, group)| by_title(group)))
}

fn teams(view: &View<'_>, group: &Group) -> Markup {
    let teams = &group.contact.teams;
    let org = view.community().github_org.trim();
    let org_is_plain = !org.is_empty() && org.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let href = |team: &str| {
        let plain = team.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        (org_is_plain && plain && !team.is_empty())
            .then(|| format!("https://github.com/orgs/{org}/teams/{team}"))
    };
    html! {
        @if !teams.is_empty() {
            section {
                h2 { (icons::team()) (view.text("group-teams")) }
                ul.teams {
                    @for team in teams {
                        li {
                            @match href(&team.name) {
                                Some(href) => { a href=(href) { (team.name) } }
                                None => { (team.name) }
                            }
                            @if !team.description.is_empty() { span.quiet { (team.description) } }
                        }
                    }
                }
            }
        }
    }
}

fn facts(view: &View<'_>, group: &Group) -> Markup {
    let contact = &group.contact;
    let private = contact.private_mailing_list.non_empty();
    let private = private.map(|list| reach::mailing_list(view, list, view.text("service-private-list")));
    let dir = group.dir.trim_matches('/');
    let source = view.options().source.as_deref().filter(|_| !dir.is_empty());
    html! {
        @if private.is_some() || contact.liaison.is_some() || !contact.links.is_empty() || !group.label.is_empty() || source.is_some() {
            section {
                h2 { (view.text("good-to-know")) }
                dl.facts {
                    @if let Some(way) = private {
                        div { dt { (icons::lock()) (view.text("service-private-list")) } dd { (way.link()) } }
                    }
                    @if let Some(liaison) = &contact.liaison {
                        div { dt { (view.text("group-liaison")) } dd { (people::linked_name(view, liaison)) } }
                    }
                    @if !contact.links.is_empty() {
                        div { dt { (view.text("group-also")) } dd { (reach::links(view, &contact.links, dir, &icons::link())) } }
                    }
                    @if let Some(label) = group.label.non_empty() {
                        div { dt { (view.text("group-label")) } dd { code { @if !label.contains('/') { (group.kind.prefix) "/" } (label) } } }
                    }
                    @if let Some(source) = source {
                        div { dt { (view.text("group-files")) } dd { a href={ (source) (crate::base::encode_path(dir)) } { (dir) } } }
                    }
                }
            }
        }
    }
}
