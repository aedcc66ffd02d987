//! Days on which groups do not meet.

use folkmoot_diagnostics::Span;
use jiff::civil::Date;

use crate::{Group, Text};

/// A holiday or a conference week (key `breaks` of `community.yaml`).
#[derive(Clone, PartialEq, Debug)]
pub struct Break {
    /// What it is called.
    pub name: Text,
    /// First day without meetings.
    pub from: Date,
    /// Last day without meetings; the first one where nothing is written.
    pub to: Date,
    /// Groups that it is for, by directory or id; with `kinds` empty too it is for all.
    pub groups: Vec<Text>,
    /// Kinds of groups that it is for, by key or any other name of theirs.
    pub kinds: Vec<Text>,
    /// The whole entry.
    pub span: Span,
}

impl Break {
    /// Whether the group pauses.
    pub fn is_for(&self, group: &Group) -> bool {
        let is_for_all = self.groups.is_empty() && self.kinds.is_empty();
        let named = |name: &Text| group.goes_by(name);
        is_for_all || self.groups.iter().any(named) || self.kinds.iter().any(|kind| group.kind.goes_by(kind))
    }
}
