//! What a page says of the community itself: its name in a title, the topics of its links.

use crate::kind::{has, normal};
use crate::link::{Target, target};

/// What a link of the community is about, and why that is a guess where it is one.
pub(crate) fn topic(text: &str, url: &str, programme: bool) -> Option<(&'static str, Option<&'static str>)> {
    let (words, file) = (normal(text), url.to_lowercase());
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(&words, phrase));
    if any(&["code of conduct"])
        || file.ends_with("code-of-conduct.md")
        || file.ends_with("code_of_conduct.md")
    {
        return Some(("code_of_conduct", None));
    }
    if any(&["development workflow", "developer guide", "development guide", "developer guides"]) {
        return Some(("development", None));
    }
    if any(&[
        "contribution guide",
        "contributing guide",
        "contributor guide",
        "contributing",
        "contribution guidelines",
        "contributing guidelines",
    ]) || file.ends_with("contributing.md")
    {
        return Some(("contributing", None));
    }
    (programme && target(url) == Target::Relative)
        .then_some(("programme", Some("the heading over it speaks of a programme")))
}

/// Words of titles that name no community.
const NO_NAMES: [&str; 26] = [
    "active",
    "conduct",
    "contributing",
    "governance",
    "values",
    "all",
    "archived",
    "chairs",
    "charter",
    "emeritus",
    "existing",
    "former",
    "inactive",
    "leaders",
    "leads",
    "list",
    "meetings",
    "members",
    "our",
    "overview",
    "process",
    "retired",
    "sig",
    "specification",
    "implementation",
    "table",
];

/// The community in a title: what remains without the words for its groups and pages.
pub(crate) fn community_name(title: &str) -> String {
    let mut rest = title.to_owned();
    let mut speaks_of_groups = false;
    for phrase in [
        "Special Interest Groups",
        "Special Interest Group",
        "Working Groups",
        "Working Group",
        "User Groups",
        "Committees",
        "Community Groups",
        "(SIGs)",
        "SIGs",
        "WGs",
        "Community",
        "Welcome to the",
        "Welcome to",
        "Examples of",
        "List of",
        "Current",
        "Groups",
        "The ",
    ] {
        while let Some(at) = rest.to_ascii_lowercase().find(&phrase.to_ascii_lowercase()) {
            rest.replace_range(at..at + phrase.len(), " ");
            speaks_of_groups = true;
        }
    }
    let words: Vec<&str> = rest
        .split_whitespace()
        .filter(|word| {
            word.chars().any(char::is_alphanumeric) && folkmoot_model::mojibake::repair(word).is_none()
        })
        .collect();
    let named = words.first().is_some_and(|word| word.chars().any(char::is_uppercase));
    let says_none = words.iter().any(|word| NO_NAMES.contains(&normal(word).as_str()));
    if words.len() > 3 || !named || says_none || !speaks_of_groups { String::new() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_community() {
        assert_eq!(community_name("KubeSphere Special Interest Groups"), "KubeSphere");
        assert_eq!(community_name("KubeSphere Community"), "KubeSphere");
        assert_eq!(community_name("🌍 Examples of CNCF SIGs"), "CNCF");
        assert_eq!(community_name("🧩 Special Interest Groups (SIGs)"), "");
        assert_eq!(community_name("Contributing"), "");
        assert_eq!(community_name("Emeritus Working Groups"), "");
        assert_eq!(community_name("Why do we have groups at all?"), "");
    }
}
