//! Source text, spans, messages and fixes; renders them to a terminal, JSON, SARIF and GitHub annotations.
//!
//! A *diagnostic* is a mistake in somebody's repository: data, never an `Err`. It points into a
//! [`SourceFile`] with a [`Span`] (a byte range), says why it matters and how to mend it, and may carry a
//! [`Fix`]: edits that a person or `--fix` can apply. This crate knows nothing of communities or YAML.
//!
//! [`render`] holds the four outputs; [`apply_fixes`] the fourth thing to do with findings.

mod diagnostic;
mod fix;
pub mod render;
mod source;
mod tally;

pub use diagnostic::{Applicability, Diagnostic, Edit, Fix, Label, Severity};
pub use fix::{Applied, apply_fixes};
pub use source::{FileId, Position, SourceFile, Sources, Span};
pub use tally::Tally;
