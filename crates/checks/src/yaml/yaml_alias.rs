//! An alias stands for nothing.
//!
//! `*name` repeats what `&name` marks earlier in the file. Here nothing is marked so, or the alias stands
//! inside what it stands for.
//!
//! ## Why it matters
//!
//! The value is read as empty.
//!
//! ## How to mend it
//!
//! Mark what is meant with `&name`, or put quotes around text that begins with `*`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: *docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: &docs Docs
//!   label: *docs
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check = Check::reading("yaml-alias", Severity::Error, include_str!("yaml_alias.rs"));
