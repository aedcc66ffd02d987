//! A key is known to nobody.
//!
//! In a file that the Kubernetes generator also reads, keys of Folkmoot's own are unknown too, and each is
//! an error: the generator refuses to run.
//!
//! ## Why it matters
//!
//! What stands under the key is on no page. Mostly it is misspelt.
//!
//! ## How to mend it
//!
//! Write the key that was meant; the nearest one is shown. A key of your own goes under `extra:` or begins
//! with `x-`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   charterlink: charter.md
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   charter_link: charter.md
//!   x-budget: 5
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check =
    Check::reading("unknown-key", Severity::Warning, include_str!("unknown_key.rs"));
