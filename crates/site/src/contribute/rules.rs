//! What a contributor should know: the rules that the record names, else the files that say so by their names.

use folkmoot_model::{EntryKind, Topic};
use maud::{Markup, html};

use crate::address::resolve;
use crate::{View, reach};

/// Files that many repositories have and no record needs to name.
const CONDUCT: &[&str] = &["code-of-conduct.md", "CODE_OF_CONDUCT.md", "code_of_conduct.md"];
const CONTRIBUTING: &[&str] = &["CONTRIBUTING.md", "contributing.md", "contributors/guide/README.md"];
const WORKFLOW: &[&str] = &[
    "DEVELOPMENT.md",
    "contributors/guide/github-workflow.md",
    "developer-guide/development/development-workflow.md",
];
const LADDER: &[&str] = &[
    "community-membership.md",
    "membership.md",
    "contributor-ladder.md",
    "CONTRIBUTOR_LADDER.md",
    "ROLES.md",
];
const GOVERNANCE: &[&str] = &["governance.md", "GOVERNANCE.md"];
const AGREEMENT: &[&str] = &["CLA.md", "cla.md", "DCO.md", "DCO"];
const SECURITY: &[&str] = &["SECURITY.md", "security.md"];

/// Something to know before contributing.
struct Rule {
    title: String,
    /// Why one would read it.
    why: String,
    links: Links,
    /// What to do where there is none; `None`: nothing is said of it.
    missing: Option<Markup>,
}

/// Where it is written.
enum Links {
    /// Links that the record names, under their own titles; may be none.
    Named(Vec<Markup>),
    /// The address of a file that says so by its name.
    File(String),
}

impl Links {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Named(links) if links.is_empty())
    }
}

/// The page's list, each with why one would read it.
pub(super) fn list(view: &View<'_>) -> Markup {
    html! {
        dl.rules {
            @for rule in all(view) {
                @if !rule.links.is_empty() || rule.missing.is_some() {
                    div {
                        dt {
                            @match &rule.links {
                                Links::File(href) => { a href=(href) { (rule.title) } }
                                Links::Named(_) => { (rule.title) }
                            }
                        }
                        dd {
                            @if rule.links.is_empty() {
                                @if let Some(missing) = &rule.missing { p.empty { (missing) } }
                            } @else {
                                p.quiet { (rule.why) }
                                @if let Links::Named(links) = &rule.links {
                                    ul.links { @for link in links { li { (link) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The rules that everybody should know, as links in one line.
pub(super) fn links(view: &View<'_>) -> Vec<Markup> {
    let first = [
        (Topic::CodeOfConduct, "code-of-conduct", CONDUCT),
        (Topic::Contributing, "contribution-guide", CONTRIBUTING),
        (Topic::Development, "development-workflow", WORKFLOW),
    ];
    let linked = first.into_iter().flat_map(|(topic, id, paths)| match of_topic(view, topic, paths) {
        Links::Named(links) => links,
        Links::File(href) => vec![html! { a href=(href) { (view.text(id)) } }],
    });
    linked.collect()
}

fn all(view: &View<'_>) -> Vec<Rule> {
    let missing = |id: &str, key: &str| Some(view.rich(id, [("key", html! { code { (key) } })]));
    let named = |topic, id: &str, paths, why: String, missing| Rule {
        title: view.text(id),
        why,
        links: of_topic(view, topic, paths),
        missing,
    };
    let file = |id: &str, paths, why: String| Rule {
        title: view.text(id),
        why,
        links: found(view, paths).map_or(Links::Named(Vec::new()), Links::File),
        missing: None,
    };
    let conduct = missing("rule-no-conduct", "links.code_of_conduct");
    let guide = missing("rule-no-guide", "links.contributing");
    let agreement = file("rule-agreement", AGREEMENT, view.text("rule-agreement-why"));
    let ladder = Rule {
        missing: Some(view.text("rule-no-ladder")).map(|text| html! { (text) }),
        ..file("rule-ladder", LADDER, view.text("rule-ladder-why"))
    };
    vec![
        named(Topic::CodeOfConduct, "code-of-conduct", CONDUCT, view.text("rule-conduct-why"), conduct),
        named(Topic::Contributing, "contribution-guide", CONTRIBUTING, view.text("rule-guide-why"), guide),
        named(Topic::Development, "development-workflow", WORKFLOW, view.text("rule-workflow-why"), None),
        agreement,
        ladder,
        file("rule-governance", GOVERNANCE, view.text("rule-governance-why")),
        file("rule-security", SECURITY, view.text("rule-security-why")),
        named(Topic::Programme, "rule-programmes", &[], view.text("rule-programmes-why"), None),
    ]
}

/// The links that the record names under a topic, else the first of the files there is.
fn of_topic(view: &View<'_>, topic: Topic, paths: &[&str]) -> Links {
    let named = view.community().links.iter().filter(|link| link.topic == topic);
    let named: Vec<Markup> = named.map(|link| reach::link(view, link, "")).collect();
    match found(view, paths).filter(|_| named.is_empty()) {
        Some(href) => Links::File(href),
        None => Links::Named(named),
    }
}

/// The address of the first of the files there is.
fn found(view: &View<'_>, paths: &[&str]) -> Option<String> {
    let path = paths.iter().find(|path| view.repository().kind(path) == Some(EntryKind::File))?;
    resolve(view, path, "").map(|address| address.href)
}

/// Where the repository says how the community decides.
pub(crate) fn governance(view: &View<'_>) -> Option<Markup> {
    Some(html! { a href=(found(view, GOVERNANCE)?) { (view.text("rule-governance")) } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Site;

    #[test]
    fn a_file_is_found_by_its_usual_name_and_a_missing_rule_says_what_to_do() {
        let site = Site::sample(&[("community-membership.md", "# Ladder"), ("CLA.md", "# CLA")]);
        let html = list(&site.english()).into_string();
        assert!(html.contains("/docs/community-membership.md/") && html.contains("/docs/CLA.md/"), "{html}");
        assert!(html.contains("links.code_of_conduct") && !html.contains("SECURITY"), "{html}");
    }
}
