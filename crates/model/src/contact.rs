//! How to reach a group.

use folkmoot_diagnostics::Span;

use crate::{Extra, Link, Person, Text};

/// A team on GitHub.
#[derive(Clone, PartialEq, Debug)]
pub struct GithubTeam {
    /// Slug, without the organisation.
    pub name: Text,
    /// What the team is for.
    pub description: Text,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The whole mapping.
    pub span: Span,
}

/// How to reach a group or a subproject.
#[derive(Clone, PartialEq, Debug)]
pub struct Contact {
    /// Slack channel: a name without `#`, or a link where a community writes one.
    pub slack: Text,
    /// Discord: a link or a channel name.
    pub discord: Text,
    /// Public mailing list: a link or an address.
    pub mailing_list: Text,
    /// Private mailing list: an address.
    pub private_mailing_list: Text,
    /// Forum or discussions page.
    pub forum: Text,
    /// Teams on GitHub.
    pub teams: Vec<GithubTeam>,
    /// The committee member who looks after the group.
    pub liaison: Option<Person>,
    /// Further links (Folkmoot's key `links`).
    pub links: Vec<Link>,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The mapping, or its holder where absent.
    pub span: Span,
}

impl Contact {
    /// No contact at all; `holder` is the group or subproject.
    pub fn empty(holder: Span) -> Self {
        let absent = || Text::absent(holder);
        Self {
            slack: absent(),
            discord: absent(),
            mailing_list: absent(),
            private_mailing_list: absent(),
            forum: absent(),
            teams: Vec::new(),
            liaison: None,
            links: Vec::new(),
            extra: Vec::new(),
            span: holder,
        }
    }

    /// Whether nobody could be reached by it.
    pub fn is_empty(&self) -> bool {
        self.slack.is_empty()
            && self.discord.is_empty()
            && self.mailing_list.is_empty()
            && self.private_mailing_list.is_empty()
            && self.forum.is_empty()
            && self.teams.is_empty()
            && self.links.is_empty()
    }
}
