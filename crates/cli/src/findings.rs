//! Findings that stop a command, on standard error.

use folkmoot_diagnostics::render::human;
use folkmoot_diagnostics::{Diagnostic, Severity, render};
use folkmoot_model::Community;

use crate::terminal;

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
