//! Workflow commands: lines on standard output that GitHub Actions turns into annotations.
//!
//! `::error file=sigs.yaml,line=3,endLine=3,col=8,endColumn=12,title=label-mismatch::message`. Values are
//! escaped as the runner's own toolkit does: `%`, CR and LF everywhere, `:` and `,` in properties too.

use std::fmt::Write as _;

use crate::{Diagnostic, Severity, Sources};

/// One line a finding. GitHub shows ten of each severity a step: sort with the worst first to choose them.
pub fn render(findings: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for finding in findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut properties = Vec::new();
        if let Some(span) = finding.span() {
            let file = sources.get(span.file);
            let (start, end) = (file.position(span.start as usize), file.position(span.end as usize));
            properties.push(format!("file={}", property(file.path())));
            properties.push(format!("line={},endLine={}", start.line, end.line));
            // GitHub refuses columns on an annotation of several lines.
            if start.line == end.line {
                properties.push(format!("col={},endColumn={}", start.column, end.column));
            }
        }
        properties.push(format!("title={}", property(finding.code)));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "::{command} {}::{}", properties.join(","), data(&message(finding, sources)));
    }
    out
}

/// Everything in one text: an annotation has no other parts.
fn message(finding: &Diagnostic, sources: &Sources) -> String {
    let mut text = finding.message.clone();
    for (index, label) in finding.labels.iter().enumerate().filter(|(_, label)| !label.message.is_empty()) {
        text.push('\n');
        if index > 0 {
            text.push_str(&sources.locate(label.span));
            text.push_str(": ");
        }
        text.push_str(&label.message);
    }
    for why in &finding.why {
        let _ = write!(text, "\n{why}");
    }
    let fix = finding.fix.as_ref().map(|fix| &fix.message);
    for help in finding.help.iter().chain(fix) {
        let _ = write!(text, "\nhelp: {help}");
    }
    text
}

fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    super::visible(&escaped).into_owned()
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn a_finding_is_one_escaped_line() {
        let sources = Sources::new();
        let file = sources.add("a,b:c.md", "one\ntwo 100%\n");
        let finding = Diagnostic::warning("odd-share", "100% of it\nis odd")
            .at(Span::new(file, 8, 12), "all: of it")
            .help("write, say, 50%");
        assert_eq!(
            render(&[finding], &sources),
            "::warning file=a%2Cb%3Ac.md,line=2,endLine=2,col=5,endColumn=9,title=odd-share::\
             100%25 of it%0Ais odd%0Aall: of it%0Ahelp: write, say, 50%25\n"
        );
    }

    #[test]
    fn a_finding_without_a_place_has_a_title_alone() {
        let finding = Diagnostic::note("no-groups", "there are no groups");
        assert_eq!(render(&[finding], &Sources::new()), "::notice title=no-groups::there are no groups\n");
    }
}
