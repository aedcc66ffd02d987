//! People as notes name them.

use folkmoot_diagnostics::Span;

use crate::outline::Target;
use crate::record::{Attendee, Presence};

/// Words that stand where people do and are none.
const NOBODY: [&str; 16] = [
    "none",
    "n/a",
    "na",
    "tbd",
    "tba",
    "everyone",
    "all",
    "nobody",
    "name",
    "names",
    "you",
    "your name",
    "add yourself",
    "others",
    "-",
    "…",
];

/// The person of one line of a list: `Ana Sample @ana (member)`, `[Ana](https://github.com/ana)`.
pub(super) fn one(text: &str, links: &[Target], presence: Presence, span: Span) -> Option<Attendee> {
    let handle = handles(text).next().or_else(|| links.iter().find_map(|link| profile(&link.url)));
    let name = name(text);
    let known = !NOBODY.contains(&name.to_lowercase().as_str());
    let plausible = name.chars().count() <= 60 && name.split_whitespace().count() <= 7 && known;
    let name = if plausible { name } else { String::new() };
    if name.is_empty() && handle.is_none() {
        return None;
    }
    Some(Attendee { name, handle: handle.unwrap_or_default(), presence, span })
}

/// The people of a line that names several: `ana, bo and @chen`, `张三、李四`.
pub(super) fn several(text: &str, links: &[Target], presence: Presence, span: Span) -> Vec<Attendee> {
    let parts: Vec<&str> = text
        .split([',', ';', '、', '，', '；'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    // Handles alone need nothing between them: `@ana @bo`.
    if let [only] = parts.as_slice() {
        let all: Vec<String> = handles(only).collect();
        if all.len() > 1 {
            let person = |handle| Attendee { name: String::new(), handle, presence, span };
            return all.into_iter().map(person).collect();
        }
    }
    let links = if parts.len() == 1 { links } else { &[] };
    parts.iter().filter_map(|part| one(part, links, presence, span)).collect()
}

/// Handles after `@`: letters, digits, `-` and `_`. An e-mail address has none.
pub(super) fn handles(text: &str) -> impl Iterator<Item = String> {
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        if c == '@' && !(before.is_alphanumeric() || "._/+".contains(before)) {
            starts.push(at + 1);
        }
        before = c;
    }
    starts.into_iter().filter_map(|at| {
        let rest = &text[at..];
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(rest.len());
        let handle = rest[..end].trim_end_matches(['-', '_']);
        (!handle.is_empty() && handle.len() <= 64).then(|| handle.to_owned())
    })
}

/// The handle of a profile's address.
fn profile(url: &str) -> Option<String> {
    let path = url.strip_prefix("https://github.com/").or_else(|| url.strip_prefix("http://github.com/"))?;
    let handle = path.trim_end_matches('/');
    let plain = !handle.is_empty()
        && handle.len() <= 39
        && handle.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain.then(|| handle.to_owned())
}

/// The name that is left when handle, brackets and what follows a dash or comma are taken off.
fn name(text: &str) -> String {
    let cut = text.find(['@', '(', '[', '（', '<', '|', ',']).unwrap_or(text.len());
    let before = text[..cut].split(" - ").next().unwrap_or_default();
    let before = before.split(" – ").next().unwrap_or_default();
    let before = before.split(": ").next().unwrap_or_default();
    let trimmed = before.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    if trimmed.contains("://") { String::new() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::Sources;

    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let span = Span::file_start(Sources::new().add("a.md", ""));
        one(text, &[], Presence::Present, span).map(|person| (person.name, person.handle))
    }

    #[test]
    fn a_line_names_a_person() {
        let both = |name: &str, handle: &str| Some((name.to_owned(), handle.to_owned()));
        assert_eq!(read("Sample Ana @ana (voting member)"), both("Sample Ana", "ana"));
        assert_eq!(read("Sample Ana (TSC)"), both("Sample Ana", ""));
        assert_eq!(read("@ana-b"), both("", "ana-b"));
        assert_eq!(read("Sample Ana - Example Works"), both("Sample Ana", ""));
        assert_eq!(read("示例 张三"), both("示例 张三", ""));
        assert_eq!(read("N/A"), None);
        assert_eq!(read("We were many this time and talked for a long while about it"), None);
        assert_eq!(read("ana@example.org"), both("ana", ""));
    }

    #[test]
    fn a_line_names_several() {
        let span = Span::file_start(Sources::new().add("a.md", ""));
        let names = |text: &str| {
            let all = several(text, &[], Presence::Present, span).into_iter();
            all.map(|person| if person.handle.is_empty() { person.name } else { person.handle })
                .collect::<Vec<_>>()
        };
        assert_eq!(names("Sample Ana, Sample Bo and @chen"), ["Sample Ana", "Sample Bo", "chen"]);
        assert_eq!(names("@ana @bo"), ["ana", "bo"]);
        assert_eq!(names("张三、李四"), ["张三", "李四"]);
        assert_eq!(names(""), [""; 0]);
    }
}
