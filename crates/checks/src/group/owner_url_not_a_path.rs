//! A link to owners does not lead to a file in a repository.
//!
//! `owners` holds links to `OWNERS` files, such as
//! `https://raw.githubusercontent.com/example/website/main/OWNERS` or
//! `https://github.com/example/website/blob/main/OWNERS`. A link to a repository as a whole, or to
//! another site, does not say where the owners stand.
//!
//! ## Why it matters
//!
//! Pages show the link, and programs read the owners from it.
//!
//! ## How to mend it
//!
//! Link the file itself, branch included.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   subprojects:
//!   - name: website
//!     owners: [https://github.com/example/website]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   subprojects:
//!   - name: website
//!     owners:
//!     - https://github.com/example/website/blob/main/OWNERS
//!     - https://raw.githubusercontent.com/example/website/main/OWNERS
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("owner-url-not-a-path", Severity::Warning, include_str!("owner_url_not_a_path.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups() {
        for subproject in &group.subprojects {
            for url in subproject.owners.iter().filter(|url| !leads_to_a_file(url)) {
                let finding = out
                    .finding(format!("the owners of `{}` are not linked by file", subproject.name))
                    .at(url.span(), "no file in a repository")
                    .in_group(group_key(group));
                out.add(match of_a_repository(url) {
                    Some((repository, branch)) => {
                        let better = format!("{repository}/blob/{}/OWNERS", branch.unwrap_or("main"));
                        let edit = Edit { span: url.span(), replacement: better.clone() };
                        finding.help(format!("link the file, such as `{better}`")).fix(
                            "link the `OWNERS` file",
                            Applicability::Suggestion,
                            vec![edit],
                        )
                    }
                    None => finding
                        .help("link the file, such as `https://github.com/ORG/REPO/blob/BRANCH/OWNERS`"),
                });
            }
        }
    }
}

/// Whether `url` names a file: a path in a branch of a repository on GitHub, or any path elsewhere that ends
/// in a file's name.
pub(crate) fn leads_to_a_file(url: &str) -> bool {
    if let Some(path) = after_host(url, "raw.githubusercontent.com") {
        return path.split('/').filter(|part| !part.is_empty()).count() >= 4;
    }
    if let Some(path) = after_host(url, "github.com") {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        return parts.len() >= 5 && matches!(parts[2], "blob" | "tree");
    }
    let host_and_path = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match host_and_path {
        Some(rest) => rest.split('/').skip(3).any(|part| !part.is_empty()),
        // A path of this repository.
        None => !url.trim().is_empty() && !url.contains("://") && !url.contains(char::is_whitespace),
    }
}

fn after_host<'a>(url: &'a str, host: &str) -> Option<&'a str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    rest.strip_prefix("www.").unwrap_or(rest).strip_prefix(host)?.strip_prefix('/')
}

/// The repository's address and the branch, where `url` names a repository or a branch on GitHub.
fn of_a_repository(url: &str) -> Option<(String, Option<&str>)> {
    let parts: Vec<&str> =
        after_host(url, "github.com")?.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [owner, repository] => Some((format!("https://github.com/{owner}/{repository}"), None)),
        [owner, repository, "blob" | "tree", branch] => {
            Some((format!("https://github.com/{owner}/{repository}"), Some(branch)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::leads_to_a_file;

    #[test]
    fn a_branch_alone_is_no_file() {
        assert!(!leads_to_a_file("https://github.com/example/website/tree/main"));
        assert!(!leads_to_a_file("https://github.com/example/website/issues/5"));
        assert!(!leads_to_a_file("https://raw.githubusercontent.com/example/website/main"));
    }

    #[test]
    fn files_elsewhere_are_files() {
        assert!(leads_to_a_file("https://gitlab.com/example/website/-/blob/main/OWNERS"));
        assert!(leads_to_a_file("sig-docs/OWNERS"));
    }
}
