//! What documents there are.

/// What a document holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Shape {
    /// Where the other documents are.
    Index,
    /// The community.
    Community,
    /// All groups, in short.
    Groups,
    /// One group, in full.
    Group,
    /// Everybody with a role.
    People,
    /// One person with all roles.
    Person,
    /// Every series of meetings.
    Meetings,
    /// Every meeting of the weeks ahead.
    Occurrences,
    /// What groups own.
    Subprojects,
    /// Where people talk.
    Channels,
    /// Charters, design documents, roadmaps, notes and every Markdown file.
    Documents,
}

impl Shape {
    /// All of them, as the index lists them.
    pub const ALL: [Self; 11] = [
        Self::Index,
        Self::Community,
        Self::Groups,
        Self::Group,
        Self::People,
        Self::Person,
        Self::Meetings,
        Self::Occurrences,
        Self::Subprojects,
        Self::Channels,
        Self::Documents,
    ];

    /// Its name in addresses: `groups`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Community => "community",
            Self::Groups => "groups",
            Self::Group => "group",
            Self::People => "people",
            Self::Person => "person",
            Self::Meetings => "meetings",
            Self::Occurrences => "occurrences",
            Self::Subprojects => "subprojects",
            Self::Channels => "channels",
            Self::Documents => "documents",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }

    /// Whether a site has one document of it, not one a group or person.
    pub fn is_single(self) -> bool {
        !matches!(self, Self::Group | Self::Person)
    }

    /// What it is, in a sentence.
    pub(crate) fn summary(self) -> &'static str {
        match self {
            Self::Index => "Where the other documents are",
            Self::Community => "The community: name, links, kinds of groups, breaks, counts",
            Self::Groups => "All groups in short, each with its next meeting",
            Self::Group => "One group in full",
            Self::People => "Everybody who has a role",
            Self::Person => "One person with all roles",
            Self::Meetings => "Every series of meetings, as written and as understood",
            Self::Occurrences => "Every meeting of the coming 13 weeks, in order",
            Self::Subprojects => "What groups own",
            Self::Channels => "Where people talk: in general, by language, by group",
            Self::Documents => "Charters, design documents, roadmaps, notes and every Markdown file",
        }
    }
}
