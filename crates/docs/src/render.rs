//! The record to documents.

use folkmoot_gotemplate::{Functions, TemplateSet, Value};
use folkmoot_model::{Community, GroupKind};
use jiff::Zoned;

use crate::annual::AnnualReport;
use crate::custom::Markers;
use crate::document::{Claim, Document};
use crate::error::RenderError;
use crate::functions::{Surroundings, functions};
use crate::record::{GroupRecord, Order, Record};
use crate::templates::{Origin, TemplateText, Templates, base_name};
use crate::values::{ContextView, GroupView, KubevirtView, Purpose};

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

/// Where owners of folders are listed for review bots.
const ALIASES_FILE: &str = "OWNERS_ALIASES";
const LIAISONS_FILE: &str = "liaisons.md";
const KUBEVIRT_LIST: &str = "sig-list.gomd";

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

fn page_template(kind: &GroupKind) -> String {
    format!("{}_readme.tmpl", kind.prefix)
}

fn report_template(kind: &GroupKind) -> String {
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
    let maker = Maker { templates, functions: functions(&around), record: &record };
    let mut documents = Vec::new();
    if community.profile.group_pages {
        maker.pages(request.only, &mut documents)?;
    }
    if request.annual_report.is_some() {
        maker.annual_reports(request.only, around.last_year, &mut documents)?;
    }
    maker.overviews(&mut documents)?;
    Ok(documents)
}

struct Maker<'m, 'a> {
    templates: &'m Templates,
    functions: Functions<'a>,
    record: &'a Record<'a>,
}

/// A template ready for use.
struct Ready<'t> {
    template: TemplateText<'t>,
    set: TemplateSet,
}

