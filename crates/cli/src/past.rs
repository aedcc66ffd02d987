//! What the repository's Git history tells calendars, asked when a feed is first made.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use folkmoot_diagnostics::{FileId, SourceFile, Span};
use folkmoot_history::{CurrentFile, HistoryError, LastChange, Passage, Repository};
use folkmoot_model::{Community, Meeting};
use folkmoot_site::{Change, History};
use jiff::Timestamp;

use crate::site::last_written;

/// The past of a record in a folder: of its Git history, where there is one.
pub(crate) struct Past {
    root: PathBuf,
    community: Arc<Community>,
    known: OnceLock<Known>,
}

struct Known {
    stamp: Timestamp,
    changes: HashMap<Span, Change>,
}

impl Past {
    /// The past of the community that was read from `root`.
    pub(crate) fn new(root: PathBuf, community: Arc<Community>) -> Self {
        Self { root, community, known: OnceLock::new() }
    }

    fn known(&self) -> &Known {
        self.known.get_or_init(|| {
            // Without Git a feed lacks what only history knows, and is no worse for it.
            self.ask().unwrap_or_else(|_| Known {
                stamp: last_written(&self.root, &self.community),
                changes: HashMap::new(),
            })
        })
    }

    fn ask(&self) -> Result<Known, HistoryError> {
        let history = Repository::open(&self.root)?;
        let mut asked: Vec<(Span, Passage)> = Vec::new();
        // Only files that hold meetings are asked about; a passage names its file by the place among them.
        let mut held: Vec<Arc<SourceFile>> = Vec::new();
        let mut places: HashMap<FileId, usize> = HashMap::new();
        for (_, meeting) in self.community.groups.iter().flat_map(|group| group.all_meetings()) {
            let id = meeting.span.file;
            let file = *places.entry(id).or_insert_with(|| {
                held.push(self.community.sources.get(id));
                held.len() - 1
            });
            let source = &held[file];
            let text = source.text().get(meeting.span.range()).unwrap_or_default();
            let first = source.position(meeting.span.range().start).line;
            let lines = text.trim_end().matches('\n').count() + 1;
            asked.push((meeting.span, Passage { file, lines: first..first + lines }));
        }
        let files = held.iter().map(|file| CurrentFile { path: file.path(), text: file.text() });
        let files: Vec<CurrentFile<'_>> = files.collect();
        let passages: Vec<Passage> = asked.iter().map(|(_, passage)| passage.clone()).collect();
        let found = history.last_changes(&files, &passages)?;
        let written = || last_written(&self.root, &self.community);
        let stamp = found.newest.filter(|_| !found.is_pending).unwrap_or_else(written);
        let changes = asked.iter().zip(&found.passages).filter_map(|((span, _), change)| {
            let change = match (*change)? {
                LastChange::Committed { at, nth } => Change { at, sequence: nth },
                LastChange::Pending => Change { at: stamp, sequence: found.commits + 1 },
            };
            Some((*span, change))
        });
        Ok(Known { stamp, changes: changes.collect() })
    }
}

impl History for Past {
    fn stamp(&self) -> Timestamp {
        self.known().stamp
    }

    fn commit(&self) -> Option<String> {
        let history = Repository::open(&self.root).ok()?;
        Some(history.commit_not_after(Timestamp::MAX).ok()??.to_string())
    }

    fn last_change(&self, meeting: &Meeting) -> Option<Change> {
        self.known().changes.get(&meeting.span).copied()
    }
}
