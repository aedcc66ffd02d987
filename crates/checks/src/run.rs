//! All checks over one community.

use std::sync::atomic::{AtomicUsize, Ordering};

use folkmoot_diagnostics::{Diagnostic, FileId};

use crate::suppress::Allowances;
use crate::{Check, Context, Findings, Origin, checks, validator};

/// What was found, after everything that is allowed was taken out.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// Findings by file, line, column and code.
    pub findings: Vec<Diagnostic>,
    /// Findings that somebody allowed with a reason, in the same order.
    pub allowed: Vec<Diagnostic>,
}

/// From this many groups on, checks run side by side: below, starting threads costs more than they save.
const GROUPS_WORTH_THREADS: usize = 400;

/// Runs every check. `found_reading` is what [`folkmoot_model::load`] found; it goes through the same rules.
pub fn check(context: &Context<'_>, found_reading: Vec<Diagnostic>) -> Report {
    settle(context, checks(), found_reading)
}

/// Findings of one check as a community with that check alone would see them.
pub(crate) fn run_only(
    check: &'static Check,
    context: &Context<'_>,
    mut found_reading: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let one = [check];
    let run: &[&'static Check] = match check.origin {
        Origin::Run(_) => &one,
        Origin::Reading => &[],
        // What is allowed can only be settled against everything that was found.
        Origin::Settling => checks(),
    };
    if !matches!(check.origin, Origin::Settling) {
        found_reading.retain(|finding| finding.code == check.code);
    }
    let mut findings = settle(context, run, found_reading).findings;
    findings.retain(|finding| finding.code == check.code);
    findings
}

fn settle(context: &Context<'_>, run: &[&'static Check], found_reading: Vec<Diagnostic>) -> Report {
    let mut found = run_all(context, run);
    let broken = broken_files(&found_reading);
    leave_out_consequences(&broken, &mut found);
    let mut findings = found_reading;
    findings.append(&mut found);
    set_severities(context, &mut findings);
    validator::merge(context, run, &mut findings);
    let mut allowances = Allowances::gather(context);
    let mut allowed: Vec<Diagnostic> = Vec::new();
    findings.retain(|finding| match allowances.allows(context, finding) {
        true => {
            allowed.push(finding.clone());
            false
        }
        false => true,
    });
    let mut settled = allowances.findings(context);
    leave_out_consequences(&broken, &mut settled);
    set_severities(context, &mut settled);
    findings.append(&mut settled);
    sort(context, &mut findings);
    sort(context, &mut allowed);
    Report { findings, allowed }
}

/// Mistakes after which the rest of a file is not read.
const ENDS_READING: [&str; 3] = ["yaml-syntax", "yaml-limit", "unreadable-file"];

/// Checks that compare the repository with all that the record says.
const NEED_ALL: [&str; 5] = [
    "folder-without-entry",
    "generated-file-edited",
    "generated-file-out-of-date",
    "stakeholder-unknown",
    "unused-allow",
];

/// Checks of a text as such, whatever it means.
const OF_TEXT: [&str; 3] = ["mojibake", "phone-number-in-text", "secret-in-text"];

/// Files that were not read to their end.
fn broken_files(found_reading: &[Diagnostic]) -> Vec<FileId> {
    let ends = found_reading.iter().filter(|finding| ENDS_READING.contains(&finding.code));
    ends.filter_map(Diagnostic::span).map(|span| span.file).collect()
}

/// Takes out what is true of a file only because the rest of it could not be read: that something is missing
/// from it, or not what it seems.
fn leave_out_consequences(broken: &[FileId], found: &mut Vec<Diagnostic>) {
    if broken.is_empty() {
        return;
    }
    found.retain(|finding| {
        let is_in_broken = finding.span().is_some_and(|span| broken.contains(&span.file));
        (!is_in_broken || OF_TEXT.contains(&finding.code)) && !NEED_ALL.contains(&finding.code)
    });
}

/// Gives findings the severity that the community sets, and takes out what it turned off.
fn set_severities(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.retain_mut(|finding| match context.rules.severity(finding) {
        Some(severity) => {
            finding.severity = severity;
            true
        }
        None => false,
    });
}

fn run_all(context: &Context<'_>, run: &[&'static Check]) -> Vec<Diagnostic> {
    let threads = match context.community.groups.len() {
        GROUPS_WORTH_THREADS.. => std::thread::available_parallelism().map_or(1, usize::from).min(8),
        _ => 1,
    };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some(check) = run.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.append(&mut run_one(context, check));
        }
        found
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut found = work();
        for other in others {
            found.append(&mut other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        found
    })
}

fn run_one(context: &Context<'_>, check: &'static Check) -> Vec<Diagnostic> {
    let Origin::Run(run) = check.origin else { return Vec::new() };
    let mut findings = Findings::new(check);
    run(context, &mut findings);
    findings.into_vec()
}

/// By file, line, column, code; what has no place comes first.
fn sort(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut keyed: Vec<(SortKey, Diagnostic)> =
        findings.drain(..).map(|finding| (SortKey::of(context, &finding), finding)).collect();
    keyed.sort_by(|(a, left), (b, right)| a.cmp(b).then_with(|| left.message.cmp(&right.message)));
    findings.extend(keyed.into_iter().map(|(_, finding)| finding));
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct SortKey {
    path: String,
    start: u32,
    code: &'static str,
}

impl SortKey {
    fn of(context: &Context<'_>, finding: &Diagnostic) -> Self {
        let span = finding.span();
        let path = span.map(|span| context.sources().get(span.file).path().to_owned());
        Self { path: path.unwrap_or_default(), start: span.map_or(0, |span| span.start), code: finding.code }
    }
}
