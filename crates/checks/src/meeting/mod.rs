//! Meetings: when they are, and where their notes and recordings are.
