//! Every setting there is.

/// What a setting's value looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A whole number: `2`.
    Count,
    /// A part of a whole: `1/3`, `33 %`, `0.33`.
    Share,
    /// `yes` or `no`.
    Switch,
    /// One or several of these words, with commas between: `accepted, proposed`.
    Words(&'static [&'static str]),
}

impl Shape {
    /// How to write a value, for messages and pages.
    pub fn describe(self) -> String {
        match self {
            Self::Count => "a whole number".into(),
            Self::Share => "a share such as `1/3` or `50 %`".into(),
            Self::Switch => "`yes` or `no`".into(),
            Self::Words(words) => {
                let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
                format!("one or several of {}", words.join(", "))
            }
        }
    }

    /// Whether `text` is a value of this shape; `off` always is: it lifts the rule.
    pub fn accepts(self, text: &str) -> bool {
        is_off(text)
            || match self {
                Self::Count => count(text).is_some(),
                Self::Share => share(text).is_some(),
                Self::Switch => switch(text).is_some(),
                Self::Words(known) => {
                    let mut given = words(text).peekable();
                    given.peek().is_some() && given.all(|word| known.contains(&word.as_str()))
                }
            }
    }
}

/// Whether `text` lifts a rule.
pub(super) fn is_off(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case("off")
}

pub(super) fn count(text: &str) -> Option<usize> {
    text.trim().parse::<u32>().ok().map(|count| count as usize)
}

/// A share as a fraction of two whole numbers.
pub(super) fn share(text: &str) -> Option<(u64, u64)> {
    let text = text.trim();
    let (part, whole) = if let Some((part, whole)) = text.split_once('/') {
        (part.trim().parse::<u32>().ok()?, whole.trim().parse::<u32>().ok()?)
    } else if let Some(percent) = text.strip_suffix('%') {
        (percent.trim().parse().ok()?, 100)
    } else if let Some(digits) = text.strip_prefix("0.").filter(|digits| digits.len() <= 6) {
        (digits.parse().ok()?, 10_u32.pow(u32::try_from(digits.len()).ok()?))
    } else {
        (text.parse().ok()?, 1)
    };
    (whole > 0 && part <= whole).then_some((part.into(), whole.into()))
}

pub(super) fn switch(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "yes" | "true" | "on" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

/// Words with commas or space between, lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| c == ',' || c.is_whitespace());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A rule that can be set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Name, snake_case.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// The value where neither the community nor a pack says anything; empty for no rule.
    pub default: &'static str,
    /// What it sets, in a sentence.
    pub docs: &'static str,
}

const fn setting(name: &'static str, shape: Shape, default: &'static str, docs: &'static str) -> Setting {
    Setting { name, shape, default, docs }
}

/// States of a charter that ICON's proposal process names.
pub(super) const CHARTER_STATES: &[&str] = &["proposed", "accepted", "rejected", "archived"];

/// All settings, sorted by name.
pub const SETTINGS: &[Setting] = &[
    setting(
        "chairs_min",
        Shape::Count,
        "",
        "Fewest chairs of a group (members of a committee, organisers of a working group).",
    ),
    setting("chairs_per_company_max", Shape::Count, "", "Most chairs of one group from the same company."),
    setting("charter_required", Shape::Switch, "no", "Whether a group must link its charter."),
    setting(
        "charter_states",
        Shape::Words(CHARTER_STATES),
        "",
        "States of its charter in which a group may be listed. The state is read from the row `Status` of the \
         table at the top of the charter.",
    ),
    setting(
        "company_share_max",
        Shape::Share,
        "",
        "Largest share of a group's leads (chairs and technical leads, each counted once) from one company. \
         `Independent` is no company.",
    ),
    setting(
        "contact_required",
        Shape::Switch,
        "yes",
        "Whether a group must have a channel, list, forum or team to be reached by.",
    ),
    setting("may_have_private_list", Shape::Switch, "no", "Whether a group may have a private mailing list."),
    setting("may_own_code", Shape::Switch, "yes", "Whether a group may own subprojects."),
    setting(
        "meeting_days_max",
        Shape::Count,
        "",
        "Most days from one meeting of a group's most frequent series to its next.",
    ),
    setting("mission_required", Shape::Switch, "yes", "Whether a group must say what it is for."),
    setting(
        "names_exact",
        Shape::Switch,
        "no",
        "Whether directory and label must be made of the group's name letter by letter, as the Kubernetes \
         generator makes them; otherwise they only have to resemble it.",
    ),
    setting("notes_required", Shape::Switch, "yes", "Whether every series must link its notes."),
    setting(
        "owners_required",
        Shape::Switch,
        "yes",
        "Whether a subproject must link its owners or name its leads.",
    ),
    setting("recordings_required", Shape::Switch, "no", "Whether every series must link its recordings."),
    setting("stakeholders_min", Shape::Count, "", "Fewest stakeholder SIGs of a working group."),
    setting(
        "subproject_leads_min",
        Shape::Count,
        "",
        "Fewest leads of a subproject that names leads at all; others are led by the owners they link.",
    ),
    setting("subprojects_required", Shape::Switch, "no", "Whether a group must own a subproject."),
    setting("tech_leads_min", Shape::Count, "", "Fewest technical leads of a group."),
];

/// The named setting.
pub(super) fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_sorted_and_their_defaults_have_their_shape() {
        assert!(SETTINGS.is_sorted_by_key(|setting| setting.name));
        for setting in SETTINGS.iter().filter(|setting| !setting.default.is_empty()) {
            assert!(setting.shape.accepts(setting.default), "{}", setting.name);
        }
    }

    #[test]
    fn a_share_is_written_in_three_ways() {
        assert_eq!(share("1/3"), Some((1, 3)));
        assert_eq!(share("50 %"), Some((50, 100)));
        assert_eq!(share("0.25"), Some((25, 100)));
        assert_eq!(share("4/3"), None);
        assert_eq!(share("1/0"), None);
    }

    #[test]
    fn words_outside_the_list_are_refused() {
        assert!(Shape::Words(CHARTER_STATES).accepts("accepted, Proposed"));
        assert!(!Shape::Words(CHARTER_STATES).accepts("acepted"));
        assert!(!Shape::Words(CHARTER_STATES).accepts(""));
    }
}
