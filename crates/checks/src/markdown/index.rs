//! Every path of the repository, for asking whether something is there and what else could be meant.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Files and directories by their repository path.
#[derive(Debug, Default)]
pub(crate) struct Index {
    files: HashSet<Box<str>>,
    directories: HashSet<Box<str>>,
    by_lower: OnceLock<HashMap<String, Vec<Box<str>>>>,
    by_name: OnceLock<HashMap<String, Vec<Box<str>>>>,
    by_parent: OnceLock<HashMap<String, Vec<Box<str>>>>,
}

/// Paths that one wrong link is compared with; of more, the most similar one is chance, and a large repository
/// of wrong links would cost the square of its size.
const CANDIDATES: usize = 1_000;

impl Index {
    /// Takes in the paths of all files.
    pub(crate) fn new<S: AsRef<str>>(paths: &[S]) -> Self {
        let mut index = Self { directories: HashSet::from(["".into()]), ..Self::default() };
        for path in paths {
            let path = path.as_ref();
            index.files.insert(path.into());
            let mut parent = path;
            while let Some((dir, _)) = parent.rsplit_once('/') {
                if !index.directories.insert(dir.into()) {
                    break;
                }
                parent = dir;
            }
        }
        index
    }

    /// Whether a file stands there.
    pub(crate) fn is_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// Whether a directory stands there; `""` is the root.
    pub(crate) fn is_directory(&self, path: &str) -> bool {
        self.directories.contains(path)
    }

    /// Whether anything stands there.
    pub(crate) fn exists(&self, path: &str) -> bool {
        self.is_file(path) || self.is_directory(path)
    }

    /// The one path that differs from `path` in case alone.
    pub(crate) fn other_case(&self, path: &str) -> Option<&str> {
        let by_lower = self.by_lower.get_or_init(|| group_by(self.all(), |path| path.to_lowercase()));
        one(by_lower.get(&path.to_lowercase())?).filter(|other| *other != path)
    }

    /// What `path` most likely means: the same with `.md`, the only file of that name anywhere, or the
    /// path that is spelt most like it among its neighbours.
    pub(crate) fn nearest(&self, path: &str) -> Option<&str> {
        let with_extension = self.files.get(format!("{path}.md").as_str());
        let without = || path.strip_suffix(".md").and_then(|stem| self.files.get(stem));
        let exact = with_extension.or_else(without).map(AsRef::as_ref);
        exact.or_else(|| self.of_that_name(path)).or_else(|| self.neighbour(path))
    }

    fn of_that_name(&self, path: &str) -> Option<&str> {
        let wanted = name(path).to_lowercase();
        // Names that every directory has say nothing.
        let common = ["readme.md", "index.md", "_index.md", "charter.md", "owners", "images", "img", "docs"];
        if wanted.is_empty() || common.contains(&wanted.as_str()) {
            return None;
        }
        one(self.by_name().get(&wanted)?)
    }

    /// The most similar name in the same directory, and where that is missing too, a similar directory
    /// that holds the rest of the path.
    fn neighbour(&self, path: &str) -> Option<&str> {
        if self.is_directory(parent(path)) {
            let by_parent =
                self.by_parent.get_or_init(|| group_by(self.all(), |path| parent(path).to_owned()));
            let siblings = few(by_parent.get(parent(path))?)?.filter(|other| !other.is_empty());
            return most_similar(name(path), siblings, name);
        }
        let namesakes = few(self.by_name().get(&name(path).to_lowercase())?)?;
        let namesakes = namesakes.filter(|other| name(other) == name(path));
        // What both paths begin with says nothing about how alike they are.
        let nearby = |other: &&str| parent(parent(other)) == parent(parent(path));
        most_similar(name(parent(path)), namesakes.filter(nearby), |other| name(parent(other)))
    }

    fn by_name(&self) -> &HashMap<String, Vec<Box<str>>> {
        self.by_name.get_or_init(|| group_by(self.all(), |path| name(path).to_lowercase()))
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.files.iter().chain(&self.directories).map(AsRef::as_ref)
    }
}

/// The paths, where they are no more than can be compared.
fn few(paths: &[Box<str>]) -> Option<impl Iterator<Item = &str>> {
    (paths.len() <= CANDIDATES).then(|| paths.iter().map(AsRef::as_ref))
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(dir, _)| dir)
}

fn group_by<'a>(
    paths: impl Iterator<Item = &'a str>,
    key: impl Fn(&str) -> String,
) -> HashMap<String, Vec<Box<str>>> {
    let mut groups: HashMap<String, Vec<Box<str>>> = HashMap::new();
    for path in paths {
        groups.entry(key(path)).or_default().push(path.into());
    }
    groups
}

fn one(paths: &[Box<str>]) -> Option<&str> {
    match paths {
        [path] => Some(path),
        _ => None,
    }
}

/// The candidate spelt most like `wanted`, where it is close enough to be a slip of the pen; among equals
/// the first in the alphabet.
pub(super) fn most_similar<'a>(
    wanted: &str,
    candidates: impl Iterator<Item = &'a str>,
    part: impl Fn(&str) -> &str,
) -> Option<&'a str> {
    // Comparing is quadratic in length: what is longer than any real path or heading is not compared.
    if wanted.len() > 200 {
        return None;
    }
    let wanted = wanted.to_lowercase();
    candidates
        .filter(|candidate| part(candidate).len().abs_diff(wanted.len()) <= 4)
        .map(|candidate| {
            (strsim::normalized_damerau_levenshtein(&wanted, &part(candidate).to_lowercase()), candidate)
        })
        .filter(|(likeness, _)| *likeness >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        Index::new(&[
            "README.md",
            "sig-docs/README.md",
            "sig-docs/Charter.md",
            "sig-node/plan.md",
            "old/style.md",
        ])
    }

    #[test]
    fn directories_follow_from_files() {
        let index = index();
        assert!(index.is_directory("sig-docs") && index.is_directory("") && !index.is_directory("sig"));
        assert!(index.exists("sig-node/plan.md") && !index.exists("sig-node/plan"));
    }

    #[test]
    fn what_else_could_be_meant_is_found() {
        let index = index();
        assert_eq!(index.other_case("sig-docs/charter.md"), Some("sig-docs/Charter.md"));
        assert_eq!(index.other_case("sig-docs/Charter.md"), None);
        assert_eq!(index.nearest("sig-node/plan"), Some("sig-node/plan.md"));
        assert_eq!(index.nearest("sig-docs/style.md"), Some("old/style.md"));
        assert_eq!(index.nearest("sig-node/plane.md"), Some("sig-node/plan.md"));
        assert_eq!(index.nearest("sig-nodes/README.md"), None, "no directory is like it");
        assert_eq!(index.nearest("sig-doc/README.md"), Some("sig-docs/README.md"));
        assert_eq!(index.nearest("nothing/like/it.txt"), None);
    }
}
