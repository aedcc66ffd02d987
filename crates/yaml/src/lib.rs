//! YAML with spans and Go's decoding rules, go-yaml's emission styles, and edits that keep comments.
//!
//! [`parse`] gives a tree of [`Node`]s in which every value, key and comment knows its byte range, and
//! the mistakes met on the way. Aliases and merge keys are already expanded, within bounds. This crate
//! knows nothing of communities.
//!
//! [`emit`] writes a tree as go-yaml would, [`edit`] changes a file's text and keeps its comments.
//!
//! Bytes become text with [`decode_text`], which never fails: what cannot be read is replaced and
//! reported.
//!
//! ```
//! use folkmoot_diagnostics::Sources;
//! use folkmoot_yaml::{Limits, parse};
//!
//! let sources = Sources::new();
//! let file = sources.add("sigs.yaml", "sigs:\n- name: Docs\n  chairs: [ana, bo]\n");
//! let document = parse(&sources, file, Limits::default());
//! let sig = &document.root.as_ref().and_then(|root| root.get("sigs")).and_then(|sigs| sigs.items()).unwrap()[0];
//! assert_eq!(sig.get("name").and_then(|name| name.as_str()), Some("Docs"));
//! assert_eq!(sources.snippet(sig.get("chairs").unwrap().span), "[ana, bo]");
//! ```

pub mod edit;
mod emit;
mod node;
mod parse;
mod resolve;
mod text;

pub use emit::{Out, SequenceStyle, Style, emit, emit_faithfully};
pub use node::{Comment, Entry, Kind, Node, ScalarStyle};
pub use parse::{Document, Limits, parse};
pub use resolve::{GoKind, go_kind, is_base60, is_yaml11_bool};
pub use text::{DecodedText, TextFault, decode_text};
