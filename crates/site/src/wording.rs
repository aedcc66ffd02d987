//! Small matters of wording.

use folkmoot_model::GroupKind;

/// `1 group`, `3 groups`.
pub(crate) fn count(n: usize, one: &str, several: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {several}") }
}

/// What groups of a kind are for, where the kind is one of the four.
pub(crate) fn purpose(kind: &GroupKind) -> Option<&'static str> {
    match kind.key.as_str() {
        "sigs" => Some("Long-lived groups; each looks after one part of the project."),
        "workinggroups" => Some("Short-lived groups; each brings several others together on one question."),
        "usergroups" => Some("Groups of people who use the project for the same thing or in the same place."),
        "committees" => Some("Small groups that hold a mandate from the whole community."),
        _ => None,
    }
}

/// A key of the record as a word for people: `tech_leads` → `Tech lead`.
pub(crate) fn role(key: &str, kind: &GroupKind) -> String {
    match (key, kind.key.as_str()) {
        ("chairs", "committees") => "Member".to_owned(),
        ("chairs", "workinggroups" | "usergroups") => "Organizer".to_owned(),
        ("chairs", _) => "Chair".to_owned(),
        ("tech_leads", _) => "Tech lead".to_owned(),
        ("emeritus_leads", _) => "Emeritus".to_owned(),
        _ => sentence(key.strip_suffix('s').unwrap_or(key)),
    }
}

/// `further_role` → `Further role`.
pub(crate) fn sentence(key: &str) -> String {
    capitalised(&key.replace(['_', '-'], " "))
}

/// With a capital at the start.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// At most `limit` characters, cut at a word and marked where cut.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit).collect();
    let at_word = cut.rfind(' ').filter(|&at| at > limit / 2).unwrap_or(cut.len());
    format!("{}…", cut[..at_word].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(shorten("short", 10), "short");
        assert_eq!(shorten("some words, and more", 13), "some words…");
        assert_eq!(shorten("架构与微服务治理", 4), "架构与微…");
    }

    #[test]
    fn a_role_is_named_as_its_kind_does() {
        let kinds = GroupKind::built_in();
        assert_eq!(role("chairs", &kinds[0]), "Chair");
        assert_eq!(role("chairs", &kinds[3]), "Member");
        assert_eq!(role("release_managers", &kinds[0]), "Release manager");
    }
}
