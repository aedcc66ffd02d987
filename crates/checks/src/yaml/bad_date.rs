//! A date is none.
//!
//! Dates are written `2026-11-05`.
//!
//! ## Why it matters
//!
//! What depends on the date (terms, waivers, ends) does not happen.
//!
//! ## How to mend it
//!
//! Write year, month and day, with dashes between.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   status: {state: active, since: 5 May}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   status: {state: active, since: 2026-05-05}
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check = Check::reading("bad-date", Severity::Error, include_str!("bad_date.rs"));
