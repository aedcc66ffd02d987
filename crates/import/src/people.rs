//! People in cells and list items: `[Ana](https://github.com/ana), Acme`, `Ana ([@ana](…)), Lead`, `@ana`.

use crate::inline::{Inline, squeeze};
use crate::link::{Target, avatar_account, avatar_handle, is_mail, target};
use crate::role::{self, Reading};

/// Somebody as a page names them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) github: String,
    pub(crate) company: String,
    pub(crate) email: String,
    /// Account number on GitHub, where an avatar gives it.
    pub(crate) account: Option<u64>,
}

impl Person {
    /// Name and handle, for the report.
    pub(crate) fn shown(&self) -> String {
        match (self.name.as_str(), self.github.as_str()) {
            (name, "") => name.to_owned(),
            ("", github) => format!("@{github}"),
            (name, github) => format!("{name} @{github}"),
        }
    }

    /// What tells people apart: the handle without case, else the name.
    pub(crate) fn key(&self) -> String {
        match self.github.as_str() {
            "" => format!("name:{}", self.name.to_lowercase()),
            github => github.to_lowercase(),
        }
    }
}

/// Somebody and what stands beside the name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Mention {
    pub(crate) person: Person,
    /// The role that the words after the name say.
    pub(crate) role: Option<Reading>,
    /// Why the reading is a guess.
    pub(crate) guess: Option<String>,
    /// Words beside the name that found no place.
    pub(crate) left: Vec<String>,
}

/// One thing in an item that can be a person.
#[derive(Clone, Debug)]
enum Piece {
    Words(String),
    /// A profile: the text shown and the handle or address.
    Profile {
        text: String,
        github: String,
        email: String,
    },
    /// A link that is no profile.
    Elsewhere {
        text: String,
        url: String,
    },
    Avatar(String),
}

/// Reads everybody named in one item or cell. `loose` takes words without any handle for names, which only
/// a place that must hold people allows.
pub(crate) fn read(inlines: &[Inline], committee: bool, loose: bool) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut avatar: Option<String> = None;
    let mut before = String::new();
    for piece in pieces(inlines) {
        match piece {
            Piece::Words(words) => before.push_str(&words),
            Piece::Avatar(url) => avatar = Some(url),
            Piece::Elsewhere { text, url } => {
                // A profile somewhere else; a page of the repository or its section is nobody.
                let profile = target(&url) != Target::Relative;
                if profile && loose && mentions.is_empty() && squeeze(&before).is_empty() {
                    let name = text.trim_start_matches('@').to_owned();
                    let person = Person { name, ..Person::default() };
                    mentions.push(Mention { person, left: vec![url], ..Mention::default() });
                } else {
                    before.push_str(&text);
                }
            }
            Piece::Profile { text, github, email } => {
                let words = std::mem::take(&mut before);
                let shows_name = !(text.starts_with('@')
                    || text.eq_ignore_ascii_case(&github)
                    || is_mail(&text)
                    || text.starts_with("http"));
                let (after, name) =
                    if shows_name { (words.as_str(), "") } else { split_name(&words, mentions.is_empty()) };
                if let Some(last) = mentions.last_mut() {
                    trail(last, after, committee);
                } else if shows_name && !clean(after).is_empty() {
                    // Words before the first name: a role (`Chair: [Ana](…)`) or something else.
                    let reading = role::read(after, committee);
                    let left = if reading.is_none() { vec![clean(after)] } else { Vec::new() };
                    mentions.push(profile(
                        &text,
                        github,
                        email,
                        avatar.take(),
                        Mention { role: reading, left, ..Mention::default() },
                    ));
                    continue;
                }
                let shown = if shows_name { text.clone() } else { clean(name) };
                let mut mention = profile(&shown, github, email, avatar.take(), Mention::default());
                compare_handle(&mut mention, &text);
                mentions.push(mention);
            }
        }
    }
    match mentions.last_mut() {
        Some(last) => trail(last, &before, committee),
        None => mentions = without_profile(&before, avatar.take(), committee, loose),
    }
    let somebody =
        |person: &Person| [&person.name, &person.github, &person.email].iter().any(|text| !text.is_empty());
    mentions.retain(|mention| somebody(&mention.person));
    mentions
}

fn profile(name: &str, github: String, email: String, avatar: Option<String>, base: Mention) -> Mention {
    let account = avatar.as_deref().and_then(avatar_account);
    let name = squeeze(name.trim_matches(|c: char| c.is_whitespace() || "*_:,|".contains(c)));
    // `[shaowenchen](https://github.com/shaowenchen)`: the handle stands in for the name.
    let name = if name.eq_ignore_ascii_case(&github) { String::new() } else { name };
    Mention { person: Person { name, github, email, account, ..Person::default() }, ..base }
}

