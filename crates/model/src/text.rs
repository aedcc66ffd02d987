//! Strings and unread keys that know their place.

use std::fmt;
use std::ops::Deref;

use folkmoot_diagnostics::Span;
use folkmoot_yaml::Node;

/// A string of the record. Absent and null read as empty, as Go decodes them; [`Text::is_present`] tells
/// them apart. The span of an absent one is that of the mapping that could hold it.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    value: String,
    span: Span,
    present: bool,
}

impl Text {
    /// A value that stands at `span`.
    pub fn new(value: impl Into<String>, span: Span) -> Self {
        Self { value: value.into(), span, present: true }
    }

    /// A value that is not there; `holder` is the mapping that could hold it.
    pub fn absent(holder: Span) -> Self {
        Self { value: String::new(), span: holder, present: false }
    }

    /// A value that follows from something else, which stands at `span`; its own key is not written.
    pub fn derived(value: impl Into<String>, span: Span) -> Self {
        Self { value: value.into(), span, present: false }
    }

    /// The string; empty where absent.
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Where it stands, or the mapping that could hold it.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether the key is written and not null.
    pub fn is_present(&self) -> bool {
        self.present
    }

    /// The string, where it is not empty.
    pub fn non_empty(&self) -> Option<&str> {
        (!self.value.is_empty()).then_some(self.value.as_str())
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.value)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.value == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.value == *other
    }
}

/// A key that the model does not know: kept with its value, never lost.
#[derive(Clone, PartialEq, Debug)]
pub struct Extra {
    /// The key.
    pub key: Text,
    /// Its value as written.
    pub value: Node,
}
