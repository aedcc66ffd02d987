//! A repository with fixes that are not written yet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use folkmoot_model::{EntryKind, ReadError, RepoFiles};

/// Files as they would be: what was mended over what is there.
pub(super) struct Patched<'a> {
    files: &'a dyn RepoFiles,
    /// Repository path to new text.
    pub(super) texts: BTreeMap<String, String>,
}

impl<'a> Patched<'a> {
    pub(super) fn new(files: &'a dyn RepoFiles) -> Self {
        Self { files, texts: BTreeMap::new() }
    }
}

impl RepoFiles for Patched<'_> {
    fn kind(&self, path: &str) -> Option<EntryKind> {
        self.files.kind(path)
    }

    fn entries(&self, path: &str) -> Vec<(String, EntryKind)> {
        self.files.entries(path)
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError> {
        match self.texts.get(path) {
            Some(text) => Ok(Cow::Borrowed(text.as_bytes())),
            None => self.files.read(path),
        }
    }

    fn walk(&self) -> Vec<String> {
        self.files.walk()
    }
}
