//! Groups stand under a kind that is not declared.
//!
//! Known are `sigs`, `workinggroups`, `usergroups`, `committees` and what `community.yaml` declares under
//! `kinds`.
//!
//! ## Why it matters
//!
//! Pages call groups by the names of their kind, and these have none.
//!
//! ## How to mend it
//!
//! Declare the kind in `community.yaml`, or write the one that is meant.
//!
//! ```yaml fails
//! guilds:
//! - {dir: guild-berlin, name: Berlin}
//! sigs: []
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! kinds: [{key: guilds, prefix: guild, short: Guild, singular: Guild}]
//! # --- sigs.yaml
//! guilds:
//! - {dir: guild-berlin, name: Berlin}
//! sigs: []
//! ```

use folkmoot_diagnostics::Severity;

use crate::Check;

pub(crate) const CHECK: Check =
    Check::reading("unknown-kind", Severity::Warning, include_str!("unknown_kind.rs"));
