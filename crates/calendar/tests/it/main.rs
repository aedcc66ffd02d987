//! Every spelling found in real records, read word by word.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod cases;
mod dateutil;
mod ics_compare;
mod ics_read;
mod ics_text;
mod oracle;
mod oracles;
mod real_phrases;
mod robustness;
