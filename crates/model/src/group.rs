//! A group: what the whole product is about.

use std::sync::Arc;

use folkmoot_diagnostics::Span;
use folkmoot_yaml::Node;
use jiff::civil::Date;

use crate::{Contact, Extra, GroupKind, Leadership, Link, Meeting, MeetingRecord, Person, Text};

/// Something a group owns: a repository or a part of one, an effort.
#[derive(Clone, PartialEq, Debug)]
pub struct Subproject {
    /// Name.
    pub name: Text,
    /// What it is.
    pub description: Text,
    /// Its own contact, where it has one.
    pub contact: Option<Contact>,
    /// Links to `OWNERS` files.
    pub owners: Vec<Text>,
    /// Who leads it.
    pub leads: Vec<Person>,
    /// Its meetings.
    pub meetings: Vec<Meeting>,
    /// Further links, such as its repository (Folkmoot's key `links`).
    pub links: Vec<Link>,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The whole mapping.
    pub span: Span,
}

/// Where a group is in its life (Folkmoot's key `status`).
#[derive(Clone, PartialEq, Debug)]
pub struct Status {
    /// `active`, `forming`, `paused`, `retired` or as written.
    pub state: Text,
    /// Since when.
    pub since: Option<Date>,
    /// When it is to end.
    pub until: Option<Date>,
    /// Why, in the record's words.
    pub reason: Text,
}

/// A group of any kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// Its kind.
    pub kind: Arc<GroupKind>,
    /// Directory from the repository's root; may be empty in lenient profiles.
    pub dir: Text,
    /// Key `prefix` of the Kubernetes schema, rarely written.
    pub prefix: Text,
    /// Name without kind: `API Machinery`.
    pub name: Text,
    /// What the group is for.
    pub mission_statement: Text,
    /// Link to the charter, relative to the group's directory or absolute.
    pub charter_link: Text,
    /// What is in and out of scope (Folkmoot's key `scope`).
    pub scope: Text,
    /// Names of SIGs with a stake (working groups).
    pub stakeholder_sigs: Vec<Text>,
    /// Names of working groups that name this SIG as a stakeholder, sorted; derived.
    pub reporting_wgs: Vec<String>,
    /// GitHub label without prefix.
    pub label: Text,
    /// Who leads it.
    pub leadership: Leadership,
    /// Members who do not lead (Folkmoot's key `members`).
    pub members: Vec<Person>,
    /// Its meetings.
    pub meetings: Vec<Meeting>,
    /// How to reach it.
    pub contact: Contact,
    /// What it owns.
    pub subprojects: Vec<Subproject>,
    /// Design documents and proposals (Folkmoot's key `design_docs`).
    pub design_docs: Vec<Link>,
    /// Roadmaps (Folkmoot's key `roadmap`).
    pub roadmap: Vec<Link>,
    /// To-do queries (Folkmoot's key `todo`).
    pub todo: Vec<Link>,
    /// Further links (Folkmoot's key `links`).
    pub links: Vec<Link>,
    /// Notes of meetings where no series holds them (Folkmoot's key `notes`).
    pub notes: Vec<Link>,
    /// Dated meeting records in its folder, by date; looked for only where a series alternates and names no first
    /// date.
    pub records: Vec<MeetingRecord>,
    /// Where it is in its life.
    pub status: Option<Status>,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The whole mapping.
    pub span: Span,
}

impl Group {
    /// A stable name for pages and data: the directory, or where that is empty the kind's prefix and the
    /// name (`sig-api-machinery`).
    pub fn id(&self) -> String {
        match self.dir.trim_matches('/') {
            "" => self.kind.dir_name(&self.name),
            dir => dir.rsplit('/').next().unwrap_or(dir).to_owned(),
        }
    }

    /// Whether `name` is its directory or [`Group::id`].
    pub fn goes_by(&self, name: &str) -> bool {
        self.dir == name || self.id() == name
    }

    /// The full title: `SIG API Machinery`, `Steering Committee`; a name that already says its kind stays.
    pub fn title(&self) -> String {
        let short = self.kind.short.as_str();
        let lower = self.name.to_lowercase();
        let says_kind = lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == short.to_lowercase())
            || lower.contains(&self.kind.singular.to_lowercase());
        if says_kind {
            self.name.to_string()
        } else if self.kind.prefix == "committee" {
            format!("{} {short}", self.name)
        } else {
            format!("{short} {}", self.name)
        }
    }

    /// Whether its status says that it is no more; its entry stays for the record.
    pub fn is_retired(&self) -> bool {
        let state = self.status.as_ref().map(|status| status.state.trim().to_lowercase());
        matches!(state.as_deref(), Some("retired" | "archived" | "closed" | "disbanded" | "ended"))
    }

    /// The value of a key that the model does not know, at the group or under its `extra:`.
    pub fn extra(&self, key: &str) -> Option<&Node> {
        let own = self.extra.iter().find(|extra| extra.key == key).map(|extra| &extra.value);
        own.or_else(|| {
            self.extra.iter().filter(|extra| extra.key == "extra").find_map(|extra| extra.value.get(key))
        })
    }

    /// Every series, the subprojects' included, with the subproject's name.
    pub fn all_meetings(&self) -> impl Iterator<Item = (Option<&Subproject>, &Meeting)> {
        let own = self.meetings.iter().map(|meeting| (None, meeting));
        let subprojects = self.subprojects.iter().flat_map(|subproject| {
            subproject.meetings.iter().map(move |meeting| (Some(subproject), meeting))
        });
        own.chain(subprojects)
    }
}
