//! Go's own `text/template` is the oracle.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bounds;
mod data;
mod fuzzing;
mod language;
mod vectors;
