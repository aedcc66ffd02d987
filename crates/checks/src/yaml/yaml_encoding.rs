//! A file is not UTF-8, or holds characters that no text has.
//!
//! ## Why it matters
//!
//! The letters concerned are shown as �, and other programs refuse the file.
//!
//! ## How to mend it
//!
//! Save the file as UTF-8 and type the letters shown as � anew.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
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
    Check::reading("yaml-encoding", Severity::Warning, include_str!("yaml_encoding.rs"));
