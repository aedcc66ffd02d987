//! The name that was meant.

/// The candidate nearest to `written`, where one is near enough to be what was meant.
pub(crate) fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let written = plain(written);
    if written.is_empty() || written.len() > 200 {
        return None;
    }
    let scored = candidates.filter_map(|candidate| {
        let other = plain(candidate);
        // One name inside the other is as good as a near miss: `Contributor` for `Contributor Experience`.
        let contained = written.len() >= 4 && (other.contains(&written) || written.contains(&other));
        let score = strsim::jaro_winkler(&written, &other);
        let score = if contained && other.len() >= 3 { score.max(0.9) } else { score };
        (score > 0.84).then_some((score, candidate))
    });
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_recognised() {
        let names = ["API Machinery", "Apps", "Contributor Experience", "Docs"];
        assert_eq!(nearest("api-machinery", names.into_iter()), Some("API Machinery"));
        assert_eq!(nearest("Contribex", names.into_iter()), Some("Contributor Experience"));
        assert_eq!(nearest("Dosc", names.into_iter()), Some("Docs"));
        assert_eq!(nearest("Networking", names.into_iter()), None);
    }
}
