//! A file is not YAML.
//!
//! The reader says what it met and what it expected. What stands before the mistake is read.
//!
//! ## Why it matters
//!
//! Whatever follows the mistake is left out of every page.
//!
//! ## How to mend it
//!
//! Mend the place shown. The usual ones: a tab for indentation, a `: ` inside text without quotes, a quote
//! that is not closed, an item that is indented otherwise than the one above it.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: "Docs
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
    Check::reading("yaml-syntax", Severity::Error, include_str!("yaml_syntax.rs"));
