//! The mistakes of one file, bounded.

use folkmoot_diagnostics::{Diagnostic, FileId, Severity, Span};

/// A file of a million equal keys is one mistake made a million times: nobody reads further than this.
const PER_CODE: usize = 100;

/// Collects findings, at most [`PER_CODE`] of each code.
pub(super) struct Findings {
    file: FileId,
    kept: Vec<Diagnostic>,
    counts: Vec<(&'static str, usize)>,
}

impl Findings {
    pub(super) fn new(file: FileId) -> Self {
        Self { file, kept: Vec::new(), counts: Vec::new() }
    }

    pub(super) fn add(&mut self, finding: Diagnostic) {
        let code = finding.code;
        let place = match self.counts.iter().position(|(known, _)| *known == code) {
            Some(place) => place,
            None => {
                self.counts.push((code, 0));
                self.counts.len() - 1
            }
        };
        let count = &mut self.counts[place].1;
        *count += 1;
        if *count <= PER_CODE {
            self.kept.push(finding);
        }
    }

    /// The findings in the order they were met, and for each code with more, how many were left out.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        for (code, count) in self.counts {
            if let Some(more @ 1..) = count.checked_sub(PER_CODE) {
                let message = format!("{more} more of `{code}` in this file are not shown");
                let left_out =
                    Diagnostic::new(code, Severity::Error, message).at(Span::file_start(self.file), "");
                self.kept.push(left_out.help("mend the first ones and check again"));
            }
        }
        self.kept
    }
}