/// `[@Felixnoo](https://github.com/Sherlock113)`: the handle shown and the one linked differ by more than case.
fn compare_handle(mention: &mut Mention, text: &str) {
    let Some(shown) = text.strip_prefix('@').filter(|shown| is_handle(shown)) else { return };
    if !shown.eq_ignore_ascii_case(&mention.person.github) && !mention.person.github.is_empty() {
        let linked = std::mem::replace(&mut mention.person.github, shown.to_owned());
        mention.guess = Some(format!("the page shows @{shown} and links @{linked}; what is shown was taken"));
    }
}

fn pieces(inlines: &[Inline]) -> Vec<Piece> {
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => words(text, &mut out),
            Inline::Break => out.push(Piece::Words(", ".into())),
            Inline::Image { url } => match avatar_handle(url) {
                Some(_) | None => out.push(Piece::Avatar(url.clone())),
            },
            Inline::Link { text, url } => out.push(match target(url) {
                Target::GithubUser(github) => {
                    Piece::Profile { text: text.clone(), github, email: String::new() }
                }
                Target::Mail(email) => Piece::Profile { text: text.clone(), github: String::new(), email },
                _ => Piece::Elsewhere { text: text.clone(), url: url.clone() },
            }),
        }
    }
    out
}

/// Words, with `@handles` and mail addresses among them as profiles.
fn words(text: &str, out: &mut Vec<Piece>) {
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let stop = |c: char| c.is_whitespace() || "()<>,;|[]*".contains(c);
        let start =
            rest[..at].rfind(stop).map_or(0, |i| i + rest[i..].chars().next().map_or(1, char::len_utf8));
        let end = rest[at..].find(stop).map_or(rest.len(), |i| at + i);
        let word = rest[start..end].trim_end_matches(['.', ':']);
        out.push(Piece::Words(rest[..start].to_owned()));
        match word.strip_prefix('@') {
            Some(handle) if is_handle(handle) => {
                out.push(Piece::Profile {
                    text: word.to_owned(),
                    github: handle.to_owned(),
                    email: String::new(),
                });
            }
            _ if is_mail(word) => {
                out.push(Piece::Profile {
                    text: word.to_owned(),
                    github: String::new(),
                    email: word.to_owned(),
                });
            }
            _ => out.push(Piece::Words(word.to_owned())),
        }
        rest = &rest[start + word.len()..];
    }
    out.push(Piece::Words(rest.to_owned()));
}

fn is_handle(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 39
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && !text.starts_with('-')
}

/// Words before a handle: what belongs to the person before, and this one's name.
fn split_name(words: &str, first: bool) -> (&str, &str) {
    let trimmed = words.trim_end_matches(|c: char| c.is_whitespace() || "(*_<|".contains(c));
    if first {
        return ("", trimmed);
    }
    match trimmed.rfind([',', ';', '|']) {
        Some(at) => (&words[..at], &trimmed[at + 1..]),
        None => (words, ""),
    }
}

/// Reads what stands after a name: roles, an employer, the rest.
fn trail(mention: &mut Mention, words: &str, committee: bool) {
    // `), Acme (she/her)`: what stands in brackets is an aside.
    let mut outside = String::new();
    let mut aside = String::new();
    let mut depth = 0usize;
    for c in words.trim_start().trim_start_matches([')', '*', '>', ']']).chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => aside.push(c),
            _ => outside.push(c),
        }
    }
    // After `member in Logging` the other parts say where, too: none is an employer.
    let mut says_where = false;
    for part in outside.split([',', ';', '|']).chain(std::iter::once(aside.as_str())) {
        let part = clean(part);
        if part.is_empty() || matches!(part.as_str(), "and" | "&" | "/") {
            continue;
        }
        let shortest = part.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
        let reading = role::read(&shortest, committee).filter(|_| mention.role.is_none());
        match reading {
            Some(reading) => {
                // `member in Network`: the role is the first word, what follows says where.
                if let Some((_, more)) = part.split_once(" in ") {
                    mention.left.push(format!("in {}", more.trim()));
                    says_where = true;
                }
                mention.role = Some(reading);
            }
            None if mention.person.company.is_empty() && part != aside.trim() && !says_where => {
                mention.person.company = part
            }
            // `Preferred Networks, Inc.`
            None if ["inc", "inc.", "ltd", "ltd.", "llc", "gmbh", "co.", "corp."]
                .contains(&part.to_lowercase().as_str()) =>
            {
                mention.person.company = format!("{}, {part}", mention.person.company);
            }
            None => mention.left.push(part),
        }
    }
}

