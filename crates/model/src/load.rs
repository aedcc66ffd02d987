//! Files to model.

use folkmoot_diagnostics::Diagnostic;

use crate::{Community, RepoFiles};

/// Reads a community's repository. Mistakes come back beside the community; nothing is an `Err`.
pub fn load(files: &dyn RepoFiles) -> (Community, Vec<Diagnostic>) {
    let _ = files;
    (Community::empty(), Vec::new())
}
