//! Whether a link leads somewhere, and where it should lead instead.

use folkmoot_diagnostics::Applicability;

use super::document::Link;
use super::index::Index;
use super::target::{self, Target};
use crate::text::Page;

/// What is wrong with a link.
pub(super) struct Problem {
    /// One sentence.
    pub(super) message: String,
    /// A few words under the destination.
    pub(super) label: String,
    /// What the destination should be, and whether that is certain.
    pub(super) better: Option<(String, Applicability)>,
    /// What else to do.
    pub(super) remark: Option<String>,
}

impl Problem {
    fn new(message: impl Into<String>, label: impl Into<String>) -> Self {
        Self { message: message.into(), label: label.into(), better: None, remark: None }
    }

    fn better(mut self, destination: impl Into<String>, applicability: Applicability) -> Self {
        self.better = Some((destination.into(), applicability));
        self
    }
}

/// `None` where the link is fine, as far as the repository tells.
pub(super) fn judge(index: &Index, page: &Page, link: &Link) -> Option<Problem> {
    let destination = &*link.destination;
    let thing = if link.image { "image" } else { "link" };
    if is_placeholder(destination) {
        return None;
    }
    if let Some(inner) = doubly_bracketed(destination) {
        let problem = Problem::new(format!("this {thing} is bracketed twice"), "one bracket too many");
        return Some(problem.better(inner, Applicability::Suggestion));
    }
    let visible = destination.trim_matches(is_invisible);
    if visible.len() < destination.len() {
        let problem = Problem::new(
            format!("an invisible character makes this {thing} lead nowhere"),
            "begins or ends with a zero-width character",
        );
        return Some(problem.better(visible, Applicability::Safe));
    }
    match Target::of(destination, &page.path) {
        Target::Here { .. } if destination.is_empty() => {
            Some(Problem::new(format!("this {thing} leads nowhere"), "its destination is empty"))
        }
        Target::Here { .. } => None,
        Target::Outside { steps, rest } => outside(index, page, destination, steps, &rest),
        Target::Inside { path, .. } if index.exists(&path) => None,
        // A page with front matter is also shown by a site generator: `/docs/` may be the site's.
        Target::Inside { path, .. } if destination.starts_with('/') && has_front_matter(page) => {
            let first = path.split('/').next().unwrap_or_default();
            index.exists(first).then(|| inside(index, page, link, &path))
        }
        Target::Inside { path, .. } => Some(inside(index, page, link, &path)),
    }
}

fn inside(index: &Index, page: &Page, link: &Link, path: &str) -> Problem {
    let destination = &*link.destination;
    let to = |other: &str| spell_like(destination, &page.path, other);
    let (bare, _) = split_tail(destination);
    let plain = path.ends_with(bare.trim_start_matches("./"));
    let missing = if plain { "no such file".to_owned() } else { format!("`{path}` does not exist") };
    if let Some(other) = index.other_case(path) {
        let problem = Problem::new("this link is not spelt as its file is", format!("the file is `{other}`"));
        return problem.better(to(other), Applicability::Safe);
    }
    if looks_like_mail(destination) {
        return Problem::new("this mail address lacks its `mailto:`", missing)
            .better(format!("mailto:{destination}"), Applicability::Suggestion);
    }
    if looks_like_web(destination) {
        return Problem::new("this link to the web lacks its `https://`", missing)
            .better(format!("https://{destination}"), Applicability::Suggestion);
    }
    let problem = if link.image {
        Problem::new("this image is not in the repository", missing)
    } else {
        Problem::new("this link leads to a file that is not there", missing)
    };
    // Right from the root, as seen from there.
    let from_root = bare.trim_start_matches("./").trim_matches('/');
    if index.is_directory(from_root) || from_root.contains('/') && index.is_file(from_root) {
        return problem.better(to(from_root), Applicability::Suggestion);
    }
    if let Some(other) = index.nearest(path) {
        return problem.better(to(other), Applicability::Suggestion);
    }
    // `[Name](company)` in prose was not meant as a link at all.
    let a_word = !link.image && !destination.contains(['.', '/', '#', '-', '_', '?']);
    Problem { remark: a_word.then(|| "write `\\[` where no link is meant".to_owned()), ..problem }
}

/// `other` as `destination` writes paths: rooted or relative, with `./`, and with its query and anchor.
fn spell_like(destination: &str, from: &str, other: &str) -> String {
    let (bare, tail) = split_tail(destination);
    let path = if bare.starts_with('/') { format!("/{other}") } else { target::relative(from, other) };
    let dot = if bare.starts_with("./") && !path.starts_with("..") { "./" } else { "" };
    let slash = if bare.ends_with('/') && !other.contains('.') { "/" } else { "" };
    format!("{dot}{}{slash}{tail}", path.replace(' ', "%20"))
}

fn split_tail(destination: &str) -> (&str, &str) {
    destination.split_at(destination.find(['?', '#']).unwrap_or(destination.len()))
}

/// Pages that GitHub has beside a repository's files: `../../issues` in the root's README.
const GITHUB_PAGES: &[&str] = &[
    "actions",
    "archive",
    "blame",
    "blob",
    "branches",
    "commit",
    "commits",
    "compare",
    "contributors",
    "deployments",
    "discussions",
    "edit",
    "fork",
    "forks",
    "graphs",
    "issues",
    "labels",
    "milestone",
    "milestones",
    "network",
    "new",
    "packages",
    "projects",
    "pull",
    "pulls",
    "pulse",
    "raw",
    "releases",
    "security",
    "settings",
    "stargazers",
    "subscription",
    "tags",
    "tree",
    "upload",
    "watchers",
    "wiki",
];

