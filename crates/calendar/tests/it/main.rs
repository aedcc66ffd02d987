//! Every spelling found in real records, read word by word.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod dateutil;
mod ics;
mod ics_compare;
mod ics_read;
mod real_phrases;
mod robustness;
