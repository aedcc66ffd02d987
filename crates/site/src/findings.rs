//! What the checks say of the record, as values: the site does not run checks, it shows what they found.

use std::fmt;
use std::sync::OnceLock;

use maud::{Markup, html};

use crate::base::encode_path;
use crate::layout::{self, Head};
use crate::{Page, View};

/// Findings shown of one weight; a record with more has other worries.
const LIMIT: usize = 300;

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// Something is wrong.
    Error,
    /// Something is probably not as meant.
    Warning,
    /// Something could be better.
    Note,
}

/// Something that a check found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// How much it matters.
    pub weight: Weight,
    /// The name of the check: `lead-not-member`.
    pub code: String,
    /// What is the matter, in a sentence.
    pub message: String,
    /// What to do about it; may be empty.
    pub cure: String,
    /// File of the repository and line, from 1, where it stands in one.
    pub place: Option<(String, usize)>,
}

/// Findings that are found out when they are first asked for.
pub(crate) struct Findings {
    look: Box<dyn Fn() -> Vec<Finding> + Send + Sync>,
    found: OnceLock<Vec<Finding>>,
}

impl Findings {
    pub(crate) fn new(look: impl Fn() -> Vec<Finding> + Send + Sync + 'static) -> Self {
        Self { look: Box::new(look), found: OnceLock::new() }
    }

    pub(crate) fn all(&self) -> &[Finding] {
        self.found.get_or_init(|| (self.look)())
    }
}

impl fmt::Debug for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Findings").field("found", &self.found).finish_non_exhaustive()
    }
}

/// The page; `None` where the community does not show it.
pub(crate) fn page(view: &View<'_>) -> Option<Markup> {
    let findings = view.findings()?;
    let title = view.text("checks-title");
    let lead = view.text("checks-lead");
    let main = html! {
        div.wide.checks-page {
            div.page-head { h1 { (title) } p.lead { (lead) } }
            @if findings.is_empty() { p.empty { (view.text("checks-clean")) } }
            @for weight in [Weight::Error, Weight::Warning, Weight::Note] {
                (of_weight(view, findings, weight))
            }
        }
    };
    let head = Head { title: &title, description: &lead, listed: false, address: Some(Page::Checks) };
    Some(layout::page(view, &head, &main))
}

fn of_weight(view: &View<'_>, findings: &[Finding], weight: Weight) -> Markup {
    let found: Vec<&Finding> = findings.iter().filter(|finding| finding.weight == weight).collect();
    let name = match weight {
        Weight::Error => view.count("checks-errors", found.len()),
        Weight::Warning => view.count("checks-warnings", found.len()),
        Weight::Note => view.count("checks-notes", found.len()),
    };
    html! {
        @if !found.is_empty() {
            section.findings {
                h2 { (name) }
                ul {
                    @for finding in found.iter().take(LIMIT) {
                        li {
                            // What a check says is in English in every language of the site.
                            p lang="en" { (finding.message) }
                            @if !finding.cure.is_empty() { p.quiet lang="en" { (finding.cure) } }
                            p.quiet { code { (finding.code) } (place(view, finding)) }
                        }
                    }
                }
                @if found.len() > LIMIT { p.quiet { (view.count("checks-more", found.len() - LIMIT)) } }
            }
        }
    }
}

fn place(view: &View<'_>, finding: &Finding) -> Markup {
    html! {
        @if let Some((path, line)) = &finding.place {
            " "
            @match &view.options().source {
                Some(source) => { a href={ (source) (encode_path(path)) "#L" (line) } { (path) ":" (line) } }
                None => { span { (path) ":" (line) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Site;

    #[test]
    fn findings_are_shown_where_the_community_wants_that() {
        let finding = |weight, message: &str| Finding {
            weight,
            code: "lead-not-member".to_owned(),
            message: message.to_owned(),
            cure: "add them".to_owned(),
            place: Some(("sigs.yaml".to_owned(), 3)),
        };
        assert!(page(&Site::sample(&[]).english()).is_none());
        let mut site = Site::sample(&[]);
        site.set_source("https://github.com/example/community/blob/HEAD/");
        let found = vec![finding(Weight::Note, "a <b>"), finding(Weight::Error, "c")];
        let site = site.with_findings(move || found.clone());
        assert!(site.pages().any(|page| page == Page::Checks));
        let html = page(&site.english()).expect("a page").into_string();
        assert!(html.find("1 error").expect("errors") < html.find("1 note").expect("notes"), "{html}");
        assert!(html.contains("a &lt;b&gt;") && html.contains("blob/HEAD/sigs.yaml#L3"), "{html}");
    }
}