fn outside(index: &Index, page: &Page, destination: &str, steps: usize, rest: &str) -> Option<Problem> {
    let first = rest.split('/').next().unwrap_or_default();
    let on_the_web = match steps {
        // `/OWNER/REPO/blob/…`: another branch, by its usual names.
        1 => matches!(first, "main" | "master"),
        2 => first.is_empty() || GITHUB_PAGES.contains(&first),
        // Another repository or owner: nothing is known of it, unless the path is one of this repository.
        _ => !(rest.contains('/') && index.exists(rest)),
    };
    if on_the_web {
        return None;
    }
    let label = if steps == 1 { "one `../` too many".to_owned() } else { format!("{steps} `../` too many") };
    let problem = Problem::new("this link climbs out of the repository", label);
    let (_, tail) = split_tail(destination);
    Some(if !rest.is_empty() && index.exists(rest) {
        problem.better(format!("{}{tail}", target::relative(&page.path, rest)), Applicability::Suggestion)
    } else {
        problem
    })
}

/// What stands inside `((#anchor))`, `([https://…])` or `([https://…](https://…))`.
fn doubly_bracketed(destination: &str) -> Option<&str> {
    let inner = destination.strip_prefix(['(', '['])?;
    let inner = inner.split([')', ']']).next()?;
    (inner.contains("://") || inner.starts_with('#')).then_some(inner)
}

fn has_front_matter(page: &Page) -> bool {
    page.document.as_ref().is_some_and(|document| document.front_matter)
}

/// Zero-width characters, direction marks, the byte order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// What a person or a program is to replace: `<link>`, `{{ .Url }}`, `TODO`.
fn is_placeholder(destination: &str) -> bool {
    let lower = destination.to_ascii_lowercase();
    destination.contains("{{")
        || destination.contains("{%")
        || destination.contains("${")
        || destination.starts_with('<')
        || matches!(lower.as_str(), "link" | "url")
}

/// Whether a destination begins with a host's name.
pub(super) fn looks_like_web(destination: &str) -> bool {
    const ENDINGS: [&str; 21] = [
        "ai",
        "app",
        "cloud",
        "cn",
        "co",
        "com",
        "community",
        "dev",
        "edu",
        "foundation",
        "gle",
        "gov",
        "io",
        "ly",
        "me",
        "net",
        "org",
        "team",
        "tech",
        "us",
        "xyz",
    ];
    let host = destination.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    !host.starts_with('.')
        && !host.contains('@')
        && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a destination is a bare mail address.
pub(super) fn looks_like_mail(destination: &str) -> bool {
    let Some((name, host)) = destination.split_once('@') else { return false };
    !name.is_empty() && !destination.contains('/') && host.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(destination: &str) -> Option<(String, Option<String>)> {
        let paths =
            ["README.md", "sig-docs/README.md", "sig-docs/Charter.md", "guide/style guide.md", "values.md"];
        let page = Page { path: "sig-docs/README.md".into(), ..Page::default() };
        let link = Link { destination: destination.into(), range: 0..0, exact: true, image: false };
        let problem = judge(&Index::new(&paths), &page, &link)?;
        Some((problem.message, problem.better.map(|(better, _)| better)))
    }

    fn better(destination: &str) -> Option<String> {
        judged(destination).and_then(|(_, better)| better)
    }

    #[test]
    fn a_better_path_is_spelt_as_the_old_one_was() {
        assert_eq!(better("charter.md#scope").as_deref(), Some("Charter.md#scope"));
        assert_eq!(better("./charter.md").as_deref(), Some("./Charter.md"));
        assert_eq!(better("/sig-docs/charter.md").as_deref(), Some("/sig-docs/Charter.md"));
        assert_eq!(better("style%20guide.md?plain=1").as_deref(), Some("../guide/style%20guide.md?plain=1"));
        assert_eq!(better("guide/style%20guide.md"), Some("../guide/style%20guide.md".into()));
    }

    #[test]
    fn what_is_no_path_is_recognised() {
        assert_eq!(better("ana@example.org").as_deref(), Some("mailto:ana@example.org"));
        assert_eq!(better("meet.example.org/abc").as_deref(), Some("https://meet.example.org/abc"));
        assert_eq!(better("(https://example.org)").as_deref(), Some("https://example.org"));
        assert_eq!(better("\u{200b}https://example.org").as_deref(), Some("https://example.org"));
        assert_eq!(judged("{{ .Url }}"), None);
    }

    #[test]
    fn steps_out_of_the_repository_are_judged_as_github_shows_it() {
        assert_eq!(judged("../../../issues"), None);
        assert_eq!(judged("../../../../other-repository/blob/main/x.md"), None);
        assert_eq!(judged("../../main/x.md"), None);
        assert_eq!(better("../../values.md").as_deref(), Some("../values.md"));
        assert_eq!(better("../../../../sig-docs/Charter.md").as_deref(), Some("Charter.md"));
        assert!(judged("../../../somewhere/else.md").is_some());
    }
}
