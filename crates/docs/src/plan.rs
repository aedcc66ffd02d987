//! What is to be made: a task for each document.
//!
//! Which documents there are, and from which template, is settled first; the documents are then made one by one,
//! in any order and on any thread.

use folkmoot_gotemplate::{Functions, TemplateSet, Value};

use crate::custom::Markers;
use crate::document::{Claim, Document};
use crate::error::RenderError;
use crate::functions::{Surroundings, functions};
use crate::record::{GroupRecord, Record};
use crate::render::{KUBEVIRT_LIST, Request, page_template, report_template};
use crate::templates::{Origin, TemplateText, Templates, base_name};
use crate::values::{ContextView, GroupView, KubevirtView, Purpose};

/// Where owners of folders are listed for review bots.
const ALIASES_FILE: &str = "OWNERS_ALIASES";
const LIAISONS_FILE: &str = "liaisons.md";

/// Every document that is to be made.
pub(crate) struct Plan<'t, 'a> {
    pub(crate) tasks: Vec<Task<'a>>,
    ready: Vec<Ready<'t>>,
    templates: &'t Templates,
}

/// One document.
pub(crate) struct Task<'a> {
    /// Where it belongs, from the repository's root.
    pub(crate) path: String,
    /// Its template, by its place in the plan.
    ready: usize,
    subject: Subject<'a>,
    pub(crate) markers: Option<Markers>,
    claim: Claim,
}

/// What a document is about.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Group(&'a GroupRecord<'a>, Purpose),
    Everything(&'a Record<'a>),
    /// Everything, as KubeVirt's generator hands it over.
    Kubevirt(&'a Record<'a>),
}

impl<'a> Subject<'a> {
    fn value(self) -> Value<'a> {
        match self {
            Self::Group(record, purpose) => Value::object(GroupView { record, purpose }),
            Self::Everything(record) => Value::object(ContextView(record)),
            Self::Kubevirt(record) => Value::object(KubevirtView(record)),
        }
    }
}

/// A template ready for use.
struct Ready<'t> {
    template: TemplateText<'t>,
    set: TemplateSet,
}

impl<'t, 'a> Plan<'t, 'a> {
    /// The documents of `record`.
    ///
    /// # Errors
    /// Where a template cannot be read as one, or a group's directory lies outside.
    pub(crate) fn new(
        templates: &'t Templates,
        around: &Surroundings<'a>,
        record: &'a Record<'a>,
        request: &Request<'t>,
    ) -> Result<Self, RenderError> {
        let plan = Self { tasks: Vec::new(), ready: Vec::new(), templates };
        let mut planner = Planner { plan, functions: functions(around), record, only: request.only };
        if record.community.profile.group_pages {
            planner.pages()?;
        }
        if request.annual_report.is_some() {
            planner.annual_reports(around.last_year)?;
        }
        planner.overviews()?;
        Ok(planner.plan)
    }

    /// Makes the document of a task.
    ///
    /// # Errors
    /// Where its template fails.
    pub(crate) fn make(&self, task: usize, functions: &Functions<'a>) -> Result<Document, RenderError> {
        let task = &self.tasks[task];
        let ready = &self.ready[task.ready];
        let mut generated = Vec::new();
        let name = base_name(ready.template.name);
        let executed = ready.set.execute_to(name, task.subject.value(), functions, &mut generated);
        executed.map_err(|error| RenderError::execute(self.templates, &task.path, error))?;
        Ok(Document { path: task.path.clone(), generated, markers: task.markers, claim: task.claim })
    }
}

struct Planner<'t, 'a> {
    plan: Plan<'t, 'a>,
    functions: Functions<'a>,
    record: &'a Record<'a>,
    only: Option<&'t str>,
}

impl<'t, 'a> Planner<'t, 'a> {
    fn pages(&mut self) -> Result<(), RenderError> {
        for of_kind in &self.record.kinds {
            let name = page_template(of_kind.kind);
            let mut ready = None;
            for group in &of_kind.groups {
                let Some(dir) = self.wanted_dir(group)? else { continue };
                let ready = match ready {
                    Some(ready) => ready,
                    None => *ready.insert(self.ready(&[&name, "group_readme.tmpl"])?),
                };
                let path = format!("{dir}/README.md");
                self.add(path, ready, Subject::Group(group, Purpose::Page), Some(Markers::MARKDOWN));
            }
        }
        Ok(())
    }

