//! Meetings: when they are, and where their notes and recordings are.

mod overlap;
mod series;

pub(crate) mod break_of_unknown_group;
pub(crate) mod conference_link_shared;
pub(crate) mod ended_meeting_listed;
pub(crate) mod ends_before_start;
pub(crate) mod exception_without_meeting;
pub(crate) mod lead_in_two_meetings;
pub(crate) mod meeting_at_night;
pub(crate) mod meeting_day_unreadable;
pub(crate) mod meeting_field_malformed;
pub(crate) mod meeting_frequency_unclear;
pub(crate) mod meeting_moves_with_clocks;
pub(crate) mod meeting_rrule_unreadable;
pub(crate) mod meeting_time_impossible;
pub(crate) mod meeting_unanchored;
pub(crate) mod meeting_without_duration;
pub(crate) mod meeting_without_notes;
pub(crate) mod meeting_without_recordings;
pub(crate) mod meeting_without_zone;
pub(crate) mod meeting_word_misspelt;
pub(crate) mod meeting_zone_ambiguous;
pub(crate) mod meeting_zone_unknown;
pub(crate) mod notes_shared;
pub(crate) mod room_double_booked;
pub(crate) mod rrule_contradicts_text;
pub(crate) mod stakeholder_meeting_overlaps;

pub(crate) use series::Series;
