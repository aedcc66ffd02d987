//! The tree.

use folkmoot_diagnostics::Span;

/// How a scalar was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// A value and where it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: quotes and block header included, comments and surrounding space not. What came
    /// through an alias or merge keeps the span of its definition.
    pub span: Span,
    /// An explicit tag, resolved (`tag:yaml.org,2002:str`, `!mine`), where one is written.
    pub tag: Option<String>,
}

/// What a node is.
#[derive(Clone, PartialEq, Debug)]
pub enum Kind {
    /// A scalar: its text after unquoting and folding, as Go's raw `Value`.
    Scalar {
        /// The text.
        text: String,
        /// How it was written.
        style: ScalarStyle,
    },
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping in the order written, merge keys expanded.
    Mapping(Vec<Entry>),
}

/// One key and its value.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// The key: always a scalar; other keys are a diagnostic and dropped.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value; an empty one is a plain scalar without text.
    pub value: Node,
    /// Whether it came in by `<<`.
    pub merged: bool,
}

/// A comment: `#` and what follows on the line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comment {
    /// Where it stands, `#` included, newline excluded.
    pub span: Span,
    /// Whether only white space stands before it on its line.
    pub own_line: bool,
}

impl Node {
    /// Whether Go would decode this as null: plain and empty, `~`, `null`, `Null` or `NULL`, or tagged so.
    pub fn is_null(&self) -> bool {
        let Kind::Scalar { text, style } = &self.kind else { return false };
        match self.tag.as_deref() {
            None => {
                *style == ScalarStyle::Plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
            }
            Some(tag) => tag == "tag:yaml.org,2002:null",
        }
    }

    /// The text of a scalar.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The items of a sequence.
    pub fn items(&self) -> Option<&[Node]> {
        match &self.kind {
            Kind::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of a mapping.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            Kind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under `key` of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// `a string`, `a list`, `a mapping`, `nothing`: for messages.
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar { .. } if self.is_null() => "nothing",
            Kind::Scalar { .. } => "a single value",
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "a mapping",
        }
    }
}
