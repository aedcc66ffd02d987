//! A merge key takes in something that is no mapping.
//!
//! `<<: *defaults` copies the keys of the mapping marked `&defaults`.
//!
//! ## Why it matters
//!
//! There are no keys to copy.
//!
//! ## How to mend it
//!
//! Name a mapping, or write the keys out.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   <<: nothing
//! ```
//!
//! ```yaml passes
//! x-defaults: &defaults {label: docs}
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   <<: *defaults
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check = Check::reading("yaml-merge", Severity::Error, include_str!("yaml_merge.rs"));
