//! People: who they are, wherever they are named.

mod mention;

pub(crate) mod emeritus_still_leads;
pub(crate) mod handle_case_differs;
pub(crate) mod handle_malformed;
pub(crate) mod lead_under_two_names;
pub(crate) mod person_differs;
pub(crate) mod person_listed_twice;

pub(crate) use mention::Mentions;
