//! Where a local destination leads, as GitHub resolves it.
//!
//! A destination is relative to its file, or to the repository's root where it begins with `/`. A path may
//! climb out of the repository: a file is shown at `/OWNER/REPO/blob/BRANCH/path`, so `../../issues` in
//! the root's README is the issues page, and three steps up begin another repository's path.

/// Where a destination leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// The page itself: an empty path.
    Here {
        /// Anchor, decoded, without `#`; empty for none.
        fragment: String,
    },
    /// A path in the repository, normalised.
    Inside {
        /// From the root, without `.`, `..` and a final `/`.
        path: String,
        /// Whether it ended with `/` and so means a directory.
        directory: bool,
        /// Anchor, decoded, without `#`; empty for none.
        fragment: String,
    },
    /// Out of the repository.
    Outside {
        /// How many steps above the root, from 1.
        steps: usize,
        /// What follows the last step up.
        rest: String,
    },
}

impl Target {
    /// Resolves `destination` as written in the file at `from`.
    pub(crate) fn of(destination: &str, from: &str) -> Self {
        let (before, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        let fragment = decode(fragment);
        let written = decode(before.split_once('?').map_or(before, |(path, _)| path));
        if written.is_empty() {
            return Self::Here { fragment };
        }
        let mut parts: Vec<&str> = Vec::new();
        if !written.starts_with('/') {
            parts.extend(from.split('/'));
            parts.pop();
        }
        let mut steps = 0;
        for part in written.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.is_empty() => steps += 1,
                ".." => {
                    parts.pop();
                }
                _ => parts.push(part),
            }
        }
        if steps > 0 {
            return Self::Outside { steps, rest: parts.join("/") };
        }
        let directory = written.ends_with(['/', '.']) && !written.ends_with("...");
        Self::Inside { path: parts.join("/"), directory, fragment }
    }
}

/// Resolves percent-escapes; what is no escape or gives no UTF-8 stays as it is.
pub(crate) fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if let [b'%', high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (char::from(*high).to_digit(16), char::from(*low).to_digit(16))
            && let Ok(byte) = u8::try_from(high * 16 + low)
        {
            bytes.push(byte);
            rest = after;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The relative path that leads from the file at `from` to `to`.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let mut base: Vec<&str> = from.split('/').collect();
    base.pop();
    let parts: Vec<&str> = to.split('/').collect();
    let shared = base.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    // A directory's own files must keep a name to point to.
    let shared = shared.min(parts.len() - 1);
    let mut out: Vec<&str> = vec![".."; base.len() - shared];
    out.extend(&parts[shared..]);
    out.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(destination: &str, from: &str) -> String {
        match Target::of(destination, from) {
            Target::Inside { path, directory, fragment } => {
                format!(
                    "{path}{}{}",
                    if directory { "/" } else { "" },
                    if fragment.is_empty() { fragment } else { format!("#{fragment}") }
                )
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_destination_is_relative_to_its_file_or_rooted() {
        assert_eq!(inside("charter.md", "sig-docs/README.md"), "sig-docs/charter.md");
        assert_eq!(inside(".//a//b/../c.md", "sig-docs/README.md"), "sig-docs/a/c.md");
        assert_eq!(inside("/values.md", "sig-docs/README.md"), "values.md");
        assert_eq!(inside("../", "sig-docs/README.md"), "/");
        assert_eq!(inside("../sig-node/", "sig-docs/README.md"), "sig-node/");
        assert_eq!(
            inside("STEERING%20COMMITTEE.md?plain=1#L3%20x", "README.md"),
            "STEERING COMMITTEE.md#L3 x"
        );
    }

    #[test]
    fn an_anchor_alone_is_the_page_itself() {
        assert_eq!(Target::of("#a%C3%A9", "x.md"), Target::Here { fragment: "aé".into() });
        assert_eq!(Target::of("", "x.md"), Target::Here { fragment: String::new() });
    }

    #[test]
    fn steps_above_the_root_are_counted() {
        let outside = |steps, rest: &str| Target::Outside { steps, rest: rest.into() };
        assert_eq!(Target::of("../../issues", "README.md"), outside(2, "issues"));
        assert_eq!(Target::of("../../../x/y", "a/b.md"), outside(2, "x/y"));
        assert_eq!(Target::of("../c.md", "README.md"), outside(1, "c.md"));
    }

    #[test]
    fn a_relative_path_leads_back() {
        assert_eq!(relative("sig-docs/a/b.md", "sig-docs/c.md"), "../c.md");
        assert_eq!(relative("README.md", "sig-docs/c.md"), "sig-docs/c.md");
        assert_eq!(relative("sig-docs/a.md", "sig-docs"), "../sig-docs");
        assert_eq!(relative("sig-docs/a.md", "sig-docs/b.md"), "b.md");
    }

    #[test]
    fn what_is_no_escape_stays() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("%ff"), "%ff");
    }
}
