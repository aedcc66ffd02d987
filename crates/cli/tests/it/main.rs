//! The binary as its users run it.

mod check;
mod explain;
mod import;
mod list;
mod serve;
