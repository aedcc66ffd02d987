//! A key is a list or a mapping.
//!
//! YAML allows that; nothing can be called by it.
//!
//! ## Why it matters
//!
//! The key and its value are left out.
//!
//! ## How to mend it
//!
//! Write a name before the colon, in quotes where it begins with `[` or `{`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   [a, b]: c
//!   name: Docs
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check = Check::reading("yaml-key", Severity::Error, include_str!("yaml_key.rs"));
