//! How many findings there are, in numbers and in a sentence.

use std::fmt;

use crate::{Applicability, Diagnostic, Severity};

/// Counts of findings. Prints as `3 errors, 5 warnings, 2 can be fixed with --fix`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity note.
    pub notes: usize,
    /// Findings of any severity with a fix that is safe to apply.
    pub fixable: usize,
}

impl Tally {
    /// Counts `findings`.
    pub fn of(findings: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
            let safe = finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
            tally.fixable += usize::from(safe);
        }
        tally
    }

    /// How many findings are at least as bad as `threshold`.
    pub fn at_least(self, threshold: Severity) -> usize {
        match threshold {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Note => self.errors + self.warnings + self.notes,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let mut said = false;
        for (count, name) in counts.into_iter().filter(|&(count, _)| count > 0) {
            let separator = if said { ", " } else { "" };
            let plural = if count == 1 { "" } else { "s" };
            write!(f, "{separator}{count} {name}{plural}")?;
            said = true;
        }
        if !said {
            f.write_str("nothing to report")?;
        }
        if self.fixable > 0 {
            write!(f, "; {} can be fixed with --fix", self.fixable)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_counts_what_is_there() {
        assert_eq!(Tally::default().to_string(), "nothing to report");
        let one = Tally { errors: 1, warnings: 5, notes: 0, fixable: 2 };
        assert_eq!(one.to_string(), "1 error, 5 warnings; 2 can be fixed with --fix");
    }

    #[test]
    fn the_threshold_counts_what_is_worse_too() {
        let tally = Tally { errors: 1, warnings: 2, notes: 4, fixable: 0 };
        assert_eq!(tally.at_least(Severity::Error), 1);
        assert_eq!(tally.at_least(Severity::Warning), 3);
        assert_eq!(tally.at_least(Severity::Note), 7);
    }
}
