//! `folkmoot list groups`

use super::Selection;
use super::output::Listed;
use super::view::{Group, Meeting, Person, Viewer};

/// The groups, whole.
pub(super) fn list(selection: &Selection<'_>) -> Vec<Group> {
    let viewer = Viewer(&selection.community.sources);
    selection.groups.iter().map(|group| viewer.group(group)).collect()
}

impl Group {
    fn leads(&self) -> impl Iterator<Item = &Person> {
        let further = self.leadership.roles.values().flatten();
        self.leadership.chairs.iter().chain(&self.leadership.tech_leads).chain(further)
    }

    /// Each lead once: a chair may be a tech lead too.
    fn lead_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for lead in self.leads() {
            let name = if lead.name.is_empty() { format!("@{}", lead.github) } else { lead.name.clone() };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

impl Meeting {
    /// `Tuesday 9:00 PT (Pacific Time), biweekly`
    pub(super) fn when(&self) -> String {
        let zone = if self.tz.is_empty() { &self.timezone } else { &self.tz };
        let parts = [&self.day, &self.time, zone].map(|part| part.trim());
        let at = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        match (at.as_str(), self.frequency.trim()) {
            ("", frequency) => frequency.to_owned(),
            (at, "") => at.to_owned(),
            (at, frequency) => format!("{at}, {frequency}"),
        }
    }
}

impl Listed for Group {
    const PLURAL: &'static str = "groups";
    const TABLE: &'static [&'static str] = &["GROUP", "DIRECTORY", "LEADS", "CHANNEL", "MEETS", "OWNS"];
    const CSV: &'static [&'static str] = &[
        "id",
        "kind",
        "title",
        "name",
        "dir",
        "label",
        "chairs",
        "tech_leads",
        "slack",
        "mailing_list",
        "meetings",
        "subprojects",
        "stakeholder_sigs",
        "charter_link",
        "status",
        "source",
    ];

    fn row(&self) -> Vec<String> {
        let contact = &self.contact;
        let channel = match (contact.slack.as_str(), contact.discord.as_str()) {
            ("", "") => contact.mailing_list.clone(),
            ("", discord) => discord.to_owned(),
            (slack, _) if slack.contains("://") => slack.to_owned(),
            (slack, _) => format!("#{slack}"),
        };
        let meets = match self.meetings.as_slice() {
            [] => String::new(),
            [one] => one.when(),
            [first, more @ ..] => format!("{} (+{})", first.when(), more.len()),
        };
        let owns = match self.subprojects.len() {
            0 => String::new(),
            1 => "1 subproject".to_owned(),
            n => format!("{n} subprojects"),
        };
        vec![self.title.clone(), self.dir.clone(), self.lead_names().join(", "), channel, meets, owns]
    }

    fn record(&self) -> Vec<String> {
        let handles = |people: &[Person]| {
            people.iter().map(|person| person.github.as_str()).collect::<Vec<_>>().join("; ")
        };
        vec![
            self.id.clone(),
            self.kind.clone(),
            self.title.clone(),
            self.name.clone(),
            self.dir.clone(),
            self.label.clone(),
            handles(&self.leadership.chairs),
            handles(&self.leadership.tech_leads),
            self.contact.slack.clone(),
            self.contact.mailing_list.clone(),
            self.meetings.iter().map(Meeting::when).collect::<Vec<_>>().join("; "),
            self.subprojects.iter().map(|owned| owned.name.as_str()).collect::<Vec<_>>().join("; "),
            self.stakeholder_sigs.join("; "),
            self.charter_link.clone(),
            self.status.as_ref().map(|status| status.state.clone()).unwrap_or_default(),
            self.source.clone(),
        ]
    }
}
