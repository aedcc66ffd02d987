//! A repository on disk: reads that never leave its root, writes that are whole or not at all.
//!
//! [`DiskFiles`] gives the pure crates the files of a directory. What they ask for comes from untrusted
//! records, so every path is checked: no `..`, no absolute path, and no symbolic link that leads out of the
//! root. Links that stay inside are followed. `.git` does not exist as far as anyone can see; nothing else is
//! left out (`.gitignore` is not read), yet names that are not UTF-8 and what is neither file nor directory
//! (pipes, sockets) are passed over.
//!
//! A write goes to a temporary file in the same directory, which then takes the old file's place, and is
//! skipped where the bytes are the same: see [`DiskFiles::write_if_changed`] and [`DiskFiles::write_set`].
//!
//! The checks hold against what a repository may contain, not against somebody who changes the directory
//! while it is being read.

mod error;
mod files;
mod location;
mod write;

pub use error::{OpenError, WriteError};
pub use files::DiskFiles;
pub use write::Outcome;
