//! Examples in a check's page, run as tests.

use folkmoot_diagnostics::Diagnostic;
use folkmoot_model::{FileSet, MemoryFiles, load};
use jiff::civil::{Date, date};

use crate::run::run_only;
use crate::{Check, Context};

/// What a check has to say of a fixture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expectation {
    /// At least one finding.
    Fails,
    /// No finding.
    Passes,
}

/// A small repository and what a check has to say of it. A line `# --- path` begins another file, a line
/// `# === path` what generation gives for one.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// What the check has to say.
    pub expectation: Expectation,
    /// The repository.
    pub files: MemoryFiles,
    /// What generation gives; empty where the check does not ask.
    pub expected: FileSet,
}

impl Fixture {
    /// The day on which fixtures are checked.
    pub const TODAY: Date = date(2026, 11, 21);

    pub(crate) fn new(expectation: Expectation, first: &str, lines: &[&str]) -> Self {
        let mut parts: Vec<(bool, &str, String)> = vec![(false, first, String::new())];
        for line in lines {
            if let Some(path) = line.strip_prefix("# --- ") {
                parts.push((false, path.trim(), String::new()));
            } else if let Some(path) = line.strip_prefix("# === ") {
                parts.push((true, path.trim(), String::new()));
            } else if let Some((.., text)) = parts.last_mut() {
                text.push_str(line);
                text.push('\n');
            }
        }
        // A block that begins with a path has nothing under its first name.
        if parts.len() > 1 && parts[0].2.is_empty() {
            parts.remove(0);
        }
        let mut fixture = Self { expectation, files: MemoryFiles::new(), expected: FileSet::new() };
        for (expected, path, text) in parts {
            if expected {
                fixture.expected.insert(path.to_owned(), text.into_bytes());
            } else {
                fixture.files = fixture.files.with(path, text);
            }
        }
        fixture
    }

    /// What `check` alone finds in it.
    pub fn findings(&self, check: &'static Check) -> Vec<Diagnostic> {
        let (community, found_reading) = load(&self.files);
        let context = Context::new(&community, &self.files, Self::TODAY).with_expected(&self.expected);
        run_only(check, &context, found_reading)
    }
}
