//! The community: its groups and everything around them.

use std::sync::Arc;

use folkmoot_diagnostics::{Sources, Span};

use crate::{Break, Extra, Group, GroupKind, Person, PersonRecord, Policies, Profile, Text};

/// What a link is about, where the record says so.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Topic {
    /// Code of conduct.
    CodeOfConduct,
    /// Contribution guide.
    Contributing,
    /// Development workflow.
    Development,
    /// A programme, such as ambassadors.
    Programme,
    /// Anything else.
    Other,
}

/// A link with its title.
#[derive(Clone, PartialEq, Debug)]
pub struct Link {
    /// What it is about.
    pub topic: Topic,
    /// Title; may be empty, then the address serves.
    pub title: Text,
    /// Address: absolute, or relative to the file (community: the root; group: its directory).
    pub url: Text,
}

/// A channel for all: Slack, Discord, a mailing list, a feed.
#[derive(Clone, PartialEq, Debug)]
pub struct Channel {
    /// Who or what it is for: `users`.
    pub title: Text,
    /// `slack`, `discord`, `mailing_list`, `forum`, `twitter`, `blog`, … or empty.
    pub service: Text,
    /// Name of the channel, without `#`.
    pub name: Text,
    /// Address.
    pub url: Text,
    /// The whole entry.
    pub span: Span,
}

/// A channel of those who speak one language.
#[derive(Clone, PartialEq, Debug)]
pub struct LanguageChannel {
    /// Language as written: `Chinese`, or a BCP 47 tag.
    pub language: Text,
    /// The channel.
    pub channel: Channel,
}

/// A community as its repository describes it.
#[derive(Debug)]
pub struct Community {
    /// Every file read, for spans.
    pub sources: Arc<Sources>,
    /// How the repository is laid out and written.
    pub profile: Profile,
    /// Kinds of groups in use order: the four, then declared ones.
    pub kinds: Vec<Arc<GroupKind>>,
    /// All groups: by kind in the order of `kinds`, then as written.
    pub groups: Vec<Group>,
    /// Entries of `people.yaml`.
    pub people: Vec<PersonRecord>,
    /// Name; empty where no `community.yaml` says it.
    pub name: Text,
    /// What the community is, in a sentence or two.
    pub description: Text,
    /// Home page.
    pub homepage: Text,
    /// GitHub organisation (`kubernetes`).
    pub github_org: Text,
    /// Slack workspace address (`https://kubernetes.slack.com`).
    pub slack_workspace: Text,
    /// Logo: a path or address.
    pub logo: Text,
    /// Accent colour (`#0a7d4f`).
    pub accent: Text,
    /// Links: code of conduct, contribution guide, development workflow, programmes.
    pub links: Vec<Link>,
    /// General channels.
    pub channels: Vec<Channel>,
    /// Channels by language.
    pub language_channels: Vec<LanguageChannel>,
    /// Days on which groups do not meet.
    pub breaks: Vec<Break>,
    /// Rules and waivers.
    pub policies: Policies,
    /// Whether the community's site shows what the checks say.
    pub shows_checks: bool,
    /// `gb_rep` of Kubernetes: the representative on the foundation's board.
    pub gb_rep: Option<Person>,
    /// The groups file's tree, as written; `None` where there is none.
    pub data_root: Option<folkmoot_yaml::Node>,
    /// Comments of the groups file.
    pub data_comments: Vec<folkmoot_yaml::Comment>,
    /// Whether the text of the groups file is, byte for byte, the file: nothing was repaired while reading.
    pub data_is_as_read: bool,
    /// Unknown keys of `community.yaml`.
    pub extra: Vec<Extra>,
    /// Unknown keys at the top of the data file.
    pub data_extra: Vec<Extra>,
}

impl Community {
    /// The groups of one kind, in order.
    pub fn groups_of<'a>(&'a self, kind: &'a GroupKind) -> impl Iterator<Item = &'a Group> {
        self.groups.iter().filter(move |group| group.kind.key == kind.key)
    }

    /// The group of that directory or [`Group::id`].
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.goes_by(id))
    }
}

impl Community {
    /// A community of which nothing is known.
    pub fn empty() -> Self {
        let sources = Arc::new(Sources::new());
        let nowhere = Span::file_start(sources.add("", ""));
        let absent = || Text::absent(nowhere);
        Self {
            profile: Profile::folkmoot(),
            kinds: GroupKind::built_in().into_iter().map(Arc::new).collect(),
            groups: Vec::new(),
            people: Vec::new(),
            name: absent(),
            description: absent(),
            homepage: absent(),
            github_org: absent(),
            slack_workspace: absent(),
            logo: absent(),
            accent: absent(),
            links: Vec::new(),
            channels: Vec::new(),
            language_channels: Vec::new(),
            breaks: Vec::new(),
            policies: Policies::default(),
            shows_checks: false,
            gb_rep: None,
            data_root: None,
            data_comments: Vec::new(),
            data_is_as_read: false,
            extra: Vec::new(),
            data_extra: Vec::new(),
            sources,
        }
    }
}
