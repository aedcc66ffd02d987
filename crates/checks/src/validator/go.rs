//! Values as Go's `fmt` prints them, and names as its `strings` makes them.

use std::fmt::Write as _;

use folkmoot_model::{Meeting, Person, Subproject};

/// `strings.ToLower`: character by character, unlike Rust's, which knows about final sigma.
fn to_lower(text: &str) -> String {
    let lower = |c: char| match c {
        'İ' => 'i',
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    text.chars().map(lower).collect()
}

/// `DirName`: prefix and name in kebab case.
pub(super) fn dir_name(prefix: &str, name: &str) -> String {
    format!("{prefix}-{}", to_lower(&name.replace(' ', "-")))
}

/// `LabelName`: the directory without the first `<prefix>-`, wherever that stands.
pub(super) fn label_name(prefix: &str, name: &str) -> String {
    dir_name(prefix, name).replacen(&format!("{prefix}-"), "", 1)
}

/// `%v` of a person.
pub(super) fn person(person: &Person) -> String {
    format!("{{{} {} {} {}}}", person.github, person.name, person.company, person.email)
}

/// `%v` of a list of subprojects. Go prints the address of a contact; it is a different one in every run,
/// and stands here as `0xc000000000`.
pub(super) fn subprojects(all: &[Subproject]) -> String {
    let mut sorted: Vec<&Subproject> = all.iter().collect();
    sorted.sort_by(|a, b| a.name.as_str().cmp(b.name.as_str()));
    list(sorted, |subproject| {
        let contact = if subproject.contact.is_some() { "0xc000000000" } else { "<nil>" };
        let mut owners: Vec<&str> = subproject.owners.iter().map(|url| url.as_str()).collect();
        owners.sort_unstable();
        let mut leads: Vec<&Person> = subproject.leads.iter().collect();
        leads.sort_by(|a, b| a.github.as_str().cmp(b.github.as_str()));
        let mut meetings: Vec<&Meeting> = subproject.meetings.iter().collect();
        meetings.sort_by(|a, b| a.description.as_str().cmp(b.description.as_str()));
        format!(
            "{{{} {} {contact} [{}] {} {}}}",
            subproject.name,
            subproject.description,
            owners.join(" "),
            list(leads, person),
            list(meetings, meeting),
        )
    })
}

fn meeting(meeting: &Meeting) -> String {
    let fields = [
        &meeting.description,
        &meeting.day,
        &meeting.time,
        &meeting.tz,
        &meeting.frequency,
        &meeting.url,
        &meeting.archive_url,
        &meeting.recordings_url,
        &meeting.calendar_url,
    ];
    let fields: Vec<&str> = fields.iter().map(|field| field.as_str()).collect();
    format!("{{{}}}", fields.join(" "))
}

fn list<'a, T>(items: Vec<&'a T>, print: impl Fn(&'a T) -> String) -> String {
    let items: Vec<String> = items.into_iter().map(print).collect();
    format!("[{}]", items.join(" "))
}

/// `%q`: `strconv.Quote`.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        let _ = match c {
            '"' => out.write_str("\\\""),
            '\\' => out.write_str("\\\\"),
            '\u{7}' => out.write_str("\\a"),
            '\u{8}' => out.write_str("\\b"),
            '\u{c}' => out.write_str("\\f"),
            '\n' => out.write_str("\\n"),
            '\r' => out.write_str("\\r"),
            '\t' => out.write_str("\\t"),
            '\u{b}' => out.write_str("\\v"),
            c if c < ' ' || c == '\u{7f}' => write!(out, "\\x{:02x}", u32::from(c)),
            c if is_printable(c) => out.write_char(c),
            c if u32::from(c) < 0x1_0000 => write!(out, "\\u{:04x}", u32::from(c)),
            c => write!(out, "\\U{:08x}", u32::from(c)),
        };
    }
    out.push('"');
    out
}

/// `strconv.IsPrint`, as far as Rust's own notion goes: `escape_debug` leaves printable characters alone.
fn is_printable(c: char) -> bool {
    // Marks that combine are escaped by Rust at the start of a text only, and printed by Go.
    c == ' ' || c == '\'' || (c.escape_debug().count() == 1 && !(c.is_whitespace())) || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether the original's two patterns for links to owners find something in `url`. They are not anchored,
/// their dots stand for any character, and what lies between slashes may hold anything else.
pub(super) fn is_owners_url(url: &str) -> bool {
    after(url, "https://raw", "githubusercontent", "com/").any(|rest| has_parts(rest, 3))
        || after_dot(url, "https://github", "com/").any(|rest| {
            let Some((_, rest)) = part(rest) else { return false };
            let Some((_, rest)) = part(rest) else { return false };
            let in_tree = rest.strip_prefix("blob/").or_else(|| rest.strip_prefix("tree/"));
            in_tree.is_some_and(|rest| has_parts(rest, 1))
        })
}

/// What follows `first`, any character, `second`, any character, `third`, wherever that stands.
fn after<'a>(url: &'a str, first: &'a str, second: &'a str, third: &'a str) -> impl Iterator<Item = &'a str> {
    url.match_indices(first).filter_map(move |(at, _)| {
        let rest = any(&url[at + first.len()..])?.strip_prefix(second)?;
        any(rest)?.strip_prefix(third)
    })
}

fn after_dot<'a>(url: &'a str, first: &'a str, second: &'a str) -> impl Iterator<Item = &'a str> {
    url.match_indices(first).filter_map(move |(at, _)| any(&url[at + first.len()..])?.strip_prefix(second))
}

/// `.`: any character but a newline.
fn any(text: &str) -> Option<&str> {
    let mut letters = text.chars();
    letters.next().filter(|c| *c != '\n').map(|_| letters.as_str())
}

/// `[^/]+/`
fn part(text: &str) -> Option<(&str, &str)> {
    text.split_once('/').filter(|(part, _)| !part.is_empty())
}

fn has_parts(text: &str, count: usize) -> bool {
    (0..count).try_fold(text, |rest, _| part(rest).map(|(_, rest)| rest)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_loses_the_first_prefix_wherever_it_stands() {
        assert_eq!(label_name("sig", "API Machinery"), "api-machinery");
        assert_eq!(label_name("ug", "Bug Hunt"), "bug-hunt");
        assert_eq!(dir_name("sig", "ΟΔΟΣ"), "sig-οδοσ");
    }

    #[test]
    fn a_quoted_text_escapes_as_go_does() {
        assert_eq!(quote("a \"b\" \\ \t\u{1}é 社"), "\"a \\\"b\\\" \\\\ \\t\\x01é 社\"");
        assert_eq!(quote("\u{a0}\u{feff}'"), "\"\\u00a0\\ufeff'\"");
    }

    #[test]
    fn the_patterns_for_owners_are_loose() {
        assert!(is_owners_url("see https://raw.githubusercontent.com/a/b/main/"));
        assert!(is_owners_url("https://github.com/a/b/tree/main/"));
        assert!(is_owners_url("https://githubXcom/a/b/blob/main/OWNERS"));
        assert!(!is_owners_url("https://github.com/a/b/tree/main"));
        assert!(!is_owners_url("http://github.com/a/b/blob/main/OWNERS"));
        assert!(!is_owners_url("https://github.com/a/b/c/blob/main/OWNERS"));
    }
}
