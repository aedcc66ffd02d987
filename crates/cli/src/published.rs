//! What the checks say, as the site shows it where the community wants that.

use folkmoot_checks::{Context, check};
use folkmoot_diagnostics::{Diagnostic, Severity};
use folkmoot_model::{Community, RepoFiles};
use folkmoot_site::{Finding, Weight};
use jiff::Zoned;

/// Checks the record; `found_reading` is what was found when it was read.
pub(crate) fn findings(
    community: &Community,
    files: &dyn RepoFiles,
    found_reading: &[Diagnostic],
) -> Vec<Finding> {
    let context = Context::new(community, files, Zoned::now().date());
    let found = check(&context, found_reading.to_vec()).findings;
    found.iter().map(|finding| shown(finding, community)).collect()
}

fn shown(finding: &Diagnostic, community: &Community) -> Finding {
    let weight = match finding.severity {
        Severity::Error => Weight::Error,
        Severity::Warning => Weight::Warning,
        Severity::Note => Weight::Note,
    };
    let place = finding.span().map(|span| {
        let source = community.sources.get(span.file);
        (source.path().to_owned(), source.position(span.range().start).line)
    });
    Finding {
        weight,
        code: finding.code.to_owned(),
        message: finding.message.clone(),
        cure: finding.help.first().cloned().unwrap_or_default(),
        place,
    }
}
