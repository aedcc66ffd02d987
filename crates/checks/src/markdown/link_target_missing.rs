//! A link or an image leads to a file that is not in the repository.
//!
//! All Markdown of the repository is read, and links are followed as GitHub follows them: relative to their
//! file, from the repository's root where they begin with `/`, out of the repository to `../../issues` and
//! the like. HTML's `<a href>` and `<img src>` count; code and comments do not. Web addresses are not
//! visited.
//!
//! Links in templates are not followed, because they lead from where the copy will stand. In folders that
//! are an archive the finding is a note. A broken link in the generated part of a page is shown where the
//! data says it, once, however many pages repeat it.
//!
//! ## Why it matters
//!
//! Somebody who follows it finds nothing, most often a newcomer: charters and guides that moved are what the
//! first pages link to.
//!
//! ## How to mend it
//!
//! Lead to where the file is now; the nearest path is proposed. A path that differs from its file in upper
//! and lower case alone is mended by `--fix`: some systems open it all the same, GitHub does not.
//!
//! ```markdown fails
//! # --- README.md
//! Read the [charter](sig-docs/charter.md) and the [guide](/docs/guide.md).
//! # --- sig-docs/CHARTER.md
//! Text.
//! ```
//!
//! ```markdown fails
//! # --- sig-docs/README.md
//! <img src="logo.png"> and [what is left to do]().
//! ```
//!
//! ```markdown fails
//! # --- README.md
//! [Chat](chat.example.org/help), [mail](ana@example.org), [twice]((https://example.org)), [up](../values.md)
//! ```
//!
//! ```markdown passes
//! # --- sig-docs/README.md
//! [Charter](charter.md#scope), [values](/values.md), [folder](../sig-docs/), [issues](../../../issues),
//! [page](STYLE%20GUIDE.md?plain=1#L3), <ana@example.org>, `[code](none.md)` and [web](https://example.org).
//! # --- sig-docs/charter.md
//! Text.
//! # --- sig-docs/STYLE GUIDE.md
//! Text.
//! # --- values.md
//! Text.
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   charter_link: charter.md
//! # --- sig-docs/README.md
//! Text.
//! ```

use folkmoot_diagnostics::{Diagnostic, Edit, Severity, Span};

use super::document::Link;
use super::judge::{Problem, judge};
use super::record::Record;
use crate::text::{MOST_PER_FILE, Page};
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("link-target-missing", Severity::Warning, include_str!("link_target_missing.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let survey = context.survey();
    let mut record = Record::of(context);
    for page in survey.pages.iter().filter(|page| !is_template(&page.path)) {
        let Some(document) = &page.document else { continue };
        let wrong = document.links.iter().filter_map(|link| Some((link, judge(&survey.index, page, link)?)));
        for (link, problem) in wrong.take(MOST_PER_FILE) {
            let Some(file) = context.open(&page.path) else { continue };
            let span = Span::new(file, link.range.start as usize, link.range.end as usize);
            // What was generated before its group was retired has no data any more.
            if page.is_generated_at(span.range().start) && !is_archived(&page.path) {
                record.take_over(&page.path, &link.destination, problem, span);
            } else {
                out.add(report(out, page, link, problem, span));
            }
        }
    }
    record.report(survey, out);
}

fn report(out: &Findings, page: &Page, link: &Link, problem: Problem, span: Span) -> Diagnostic {
    let mut finding = out.finding(problem.message).at(span, problem.label);
    if is_archived(&page.path) {
        finding.severity = Severity::Note;
    }
    if let Some(remark) = problem.remark {
        finding = finding.help(remark);
    }
    match problem.better {
        Some((better, applicability)) if link.exact => finding.fix(
            format!("lead to `{better}`"),
            applicability,
            vec![Edit { span, replacement: better }],
        ),
        Some((better, _)) => finding.help(format!("lead to `{better}`")),
        None => finding,
    }
}

/// Whether a page is kept as a record of its time.
pub(super) fn is_archived(path: &str) -> bool {
    let dir = path.rsplit_once('/').map_or("", |(dir, _)| dir);
    let kept = |word: &str| matches!(word, "archive" | "archives" | "archived" | "retired");
    dir.split(['/', '-', '_']).any(kept)
}

/// Whether a page is to be copied elsewhere and filled in: its links lead from there.
pub(super) fn is_template(path: &str) -> bool {
    path.to_ascii_lowercase().contains("template")
}
