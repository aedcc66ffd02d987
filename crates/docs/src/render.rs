//! The record to documents.

use folkmoot_model::{Community, GroupKind};
use jiff::Zoned;

use crate::annual::AnnualReport;
use crate::document::Document;
use crate::error::RenderError;
use crate::functions::{Surroundings, functions};
use crate::parallel::in_parallel;
use crate::plan::Plan;
use crate::record::{Order, Record};
use crate::templates::Templates;

/// What to make, beside what the record says.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// The clock, in the zone of whoever generates.
    pub now: &'r Zoned,
    /// Make only the pages of groups whose directory ends so. Lists are made all the same.
    pub only: Option<&'r str>,
    /// Draft annual reports from this.
    pub annual_report: Option<&'r AnnualReport>,
}

pub(crate) const KUBEVIRT_LIST: &str = "sig-list.gomd";

/// The names under which [`render`] looks for templates of this community.
pub fn template_names(community: &Community, annual_report: bool) -> Vec<String> {
    let mut names: Vec<String> = ["header", "partials", "list", "aliases", "liaisons", "group_readme"]
        .map(|name| format!("{name}.tmpl"))
        .into();
    if community.profile.name == "kubevirt" {
        names.push(KUBEVIRT_LIST.to_owned());
    }
    let mut kinds: Vec<&GroupKind> = Vec::new();
    for group in &community.groups {
        if !kinds.iter().any(|kind| kind.prefix == group.kind.prefix) {
            kinds.push(&group.kind);
        }
    }
    names.extend(kinds.iter().map(|kind| page_template(kind)));
    if annual_report {
        names.push("annual-report/github_issue.tmpl".to_owned());
        names.push("annual-report/report.tmpl".to_owned());
        names.extend(kinds.iter().map(|kind| report_template(kind)));
    }
    names
}

pub(crate) fn page_template(kind: &GroupKind) -> String {
    format!("{}_readme.tmpl", kind.prefix)
}

pub(crate) fn report_template(kind: &GroupKind) -> String {
    format!("annual-report/{}_report.tmpl", kind.prefix)
}

/// Makes every document of the community: group pages, the list, `OWNERS_ALIASES`, liaisons, drafts of annual
/// reports.
///
/// # Errors
/// The first template that fails; then there are no documents at all.
pub fn render(
    community: &Community,
    templates: &Templates,
    request: &Request<'_>,
) -> Result<Vec<Document>, RenderError> {
    let record = Record::new(community, Order::of(&community.profile));
    let around = Surroundings::new(&record, request.now, request.annual_report);
    let plan = Plan::new(templates, &around, &record, request)?;
    let made =
        in_parallel(plan.tasks.len(), || functions(&around), |task, functions| plan.make(task, functions));
    made.into_iter().collect()
}
