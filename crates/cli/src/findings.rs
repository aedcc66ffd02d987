//! Findings that stop a command, on standard error.

use std::path::Path;

use folkmoot_diagnostics::render::human;
use folkmoot_diagnostics::{Diagnostic, Severity, render};
use folkmoot_model::Community;

use crate::{Outcome, terminal};

/// Prints the findings that are at least as bad as `least`; whether there are errors among all.
pub(crate) fn print(community: &Community, findings: &[Diagnostic], least: Severity) -> bool {
    let shown = findings.iter().filter(|finding| finding.severity >= least);
    let mut shown: Vec<Diagnostic> = shown.cloned().collect();
    if !shown.is_empty() {
        render::sort(&mut shown, &community.sources);
        // `anstream` takes the colours out again where standard error is no terminal.
        let style = human::Style { color: true, width: terminal::width() };
        anstream::eprint!("{}", human::render(&shown, &community.sources, style));
    }
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Says on standard error that the record has errors, so that what was printed may lack something.
pub(crate) fn warn(findings: &[Diagnostic], path: &Path) -> Outcome {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors == 0 {
        return Outcome::Clean;
    }
    let (mistakes, them) = if errors == 1 { ("a mistake", "it") } else { ("mistakes", "them") };
    let path = path.display();
    anstream::eprintln!(
        "warning: the record has {mistakes}, so that something may be missing; `folkmoot check {path}` shows {them}"
    );
    Outcome::Findings
}
