//! `folkmoot list subprojects`

use serde::Serialize;

use super::Selection;
use super::output::Listed;
use super::view::{self, Viewer};

/// A subproject with whose it is.
#[derive(Serialize)]
pub(super) struct Subproject {
    /// Id of the group.
    group: String,
    group_title: String,
    #[serde(flatten)]
    written: view::Subproject,
}

/// What the groups own.
pub(super) fn list(selection: &Selection<'_>) -> Vec<Subproject> {
    let viewer = Viewer(&selection.community.sources);
    let owned = selection.groups.iter().flat_map(|group| {
        group.subprojects.iter().map(|subproject| Subproject {
            group: group.id(),
            group_title: group.title(),
            written: viewer.subproject(subproject),
        })
    });
    owned.collect()
}

impl Subproject {
    fn slack(&self) -> &str {
        self.written.contact.as_ref().map_or("", |contact| &contact.slack)
    }

    fn leads(&self) -> Vec<&str> {
        self.written.leads.iter().map(|person| person.github.as_str()).collect()
    }
}

/// `kubernetes/kubectl` of an `OWNERS` file's address: which repository or part of one.
fn place(owners: &str) -> String {
    let path = owners.strip_prefix("https://raw.githubusercontent.com/").or_else(|| {
        let path = owners.strip_prefix("https://github.com/")?;
        (path.contains("/blob/") || path.contains("/tree/")).then_some(path)
    });
    let Some(path) = path else { return owners.to_owned() };
    let mut parts: Vec<&str> = path.split('/').collect();
    if parts.last() == Some(&"OWNERS") {
        parts.pop();
    }
    // Between repository and path stand `blob/main`, `main` or `refs/heads/main`.
    let skip = match parts.get(2..) {
        Some(["blob" | "tree", ..]) => 2,
        Some(["refs", "heads", ..]) => 3,
        _ => 1,
    };
    let inner = parts.get(2 + skip..).unwrap_or_default();
    parts.iter().take(2).chain(inner).copied().collect::<Vec<_>>().join("/")
}

impl Listed for Subproject {
    const PLURAL: &'static str = "subprojects";
    const TABLE: &'static [&'static str] = &["SUBPROJECT", "GROUP", "CODE", "LEADS", "CHANNEL"];
    const CSV: &'static [&'static str] =
        &["group", "name", "description", "owners", "leads", "slack", "source"];

    fn row(&self) -> Vec<String> {
        let places: Vec<String> = self.written.owners.iter().map(|owners| place(owners)).collect();
        let code = match places.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first, more @ ..] => format!("{first} (+{})", more.len()),
        };
        let channel = match self.slack() {
            "" => String::new(),
            slack if slack.contains("://") => slack.to_owned(),
            slack => format!("#{slack}"),
        };
        vec![self.written.name.clone(), self.group_title.clone(), code, self.leads().join(", "), channel]
    }

    fn record(&self) -> Vec<String> {
        vec![
            self.group.clone(),
            self.written.name.clone(),
            self.written.description.clone(),
            self.written.owners.join("; "),
            self.leads().join("; "),
            self.slack().to_owned(),
            self.written.source.clone(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owners_file_names_its_repository_and_path() {
        for (owners, expected) in [
            ("https://raw.githubusercontent.com/example/repo/main/OWNERS", "example/repo"),
            ("https://raw.githubusercontent.com/example/repo/main/pkg/x/OWNERS", "example/repo/pkg/x"),
            ("https://raw.githubusercontent.com/example/repo/refs/heads/main/OWNERS", "example/repo"),
            ("https://github.com/example/repo/blob/main/docs/OWNERS", "example/repo/docs"),
            ("https://github.com/example/repo", "https://github.com/example/repo"),
            ("elsewhere", "elsewhere"),
            ("https://raw.githubusercontent.com/", ""),
        ] {
            assert_eq!(place(owners), expected);
        }
    }
}
