//! Real records beside the project, read in place where they are there.

use std::path::PathBuf;

/// The text of a file of the corpus; `None`, loudly, where the corpus is absent.
#[allow(clippy::disallowed_methods, reason = "a test may look for the corpus")]
pub(crate) fn read(file: &str) -> Option<String> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus")).join(file);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            eprintln!("SKIPPED: {} cannot be read: {error}", path.display());
            None
        }
    }
}
