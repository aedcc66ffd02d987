//! The repository as the pure crates see it: names and bytes.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Files to be written: repository path to bytes.
pub type FileSet = BTreeMap<String, Vec<u8>>;

/// What stands under a path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
}

/// Why a file could not be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none.
    #[error("{path}: no such file")]
    Missing {
        /// Repository path.
        path: String,
    },
    /// The path leaves the repository, directly or through a symbolic link.
    #[error("{path}: leads out of the repository")]
    Outside {
        /// Repository path.
        path: String,
    },
    /// More bytes than `limit`.
    #[error("{path}: larger than {limit} bytes")]
    TooLarge {
        /// Repository path.
        path: String,
        /// The bound, in bytes.
        limit: u64,
    },
    /// The system refused.
    #[error("{path}: {reason}")]
    Io {
        /// Repository path.
        path: String,
        /// The system's words.
        reason: String,
    },
}

/// A repository's files. Paths are relative to its root, with `/`, without `./` or `..`.
pub trait RepoFiles: Sync {
    /// What stands under `path`; `""` is the root. `None` for nothing, or for what leads outside.
    fn kind(&self, path: &str) -> Option<EntryKind>;

    /// Names in directory `path`, sorted bytewise; empty where it is none. `.git` is left out.
    fn entries(&self, path: &str) -> Vec<(String, EntryKind)>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`ReadError`], which names the path.
    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError>;

    /// Every file, sorted bytewise; the default walks [`Self::entries`] to a depth of 64.
    fn walk(&self) -> Vec<String> {
        fn visit<F: RepoFiles + ?Sized>(files: &F, dir: &str, depth: usize, out: &mut Vec<String>) {
            for (name, kind) in files.entries(dir) {
                let path = if dir.is_empty() { name } else { format!("{dir}/{name}") };
                match kind {
                    EntryKind::File => out.push(path),
                    EntryKind::Directory if depth < 64 => visit(files, &path, depth + 1, out),
                    EntryKind::Directory => {}
                }
            }
        }
        let mut out = Vec::new();
        visit(self, "", 0, &mut out);
        out.sort_unstable();
        out
    }
}

/// Files held in memory: for tests and for what was fetched.
#[derive(Clone, Default, Debug)]
pub struct MemoryFiles {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemoryFiles {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a file.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }
}

impl RepoFiles for MemoryFiles {
    fn kind(&self, path: &str) -> Option<EntryKind> {
        if path.is_empty() {
            return Some(EntryKind::Directory);
        }
        if self.files.contains_key(path) {
            return Some(EntryKind::File);
        }
        let prefix = format!("{path}/");
        let next = self.files.range(prefix.clone()..).next();
        next.is_some_and(|(name, _)| name.starts_with(&prefix)).then_some(EntryKind::Directory)
    }

    fn entries(&self, path: &str) -> Vec<(String, EntryKind)> {
        let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
        let mut out: Vec<(String, EntryKind)> = Vec::new();
        for name in self.files.range(prefix.clone()..).map(|(name, _)| name) {
            let Some(rest) = name.strip_prefix(&prefix) else { break };
            let entry = match rest.split_once('/') {
                Some((dir, _)) => (dir.to_owned(), EntryKind::Directory),
                None => (rest.to_owned(), EntryKind::File),
            };
            if out.last() != Some(&entry) {
                out.push(entry);
            }
        }
        out.sort();
        out.dedup();
        out
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError> {
        let bytes = self.files.get(path).ok_or_else(|| ReadError::Missing { path: path.to_owned() })?;
        Ok(Cow::Borrowed(bytes))
    }
}
