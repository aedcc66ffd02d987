//! Findings for eyes and for programs.
//!
//! - [`human`]: a terminal, in the manner of the Rust compiler;
//! - [`json`]: one object for scripts;
//! - [`sarif`]: SARIF 2.1.0 for code-scanning services;
//! - [`github`]: workflow commands that become annotations on a pull request.

mod excerpt;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;
mod visible;

use std::cmp::Reverse;

use crate::{Diagnostic, Sources};

pub use visible::visible;

/// Sorts findings as people read them: by file, then by place, then the worst first. What has no place
/// comes first.
pub fn sort(findings: &mut [Diagnostic], sources: &Sources) {
    findings.sort_by_cached_key(|finding| {
        let place = finding.span().map(|span| (sources.get(span.file).path().to_owned(), span.start));
        (place, Reverse(finding.severity), finding.code, finding.message.clone())
    });
}
