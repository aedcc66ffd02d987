//! The list of all checks.

use crate::{Check, group, markdown, suppress, text};

/// Every check, by topic.
pub fn checks() -> &'static [&'static Check] {
    CHECKS
}

const CHECKS: &[&Check] = &[
    &group::label_mismatch::CHECK,
    &markdown::anchor_missing::CHECK,
    &markdown::link_target_missing::CHECK,
    &text::custom_content_unclosed::CHECK,
    &text::generated_file_edited::CHECK,
    &text::generated_file_out_of_date::CHECK,
    &text::mojibake::CHECK,
    &text::phone_number_in_text::CHECK,
    &text::secret_in_text::CHECK,
    &suppress::allow_without_reason::CHECK,
    &suppress::unknown_check::CHECK,
    &suppress::unused_allow::CHECK,
    &suppress::waiver_expired::CHECK,
];
