//! Small matters of wording: what kinds, roles and states are called in the reader's language.
//!
//! What every community has (the four kinds, chairs, "retired") is translated; what a community named itself is
//! shown as it was named.

use folkmoot_model::GroupKind;

use crate::View;

/// The messages that name one of the four kinds, several of them, and say what they are for.
fn built_in(kind: &GroupKind) -> Option<[&'static str; 3]> {
    let ids = match kind.key.as_str() {
        "sigs" => ["kind-sig", "kind-sigs", "kind-sigs-purpose"],
        "workinggroups" => ["kind-wg", "kind-wgs", "kind-wgs-purpose"],
        "usergroups" => ["kind-ug", "kind-ugs", "kind-ugs-purpose"],
        "committees" => ["kind-committee", "kind-committees", "kind-committees-purpose"],
        _ => return None,
    };
    Some(ids)
}

/// Whether the community calls one of the four kinds as everybody does.
fn keeps_name(kind: &GroupKind) -> bool {
    let names = |kind: &GroupKind| (kind.singular.clone(), kind.plural.clone());
    GroupKind::built_in().iter().any(|known| known.key == kind.key && names(known) == names(kind))
}

/// What one group of the kind is called: `Special Interest Group`.
pub(crate) fn kind(view: &View<'_>, kind: &GroupKind) -> String {
    match built_in(kind).filter(|_| keeps_name(kind)) {
        Some([one, ..]) => view.text(one),
        None => kind.singular.clone(),
    }
}

/// What several groups of the kind are called: `Special Interest Groups`.
pub(crate) fn kinds(view: &View<'_>, kind: &GroupKind) -> String {
    match built_in(kind).filter(|_| keeps_name(kind)) {
        Some([_, several, _]) => view.text(several),
        None => kind.plural.clone(),
    }
}

/// What groups of a kind are for, where the kind is one of the four.
pub(crate) fn purpose(view: &View<'_>, kind: &GroupKind) -> Option<String> {
    built_in(kind).map(|[.., purpose]| view.text(purpose))
}

/// A role, from its key in the record: `tech_leads` is a `Tech lead`.
pub(crate) fn role(view: &View<'_>, key: &str, kind: &GroupKind) -> String {
    match (key, kind.key.as_str()) {
        ("chairs", "committees") => view.text("role-member"),
        ("chairs", "workinggroups" | "usergroups") => view.text("role-organizer"),
        ("chairs", _) => view.text("role-chair"),
        ("tech_leads", _) => view.text("role-tech-lead"),
        ("emeritus_leads", _) => view.text("role-emeritus"),
        _ => sentence(key.strip_suffix('s').unwrap_or(key)),
    }
}

/// Where a group is in its life; a word of the community's own stays as it is.
pub(crate) fn state(view: &View<'_>, state: &str) -> String {
    match state.trim().to_lowercase().as_str() {
        "active" => view.text("state-active"),
        "forming" | "proposed" => view.text("state-forming"),
        "paused" | "inactive" | "dormant" => view.text("state-paused"),
        "retired" => view.text("state-retired"),
        "archived" => view.text("state-archived"),
        "closed" | "ended" | "completed" => view.text("state-ended"),
        "disbanded" | "dissolved" => view.text("state-disbanded"),
        _ => sentence(state.trim()),
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
    use jiff::Timestamp;

    use super::*;
    use crate::{Locale, Site};

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(shorten("short", 10), "short");
        assert_eq!(shorten("some words, and more", 13), "some words…");
        assert_eq!(shorten("架构与微服务治理", 4), "架构与微…");
    }

    #[test]
    fn a_role_is_named_as_its_kind_does() {
        let (site, kinds) = (Site::sample(&[]), GroupKind::built_in());
        let named = |locale, key, kind| role(&site.view(locale, Timestamp::UNIX_EPOCH), key, kind);
        assert_eq!(named(Locale::English, "chairs", &kinds[0]), "Chair");
        assert_eq!(named(Locale::English, "chairs", &kinds[3]), "Member");
        assert_eq!(named(Locale::Chinese, "chairs", &kinds[0]), "主席");
        assert_eq!(named(Locale::Turkish, "release_managers", &kinds[0]), "Release manager");
    }

    #[test]
    fn a_kind_is_translated_unless_the_community_named_it() {
        let site = Site::sample(&[]);
        let view = site.view(Locale::Turkish, Timestamp::UNIX_EPOCH);
        let mut sigs = GroupKind::built_in().remove(0);
        assert_eq!(kinds(&view, &sigs), "Özel İlgi Grupları (SIG)");
        sigs.plural = "Guilds".to_owned();
        assert_eq!(kinds(&view, &sigs), "Guilds");
    }

    #[test]
    fn a_state_of_the_communitys_own_is_shown_as_written() {
        let site = Site::sample(&[]);
        assert_eq!(state(&site.english(), "retired"), "Retired");
        assert_eq!(state(&site.english(), "on_ice"), "On ice");
    }
}
