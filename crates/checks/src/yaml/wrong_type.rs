//! A value is not of the kind that its key takes.
//!
//! A list stands where one value should, or a word where a list should.
//!
//! ## Why it matters
//!
//! The value is left out.
//!
//! ## How to mend it
//!
//! Write it as the finding shows.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: [Docs, Apps]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check = Check::reading("wrong-type", Severity::Error, include_str!("wrong_type.rs"));
