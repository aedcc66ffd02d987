//! A link names a heading that its page does not have.
//!
//! Anchors are those that GitHub gives headings: `## What's new?` gives `#whats-new`, a second heading of the
//! same text `-1`. `<a name>`, `id` attributes, `{#own-id}` and footnotes count too, upper and lower case do
//! not matter. A link to a folder shows the folder's README. Anchors of files that are not Markdown, such as
//! `#L10`, are not looked at.
//!
//! ## Why it matters
//!
//! The reader lands at the top of a long page, and what was meant is somewhere below.
//!
//! ## How to mend it
//!
//! Lead to what the heading is called now; the most similar is proposed.
//!
//! ```markdown fails
//! # --- README.md
//! [Scope](sig-docs/charter.md#in-scope)
//! # --- sig-docs/charter.md
//! ## What is in scope
//! ```
//!
//! ```markdown fails
//! # --- README.md
//! [Goals](#goals-2)
//!
//! ## Goals
//!
//! ## Goals
//! ```
//!
//! ```markdown passes
//! # --- README.md
//! [Goals](#goals-1), [scope](sig-docs/#in-scope--out), [own](#Own), [name](#n), [top](#top),
//! [频道](#社区-频道), [lines](data.yaml#L3-L9)
//!
//! ## Goals
//!
//! ## Goals
//!
//! ## Mine {#own}
//!
//! <a name="n"></a>
//!
//! ## 社区 频道
//! # --- sig-docs/README.md
//! ## In scope & out
//! # --- data.yaml
//! a: 1
//! ```

use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, FileId, Severity, Span};

use super::document::{Document, Link};
use super::index::most_similar;
use super::link_target_missing::{is_archived, is_template};
use super::slug::loose;
use super::target::Target;
use crate::text::{MOST_PER_FILE, Page, Survey};
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("anchor-missing", Severity::Warning, include_str!("anchor_missing.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let survey = context.survey();
    for page in survey.pages.iter().filter(|page| !is_template(&page.path)) {
        let Some(document) = &page.document else { continue };
        let wrong = document.links.iter().filter(|link| link.destination.contains('#')).filter_map(|link| {
            let (target, fragment) = aim(survey, page, link)?;
            let offered = target.document.as_ref()?;
            (!offers(offered, &fragment)).then_some((link, target, fragment))
        });
        for (link, target, fragment) in wrong.take(MOST_PER_FILE) {
            let Some(file) = context.open(&page.path) else { continue };
            out.add(report(out, page, link, target, &fragment, file));
        }
    }
}

const MOST_ANCHORS: usize = 5000;

/// The page that a link with an anchor shows, and the anchor; `None` where that is not Markdown.
fn aim<'a>(survey: &'a Survey, page: &'a Page, link: &Link) -> Option<(&'a Page, String)> {
    let (target, fragment) = match Target::of(&link.destination, &page.path) {
        Target::Here { fragment } => (page, fragment),
        Target::Inside { path, fragment, .. } => {
            let readme = format!("{path}/README.md");
            let readme = readme.trim_start_matches('/');
            let shown = if survey.index.is_directory(&path) { readme } else { &path };
            (survey.page(shown)?, fragment)
        }
        _ => return None,
    };
    (!fragment.is_empty()).then_some((target, fragment))
}

fn offers(document: &Document, fragment: &str) -> bool {
    // No page that people wrote has so many headings; comparing each link with each would take for ever.
    if document.anchors.len() > MOST_ANCHORS {
        return true;
    }
    // GitHub puts this before every id of a page and finds ids with and without.
    let fragment = fragment.strip_prefix("user-content-").unwrap_or(fragment);
    if is_built_in(fragment) || document.anchors.iter().any(|anchor| **anchor == *fragment) {
        return true;
    }
    let wanted = loose(fragment);
    document.anchors.iter().any(|anchor| loose(anchor) == wanted)
}

/// Anchors that pages have of themselves: lines, the top, text fragments, what a placeholder stands for.
fn is_built_in(fragment: &str) -> bool {
    let is_line = |part: &str| {
        let digits = part.strip_prefix('L').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'C')
    };
    fragment.split('-').all(is_line)
        || matches!(fragment.to_ascii_lowercase().as_str(), "top" | "readme" | "footnotes")
        || fragment.contains(":~:")
        || fragment.starts_with("fnref")
        || fragment.contains(['{', '<', '!', '=', '/'])
}

fn report(
    out: &Findings,
    page: &Page,
    link: &Link,
    target: &Page,
    fragment: &str,
    file: FileId,
) -> Diagnostic {
    let hash = link.destination.find('#').unwrap_or_default();
    let start = link.range.start as usize + if link.exact { hash } else { 0 };
    let span = Span::new(file, start, link.range.end as usize);
    let place = if target.path == page.path { "this page".to_owned() } else { format!("`{}`", target.path) };
    let mut finding = out.finding(format!("{place} has no such heading"));
    finding = finding.at(span, format!("no heading gives `#{fragment}`"));
    if is_archived(&page.path) {
        finding.severity = Severity::Note;
    }
    if page.is_generated_at(start) {
        return finding.help("this part is generated: mend the template or the data it is made from");
    }
    let anchors = target.document.iter().flat_map(|document| &document.anchors);
    let Some(nearest) = nearest(fragment, anchors.map(AsRef::as_ref)) else { return finding };
    let message = format!("lead to `#{nearest}`");
    if link.exact {
        let edit = Edit { span, replacement: format!("#{nearest}") };
        finding.fix(message, Applicability::Suggestion, vec![edit])
    } else {
        finding.help(message)
    }
}

/// The anchor that is meant: the same letters with other punctuation, one that begins or ends with the
/// wanted, or the most similar.
fn nearest<'a>(fragment: &str, anchors: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let wanted: String = letters(fragment);
    let mut same = anchors.clone().filter(|anchor| !wanted.is_empty() && wanted == letters(anchor) as String);
    if let (Some(one), None) = (same.next(), same.next()) {
        return Some(one);
    }
    let near = |anchor: &&str| {
        let all: String = letters(anchor);
        wanted.len() >= 5
            && all.len() >= 5
            && (all.starts_with(&wanted) || all.ends_with(&wanted) || wanted.ends_with(&all))
    };
    let mut longer = anchors.clone().filter(near);
    if let (Some(one), None) = (longer.next(), longer.next()) {
        return Some(one);
    }
    most_similar(fragment, anchors, |anchor| anchor)
}