/// Words without any profile: names alone, where people must be.
fn without_profile(words: &str, avatar: Option<String>, committee: bool, loose: bool) -> Vec<Mention> {
    let account = avatar.as_deref().and_then(avatar_account);
    let handle = avatar.as_deref().and_then(avatar_handle).unwrap_or_default();
    let text = clean(words);
    if !loose || (is_nobody(&text) && handle.is_empty()) {
        return Vec::new();
    }
    if !handle.is_empty() {
        let person = Person { name: text, github: handle, account, ..Person::default() };
        return vec![Mention { person, ..Mention::default() }];
    }
    let mut mentions: Vec<Mention> = Vec::new();
    for part in outside_brackets(words) {
        // `Ana Lee (Acme)`, with brackets of any width
        let part = part.replace('（', " (").replace('）', ")");
        let (name, aside) = part.split_once('(').unwrap_or((part.as_str(), ""));
        let name = clean(name);
        if name.is_empty() || is_nobody(&name) {
            continue;
        }
        // A second part that is a role or looks like no name belongs to the person before.
        if let (Some(last), Some(reading)) = (mentions.last_mut(), role::read(&name, committee)) {
            last.role = Some(reading);
            continue;
        }
        let company = clean(aside.trim_end_matches(')'));
        let guess = Some("a name without a handle".to_owned());
        mentions.push(Mention {
            person: Person { name, company, account, ..Person::default() },
            guess,
            ..Mention::default()
        });
    }
    mentions
}

/// Words that stand where a name would and name nobody.
fn is_nobody(text: &str) -> bool {
    ["", "tbd", "n/a", "na", "none", "vacant", "todo", "-", "—", "open"]
        .contains(&text.to_lowercase().as_str())
}

/// What stands between commas, those in brackets aside.
fn outside_brackets(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | ';' | '、' | '，' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Without markup and punctuation around it.
fn clean(text: &str) -> String {
    squeeze(text.trim_matches(|c: char| c.is_whitespace() || "*_,;:|()<>[]-–—•\u{a0}".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Block, blocks};
    use crate::role::Role;

    fn people(text: &str) -> Vec<Mention> {
        let found = blocks(&format!("- {text}\n"));
        let Some(Block::Text { lines, .. }) = found.first() else { return Vec::new() };
        read(&lines[0].inlines, false, true)
    }

    fn told(text: &str) -> Vec<(String, String, String)> {
        let tell = |m: Mention| (m.person.name, m.person.github, m.person.company);
        people(text).into_iter().map(tell).collect()
    }

    fn one(name: &str, github: &str, company: &str) -> Vec<(String, String, String)> {
        vec![(name.into(), github.into(), company.into())]
    }

    #[test]
    fn a_name_a_handle_and_a_role() {
        let found = people("Pengfei Example ([@pengfei](https://github.com/pengfei)), Lead");
        assert_eq!(found[0].person.name, "Pengfei Example");
        assert_eq!(found[0].person.github, "pengfei");
        assert_eq!(found[0].role.as_ref().map(|r| &r.role), Some(&Role::Chair));
        assert_eq!(found[0].person.company, "");
    }

    #[test]
    fn a_handle_alone() {
        assert_eq!(told("[@calvin](https://github.com/calvin), Lead"), one("", "calvin", ""));
        assert_eq!(told("@calvin"), one("", "calvin", ""));
        assert_eq!(told("[calvin](https://github.com/calvin)"), one("", "calvin", ""));
    }

    #[test]
    fn a_company_after_the_name() {
        assert_eq!(told("[Ana Example](https://github.com/ana), Acme"), one("Ana Example", "ana", "Acme"));
        assert_eq!(
            told("Ana Example (**[@ana](https://github.com/ana)**), Acme, Inc."),
            one("Ana Example", "ana", "Acme, Inc.")
        );
        assert_eq!(told("Ana Example (@ana), Acme"), one("Ana Example", "ana", "Acme"));
    }

    #[test]
    fn several_people_in_one_cell() {
        let found = told("[Ana Example](https://github.com/ana), [Bo](https://github.com/bo/)");
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].1, "bo");
        assert_eq!(found[0].2, "");
        let found = told("Ana Example (@ana), Bo Sample (@bo)");
        assert_eq!((found[1].0.as_str(), found[1].1.as_str()), ("Bo Sample", "bo"));
    }

    #[test]
    fn a_handle_that_links_somebody_else_is_a_guess() {
        let found = people("Felix Example ([@felix](https://github.com/other)), Member");
        assert_eq!(found[0].person.github, "felix");
        assert!(found[0].guess.is_some());
    }

    #[test]
    fn words_about_a_membership_are_left() {
        let found = people("wick ([@wick](https://github.com/wick)), member in Network");
        assert_eq!(found[0].role.as_ref().map(|r| &r.role), Some(&Role::Member));
        assert_eq!(found[0].left, ["in Network"]);
    }

    #[test]
    fn an_avatar_gives_the_account_number() {
        let found = people(
            r#"<img width="30px" src="https://avatars2.githubusercontent.com/u/42?s=4"> | Ana Example | @ana"#,
        );
        assert_eq!(found[0].person.account, Some(42));
        assert_eq!(found[0].person.name, "Ana Example");
    }

    #[test]
    fn an_address_is_kept_for_organisers() {
        let found = people("Ana Example (ana@example.org)");
        assert_eq!(
            (found[0].person.name.as_str(), found[0].person.email.as_str()),
            ("Ana Example", "ana@example.org")
        );
    }
}
