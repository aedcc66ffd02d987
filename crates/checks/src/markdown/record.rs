//! Links that stand in the record and become links on generated pages.
//!
//! A wrong address in the data shows on every page made from it. It is reported once, where it is written,
//! with the pages beside it. What a template makes a link of though it is none, a channel's name, say, is
//! reported once, on the first page that shows it.

use std::collections::HashMap;

use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, Span};
use folkmoot_model::{Contact, Group, Link as RecordLink, Meeting, Text};

use super::document::{Link, is_local};
use super::judge::{Problem, judge, looks_like_mail};
use super::target::Target;
use crate::text::{Page, Survey};
use crate::{Context, Findings};

/// The addresses of the record, and which of them turned out wrong on a page.
pub(super) struct Record<'c, 'a> {
    context: &'c Context<'a>,
    /// Every address that pages repeat as it is written.
    addresses: HashMap<&'a str, &'a Text>,
    /// Paths written relative to a group's directory, by the repository path they lead to.
    paths: HashMap<String, &'a Text>,
    /// Series without an address to join at.
    without_link: Vec<&'a Meeting>,
    /// What is wrong, by place in the record.
    wrong: Vec<(Span, Problem, Vec<Span>)>,
    /// What is wrong by fault of a template, by destination.
    of_templates: Vec<(String, Problem, Vec<Span>)>,
    /// Whether a generated page has a link without a destination.
    shows_empty: bool,
}

impl<'c, 'a> Record<'c, 'a> {
    pub(super) fn of(context: &'c Context<'a>) -> Self {
        let mut record = Self {
            context,
            addresses: HashMap::new(),
            paths: HashMap::new(),
            without_link: Vec::new(),
            wrong: Vec::new(),
            of_templates: Vec::new(),
            shows_empty: false,
        };
        for group in &context.community.groups {
            record.take_group(group);
        }
        record
    }

    fn take_group(&mut self, group: &'a Group) {
        let page = page_of(group);
        for text in std::iter::once(&group.charter_link).chain(links(group).map(|link| &link.url)) {
            if let Some(path) = path_of(text, &page).filter(|_| !text.is_empty()) {
                self.paths.entry(path).or_insert(text);
            }
        }
        self.take_contact(&group.contact);
        for (_, meeting) in group.all_meetings() {
            self.take_meeting(meeting);
        }
        for subproject in &group.subprojects {
            subproject.contact.iter().for_each(|contact| self.take_contact(contact));
            subproject.owners.iter().for_each(|owner| self.take(owner));
        }
    }

    fn take_contact(&mut self, contact: &'a Contact) {
        let Contact { slack, discord, mailing_list, private_mailing_list, forum, .. } = contact;
        for text in [slack, discord, mailing_list, private_mailing_list, forum] {
            // A channel's name and a list's address are right as they are; making links of them is not.
            if text.contains('/') {
                self.take(text);
            }
        }
        contact.links.iter().for_each(|link| self.take(&link.url));
    }

    fn take_meeting(&mut self, meeting: &'a Meeting) {
        if meeting.url.is_empty() {
            self.without_link.push(meeting);
        }
        for text in [&meeting.url, &meeting.archive_url, &meeting.recordings_url, &meeting.calendar_url] {
            self.take(text);
        }
    }

    fn take(&mut self, text: &'a Text) {
        if !text.is_empty() {
            self.addresses.entry(text.as_str()).or_insert(text);
        }
    }

    /// Takes in the problem of a link on a generated page.
    pub(super) fn take_over(&mut self, page: &str, destination: &str, problem: Problem, place: Span) {
        if destination.is_empty() && !self.without_link.is_empty() {
            self.shows_empty = true;
            return;
        }
        let by_path = || self.paths.get(&path_of(destination, page)?);
        match self.addresses.get(destination).or_else(by_path) {
            Some(text) => note(&mut self.wrong, text.span(), problem, place),
            None => note(&mut self.of_templates, destination.to_owned(), problem, place),
        }
    }

