//! The path that a site lives under.

/// Where the site lives on its host: `/`, or `/community/` beside others. Begins and ends with `/`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BasePath(String);

/// A base path that no browser would resolve as meant.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` is no base path: write one as `/community/`, of letters, digits, `-`, `_`, `.` and `/`")]
pub struct InvalidBase(String);

impl BasePath {
    /// Takes `community`, `/community` and `/community/` alike; empty is the root.
    ///
    /// # Errors
    /// [`InvalidBase`] for other characters than unreserved ones, and for `.` and `..`.
    pub fn new(raw: &str) -> Result<Self, InvalidBase> {
        let inner = raw.trim_matches('/');
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
        let valid = |segment: &str| !matches!(segment, "" | "." | "..") && segment.chars().all(plain);
        if inner.is_empty() {
            Ok(Self("/".to_owned()))
        } else if inner.split('/').all(valid) {
            Ok(Self(format!("/{inner}/")))
        } else {
            Err(InvalidBase(raw.to_owned()))
        }
    }

    /// The path itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a path of the site, percent-encoded where it must be.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{}", self.0, encode_path(path))
    }

    /// What follows the base in a request's path; `None` outside of it.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(self.0.as_str())
    }
}

impl Default for BasePath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

/// Percent-encodes all but unreserved characters and `/` (RFC 3986, section 2.3).
pub(crate) fn encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Undoes percent-encoding; `None` where the result is not UTF-8 or an escape is cut short.
pub(crate) fn decode_path(path: &str) -> Option<String> {
    let mut out = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(bytes.next())? * 16 + digit(bytes.next())?;
            out.push(u8::try_from(value).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_begins_and_ends_with_a_slash() {
        for raw in ["x/y", "/x/y", "/x/y/"] {
            assert_eq!(BasePath::new(raw).expect("valid").as_str(), "/x/y/");
        }
        assert_eq!(BasePath::new("").expect("valid").as_str(), "/");
    }

    #[test]
    fn a_base_that_could_leave_the_host_is_refused() {
        for raw in ["a//b", "../x", "a b", "x?y", "https://example.org"] {
            assert!(BasePath::new(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn encoding_and_decoding_a_path_gives_the_path() {
        let path = "docs/ü n/%2e\"<.md/";
        assert_eq!(decode_path(&encode_path(path)).as_deref(), Some(path));
        assert_eq!(decode_path("%zz"), None);
        assert_eq!(decode_path("%f"), None);
        assert_eq!(decode_path("%ff"), None);
    }
}
