//! Meetings: when they are, and where their notes and recordings are.

mod series;

pub(crate) mod meeting_day_unreadable;
pub(crate) mod meeting_field_malformed;
pub(crate) mod meeting_frequency_unclear;
pub(crate) mod meeting_time_impossible;
pub(crate) mod meeting_unanchored;
pub(crate) mod meeting_without_notes;
pub(crate) mod meeting_without_recordings;
pub(crate) mod meeting_without_zone;
pub(crate) mod meeting_word_misspelt;
pub(crate) mod meeting_zone_ambiguous;
pub(crate) mod meeting_zone_unknown;
pub(crate) mod notes_shared;

pub(crate) use series::Series;
