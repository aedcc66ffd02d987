//! The binary as its users run it.

mod import;
mod serve;
