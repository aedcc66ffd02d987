//! What a check is, and what it reports into.

use folkmoot_diagnostics::{Diagnostic, Severity};

use crate::{Context, Page};

/// Where the findings of a check come from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// This function looks for them.
    Run(fn(&Context<'_>, &mut Findings)),
    /// Reading the files brings them up: syntax, unknown keys, wrong types.
    Reading,
    /// Settling what is allowed brings them up: reasons that lack, waivers that ended.
    Settling,
}

/// One defect that can be found.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Name of the defect, kebab-case; reads well after "allow".
    pub code: &'static str,
    /// How bad it is where no policy says otherwise.
    pub severity: Severity,
    /// Where its findings come from.
    pub origin: Origin,
    /// Settings it reads, by name; see [`crate::SETTINGS`].
    pub settings: &'static [&'static str],
    /// The text of its own file, of which the `//!` part is its page.
    pub source: &'static str,
}

impl Check {
    /// A check that looks for its findings itself.
    pub(crate) const fn new(
        code: &'static str,
        severity: Severity,
        source: &'static str,
        run: fn(&Context<'_>, &mut Findings),
    ) -> Self {
        Self { code, severity, origin: Origin::Run(run), settings: &[], source }
    }

    /// A check whose findings come up while files are read.
    pub(crate) const fn reading(code: &'static str, severity: Severity, source: &'static str) -> Self {
        Self { code, severity, origin: Origin::Reading, settings: &[], source }
    }

    /// A check whose findings come up when what is allowed is settled.
    pub(crate) const fn settling(code: &'static str, severity: Severity, source: &'static str) -> Self {
        Self { code, severity, origin: Origin::Settling, settings: &[], source }
    }

    /// Names the settings that the check reads.
    pub(crate) const fn with_settings(mut self, settings: &'static [&'static str]) -> Self {
        self.settings = settings;
        self
    }

    /// The check's page, read from its file.
    pub fn page(&self) -> Page<'static> {
        Page::read(self.source)
    }
}

/// What one check found so far.
#[derive(Debug)]
pub struct Findings {
    check: &'static Check,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub(crate) fn new(check: &'static Check) -> Self {
        Self { check, found: Vec::new() }
    }

    /// A finding of this check, to be completed and given to [`Self::add`].
    pub fn finding(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.check.code, self.check.severity, message)
    }

    /// Takes a finding in.
    pub fn add(&mut self, finding: Diagnostic) {
        debug_assert_eq!(finding.code, self.check.code, "a check reports under its own name");
        self.found.push(finding);
    }

    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        self.found
    }
}