    /// Reports what the record has wrong: what pages showed, and local links that no page shows.
    pub(super) fn report(mut self, survey: &Survey, out: &mut Findings) {
        for group in &self.context.community.groups {
            let page = Page { path: page_of(group), ..Page::default() };
            for text in std::iter::once(&group.charter_link).chain(links(group).map(|link| &link.url)) {
                if text.is_empty()
                    || !is_local(text)
                    || self.wrong.iter().any(|(known, ..)| *known == text.span())
                {
                    continue;
                }
                let link = Link { destination: text.as_str().into(), range: 0..0, exact: true, image: false };
                if let Some(problem) = judge(&survey.index, &page, &link) {
                    self.wrong.push((text.span(), problem, Vec::new()));
                }
            }
        }
        for (place, problem, pages) in self.wrong {
            let finding = also_on(out.finding(problem.message).at(place, problem.label), &pages);
            out.add(match problem.better {
                Some((better, applicability)) => {
                    mend(finding, place, &self.context.sources().snippet(place), better, applicability)
                }
                None => finding,
            });
        }
        for (destination, problem, pages) in self.of_templates {
            let Some((first, rest)) = pages.split_first() else { continue };
            let mut finding = also_on(out.finding(problem.message).at(*first, problem.label), rest);
            if let Some((better, _)) = problem.better.filter(|_| !looks_like_mail(&destination)) {
                finding = finding.help(format!("lead to `{better}`"));
            }
            out.add(match looks_like_mail(&destination) {
                true => {
                    finding.help("this page is generated: write `mailto:` before the address in its template")
                }
                false => {
                    finding.help("this page is generated: mend its template, or the data it is made from")
                }
            });
        }
        if !self.shows_empty {
            return;
        }
        for meeting in self.without_link {
            let place =
                if meeting.description.is_present() { meeting.description.span() } else { meeting.span };
            let finding = out
                .finding("this meeting has no link to join, and its pages show an empty one")
                .at(self.context.first_line(place), "its `url` is empty or missing");
            out.add(finding.help("add the link as `url`, or drop the meeting if it is no longer held"));
        }
    }
}

/// Adds a place to the problem of that key.
fn note<K: PartialEq>(known: &mut Vec<(K, Problem, Vec<Span>)>, key: K, problem: Problem, page: Span) {
    match known.iter_mut().find(|(other, ..)| *other == key) {
        Some((.., pages)) => pages.push(page),
        None => known.push((key, problem, vec![page])),
    }
}

/// A charter's address may be quoted, folded or escaped: only what stands as it is can be replaced.
fn mend(
    finding: Diagnostic,
    place: Span,
    written: &str,
    better: String,
    applicability: Applicability,
) -> Diagnostic {
    let quoted = written.starts_with(['"', '\'', '|', '>']) || written.contains('\n');
    let needs_quotes = better.contains(": ") || better.contains(" #");
    if quoted || needs_quotes {
        return finding.help(format!("write `{better}`"));
    }
    finding.fix(format!("write `{better}`"), applicability, vec![Edit { span: place, replacement: better }])
}

fn also_on(finding: Diagnostic, pages: &[Span]) -> Diagnostic {
    match pages {
        [] => finding,
        [one] => finding.at(*one, "a link here"),
        [first, _] => finding.at(*first, "a link here, and once more"),
        [first, rest @ ..] => finding.at(*first, format!("a link here, and in {} more places", rest.len())),
    }
}

/// The group's own page: paths in the record are relative to the group's directory, where it stands.
fn page_of(group: &Group) -> String {
    let dir = group.dir.trim_matches('/');
    if dir.is_empty() { "README.md".to_owned() } else { format!("{dir}/README.md") }
}

/// The repository path that a local destination on `page` leads to.
fn path_of(destination: &str, page: &str) -> Option<String> {
    match Target::of(destination, page) {
        Target::Inside { path, .. } if is_local(destination) => Some(path),
        _ => None,
    }
}

fn links(group: &Group) -> impl Iterator<Item = &RecordLink> {
    let lists = [&group.links, &group.design_docs, &group.roadmap, &group.todo, &group.notes];
    lists.into_iter().flatten()
}
