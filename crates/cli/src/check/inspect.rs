//! Loads a repository and runs the checks, once or until nothing is left to mend.

use anyhow::Result;
use folkmoot_checks::{Context, Starts, check};
use folkmoot_diagnostics::{Applicability, Diagnostic, apply_fixes};
use folkmoot_docs::{Finished, Request, Templates, render, template_names};
use folkmoot_model::{Community, FileSet, RepoFiles, load};
use jiff::Zoned;

use super::patched::Patched;
use super::scope::Scope;

/// A community and what was found in it.
pub(super) struct Inspection {
    pub(super) community: Community,
    pub(super) findings: Vec<Diagnostic>,
}

/// Loads and checks, with findings limited to `scope`.
pub(super) fn inspect(
    files: &dyn RepoFiles,
    scope: &mut Scope,
    groups: &[String],
    now: &Zoned,
) -> Result<Inspection> {
    let (community, found_reading) = load(files);
    if scope.groups_are_open() {
        scope.take_groups(groups, &community)?;
    }
    let expected = expected(&community, files, now);
    let mut context = Context::new(&community, files, now.date());
    if let Some(expected) = &expected {
        context = context.with_expected(expected);
    }
    let mut findings = check(&context, found_reading).findings;
    drop(context);
    findings.retain(|finding| scope.includes(finding, &community.sources));
    Ok(Inspection { community, findings })
}

/// What generation gives now; `None` where it would fail, which `folkmoot generate` explains better.
fn expected(community: &Community, files: &dyn RepoFiles, now: &Zoned) -> Option<FileSet> {
    if community.groups.is_empty() {
        return None;
    }
    let names = template_names(community, false);
    let templates =
        Templates::load(files, &community.profile.template_dir, names.iter().map(String::as_str)).ok()?;
    let request = Request { now, only: None, annual_report: None };
    let documents = render(community, &templates, &request).ok()?;
    let finish = |document: folkmoot_docs::Document| {
        let existing = files.read(&document.path).ok();
        let path = document.path.clone();
        match document.finish(existing.as_deref()).ok()? {
            Finished::Bytes(bytes) => Some((path, bytes)),
            Finished::HandWritten(_) | Finished::Draft(_) => None,
        }
    };
    Some(documents.into_iter().filter_map(finish).collect())
}

/// A fix that was applied: where and what, for people.
pub(super) struct Mended {
    pub(super) place: String,
    pub(super) code: &'static str,
    pub(super) message: String,
}

/// Rounds of mending: one fix may bring up the next, none goes on for ever.
const MOST_ROUNDS: usize = 10;

/// Writes the first dates that were chosen.
fn anchor(patched: &mut Patched<'_>, starts: &[Starts], now: &Zoned) -> Result<Vec<Mended>> {
    let mut mended = Vec::new();
    // One after the other: the second may stand beside the first in one line.
    for one in starts {
        let (community, _) = load(&*patched);
        let context = Context::new(&community, &*patched, now.date());
        let finding = one.fix(&context)?;
        let texts = apply_fixes(&community.sources, finding.fix.as_ref()).texts;
        mended.push(Mended {
            place: finding.span().map(|span| community.sources.locate(span)).unwrap_or_default(),
            code: finding.code,
            message: finding.message,
        });
        drop(context);
        patched.texts.extend(texts);
    }
    Ok(mended)
}

/// Writes the first dates in `starts` and applies safe fixes in rounds until none is left. Gives what is left to
/// report, the new texts and what was done.
pub(super) fn mend(
    files: &dyn RepoFiles,
    scope: &mut Scope,
    groups: &[String],
    starts: &[Starts],
    now: &Zoned,
) -> Result<(Inspection, FileSet, Vec<Mended>)> {
    let mut patched = Patched::new(files);
    let mut mended = anchor(&mut patched, starts, now)?;
    let mut inspection = inspect(&patched, scope, groups, now)?;
    for _ in 0..MOST_ROUNDS {
        let sources = &inspection.community.sources;
        let safe: Vec<&Diagnostic> = inspection
            .findings
            .iter()
            .filter(|finding| {
                finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe)
            })
            .collect();
        let applied = apply_fixes(sources, safe.iter().filter_map(|finding| finding.fix.as_ref()));
        if applied.texts.is_empty() {
            break;
        }
        for place in applied.applied {
            let Some(fix) = &safe[place].fix else { continue };
            mended.push(Mended {
                place: safe[place].span().map(|span| sources.locate(span)).unwrap_or_default(),
                code: safe[place].code,
                message: fix.message.clone(),
            });
        }
        patched.texts.extend(applied.texts);
        inspection = inspect(&patched, scope, groups, now)?;
    }
    let texts = patched.texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    Ok((inspection, texts, mended))
}
