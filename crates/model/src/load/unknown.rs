//! Keys that nobody knows, and what was probably meant.

use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, Severity};
use folkmoot_yaml::Entry;

use super::reader::{Keys, Reader};

/// Reports an unknown key of `what` (`a group`).
pub(super) fn report(
    reader: &mut Reader,
    entry: &Entry,
    what: &str,
    known: &[&'static str],
    is_written: impl Fn(&str) -> bool,
) {
    if reader.has_enough_of("unknown-key") {
        return;
    }
    let key = shorten(&entry.key);
    let keys = reader.keys(entry.key_span);
    let (severity, why) = match keys {
        Keys::Generator => {
            (Severity::Error, "the Kubernetes generator refuses a file with a key that it does not know")
        }
        Keys::Folkmoot => (Severity::Warning, "nothing is made from a key that nobody knows"),
    };
    let article = what.split_once(' ').map_or(what, |(_, noun)| noun);
    let mut finding = Diagnostic::new("unknown-key", severity, format!("`{key}` is no key of {what}"))
        .at(entry.key_span, "unknown key")
        .why(why);
    match nearest(&entry.key, known).filter(|near| !is_written(near)) {
        Some(near) => {
            let same_word = normal(&entry.key) == normal(near);
            let applicability = if same_word { Applicability::Safe } else { Applicability::Suggestion };
            finding = finding.help(format!("write `{near}`, if that is meant"));
            if !entry.merged {
                let edit = Edit { span: entry.key_span, replacement: near.to_owned() };
                finding = finding.fix(format!("rename the key to `{near}`"), applicability, vec![edit]);
            }
        }
        None if keys == Keys::Generator => {
            finding = finding.help("remove the key; Folkmoot's own keys belong in `<group>/group.yaml`");
        }
        None => {
            finding = finding.help(format!(
                "to keep a key of your own, put it under `extra:` of the {article} or begin it with `x-`"
            ));
        }
    }
    reader.report(finding);
}

/// Reports a key of Folkmoot's own in a file that the Kubernetes generator reads too.
pub(super) fn report_own(reader: &mut Reader, entry: &Entry, what: &str) {
    let key = shorten(&entry.key);
    let finding =
        Diagnostic::error("unknown-key", format!("the Kubernetes generator knows no `{key}` of {what}"))
            .at(entry.key_span, "a key of Folkmoot's own")
            .why(
                "this file is read and rewritten as the Kubernetes generator does it, which refuses this key",
            )
            .help("put the key into `group.yaml` in the group's directory")
            .help("or let Folkmoot own the file: `profile: {rewrites_data: false}` in `community.yaml`");
    reader.report(finding);
}

/// The known key that was probably meant.
pub(super) fn nearest(key: &str, known: &[&'static str]) -> Option<&'static str> {
    // Comparing takes time in the product of the lengths.
    if key.len() > 40 {
        return None;
    }
    let key = normal(key);
    let score = |known: &str| {
        let known = normal(known);
        let shorter = key.len().min(known.len());
        if known == key {
            return 2.0;
        }
        if shorter >= 4 && (known.starts_with(&key) || key.starts_with(&known)) {
            return 1.5;
        }
        let distance = strsim::damerau_levenshtein(&key, &known);
        if distance <= (shorter / 4).max(1) && shorter > 2 { 1.0 - distance as f64 / 100.0 } else { 0.0 }
    };
    let best = known.iter().map(|known| (score(known), *known)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.0).then_some(best.1)
}

/// The key without case and separators: `mailingList`, `mailing-list` and `mailing_list` are one word.
fn normal(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// A key fit for a message.
fn shorten(key: &str) -> String {
    let shown: String = key.chars().filter(|c| !c.is_control()).take(40).collect();
    if key.chars().count() > 40 { format!("{shown}…") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_key_is_the_one_meant() {
        let known =
            ["name", "mission_statement", "charter_link", "mailing_list", "chairs", "tech_leads", "url"];
        for (written, meant) in [
            ("Name", Some("name")),
            ("mailingList", Some("mailing_list")),
            ("chair", Some("chairs")),
            ("charis", Some("chairs")),
            ("techleads", Some("tech_leads")),
            ("charter", Some("charter_link")),
            ("mission", Some("mission_statement")),
            ("misson_statement", Some("mission_statement")),
            ("uri", Some("url")),
            ("colour", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(written, &known), meant, "{written}");
        }
    }
}
