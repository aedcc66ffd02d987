//! YAML with spans and Go's decoding rules, go-yaml's emission styles, and edits that keep comments.
//!
//! [`parse`] gives a tree of [`Node`]s in which every value, key and comment knows its byte range, and
//! the mistakes met on the way. Aliases and merge keys are already expanded, within bounds. This crate
//! knows nothing of communities.

mod node;
mod parse;

pub use node::{Comment, Entry, Kind, Node, ScalarStyle};
pub use parse::{Document, Limits, parse};
