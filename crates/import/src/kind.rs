//! Which kind of group a heading, a title or a path speaks of.

use folkmoot_model::GroupKind;

/// A kind, by its place among those that can be read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Kind {
    order: usize,
}

/// How titles write each kind: words of one, words of several. The order is that of [`all`].
const WORDS: [(&[&str], &[&str]); 7] = [
    (
        &["special interest group", "interest group", "sig"],
        &["special interest groups", "interest groups", "sigs"],
    ),
    (&["working group", "wg"], &["working groups", "wgs"]),
    (&["user group", "ug"], &["user groups", "ugs"]),
    (&["committee"], &["committees"]),
    (&["technical advisory group", "tag"], &["technical advisory groups", "tags"]),
    (&["team"], &["teams"]),
    (&["chapter"], &["chapters"]),
];

/// The four kinds every community has and those that are commonly declared beside them.
pub(crate) fn all() -> Vec<GroupKind> {
    let mut kinds = GroupKind::built_in();
    let declared = [
        ("tags", "tag", "TAG", "Technical Advisory Group", "Technical Advisory Groups"),
        ("teams", "team", "Team", "Team", "Teams"),
        ("chapters", "chapter", "Chapter", "Chapter", "Chapters"),
    ];
    kinds.extend(declared.map(|(key, prefix, short, singular, plural)| GroupKind {
        key: key.into(),
        prefix: prefix.into(),
        short: short.into(),
        singular: singular.into(),
        plural: plural.into(),
        declared: true,
    }));
    kinds
}

impl Kind {
    pub(crate) const SIG: Self = Self { order: 0 };
    pub(crate) const COMMITTEE: Self = Self { order: 3 };

    /// The kind in full.
    pub(crate) fn get(&self) -> GroupKind {
        all().swap_remove(self.order)
    }

    /// The kind that a directory's name says: `sig-docs`, `committee-steering`.
    pub(crate) fn of_dir(dir: &str) -> Option<Self> {
        let name = dir.trim_matches('/').rsplit('/').next()?;
        let (prefix, rest) = name.split_once('-')?;
        let order = all().iter().position(|kind| kind.prefix.eq_ignore_ascii_case(prefix))?;
        (!rest.is_empty()).then_some(Self { order })
    }

    /// The kind whose groups a directory holds: `special-interest-groups`, `wgs`.
    pub(crate) fn of_parent(dir: &str) -> Option<Self> {
        let name = dir.trim_matches('/').rsplit('/').next()?.to_lowercase().replace(['-', '_'], " ");
        let order = WORDS.iter().position(|(_, many)| many.contains(&name.as_str()))?;
        Some(Self { order })
    }

    /// The kind whose groups a heading announces: `Special Interest Groups`, `Our current SIGs`.
    pub(crate) fn announced(heading: &str) -> Option<Self> {
        let words = normal(heading);
        WORDS
            .iter()
            .position(|(_, many)| many.iter().any(|phrase| has(&words, phrase)))
            .map(|order| Self { order })
    }
}

/// A title that names one group: `SIG Docs`, `Docs Special Interest Group`, `Steering Committee`.
pub(crate) fn group_title(title: &str) -> Option<(Kind, String)> {
    let title = title.trim();
    let title = title
        .rsplit_once(" (")
        .filter(|(_, tail)| tail.ends_with(')') && tail.len() < 12)
        .map_or(title, |(t, _)| t);
    let words = normal(title);
    if Kind::announced(title).is_some() || WORDS.iter().any(|(one, _)| one.contains(&words.as_str())) {
        return None;
    }
    for (order, (one, _)) in WORDS.iter().enumerate() {
        for phrase in *one {
            let name = strip_end(title, phrase).or_else(|| strip_start(title, phrase));
            if let Some(name) = name {
                let name = name.trim_matches([' ', ':', '-', '–', '—']).trim();
                let says_more = name.chars().any(char::is_alphanumeric) && !has(&normal(name), "template");
                return says_more.then(|| (Kind { order }, name.to_owned()));
            }
        }
    }
    None
}

/// A group's name without the word for its kind: `SIG Docs` gives `Docs`.
pub(crate) fn short_name(name: &str) -> (Option<Kind>, String) {
    match group_title(name) {
        Some((kind, short)) => (Some(kind), short),
        None => (None, name.trim().to_owned()),
    }
}

fn strip_end<'a>(title: &'a str, phrase: &str) -> Option<&'a str> {
    let at = title.len().checked_sub(phrase.len())?;
    let (head, tail) = (title.get(..at)?, title.get(at..)?);
    (tail.eq_ignore_ascii_case(phrase) && head.ends_with([' ', '-'])).then_some(head)
}

fn strip_start<'a>(title: &'a str, phrase: &str) -> Option<&'a str> {
    let (head, tail) = (title.get(..phrase.len())?, title.get(phrase.len()..)?);
    (head.eq_ignore_ascii_case(phrase) && tail.starts_with([' ', ':', '-'])).then_some(tail)
}

/// Lower case, everything but letters and digits as single spaces.
pub(crate) fn normal(text: &str) -> String {
    let words: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    crate::inline::squeeze(&words.to_lowercase())
}

/// Whether the words of `phrase` stand in `words`, one after another.
pub(crate) fn has(words: &str, phrase: &str) -> bool {
    words.match_indices(phrase).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + phrase.len()..].chars().next();
        before.is_none_or(|c| c == ' ') && after.is_none_or(|c| c == ' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_a_group_and_its_kind() {
        let named = |title: &str| group_title(title).map(|(kind, name)| (kind.get().key, name));
        assert_eq!(named("Docs Special Interest Group"), Some(("sigs".into(), "Docs".into())));
        assert_eq!(named("Virtualization Interest Group"), Some(("sigs".into(), "Virtualization".into())));
        assert_eq!(named("SIG App Delivery"), Some(("sigs".into(), "App Delivery".into())));
        assert_eq!(
            named("KubeSphere Technical Oversight Committee"),
            Some(("committees".into(), "KubeSphere Technical Oversight".into()))
        );
        assert_eq!(
            named("Technical Oversight Committee (TOC)"),
            Some(("committees".into(), "Technical Oversight".into()))
        );
        assert_eq!(named("KubeSphere Special Interest Groups"), None);
        assert_eq!(named("Special Interest Group"), None);
        assert_eq!(named("Significant changes"), None);
    }

    #[test]
    fn a_heading_announces_a_kind() {
        let key = |heading: &str| Kind::announced(heading).map(|kind| kind.get().key);
        assert_eq!(key("🌍 Examples of CNCF SIGs").as_deref(), Some("sigs"));
        assert_eq!(key("Working Groups").as_deref(), Some("workinggroups"));
        assert_eq!(key("Slack Channels"), None);
    }

    #[test]
    fn a_directory_says_the_kind() {
        assert_eq!(Kind::of_dir("sig-docs"), Some(Kind::SIG));
        assert_eq!(
            Kind::of_dir("committees/committee-steering").map(|k| k.get().key).as_deref(),
            Some("committees")
        );
        assert_eq!(Kind::of_dir("docs"), None);
        assert_eq!(Kind::of_parent("special-interest-groups"), Some(Kind::SIG));
    }
}
