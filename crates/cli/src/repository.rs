//! Opens the repository that a command works on.

use std::fmt;
use std::path::Path;

use anyhow::Result;
use folkmoot_diagnostics::Diagnostic;
use folkmoot_model::{Community, RepoFiles, has_community, load, load_without_records};
use folkmoot_repo::{DiskFiles, OpenError};

/// A repository with the community it holds.
pub(crate) struct Opened {
    /// Its files.
    pub(crate) files: DiskFiles,
    /// What they say.
    pub(crate) community: Community,
    /// Mistakes met while reading.
    pub(crate) findings: Vec<Diagnostic>,
}

/// Opens the repository in `path` and reads its community.
///
/// # Errors
/// When there is no such directory, or nothing in it names groups.
pub(crate) fn open(path: &Path) -> Result<Opened> {
    open_with(path, load)
}

/// As [`open`], without a look for records of meetings, which only calendars and checks need.
///
/// # Errors
/// As [`open`].
pub(crate) fn open_without_records(path: &Path) -> Result<Opened> {
    open_with(path, load_without_records)
}

fn open_with(path: &Path, load: fn(&dyn RepoFiles) -> (Community, Vec<Diagnostic>)) -> Result<Opened> {
    let files = open_files(path)?;
    require_community(&files, path)?;
    let (community, findings) = load(&files);
    Ok(Opened { files, community, findings })
}

/// Sees to it that something in the repository names groups.
///
/// # Errors
/// Where nothing does, which names the files that would have done.
pub(crate) fn require_community(files: &DiskFiles, path: &Path) -> Result<()> {
    if let Err(error) = has_community(files) {
        let hint = match root_above(files) {
            Some(above) => format!("a community's repository is above it: give `{above}`"),
            None => error.hint().to_owned(),
        };
        return Err(Failure::error(format!("{}: {error}", path.display()), hint));
    }
    Ok(())
}

/// Opens a directory, whether or not it holds a community.
///
/// # Errors
/// When there is no such directory.
pub(crate) fn open_files(path: &Path) -> Result<DiskFiles> {
    DiskFiles::open(path).map_err(|error| Failure::of_open(&error))
}

/// The nearest directory above, four up at most, whose data file names groups: people run commands in
/// group folders.
fn root_above(files: &DiskFiles) -> Option<String> {
    let above = files.root().ancestors().skip(1).take(4);
    let mut above = above.filter_map(|dir| DiskFiles::open(dir).ok());
    above.find(|files| has_community(files).is_ok()).map(|files| files.root().display().to_string())
}

/// Something that could not be done, with what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    hint: String,
}

impl Failure {
    /// The failure as the error that a command returns.
    pub(crate) fn error(message: impl Into<String>, hint: impl Into<String>) -> anyhow::Error {
        anyhow::Error::new(Self { message: message.into(), hint: hint.into() })
    }

    /// A directory that could not be opened.
    pub(crate) fn of_open(error: &OpenError) -> anyhow::Error {
        Self::error(error.to_string(), error.hint())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  help: {}", self.message, self.hint)
    }
}

impl std::error::Error for Failure {}
