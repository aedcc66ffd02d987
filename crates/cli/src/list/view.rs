//! The record as JSON: everything a group says, under stable names.
//!
//! A text that is not written is an empty string, a list that is not written an empty list, a date or a status
//! that is not written `null`: every field is always there. `source` is `file:line:column`. Keys that nobody
//! knows are under `extra`, scalars as written.

use std::collections::BTreeMap;

use folkmoot_diagnostics::{Sources, Span};
use folkmoot_model as model;
use folkmoot_yaml::{Kind, Node};
use serde::Serialize;
use serde_json::{Map, Value};

/// A group.
#[derive(Serialize)]
pub(super) struct Group {
    /// Last part of the directory, or kind and name.
    pub(super) id: String,
    /// Key of its kind: `sigs`.
    pub(super) kind: String,
    /// Name with kind: `SIG Docs`.
    pub(super) title: String,
    pub(super) name: String,
    pub(super) dir: String,
    pub(super) label: String,
    pub(super) mission_statement: String,
    pub(super) scope: String,
    pub(super) charter_link: String,
    pub(super) stakeholder_sigs: Vec<String>,
    pub(super) reporting_wgs: Vec<String>,
    pub(super) leadership: Leadership,
    pub(super) members: Vec<Person>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) contact: Contact,
    pub(super) subprojects: Vec<Subproject>,
    pub(super) design_docs: Vec<Link>,
    pub(super) roadmap: Vec<Link>,
    pub(super) todo: Vec<Link>,
    pub(super) notes: Vec<Link>,
    pub(super) links: Vec<Link>,
    pub(super) status: Option<Status>,
    pub(super) extra: Map<String, Value>,
    pub(super) source: String,
}

/// Who leads.
#[derive(Serialize)]
pub(super) struct Leadership {
    pub(super) chairs: Vec<Person>,
    pub(super) tech_leads: Vec<Person>,
    pub(super) emeritus_leads: Vec<Person>,
    /// Further roles by their key.
    pub(super) roles: BTreeMap<String, Vec<Person>>,
    pub(super) extra: Map<String, Value>,
}

/// Somebody in a role.
#[derive(Serialize)]
pub(super) struct Person {
    pub(super) github: String,
    pub(super) name: String,
    pub(super) company: String,
    pub(super) email: String,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) extra: Map<String, Value>,
    pub(super) source: String,
}

/// A series of meetings, as written.
#[derive(Clone, Serialize)]
pub(super) struct Meeting {
    pub(super) description: String,
    pub(super) day: String,
    pub(super) time: String,
    pub(super) tz: String,
    pub(super) frequency: String,
    pub(super) url: String,
    pub(super) archive_url: String,
    pub(super) recordings_url: String,
    pub(super) calendar_url: String,
    pub(super) starts: String,
    pub(super) until: String,
    pub(super) timezone: String,
    pub(super) duration: String,
    pub(super) room: String,
    pub(super) extra: Map<String, Value>,
    pub(super) source: String,
}

/// How to reach a group or a subproject.
#[derive(Serialize)]
pub(super) struct Contact {
    pub(super) slack: String,
    pub(super) discord: String,
    pub(super) mailing_list: String,
    pub(super) private_mailing_list: String,
    pub(super) forum: String,
    pub(super) teams: Vec<Team>,
    pub(super) liaison: Option<Person>,
    pub(super) links: Vec<Link>,
    pub(super) extra: Map<String, Value>,
}

/// A team on GitHub.
#[derive(Serialize)]
pub(super) struct Team {
    pub(super) name: String,
    pub(super) description: String,
}

/// What a group owns.
#[derive(Serialize)]
pub(super) struct Subproject {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) owners: Vec<String>,
    pub(super) leads: Vec<Person>,
    pub(super) contact: Option<Contact>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) extra: Map<String, Value>,
    pub(super) source: String,
}

/// A link.
#[derive(Serialize)]
pub(super) struct Link {
    pub(super) title: String,
    pub(super) url: String,
}

/// Where a group is in its life.
#[derive(Serialize)]
pub(super) struct Status {
    pub(super) state: String,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) reason: String,
}

/// Turns the model into its view.
pub(super) struct Viewer<'s>(pub(super) &'s Sources);

