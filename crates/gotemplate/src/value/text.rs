//! Texts. Go's strings are bytes that are UTF-8 by habit: a template can cut a character in half.

use std::borrow::Cow;
use std::sync::Arc;

/// A text, borrowed from the data or shared. Usually UTF-8, but a template can make one that is not
/// (`"\xff"`, `slice "é" 0 1`).
#[derive(Clone)]
pub struct Text<'a>(Repr<'a>);

#[derive(Clone)]
enum Repr<'a> {
    Str(&'a str),
    Bytes(&'a [u8]),
    Shared(Arc<[u8]>),
}

impl<'a> Text<'a> {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Repr::Str(text) => text.as_bytes(),
            Repr::Bytes(bytes) => bytes,
            Repr::Shared(bytes) => bytes,
        }
    }

    /// The text, with `U+FFFD` where it is not UTF-8.
    pub fn to_str(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Str(text) => Cow::Borrowed(text),
            // Whether bytes are a text is seen faster than where they are none.
            _ => std::str::from_utf8(self.as_bytes())
                .map_or_else(|_| String::from_utf8_lossy(self.as_bytes()), Cow::Borrowed),
        }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.as_bytes().len()
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.as_bytes().is_empty()
    }

    /// The bytes of `range`, which must lie within.
    pub(crate) fn slice(&self, range: std::ops::Range<usize>) -> Self {
        match &self.0 {
            Repr::Str(text) => Self(Repr::Bytes(&text.as_bytes()[range])),
            Repr::Bytes(bytes) => Self(Repr::Bytes(&bytes[range])),
            Repr::Shared(bytes) => Self(Repr::Shared(Arc::from(&bytes[range]))),
        }
    }

    /// What a function made of this text: a part of it is not copied.
    pub(crate) fn made_of(&self, made: Cow<'_, str>) -> Self {
        match (made, &self.0) {
            (Cow::Owned(made), _) => made.into(),
            (Cow::Borrowed(part), Repr::Str(whole)) => {
                let start = part.as_ptr().addr().wrapping_sub(whole.as_ptr().addr());
                match whole.get(start..start.saturating_add(part.len())) {
                    Some(same) => same.into(),
                    None => part.to_owned().into(),
                }
            }
            (Cow::Borrowed(part), _) if std::ptr::eq(part.as_bytes(), self.as_bytes()) => self.clone(),
            (Cow::Borrowed(part), _) => part.to_owned().into(),
        }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Repr::Str(text))
    }
}

impl<'a> From<&'a String> for Text<'a> {
    fn from(text: &'a String) -> Self {
        Self(Repr::Str(text))
    }
}

impl<'a> From<&'a [u8]> for Text<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self(Repr::Bytes(bytes))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Repr::Shared(Arc::from(text.into_bytes())))
    }
}

impl From<Vec<u8>> for Text<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Repr::Shared(Arc::from(bytes)))
    }
}

impl From<Arc<[u8]>> for Text<'_> {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self(Repr::Shared(bytes))
    }
}

impl<'a> From<Cow<'a, str>> for Text<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        match text {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Text<'_> {}

impl std::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&self.to_str(), f)
    }
}
