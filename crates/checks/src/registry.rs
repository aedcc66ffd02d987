//! The list of all checks.

use crate::{Check, group, suppress};

/// Every check, by topic.
pub fn checks() -> &'static [&'static Check] {
    CHECKS
}

const CHECKS: &[&Check] = &[
    &group::label_mismatch::CHECK,
    &suppress::allow_without_reason::CHECK,
    &suppress::unknown_check::CHECK,
    &suppress::unused_allow::CHECK,
    &suppress::waiver_expired::CHECK,
];
