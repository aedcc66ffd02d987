//! What can go wrong, each with what to do about it.

use std::io;
use std::path::PathBuf;

/// Why a directory could not be opened as a repository.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is nothing of that name.
    #[error("{}: no such directory", .path.display())]
    Missing {
        /// As given.
        path: PathBuf,
    },
    /// It is a file.
    #[error("{}: not a directory", .path.display())]
    NotADirectory {
        /// As given.
        path: PathBuf,
    },
    /// The system refused.
    #[error("{}: {reason}", .path.display())]
    Io {
        /// As given.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
}

impl OpenError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "give the path of a community's repository; without one it is `.`",
            Self::NotADirectory { .. } => "give the directory that holds the file",
            Self::Io { .. } => "make the directory readable for you",
        }
    }

    pub(crate) fn of(path: PathBuf, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::NotADirectory => Self::NotADirectory { path },
            _ => Self::Io { path, reason: words(error) },
        }
    }
}

/// Why a file was not written. The old file, where there was one, is as it was.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum WriteError {
    /// The path leaves the repository, directly or through a symbolic link.
    #[error("{path}: leads out of the repository; not written")]
    Outside {
        /// Repository path.
        path: String,
    },
    /// A directory or a special file is in the way.
    #[error("{path}: is not a regular file; not written")]
    NotAFile {
        /// Repository path.
        path: String,
    },
    /// The file is marked read-only.
    #[error("{path}: is read-only; not written")]
    ReadOnly {
        /// Repository path.
        path: String,
    },
    /// Another name differs in case alone: many systems take them for one.
    #[error("{path}: {existing} is there already and differs in case alone; not written")]
    CaseCollision {
        /// Repository path.
        path: String,
        /// The name that is there.
        existing: String,
    },
    /// The system refused.
    #[error("{path}: cannot {attempt}: {reason}")]
    Io {
        /// Repository path.
        path: String,
        /// What was attempted: `create a temporary file beside it`.
        attempt: &'static str,
        /// The system's words.
        reason: String,
        /// What to do about it.
        hint: &'static str,
    },
}

impl WriteError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Outside { .. } => "replace the symbolic link by a file, or correct the path in the record",
            Self::NotAFile { .. } => "move what stands there out of the way",
            Self::ReadOnly { .. } => "make the file writable (`chmod u+w`), then run the command again",
            Self::CaseCollision { .. } => "rename the one that is there, or the one in the record",
            Self::Io { hint, .. } => hint,
        }
    }

    pub(crate) fn of(path: &str, attempt: &'static str, error: &io::Error) -> Self {
        let hint = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "make room on the disk, then run the command again: nothing was changed"
            }
            io::ErrorKind::FileTooLarge => {
                "raise the limit on the size of files (`ulimit -f`), then run the command again: nothing was changed"
            }
            io::ErrorKind::ReadOnlyFilesystem => "work on a copy in a place that can be written to",
            io::ErrorKind::PermissionDenied => {
                "make the directory writable for you, then run the command again"
            }
            io::ErrorKind::NotADirectory => {
                "a file stands where a directory is wanted: move it out of the way"
            }
            _ => "mend the cause, then run the command again",
        };
        Self::Io { path: path.to_owned(), attempt, reason: words(error), hint }
    }
}

/// The system's words without its number: `Permission denied`.
pub(crate) fn words(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