impl Viewer<'_> {
    pub(super) fn source(&self, span: Span) -> String {
        self.0.locate(span)
    }

    pub(super) fn group(&self, group: &model::Group) -> Group {
        Group {
            id: group.id(),
            kind: group.kind.key.clone(),
            title: group.title(),
            name: group.name.to_string(),
            dir: group.dir.to_string(),
            label: group.label.to_string(),
            mission_statement: group.mission_statement.to_string(),
            scope: group.scope.to_string(),
            charter_link: group.charter_link.to_string(),
            stakeholder_sigs: strings(&group.stakeholder_sigs),
            reporting_wgs: group.reporting_wgs.clone(),
            leadership: self.leadership(&group.leadership),
            members: self.people(&group.members),
            meetings: self.meetings(&group.meetings),
            contact: self.contact(&group.contact),
            subprojects: group.subprojects.iter().map(|subproject| self.subproject(subproject)).collect(),
            design_docs: links(&group.design_docs),
            roadmap: links(&group.roadmap),
            todo: links(&group.todo),
            notes: links(&group.notes),
            links: links(&group.links),
            status: group.status.as_ref().map(|status| Status {
                state: status.state.to_string(),
                since: status.since.map(|date| date.to_string()),
                until: status.until.map(|date| date.to_string()),
                reason: status.reason.to_string(),
            }),
            extra: extra(&group.extra),
            source: self.source(group.span),
        }
    }

    fn leadership(&self, leadership: &model::Leadership) -> Leadership {
        let mut roles: BTreeMap<String, Vec<Person>> = BTreeMap::new();
        for list in &leadership.further {
            roles.entry(list.role.to_string()).or_default().extend(self.people(&list.people));
        }
        Leadership {
            chairs: self.people(&leadership.chairs),
            tech_leads: self.people(&leadership.tech_leads),
            emeritus_leads: self.people(&leadership.emeritus_leads),
            roles,
            extra: extra(&leadership.extra),
        }
    }

    fn people(&self, people: &[model::Person]) -> Vec<Person> {
        people.iter().map(|person| self.person(person)).collect()
    }

    fn person(&self, person: &model::Person) -> Person {
        Person {
            github: person.github.to_string(),
            name: person.name.to_string(),
            company: person.company.to_string(),
            email: person.email.to_string(),
            since: person.since.map(|date| date.to_string()),
            until: person.until.map(|date| date.to_string()),
            extra: extra(&person.extra),
            source: self.source(person.span),
        }
    }

    fn meetings(&self, meetings: &[model::Meeting]) -> Vec<Meeting> {
        meetings.iter().map(|meeting| self.meeting(meeting)).collect()
    }

    pub(super) fn meeting(&self, meeting: &model::Meeting) -> Meeting {
        Meeting {
            description: meeting.description.to_string(),
            day: meeting.day.to_string(),
            time: meeting.time.to_string(),
            tz: meeting.tz.to_string(),
            frequency: meeting.frequency.to_string(),
            url: meeting.url.to_string(),
            archive_url: meeting.archive_url.to_string(),
            recordings_url: meeting.recordings_url.to_string(),
            calendar_url: meeting.calendar_url.to_string(),
            starts: meeting.starts.to_string(),
            until: meeting.until.to_string(),
            timezone: meeting.timezone.to_string(),
            duration: meeting.duration.to_string(),
            room: meeting.room.to_string(),
            extra: extra(&meeting.extra),
            source: self.source(meeting.span),
        }
    }

    fn contact(&self, contact: &model::Contact) -> Contact {
        let team = |team: &model::GithubTeam| Team {
            name: team.name.to_string(),
            description: team.description.to_string(),
        };
        Contact {
            slack: contact.slack.to_string(),
            discord: contact.discord.to_string(),
            mailing_list: contact.mailing_list.to_string(),
            private_mailing_list: contact.private_mailing_list.to_string(),
            forum: contact.forum.to_string(),
            teams: contact.teams.iter().map(team).collect(),
            liaison: contact.liaison.as_ref().map(|person| self.person(person)),
            links: links(&contact.links),
            extra: extra(&contact.extra),
        }
    }

    pub(super) fn subproject(&self, subproject: &model::Subproject) -> Subproject {
        Subproject {
            name: subproject.name.to_string(),
            description: subproject.description.to_string(),
            owners: strings(&subproject.owners),
            leads: self.people(&subproject.leads),
            contact: subproject.contact.as_ref().map(|contact| self.contact(contact)),
            meetings: self.meetings(&subproject.meetings),
            extra: extra(&subproject.extra),
            source: self.source(subproject.span),
        }
    }
}

fn strings(texts: &[model::Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn links(links: &[model::Link]) -> Vec<Link> {
    links.iter().map(|link| Link { title: link.title.to_string(), url: link.url.to_string() }).collect()
}

/// Unknown keys as JSON.
pub(super) fn extra(extra: &[model::Extra]) -> Map<String, Value> {
    extra.iter().map(|extra| (extra.key.to_string(), value(&extra.value))).collect()
}

fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::Scalar { .. } if node.is_null() => Value::Null,
        Kind::Scalar { text, .. } => Value::String(text.clone()),
        Kind::Sequence(items) => items.iter().map(value).collect(),
        Kind::Mapping(entries) => {
            entries.iter().map(|entry| (entry.key.clone(), value(&entry.value))).collect::<Map<_, _>>().into()
        }
    }
}
