//! People as pages show them: name, handle, employer, roles. Never an e-mail address.

use folkmoot_model::{Group, Person};
use maud::{Markup, html};

use crate::{View, wording};

/// Somebody with every role they hold in one group.
pub(crate) struct Holder<'a> {
    pub(crate) person: &'a Person,
    pub(crate) roles: Vec<String>,
}

/// Who leads a group, once each, in the order of the record.
pub(crate) fn leads<'a>(view: &View<'_>, group: &'a Group) -> Vec<Holder<'a>> {
    let mut out: Vec<Holder<'a>> = Vec::new();
    for (key, person) in group.leadership.active() {
        let role = wording::role(view, key, &group.kind);
        match out.iter_mut().find(|holder| same(holder.person, person)) {
            Some(holder) if holder.roles.contains(&role) => {}
            Some(holder) => holder.roles.push(role),
            None => out.push(Holder { person, roles: vec![role] }),
        }
    }
    out
}

/// Whether both mean one person: the same handle in any case, else the same name.
fn same(a: &Person, b: &Person) -> bool {
    if a.github.is_empty() || b.github.is_empty() {
        return !a.name.is_empty() && a.name == b.name;
    }
    a.github.eq_ignore_ascii_case(&b.github)
}

/// What tells people apart across groups.
pub(crate) fn key(person: &Person) -> String {
    person.github.non_empty().unwrap_or(&person.name).to_lowercase()
}

/// Name, else handle.
pub(crate) fn name(person: &Person) -> &str {
    let name = person.name.trim();
    if name.is_empty() { person.github.trim() } else { name }
}

/// The profile on GitHub, where the handle can be one: 1 to 39 letters, digits and hyphens.
pub(crate) fn profile(handle: &str) -> Option<String> {
    let handle = handle.trim();
    let valid =
        (1..=39).contains(&handle.len()) && handle.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    valid.then(|| format!("https://github.com/{handle}"))
}

/// The name, linked to the person's page.
pub(crate) fn linked_name(view: &View<'_>, person: &Person) -> Markup {
    html! {
        @match view.site().roster().of(person) {
            Some(somebody) => { a href=(view.person_href(somebody)) { (name(person)) } }
            None => { (name(person)) }
        }
    }
}

/// Names of a list in one line.
pub(crate) fn names<'a>(view: &View<'_>, people: impl IntoIterator<Item = &'a Person>) -> Markup {
    html! {
        @for (i, person) in people.into_iter().enumerate() {
            @if i > 0 { (view.text("list-separator")) }
            (linked_name(view, person))
        }
    }
}

/// One person with initials, name, handle, employer and what `note` says of them.
pub(crate) fn card(view: &View<'_>, person: &Person, note: &str) -> Markup {
    let handle = person.github.trim();
    html! {
        li.person {
            (medal(&key(person), name(person)))
            span.who {
                span.name { (linked_name(view, person)) }
                @if !note.is_empty() { span.role { (note) } }
                @if !person.company.is_empty() || (!handle.is_empty() && handle != name(person)) {
                    span.about {
                        @if !handle.is_empty() && handle != name(person) { span.handle { "@" (handle) } }
                        @if !person.company.is_empty() { span.company { (person.company) } }
                    }
                }
            }
        }
    }
}

/// Initials on a disc; `key` chooses its tint.
pub(crate) fn medal(key: &str, name: &str) -> Markup {
    html! { span.initials data-hue=(hue(&key.to_lowercase())) aria-hidden="true" { (initials(name)) } }
}

/// First letters of the first and last word; one character for scripts without capitals.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let mut letters = words.filter_map(|word| word.chars().next());
    let has_case = |c: &char| c.is_lowercase() || c.is_uppercase();
    match letters.next() {
        None => "?".to_owned(),
        Some(first) if !has_case(&first) => first.to_string(),
        Some(first) => {
            // "Ana Silva 安娜" is written twice: the second script's letter would be of neither name.
            let last = letters.rfind(has_case);
            first.to_uppercase().chain(last.into_iter().flat_map(char::to_uppercase)).collect()
        }
    }
}

/// One of six tints, always the same for the same person.
fn hue(key: &str) -> u64 {
    crate::assets::fingerprint(key.as_bytes()) % 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_suit_any_script() {
        assert_eq!(initials("Ana-Maria Silva"), "AS");
        assert_eq!(initials("ana"), "A");
        assert_eq!(initials("张伟"), "张");
        assert_eq!(initials("Ana Silva 安娜"), "AS");
        assert_eq!(initials("--"), "?");
    }
}
