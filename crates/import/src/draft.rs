//! What the pages say, brought together: groups and the community, each value with its place.

use std::collections::{BTreeMap, HashMap};

use crate::kind::{Kind, normal};
use crate::link;
use crate::people::Person;
use crate::report::{Claim, Conflict, Place};
use crate::role::Role;
use crate::schedule::Schedule;

/// Most entries of one list of a group or of the community; a longer one is no group's.
pub(crate) const MOST: usize = 500;

/// How precise a page is about a group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Rank {
    /// A page that lists groups.
    List,
    /// The group's own page.
    Own,
}

/// A value and where it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Sourced<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
    pub(crate) rank: Rank,
}

/// A link with its title; a path is seen from the repository's root.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Link {
    pub(crate) title: String,
    pub(crate) url: String,
}

/// A text of a group that one page or another says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Key {
    Name,
    Mission,
    Scope,
    Charter,
    Label,
    Slack,
    Discord,
    MailingList,
    PrivateMailingList,
    Forum,
}

impl Key {
    /// The key of the record.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Mission => "mission_statement",
            Self::Scope => "scope",
            Self::Charter => "charter_link",
            Self::Label => "label",
            Self::Slack => "contact.slack",
            Self::Discord => "contact.discord",
            Self::MailingList => "contact.mailing_list",
            Self::PrivateMailingList => "contact.private_mailing_list",
            Self::Forum => "contact.forum",
        }
    }
}

/// A list of links of a group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Shelf {
    Notes,
    DesignDocs,
    Roadmap,
    Todo,
    Links,
    Contact,
}

impl Shelf {
    /// The key of the record.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::DesignDocs => "design_docs",
            Self::Roadmap => "roadmap",
            Self::Todo => "todo",
            Self::Links => "links",
            Self::Contact => "contact.links",
        }
    }
}

/// Somebody in a role, as one page has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Seat {
    pub(crate) person: Person,
    pub(crate) role: Role,
}

/// A series of meetings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Meeting {
    pub(crate) description: String,
    pub(crate) schedule: Schedule,
    pub(crate) url: String,
    pub(crate) archive_url: String,
    pub(crate) recordings_url: String,
    pub(crate) calendar_url: String,
    pub(crate) room: String,
}

/// Something a group owns.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Subproject {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) owners: Vec<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) meetings: Vec<Meeting>,
}

/// A group.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) kind: Kind,
    pub(crate) dir: String,
    pub(crate) texts: BTreeMap<Key, Sourced<String>>,
    pub(crate) shelves: BTreeMap<Shelf, Vec<Sourced<Link>>>,
    pub(crate) seats: Vec<Sourced<Seat>>,
    pub(crate) meetings: Vec<Sourced<Meeting>>,
    pub(crate) stakeholders: Vec<String>,
    /// GitHub teams: slug and what each is for.
    pub(crate) teams: Vec<(String, String)>,
    pub(crate) subprojects: Vec<Subproject>,
}

impl Group {
    /// A text; empty where no page says it.
    pub(crate) fn text(&self, key: Key) -> &str {
        self.texts.get(&key).map_or("", |text| text.value.as_str())
    }

    /// Links on a shelf.
    pub(crate) fn shelf(&self, shelf: Shelf) -> &[Sourced<Link>] {
        self.shelves.get(&shelf).map_or(&[], Vec::as_slice)
    }
}

/// A channel for all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Channel {
    /// Who it is for, or the language.
    pub(crate) title: String,
    pub(crate) service: String,
    pub(crate) name: String,
    pub(crate) url: String,
}

/// A link of the community and what it is about: `code_of_conduct`, `contributing`, `development`, `programme`
/// or nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct CommunityLink {
    pub(crate) topic: &'static str,
    pub(crate) link: Link,
}

/// Everything read so far.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) name: Option<Sourced<String>>,
    pub(crate) slack_workspaces: BTreeMap<String, usize>,
    pub(crate) links: Vec<CommunityLink>,
    pub(crate) channels: Vec<Channel>,
    pub(crate) language_channels: Vec<Channel>,
    pub(crate) groups: Vec<Group>,
    /// Groups by the last step of their directory.
    by_dir: HashMap<String, usize>,
    /// Groups by kind and name.
    by_name: HashMap<(Kind, String), usize>,
    /// Account numbers on GitHub, by lower-case handle.
    pub(crate) accounts: BTreeMap<String, u64>,
    pub(crate) conflicts: Vec<Conflict>,
}

