//! What checks look at.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use folkmoot_diagnostics::{FileId, Sources, Span};
use folkmoot_model::{Community, FileSet, Group, RepoFiles};
use jiff::civil::Date;

use crate::Rules;
use crate::meeting::Series;
use crate::people::Mentions;
use crate::text::{Shapes, Survey};

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
    /// What generation gives now, where the caller can generate: checks on generated files need it.
    pub expected: Option<&'a FileSet>,
    /// Shapes of all that generation writes, once a check asked for them.
    pub(crate) shapes: OnceLock<Shapes>,
    survey: OnceLock<Survey>,
    mentions: OnceLock<Mentions<'a>>,
    series: OnceLock<Vec<Series<'a>>>,
    opened: Mutex<HashMap<String, Option<FileId>>>,
}

impl<'a> Context<'a> {
    /// A context in which the rules are those of `community`.
    pub fn new(community: &'a Community, files: &'a dyn RepoFiles, today: Date) -> Self {
        Self {
            community,
            files,
            rules: Rules::of(community),
            today,
            expected: None,
            shapes: OnceLock::new(),
            survey: OnceLock::new(),
            mentions: OnceLock::new(),
            series: OnceLock::new(),
            opened: Mutex::default(),
        }
    }

    /// Gives the checks what generation gives now.
    #[must_use]
    pub fn with_expected(mut self, expected: &'a FileSet) -> Self {
        self.expected = Some(expected);
        self
    }

    /// What stands in the repository's texts; they are read the first time that a check asks.
    pub(crate) fn survey(&self) -> &Survey {
        self.survey.get_or_init(|| Survey::take(self.files))
    }

    /// The same, where a check has asked for it.
    pub(crate) fn surveyed(&self) -> Option<&Survey> {
        self.survey.get()
    }

    /// Every file read so far.
    pub fn sources(&self) -> &'a Sources {
        &self.community.sources
    }

    /// The groups in the order of the record.
    pub fn groups(&self) -> impl Iterator<Item = &'a Group> + use<'a> {
        self.community.groups.iter()
    }

    /// Every place that names a person, gathered at the first call.
    pub(crate) fn mentions(&self) -> &Mentions<'a> {
        self.mentions.get_or_init(|| Mentions::of(self.community))
    }

    /// Every series of meetings with its schedule as understood, read at the first call.
    pub(crate) fn series(&self) -> &[Series<'a>] {
        self.series.get_or_init(|| Series::all(self.community))
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
