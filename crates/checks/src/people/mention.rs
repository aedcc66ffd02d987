//! Every place that names a person, gathered once for all checks about people.

use std::collections::HashMap;

use folkmoot_diagnostics::{Diagnostic, Span};
use folkmoot_model::{Community, Group, Person, Text};

use crate::group_key;

/// A place that names a person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention<'a> {
    /// The person as written there.
    pub(crate) person: &'a Person,
    /// The group, unless the community as a whole names them.
    pub(crate) group: Option<&'a Group>,
    /// Whether they are named as a former lead.
    pub(crate) former: bool,
}

impl<'a> Mention<'a> {
    /// `finding`, said of this mention's group.
    pub(crate) fn within(&self, finding: Diagnostic) -> Diagnostic {
        match self.group {
            Some(group) => finding.in_group(group_key(group)),
            None => finding,
        }
    }

    /// Where the handle stands, else the entry.
    pub(crate) fn place(&self) -> Span {
        if self.person.github.is_present() { self.person.github.span() } else { self.person.span }
    }

    /// `SIG Docs`, for labels.
    pub(crate) fn whose(&self) -> String {
        self.group.map_or_else(|| "the community".to_owned(), Group::title)
    }
}

/// All mentions, in the order of the record.
#[derive(Debug)]
pub(crate) struct Mentions<'a> {
    all: Vec<Mention<'a>>,
    /// Mentions by handle in lower case: GitHub does not tell the cases apart.
    by_handle: Vec<Vec<usize>>,
}

impl<'a> Mentions<'a> {
    /// Gathers them.
    pub(crate) fn of(community: &'a Community) -> Self {
        let mut all = Vec::new();
        for group in &community.groups {
            let mut add =
                |person: &'a Person, former| all.push(Mention { person, group: Some(group), former });
            group.leadership.active().for_each(|(_, person)| add(person, false));
            group.leadership.emeritus_leads.iter().for_each(|person| add(person, true));
            group.members.iter().for_each(|person| add(person, false));
            group.contact.liaison.iter().for_each(|person| add(person, false));
            for subproject in &group.subprojects {
                subproject.leads.iter().for_each(|person| add(person, false));
                let liaison = subproject.contact.as_ref().and_then(|contact| contact.liaison.as_ref());
                liaison.into_iter().for_each(|person| add(person, false));
            }
        }
        all.extend(community.gb_rep.iter().map(|person| Mention { person, group: None, former: false }));
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut by_handle: Vec<Vec<usize>> = Vec::new();
        for (at, mention) in all.iter().enumerate() {
            let Some(handle) = mention.person.github.non_empty() else { continue };
            let slot = *index.entry(handle.to_lowercase()).or_insert_with(|| {
                by_handle.push(Vec::new());
                by_handle.len() - 1
            });
            by_handle[slot].push(at);
        }
        Self { all, by_handle }
    }

    /// Every mention.
    pub(crate) fn all(&self) -> &[Mention<'a>] {
        &self.all
    }

    /// Mentions of each person who is named more than once, by handle.
    pub(crate) fn repeated(&self) -> impl Iterator<Item = Vec<&Mention<'a>>> {
        let several = self.by_handle.iter().filter(|mentions| mentions.len() > 1);
        several.map(|mentions| mentions.iter().map(|&at| &self.all[at]).collect())
    }
}

/// The value that most mentions give, the first one where several are as frequent, and the mention that
/// gives it first. `None` where fewer than two values differ.
pub(super) fn prevailing<'m, 'a>(
    mentions: &[&'m Mention<'a>],
    value: impl Fn(&'a Person) -> &'a Text,
) -> Option<(&'a str, &'m Mention<'a>)> {
    let mut counts: Vec<(&'a str, usize, &'m Mention<'a>)> = Vec::new();
    let mut index: HashMap<&'a str, usize> = HashMap::new();
    for &mention in mentions {
        let Some(text) = value(mention.person).non_empty() else { continue };
        let at = *index.entry(text).or_insert(counts.len());
        match counts.get_mut(at) {
            Some((_, count, _)) => *count += 1,
            None => counts.push((text, 1, mention)),
        }
    }
    if counts.len() < 2 {
        return None;
    }
    let most = counts.iter().map(|(_, count, _)| *count).max()?;
    counts.into_iter().find(|(_, count, _)| *count == most).map(|(text, _, mention)| (text, mention))
}
