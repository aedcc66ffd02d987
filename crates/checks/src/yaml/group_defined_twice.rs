//! Two entries give the same group.
//!
//! Either two entries have one directory, or the data file and `<group>/group.yaml` both give a value.
//!
//! ## Why it matters
//!
//! Both would be written to the same pages, and one of them is lost.
//!
//! ## How to mend it
//!
//! Merge the two.
//!
//! ```yaml fails
//! sigs:
//! - {dir: sig-docs, name: Docs}
//! - {dir: sig-docs, name: Documentation}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - {dir: sig-docs, name: Docs}
//! - {dir: sig-apps, name: Apps}
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check =
    Check::reading("group-defined-twice", Severity::Error, include_str!("group_defined_twice.rs"));
