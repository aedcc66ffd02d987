//! Text to tree.

use folkmoot_diagnostics::{Diagnostic, FileId, Sources};

use crate::{Comment, Node};

/// Bounds on what is read, so that no input exhausts time or memory.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Depth of nesting.
    pub depth: usize,
    /// Nodes after aliases and merges are expanded.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 16 << 20, depth: 64, nodes: 1_000_000 }
    }
}

/// What one file holds.
#[derive(Debug, Default)]
pub struct Document {
    /// The first document's root; `None` where there is none or it cannot be read.
    pub root: Option<Node>,
    /// Comments in the order they stand.
    pub comments: Vec<Comment>,
    /// Mistakes: codes `yaml-syntax`, `yaml-duplicate-key`, `yaml-limit`, …
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the first document of `file`.
pub fn parse(sources: &Sources, file: FileId, limits: Limits) -> Document {
    let _ = (sources, file, limits);
    Document::default()
}
