//! What the sections of a group's own page are about, by their headings.

use crate::kind::{has, normal};
use crate::role::{self, Reading as RoleReading, Role};

/// What a section is about.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Section {
    Intro,
    People(RoleReading),
    Meetings,
    Contact,
    Projects,
    Documents,
    Roadmap,
    Todo,
    Scope,
    /// Whatever else, by its heading.
    Other(String),
}

/// What a heading announces.
pub(crate) fn section_of(title: &str, committee: bool) -> Section {
    let words = normal(title);
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(&words, phrase));
    let short = words.split(' ').count() <= 5;
    if !short {
        return Section::Other(title.to_owned());
    }
    if any(&[
        "contact",
        "contacts",
        "contact information",
        "contact us",
        "how to reach us",
        "communication",
        "slack channel",
        "get in touch",
    ]) {
        return Section::Contact;
    }
    if any(&["meeting", "meetings"]) {
        return Section::Meetings;
    }
    if any(&["projects", "subprojects", "sub projects", "repositories", "repos", "subproject", "project"]) {
        return Section::Projects;
    }
    if words == "leadership"
        || (any(&[
            "leads",
            "lead",
            "chairs",
            "chair",
            "members",
            "alumni",
            "maintainers",
            "committers",
            "reviewers",
            "approvers",
            "organizers",
            "organisers",
            "emeritus",
            "technical leads",
            "people",
        ]))
    {
        if words == "people" {
            return Section::People(RoleReading {
                role: Role::Member,
                guess: Some("people whose role is not said".into()),
            });
        }
        if let Some(reading) = role::read(&words, committee) {
            return Section::People(reading);
        }
    }
    if any(&["roadmap", "roadmaps"]) {
        return Section::Roadmap;
    }
    if any(&["to do", "todo", "todos", "issues", "tasks"]) {
        return Section::Todo;
    }
    if any(&[
        "documents",
        "document",
        "docs",
        "design documents",
        "design docs",
        "documentation",
        "proposals",
        "design",
    ]) {
        return Section::Documents;
    }
    match words.as_str() {
        "scope" => Section::Scope,
        "goals" | "goal" | "mission" | "mission statement" | "about" | "description" | "overview"
        | "purpose" | "introduction" => Section::Intro,
        _ => Section::Other(title.to_owned()),
    }
}

pub(crate) fn name_of(section: &Section) -> String {
    match section {
        Section::Intro => "what the group is for".into(),
        Section::People(role) => format!("people: {}", role.role.word()),
        Section::Meetings => "meetings".into(),
        Section::Contact => "contact".into(),
        Section::Projects => "subprojects".into(),
        Section::Documents => "design documents".into(),
        Section::Roadmap => "roadmap".into(),
        Section::Todo => "to-do".into(),
        Section::Scope => "scope".into(),
        Section::Other(title) => title.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_a_section_is_about() {
        let section = |title: &str| section_of(title, false);
        assert_eq!(section("Meetings and Channel"), Section::Meetings);
        assert_eq!(section("Contact"), Section::Contact);
        assert_eq!(section("Owned repositories"), Section::Projects);
        assert_eq!(section("Goals"), Section::Intro);
        assert_eq!(section("Topics"), Section::Other("Topics".into()));
        assert!(matches!(section("Technical Leads"), Section::People(role) if role.role == Role::TechLead));
        assert!(matches!(section_of("Members", true), Section::People(role) if role.role == Role::Chair));
    }
}
