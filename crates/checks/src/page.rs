//! A check's page: the `//!` text of its own file.
//!
//! The first sentence says what is found. Sections with `##` say why it matters and how to mend it. Blocks
//! marked `fails` or `passes` are fixtures; they hold `sigs.yaml`, or the files that lines `# --- path` begin.

use std::borrow::Cow;

use crate::fixture::{Expectation, Fixture};

/// The text at the top of a check's file.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Page<'a> {
    /// The page in `source`: its first lines that begin with `//!`, without that mark.
    pub fn read(source: &'a str) -> Self {
        let marked = source.lines().map_while(|line| line.strip_prefix("//!"));
        Self { lines: marked.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect() }
    }

    /// What is found, in one sentence.
    pub fn summary(&self) -> String {
        self.lines.iter().take_while(|line| !line.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }

    /// The page in Markdown, the summary included.
    pub fn markdown(&self) -> String {
        self.lines.join("\n")
    }

    /// The page as documentation: fixture marks are taken off the blocks, files are named by a comment.
    pub fn shown(&self) -> String {
        let mut out = String::new();
        for line in &self.lines {
            out.push_str(&show(line));
            out.push('\n');
        }
        out
    }

    /// The fixtures in the page, in order.
    pub fn fixtures(&self) -> Vec<Fixture> {
        let mut out = Vec::new();
        let mut lines = self.lines.iter();
        while let Some(line) = lines.next() {
            let Some(info) = line.strip_prefix("```") else { continue };
            let body: Vec<&str> =
                lines.by_ref().copied().take_while(|line| !line.starts_with("```")).collect();
            let expectation = match info.split_whitespace().nth(1) {
                Some("fails") => Expectation::Fails,
                Some("passes") => Expectation::Passes,
                _ => continue,
            };
            out.push(Fixture::new(expectation, "sigs.yaml", &body));
        }
        out
    }
}

/// One line as shown to readers.
fn show(line: &str) -> Cow<'_, str> {
    if let Some(path) = line.strip_prefix("# --- ") {
        return Cow::Owned(format!("# {path}"));
    }
    let Some(info) = line.strip_prefix("```") else { return Cow::Borrowed(line) };
    match info.split_once(' ') {
        Some((language, "fails")) => Cow::Owned(format!("Found:\n\n```{language}")),
        Some((language, "passes")) => Cow::Owned(format!("Not found:\n\n```{language}")),
        _ => Cow::Borrowed(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str =
        "//! A thing is wrong.\n//!\n//! More.\n//!\n//! ```yaml fails\n//! a: 1\n//! ```\n\nuse x;\n";

    #[test]
    fn the_first_paragraph_is_the_summary() {
        assert_eq!(Page::read(SOURCE).summary(), "A thing is wrong.");
    }

    #[test]
    fn a_marked_block_is_a_fixture() {
        let fixtures = Page::read(SOURCE).fixtures();
        assert_eq!(fixtures.len(), 1);
        assert_eq!(fixtures[0].expectation, Expectation::Fails);
    }

    #[test]
    fn readers_see_no_marks() {
        assert!(Page::read(SOURCE).shown().contains("Found:\n\n```yaml\na: 1\n```"));
    }
}