    fn overviews(&mut self) -> Result<(), RenderError> {
        let profile = &self.record.community.profile;
        let everything = Subject::Everything(self.record);
        if profile.name == "kubevirt" {
            return self.kubevirt_list();
        }
        if !profile.list_file.is_empty() {
            let list = self.ready(&["list.tmpl"])?;
            self.add(profile.list_file.clone(), list, everything, Some(Markers::MARKDOWN));
        }
        let aliases = self.ready(&["aliases.tmpl"])?;
        self.add(ALIASES_FILE.to_owned(), aliases, everything, Some(Markers::YAML));
        let liaisons = self.ready(&["liaisons.tmpl"])?;
        let is_own = self.plan.ready[liaisons].template.origin == Origin::Community;
        if profile.liaisons && (is_own || self.record.has_liaisons()) {
            self.add(LIAISONS_FILE.to_owned(), liaisons, everything, Some(Markers::MARKDOWN));
        }
        Ok(())
    }

    fn annual_reports(&mut self, year: i16) -> Result<(), RenderError> {
        let templates = self.plan.templates;
        let issue = templates.own("annual-report/github_issue.tmpl");
        let issue = issue.map(|template| self.parse(template)).transpose()?;
        let all_reports = self.record.kinds.iter().map(|of_kind| report_template(of_kind.kind));
        let has_own = all_reports.into_iter().any(|name| templates.own(&name).is_some());
        for of_kind in self.record.kinds.iter().filter(|of_kind| !of_kind.groups.is_empty()) {
            // A community that has reports of its own wants them of the kinds it wrote them for.
            let report = match templates.own(&report_template(of_kind.kind)) {
                None if has_own => continue,
                own => own.or_else(|| templates.find("annual-report/report.tmpl")),
            };
            let report = report.map(|template| self.parse(template)).transpose()?;
            for group in &of_kind.groups {
                let Some(dir) = self.wanted_dir(group)? else { continue };
                let subject = Subject::Group(group, Purpose::AnnualReport);
                if let Some(issue) = issue {
                    let directory = &self.record.community.profile.template_dir;
                    let path = format!("{directory}/generated/{year}_{}.md", dir.replace('/', "-"));
                    self.add(path, issue, subject, None);
                }
                if let Some(report) = report {
                    let path = format!("{dir}/annual-report-{year}.md");
                    self.add(path, report, subject, None).claim = Claim::New;
                }
            }
        }
        Ok(())
    }

    /// KubeVirt's generator hands its list another struct and knows no custom content.
    fn kubevirt_list(&mut self) -> Result<(), RenderError> {
        let Some(template) = self.plan.templates.own(KUBEVIRT_LIST) else { return Ok(()) };
        let list = self.parse(template)?;
        let path = self.record.community.profile.list_file.clone();
        self.add(path, list, Subject::Kubevirt(self.record), None);
        Ok(())
    }

    fn add(
        &mut self,
        path: String,
        ready: usize,
        subject: Subject<'a>,
        markers: Option<Markers>,
    ) -> &mut Task<'a> {
        let claim = match self.plan.ready[ready].template.origin {
            Origin::Community => Claim::Always,
            Origin::BuiltIn => Claim::Generated,
        };
        self.plan.tasks.push(Task { path, ready, subject, markers, claim });
        self.plan.tasks.last_mut().expect("invariant: a task was pushed")
    }

    /// The group's directory, where it has one and is asked for.
    fn wanted_dir(&self, group: &GroupRecord<'_>) -> Result<Option<String>, RenderError> {
        let dir = group.clean_dir()?;
        Ok(dir.filter(|_| self.only.is_none_or(|only| group.group.dir.ends_with(only))))
    }

    /// The first of `names` that the community has, else the first that is built in.
    fn ready(&mut self, names: &[&str]) -> Result<usize, RenderError> {
        let templates = self.plan.templates;
        let own = names.iter().find_map(|name| templates.own(name));
        let template = own.or_else(|| names.iter().find_map(|name| templates.find(name)));
        self.parse(template.expect("invariant: the last name is a built-in template"))
    }

    fn parse(&mut self, template: TemplateText<'t>) -> Result<usize, RenderError> {
        let set = self.plan.templates.parse(template, &self.functions)?;
        self.plan.ready.push(Ready { template, set });
        Ok(self.plan.ready.len() - 1)
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
