//! What people wrote into a generated file, kept when the file is generated again.
//!
//! A generated file ends in a block between two markers; whatever stands in the block is the community's own.
//! The rules are those of the Kubernetes generator, so that a file goes through both unchanged: lines are
//! looked at one by one, a marker counts wherever it stands in its line, several blocks flow together, and a
//! file without a block gets an empty one.
//!
//! One case is told apart: a block that is opened and never closed. The Kubernetes generator takes the whole
//! rest of the file, generated lines included, for custom content; here it is a mistake, and nothing is
//! written.

use memchr::memmem;

/// The two lines around custom content in one kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Markers {
    /// Opens the block.
    pub begin: &'static str,
    /// Closes the block.
    pub end: &'static str,
}

impl Markers {
    /// In Markdown: HTML comments.
    pub const MARKDOWN: Self =
        Self { begin: "<!-- BEGIN CUSTOM CONTENT -->", end: "<!-- END CUSTOM CONTENT -->" };
    /// In YAML (`OWNERS_ALIASES`): YAML comments.
    pub const YAML: Self = Self { begin: "## BEGIN CUSTOM CONTENT", end: "## END CUSTOM CONTENT" };
}

/// A block that is opened at `line` (from 1) and never closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unclosed {
    /// Line of the opening marker, from 1.
    pub line: usize,
}

/// The custom content of `existing`: the lines inside blocks, joined by newlines; `None` where there is no block.
/// Bytes, because what people wrote is kept as it is, whatever it is.
///
/// # Errors
/// Where the last block is not closed.
pub fn custom_content(existing: &[u8], markers: Markers) -> Result<Option<Vec<u8>>, Unclosed> {
    let begin = memmem::Finder::new(markers.begin);
    // Nothing before the first opening marker matters, and most of a file is before it.
    let Some(first) = begin.find(existing) else { return Ok(None) };
    let skipped = memchr::memrchr(b'\n', &existing[..first]).map_or(0, |at| at + 1);
    let end = memmem::Finder::new(markers.end);

    let mut kept: Vec<&[u8]> = Vec::new();
    let mut opened = None;
    // Each line is asked in this order, so that a line with both markers opens a block.
    for (number, line) in existing[skipped..].split(|&byte| byte == b'\n').enumerate() {
        if end.find(line).is_some() {
            opened = None;
        }
        if opened.is_some() {
            kept.push(line);
        }
        if begin.find(line).is_some() {
            opened = opened.or(Some(number));
        }
    }
    match opened {
        Some(number) => {
            let before = existing[..skipped].iter().filter(|&&byte| byte == b'\n').count();
            Err(Unclosed { line: before + number + 1 })
        }
        None => Ok(Some(kept.join(&b'\n'))),
    }
}

/// Appends the block with `content` to `generated`.
pub fn append_custom_content(generated: &mut Vec<u8>, content: &[u8], markers: Markers) {
    for part in [markers.begin.as_bytes(), b"\n", content, b"\n", markers.end.as_bytes(), b"\n"] {
        generated.extend_from_slice(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const M: Markers = Markers::YAML;

    fn content(file: &str) -> Result<String, Unclosed> {
        let content = custom_content(file.as_bytes(), M)?.unwrap_or_default();
        Ok(String::from_utf8(content).expect("text"))
    }

    fn found(text: &str) -> Result<String, Unclosed> {
        Ok(text.to_owned())
    }

    #[test]
    fn a_block_survives_unchanged() {
        let file = "a: b\n## BEGIN CUSTOM CONTENT\nmine\n\nyours\n## END CUSTOM CONTENT\n";
        let content = custom_content(file.as_bytes(), M).expect("a closed block").expect("a block");
        let mut again = b"a: b\n".to_vec();
        append_custom_content(&mut again, &content, M);
        assert_eq!(again, file.as_bytes());
    }

    #[test]
    fn an_absent_block_becomes_an_empty_line() {
        assert_eq!(content("a: b\n"), found(""));
        let mut file = Vec::new();
        append_custom_content(&mut file, b"", M);
        assert_eq!(file, b"## BEGIN CUSTOM CONTENT\n\n## END CUSTOM CONTENT\n");
        assert_eq!(custom_content(&file, M), Ok(Some(Vec::new())), "and stays one");
    }

    #[test]
    fn several_blocks_flow_together() {
        let file = "## BEGIN CUSTOM CONTENT\none\n## END CUSTOM CONTENT\nx\n\
                    \u{20} ## BEGIN CUSTOM CONTENT!\ntwo\n## END CUSTOM CONTENT";
        assert_eq!(content(file), found("one\ntwo"));
    }

    #[test]
    fn a_second_opening_inside_a_block_is_content() {
        let file = "## BEGIN CUSTOM CONTENT\n## BEGIN CUSTOM CONTENT\none\n## END CUSTOM CONTENT";
        assert_eq!(content(file), found("## BEGIN CUSTOM CONTENT\none"));
    }

    #[test]
    fn an_unclosed_block_is_named_by_its_line() {
        assert_eq!(content("x\n## BEGIN CUSTOM CONTENT\nmine\n"), Err(Unclosed { line: 2 }));
        let both = "x\n\n## END CUSTOM CONTENT ## BEGIN CUSTOM CONTENT";
        assert_eq!(content(both), Err(Unclosed { line: 3 }));
    }

    #[test]
    fn carriage_returns_stay_in_the_content() {
        let file = "## BEGIN CUSTOM CONTENT\r\nmine\r\n## END CUSTOM CONTENT\r\n";
        assert_eq!(content(file), found("mine\r"));
    }

    #[test]
    fn bytes_that_are_not_text_are_kept() {
        let file = b"## BEGIN CUSTOM CONTENT\n\xff\n## END CUSTOM CONTENT\n";
        assert_eq!(custom_content(file, M), Ok(Some(b"\xff".to_vec())));
    }
}
