//! Examples in a check's page, run as tests.

use folkmoot_diagnostics::Diagnostic;
use folkmoot_model::{MemoryFiles, RepoFiles, load};
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

/// A small repository and what a check has to say of it. A line `# --- path` begins another file.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// What the check has to say.
    pub expectation: Expectation,
    /// The repository.
    pub files: MemoryFiles,
}

impl Fixture {
    /// The day on which fixtures are checked.
    pub const TODAY: Date = date(2026, 11, 21);

    pub(crate) fn new(expectation: Expectation, first: &str, lines: &[&str]) -> Self {
        let mut files = MemoryFiles::new();
        let (mut path, mut text) = (first, String::new());
        for line in lines {
            match line.strip_prefix("# --- ") {
                Some(next) => {
                    if !text.is_empty() {
                        files = files.with(path, std::mem::take(&mut text));
                    }
                    path = next.trim();
                }
                None => {
                    text.push_str(line);
                    text.push('\n');
                }
            }
        }
        if !text.is_empty() || files.walk().is_empty() {
            files = files.with(path, text);
        }
        Self { expectation, files }
    }

    /// What `check` alone finds in it.
    pub fn findings(&self, check: &'static Check) -> Vec<Diagnostic> {
        let (community, found_reading) = load(&self.files);
        run_only(check, &Context::new(&community, &self.files, Self::TODAY), found_reading)
    }
}
