//! Roles as pages call them.

use crate::kind::{has, normal};

/// A role in a group.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Role {
    Chair,
    TechLead,
    Emeritus,
    /// A role that the community names itself: its key.
    Further(String),
    Member,
    /// Somebody who was a member; the record has no place for it.
    Alumnus,
    /// The committee member who looks after the group.
    Liaison,
}

impl Role {
    /// The key of the record.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Chair => "leadership.chairs".into(),
            Self::TechLead => "leadership.tech_leads".into(),
            Self::Emeritus => "leadership.emeritus_leads".into(),
            Self::Further(key) => format!("leadership.{key}"),
            Self::Member => "members".into(),
            Self::Alumnus => "alumni".into(),
            Self::Liaison => "contact.liaison".into(),
        }
    }

    /// In a word, for messages: `chair`.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Chair => "chair".into(),
            Self::TechLead => "tech lead".into(),
            Self::Emeritus => "emeritus lead".into(),
            Self::Further(key) => key.strip_suffix('s').unwrap_or(key).replace('_', " "),
            Self::Member => "member".into(),
            Self::Alumnus => "alumnus".into(),
            Self::Liaison => "liaison".into(),
        }
    }

    /// Whether who holds it leads.
    pub(crate) fn leads(&self) -> bool {
        matches!(self, Self::Chair | Self::TechLead | Self::Further(_))
    }
}

/// A role read from words, and why it is a guess where it is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Reading {
    pub(crate) role: Role,
    pub(crate) guess: Option<String>,
}

/// The role that a heading, a column or the words after a name say. In a committee, members are what chairs are
/// in a SIG.
pub(crate) fn read(words: &str, committee: bool) -> Option<Reading> {
    let words = normal(words);
    let sure = |role| Some(Reading { role, guess: None });
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(&words, phrase));
    if any(&["alumni", "alumnus", "alumna", "former members", "past members"]) {
        return sure(Role::Alumnus);
    }
    if any(&["emeritus", "emeriti", "former leads", "former chairs", "past leads", "past chairs"]) {
        return sure(Role::Emeritus);
    }
    if any(&["tech lead", "tech leads", "technical lead", "technical leads", "tl", "tls"]) {
        return sure(Role::TechLead);
    }
    if any(&[
        "chair",
        "chairs",
        "co chair",
        "co chairs",
        "cochair",
        "chairperson",
        "chairpersons",
        "organizer",
        "organizers",
        "organiser",
        "organisers",
    ]) {
        return sure(Role::Chair);
    }
    if any(&["liaison", "liaisons"]) {
        return sure(Role::Liaison);
    }
    if any(&["lead", "leads", "leader", "leaders", "leadership", "co lead", "co leads"]) {
        return Some(Reading {
            role: Role::Chair,
            guess: Some("who leads a group is a chair in the record".into()),
        });
    }
    for key in
        ["maintainers", "committers", "approvers", "reviewers", "sponsors", "facilitators", "coordinators"]
    {
        if any(&[key, key.strip_suffix('s').unwrap_or(key)]) {
            return sure(Role::Further(key.into()));
        }
    }
    if any(&["member", "members", "participants", "participant"]) {
        return sure(if committee { Role::Chair } else { Role::Member });
    }
    let slips = ["member", "lead"];
    let near = slips.iter().find(|slip| words.len() > 3 && strsim::osa_distance(&words, slip) == 1)?;
    let role = read(near, committee)?.role;
    Some(Reading { role, guess: Some(format!("`{words}` looks like a slip for `{near}`")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_from_words() {
        let role = |words: &str| read(words, false).map(|reading| reading.role);
        assert_eq!(role("Technical Leads"), Some(Role::TechLead));
        assert_eq!(role("Lead"), Some(Role::Chair));
        assert_eq!(role("Emeritus Leads"), Some(Role::Emeritus));
        assert_eq!(role("Memeber"), Some(Role::Member));
        assert_eq!(role("Alumni"), Some(Role::Alumnus));
        assert_eq!(role("QingCloud"), None);
        assert_eq!(read("Members", true).map(|reading| reading.role), Some(Role::Chair));
    }
}