impl<'a> Maker<'_, 'a> {
    fn pages(&self, only: Option<&str>, documents: &mut Vec<Document>) -> Result<(), RenderError> {
        for of_kind in &self.record.kinds {
            let name = page_template(of_kind.kind);
            let mut ready = None;
            for group in &of_kind.groups {
                let Some(dir) = group.clean_dir()? else { continue };
                if only.is_some_and(|only| !group.group.dir.ends_with(only)) {
                    continue;
                }
                let ready = match &ready {
                    Some(ready) => ready,
                    None => ready.insert(self.ready(&[&name, "group_readme.tmpl"])?),
                };
                let path = format!("{dir}/README.md");
                let value = Value::object(GroupView { record: group, purpose: Purpose::Page });
                documents.push(self.document(path, ready, value, Some(Markers::MARKDOWN))?);
            }
        }
        Ok(())
    }

    fn overviews(&self, documents: &mut Vec<Document>) -> Result<(), RenderError> {
        let profile = &self.record.community.profile;
        let context = || Value::object(ContextView(self.record));
        if profile.name == "kubevirt" {
            return self.kubevirt_list(documents);
        }
        if !profile.list_file.is_empty() {
            let list = self.ready(&["list.tmpl"])?;
            documents.push(self.document(
                profile.list_file.clone(),
                &list,
                context(),
                Some(Markers::MARKDOWN),
            )?);
        }
        let aliases = self.ready(&["aliases.tmpl"])?;
        documents.push(self.document(ALIASES_FILE.to_owned(), &aliases, context(), Some(Markers::YAML))?);
        let liaisons = self.ready(&["liaisons.tmpl"])?;
        let asked_for = liaisons.template.origin == Origin::Community || self.record.has_liaisons();
        if profile.liaisons && asked_for {
            documents.push(self.document(
                LIAISONS_FILE.to_owned(),
                &liaisons,
                context(),
                Some(Markers::MARKDOWN),
            )?);
        }
        Ok(())
    }

    fn annual_reports(
        &self,
        only: Option<&str>,
        year: i16,
        documents: &mut Vec<Document>,
    ) -> Result<(), RenderError> {
        let issue = self.templates.own("annual-report/github_issue.tmpl");
        let issue = issue.map(|template| self.parse(template)).transpose()?;
        let all_reports = self.record.kinds.iter().map(|of_kind| report_template(of_kind.kind));
        let has_own = all_reports.into_iter().any(|name| self.templates.own(&name).is_some());
        for of_kind in self.record.kinds.iter().filter(|of_kind| !of_kind.groups.is_empty()) {
            let name = report_template(of_kind.kind);
            // A community that has reports of its own wants them of the kinds it wrote them for.
            let report = match self.templates.own(&name) {
                None if has_own => continue,
                own => own.or_else(|| self.templates.find("annual-report/report.tmpl")),
            };
            let report = report.map(|template| self.parse(template)).transpose()?;
            for group in &of_kind.groups {
                let Some(dir) = group.clean_dir()? else { continue };
                if only.is_some_and(|only| !group.group.dir.ends_with(only)) {
                    continue;
                }
                let value = || Value::object(GroupView { record: group, purpose: Purpose::AnnualReport });
                if let Some(issue) = &issue {
                    let directory = &self.record.community.profile.template_dir;
                    let path = format!("{directory}/generated/{year}_{}.md", dir.replace('/', "-"));
                    documents.push(self.document(path, issue, value(), None)?);
                }
                if let Some(report) = &report {
                    let path = format!("{dir}/annual-report-{year}.md");
                    let document = self.document(path, report, value(), None)?;
                    documents.push(Document { claim: Claim::New, ..document });
                }
            }
        }
        Ok(())
    }

    /// KubeVirt's generator hands its list another struct and knows no custom content.
    fn kubevirt_list(&self, documents: &mut Vec<Document>) -> Result<(), RenderError> {
        let Some(template) = self.templates.own(KUBEVIRT_LIST) else { return Ok(()) };
        let list = self.parse(template)?;
        let value = Value::object(KubevirtView(self.record));
        let path = self.record.community.profile.list_file.clone();
        documents.push(self.document(path, &list, value, None)?);
        Ok(())
    }

    /// The first of `names` that the community has, else the first that is built in.
    fn ready<'t>(&'t self, names: &[&'t str]) -> Result<Ready<'t>, RenderError> {
        let own = names.iter().find_map(|name| self.templates.own(name));
        let template = own.or_else(|| names.iter().find_map(|name| self.templates.find(name)));
        self.parse(template.expect("invariant: the last name is a built-in template"))
    }

    fn parse<'t>(&self, template: TemplateText<'t>) -> Result<Ready<'t>, RenderError> {
        Ok(Ready { template, set: self.templates.parse(template, &self.functions)? })
    }

    fn document(
        &self,
        path: String,
        ready: &Ready<'_>,
        value: Value<'a>,
        markers: Option<Markers>,
    ) -> Result<Document, RenderError> {
        let mut generated = Vec::new();
        let name = base_name(ready.template.name);
        let executed = ready.set.execute_to(name, value, &self.functions, &mut generated);
        executed.map_err(|error| RenderError::execute(self.templates, &path, error))?;
        let claim = match ready.template.origin {
            Origin::Community => Claim::Always,
            Origin::BuiltIn => Claim::Generated,
        };
        Ok(Document { path, generated, markers, claim })
    }
}

impl Record<'_> {
    fn has_liaisons(&self) -> bool {
        let mut groups = self.community.groups.iter();
        groups.any(|group| group.contact.liaison.as_ref().is_some_and(|person| !person.name.is_empty()))
    }
}

impl GroupRecord<'_> {
    /// Where the group's page is; empty where it has none.
    pub(crate) fn page(&self) -> String {
        match self.clean_dir() {
            Ok(Some(dir)) if self.community.profile.group_pages => format!("{dir}/README.md"),
            _ => String::new(),
        }
    }

    /// The group's directory in its shortest spelling; `None` where it has none.
    pub(crate) fn clean_dir(&self) -> Result<Option<String>, RenderError> {
        let dir = self.group.dir.as_str();
        let outside = || RenderError::Directory { group: self.group.title(), dir: dir.to_owned() };
        let parts: Vec<&str> = dir.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        if dir.starts_with('/')
            || dir.contains(['\\', '\0'])
            || parts.contains(&"..")
            || parts.contains(&".git")
        {
            return Err(outside());
        }
        Ok(Some(parts.join("/")).filter(|dir| !dir.is_empty()))
    }
}
