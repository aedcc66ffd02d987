//! What checks look at.

use std::collections::HashMap;
use std::sync::Mutex;

use folkmoot_diagnostics::{FileId, Sources, Span};
use folkmoot_model::{Community, Group, RepoFiles};
use jiff::civil::Date;

use crate::Rules;

/// Everything a check may look at: the community, the files, the rules and the day.
pub struct Context<'a> {
    /// The community as read.
    pub community: &'a Community,
    /// The repository's files.
    pub files: &'a dyn RepoFiles,
    /// Packs, settings and overrides, resolved.
    pub rules: Rules<'a>,
    /// The day of the check, for what ends.
    pub today: Date,
    opened: Mutex<HashMap<String, Option<FileId>>>,
}

impl<'a> Context<'a> {
    /// A context in which the rules are those of `community`.
    pub fn new(community: &'a Community, files: &'a dyn RepoFiles, today: Date) -> Self {
        Self { community, files, rules: Rules::of(community), today, opened: Mutex::default() }
    }

    /// Every file read so far.
    pub fn sources(&self) -> &'a Sources {
        &self.community.sources
    }

    /// The groups in the order of the record.
    pub fn groups(&self) -> impl Iterator<Item = &'a Group> + use<'a> {
        self.community.groups.iter()
    }

    /// The file under `path`, read now unless it already was, so that findings can point into it. `None`
    /// where it cannot be read; bytes that are not UTF-8 are replaced.
    pub fn open(&self, path: &str) -> Option<FileId> {
        if let Some(known) = self.sources().find(path) {
            return Some(known);
        }
        let mut opened = self.opened.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *opened.entry(path.to_owned()).or_insert_with(|| {
            let bytes = self.files.read(path).ok()?;
            Some(self.sources().add(path, String::from_utf8_lossy(&bytes)))
        })
    }

    /// The first line under `span`: what concerns a whole mapping is shown at its beginning.
    pub fn first_line(&self, span: Span) -> Span {
        let file = self.sources().get(span.file);
        let text = file.text().get(span.range()).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default().trim_end();
        Span::new(span.file, span.start as usize, span.start as usize + line.len())
    }

    /// Where a finding about a whole group is shown: its name, else its first line.
    pub fn head(&self, group: &Group) -> Span {
        if group.name.is_present() { group.name.span() } else { self.first_line(group.span) }
    }
}
