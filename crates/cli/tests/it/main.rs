//! The binary as its users run it.

#![allow(clippy::unwrap_used)]

mod agenda;
mod calendar;
mod check;
mod explain;
mod fmt;
mod full_disk;
mod generate;
mod hostile;
mod import;
mod list;
mod meeting;
mod serve;