impl Draft {
    /// The group of that directory, or of that kind and name; a new one where there is none.
    pub(crate) fn group(&mut self, kind: &Kind, name: &str, dir: Option<&str>) -> usize {
        let dir = dir.map(|dir| dir.trim_matches('/').to_owned()).filter(|dir| !dir.is_empty());
        let (spelt, made) = (normal(name), made_dir(kind, name));
        let wanted = dir.as_deref().unwrap_or(&made);
        let last = |dir: &str| dir.rsplit('/').next().unwrap_or(dir).to_owned();
        let known =
            self.by_dir.get(&last(wanted)).or_else(|| self.by_name.get(&(kind.clone(), spelt.clone())));
        if let Some(&index) = known {
            // A link to the directory is more precise than a name turned into one.
            if let Some(dir) = dir.filter(|dir| dir.len() >= self.groups[index].dir.len()) {
                self.by_dir.insert(last(&dir), index);
                self.groups[index].dir = dir;
            }
            return index;
        }
        self.by_dir.insert(last(wanted), self.groups.len());
        self.by_name.insert((kind.clone(), spelt), self.groups.len());
        self.groups.push(Group {
            kind: kind.clone(),
            dir: dir.unwrap_or(made),
            texts: BTreeMap::new(),
            shelves: BTreeMap::new(),
            seats: Vec::new(),
            meetings: Vec::new(),
            stakeholders: Vec::new(),
            teams: Vec::new(),
            subprojects: Vec::new(),
        });
        self.groups.len() - 1
    }

    /// Sets a text of a group. Where pages differ, the more precise one wins, then the later one, and the
    /// difference is kept as a conflict.
    pub(crate) fn set(&mut self, group: usize, key: Key, new: Sourced<String>) {
        let group = &mut self.groups[group];
        let Some(old) = group.texts.get_mut(&key) else {
            group.texts.insert(key, new);
            return;
        };
        if same_text(&old.value, &new.value) {
            old.rank = old.rank.max(new.rank);
            return;
        }
        let because = precedence(old.rank, new.rank);
        let (kept, aside) = if new.rank >= old.rank { (new, old.clone()) } else { (old.clone(), new) };
        self.conflicts.push(conflict(&group.dir, key.name(), &kept, &aside, because));
        *old = kept;
    }

    /// Adds a link to a shelf, once.
    pub(crate) fn shelve(&mut self, group: usize, shelf: Shelf, new: Sourced<Link>) {
        let links = self.groups[group].shelves.entry(shelf).or_default();
        match links.iter_mut().find(|link| link::same(&link.value.url, &new.value.url)) {
            // The group's own page says the address as its people use it.
            Some(old) if new.rank > old.rank => *old = new,
            Some(_) => {}
            None => links.push(new),
        }
    }

    /// Adds a link of the community, once.
    pub(crate) fn link(&mut self, topic: &'static str, new: Link) {
        match self.links.iter_mut().find(|link| link::same(&link.link.url, &new.url)) {
            Some(old) if old.topic == "other" => old.topic = topic,
            Some(_) => {}
            None => self.links.push(CommunityLink { topic, link: new }),
        }
    }

    /// Notes that a channel lives in a Slack workspace.
    pub(crate) fn workspace(&mut self, workspace: &str) {
        *self.slack_workspaces.entry(workspace.to_owned()).or_default() += 1;
    }

    /// The workspace that most channels live in.
    pub(crate) fn main_workspace(&self) -> Option<&str> {
        let most = self.slack_workspaces.iter().max_by_key(|(_, count)| **count);
        most.map(|(workspace, _)| workspace.as_str())
    }
}

/// The directory of a group that has none: the kind's prefix and the name, in characters fit for one.
pub(crate) fn made_dir(kind: &Kind, name: &str) -> String {
    format!("{}-{}", kind.get().prefix, normal(name).replace(' ', "-"))
}

fn same_text(a: &str, b: &str) -> bool {
    a == b || (normal(a) == normal(b) && !normal(a).is_empty()) || (a.contains("://") && link::same(a, b))
}

/// Why one page wins over another.
pub(crate) fn precedence(old: Rank, new: Rank) -> &'static str {
    if old == new { "the later page wins" } else { "the group's own page is more precise than a list" }
}

pub(crate) fn conflict(
    about: &str,
    what: &str,
    kept: &Sourced<String>,
    aside: &Sourced<String>,
    because: &str,
) -> Conflict {
    let claim = |said: &Sourced<String>| Claim { value: said.value.clone(), place: said.place.clone() };
    Conflict {
        about: about.to_owned(),
        what: what.to_owned(),
        kept: claim(kept),
        set_aside: claim(aside),
        because: because.to_owned(),
    }
}
