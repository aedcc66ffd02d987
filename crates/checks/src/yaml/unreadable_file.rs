//! A file cannot be read.
//!
//! It is no file, leads out of the repository, or the system refuses.
//!
//! ## Why it matters
//!
//! Nothing of it is on any page.
//!
//! ## How to mend it
//!
//! Mend what the system says: permissions, a symbolic link that leaves the repository.
//!
//! ```yaml fails
//! # --- community.yaml
//! profile: {data_file: groups/all.yaml}
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
    Check::reading("unreadable-file", Severity::Error, include_str!("unreadable_file.rs"));
