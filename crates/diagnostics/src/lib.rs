//! Source text, spans, messages and fixes; renders them to a terminal, JSON, SARIF and GitHub annotations.
//!
//! A *diagnostic* is a mistake in somebody's repository: data, never an `Err`. It points into a
//! [`SourceFile`] with a [`Span`] (a byte range), says why it matters and how to mend it, and may carry a
//! [`Fix`]: edits that a person or `--fix` can apply. This crate knows nothing of communities or YAML.

mod diagnostic;
mod source;

pub use diagnostic::{Applicability, Diagnostic, Edit, Fix, Label, Severity};
pub use source::{FileId, Position, SourceFile, Sources, Span};
