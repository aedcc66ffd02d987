//! A key stands twice in one mapping.
//!
//! ## Why it matters
//!
//! One of the two values is not used, and which one depends on the program that reads the file.
//!
//! ## How to mend it
//!
//! Delete the one that no longer holds.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   name: Documentation
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check =
    Check::reading("yaml-duplicate-key", Severity::Error, include_str!("yaml_duplicate_key.rs"));
