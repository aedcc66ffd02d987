//! Which findings are asked for.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use folkmoot_checks::{find_check, similar_checks};
use folkmoot_diagnostics::{Diagnostic, Sources};
use folkmoot_model::Community;

/// What makes a directory a community's repository.
const MARKS: [&str; 5] = ["community.yaml", "sigs.yaml", "wgs.yaml", "people.yaml", ".git"];

/// Paths, checks and groups that findings are limited to; an empty list does not limit.
#[derive(Default, Debug)]
pub(super) struct Scope {
    paths: Vec<String>,
    checks: Vec<String>,
    groups: Vec<String>,
}

impl Scope {
    /// Finds the repository that `paths` lie in, and what of it they name.
    ///
    /// # Errors
    /// A path that is not there, one outside the first one's repository, a check that is unknown.
    pub(super) fn new(paths: &[PathBuf], only: &[String]) -> Result<(PathBuf, Self)> {
        for code in only {
            if find_check(code).is_none() {
                let similar = similar_checks(code).map(|name| format!("; did you mean `{name}`?"));
                bail!("there is no check `{code}`{}", similar.unwrap_or_default());
            }
        }
        let mut scope = Self { checks: only.to_vec(), ..Self::default() };
        let mut root: Option<PathBuf> = None;
        for path in paths {
            let real = match path.canonicalize() {
                Ok(real) => real,
                Err(error) => bail!(
                    "{}: {}\n  help: give the path of a community's repository, or files in it",
                    path.display(),
                    words(&error)
                ),
            };
            let root = root.get_or_insert_with(|| root_of(&real));
            let Ok(inside) = real.strip_prefix(&*root) else {
                bail!(
                    "{}: not in the repository {}\n  help: check one repository at a time",
                    path.display(),
                    root.display()
                );
            };
            let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            scope.paths.push(parts.join("/"));
        }
        // Everything was asked for: nothing is limited.
        if scope.paths.iter().any(String::is_empty) {
            scope.paths.clear();
        }
        Ok((root.unwrap_or_else(|| PathBuf::from(".")), scope))
    }

    /// Whether no group was taken in yet.
    pub(super) fn groups_are_open(&self) -> bool {
        self.groups.is_empty()
    }

    /// Limits to groups, by directory or id.
    ///
    /// # Errors
    /// A group that the community does not have.
    pub(super) fn take_groups(&mut self, groups: &[String], community: &Community) -> Result<()> {
        for wanted in groups {
            let Some(group) = community.group(wanted.trim_matches('/')) else {
                bail!("there is no group `{wanted}`\n  help: `folkmoot list groups` shows all of them");
            };
            self.groups.push(group.dir.trim_matches('/').to_owned());
        }
        Ok(())
    }

    /// Whether a finding was asked for. A finding without a place concerns every path.
    pub(super) fn includes(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        let path = finding.span().map(|span| sources.get(span.file).path().to_owned());
        let under = |dir: &String| {
            let Some(path) = &path else { return false };
            path == dir || path.strip_prefix(dir.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        let in_paths = self.paths.is_empty() || path.is_none() || self.paths.iter().any(under);
        let in_checks = self.checks.is_empty() || self.checks.iter().any(|code| code == finding.code);
        let of_group = |dir: &String| finding.group.as_ref() == Some(dir) || under(dir);
        let in_groups = self.groups.is_empty() || self.groups.iter().any(of_group);
        in_paths && in_checks && in_groups
    }
}

/// The nearest directory, from `path` upwards, that looks like a repository; `path` itself where none does.
fn root_of(path: &Path) -> PathBuf {
    let start = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let marked = |dir: &&Path| MARKS.iter().any(|mark| dir.join(mark).exists());
    start.ancestors().find(marked).unwrap_or(start).to_owned()
}

fn words(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        _ => error.to_string(),
    }
}
