//! How much a template may cost. Templates come from repositories: they are not trusted.

/// Bounds on parsing and executing. The defaults are far above what documents need.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Bytes of a template text.
    pub text: usize,
    /// How deep actions and parentheses may nest in a text. Each level costs stack.
    pub nesting: usize,
    /// How deep templates may invoke templates. Costs memory, not stack; the default is Go's.
    pub invocations: usize,
    /// Bytes that are written or made on the way, all together.
    pub bytes: usize,
    /// Nodes visited, rounds of loops and calls, all together.
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { text: 1 << 20, nesting: 100, invocations: 100_000, bytes: 64 << 20, steps: 10_000_000 }
    }
}
