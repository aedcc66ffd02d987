//! Whether a directory or a label resembles the name it stands for.

/// Whether every word of `text` (`sig-scale`, `wg/arch-s390x`) is found in `name`, the prefix of its kind aside,
/// or the whole name in `text`. Case, spaces and dashes do not count.
pub(super) fn resembles(text: &str, prefix: &str, name: &str) -> bool {
    let (name, whole) = (letters(name), letters(text));
    if !name.is_empty() && whole.contains(&name) {
        return true;
    }
    let last = text.trim_end_matches('/').rsplit('/').next().unwrap_or(text);
    let words = last.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let mut words = words.filter(|word| !word.is_empty() && word != prefix).peekable();
    words.peek().is_some() && words.all(|word| name.contains(&word))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::resembles;

    #[test]
    fn a_short_form_resembles_its_name() {
        assert!(resembles("sig-scale", "sig", "KubeVirt Perf and Scale SIG"));
        assert!(resembles("wg/arch-s390x", "wg", "S390x architecture working group"));
        assert!(resembles("sig-appstore", "sig", "App Store"));
        assert!(resembles("sig-community", "sig", "SIG community"));
        assert!(resembles("special-interest-groups/docs", "sig", "Docs"));
    }

    #[test]
    fn another_name_does_not() {
        assert!(!resembles("sig-docs", "sig", "Apps"));
        assert!(!resembles("sig", "sig", "Docs"));
    }
}
