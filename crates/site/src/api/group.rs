//! Groups, in short and in full.

use folkmoot_model::{Group as Record, Person};
use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Serialize;

use super::Document;
use super::channel::Contact;
use super::link::{Day, GroupRef, Link, Moment, PersonRef, Url, text};
use super::meeting::{Meeting, Series, series_of};
use super::subproject::{Subproject, subprojects_of};
use crate::resource::Badge;
use crate::{Feed, Page, Resource, View};

/// All groups, in short.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Groups")]
pub(super) struct Groups {
    /// By kind, then as the record has them.
    groups: Vec<Summary>,
}

/// A group, in short.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "GroupSummary")]
struct Summary {
    /// Unique in the community: `sig-docs`.
    id: String,
    /// Its document.
    url: Url,
    /// Without kind: `Docs`.
    name: String,
    /// With its kind: `SIG Docs`.
    title: String,
    /// Key of its kind: `sigs`.
    kind: String,
    /// What it is for.
    mission: Option<String>,
    /// Its label on GitHub, without prefix.
    label: Option<String>,
    /// Where it is in its life, where the record says.
    status: Option<Status>,
    /// Its next meeting within a year.
    next_meeting: Option<NextMeeting>,
    /// Its page on this site.
    page: Url,
}

/// Where a group is in its life.
#[derive(Serialize, JsonSchema)]
struct Status {
    /// `active`, `forming`, `paused`, `retired`, or as written.
    state: String,
    since: Option<Day>,
    until: Option<Day>,
    reason: Option<String>,
}

/// When a group meets next.
#[derive(Serialize, JsonSchema)]
struct NextMeeting {
    /// Id of the series.
    series: String,
    title: String,
    /// In UTC.
    start: Moment,
    /// Where to join.
    join: Option<Url>,
}

pub(super) fn groups(view: &View<'_>) -> Groups {
    Groups { groups: view.site().groups().map(|(index, group)| summary(view, index, group)).collect() }
}

fn summary(view: &View<'_>, index: usize, group: &Record) -> Summary {
    let id = view.site().slug(index).to_owned();
    Summary {
        url: Url::document(view, &Document::Group(id.clone())),
        name: group.name.to_string(),
        title: group.title(),
        kind: group.kind.key.clone(),
        mission: text(&group.mission_statement),
        label: text(&group.label),
        status: status(group),
        next_meeting: next_meeting(view, &series_of(view, index)),
        page: Url::page(view, &Page::Group(id.clone())),
        id,
    }
}

fn status(group: &Record) -> Option<Status> {
    group.status.as_ref().map(|status| Status {
        state: status.state.trim().to_lowercase(),
        since: status.since.map(Day::from),
        until: status.until.map(Day::from),
        reason: text(&status.reason),
    })
}

fn next_meeting(view: &View<'_>, all: &[Series<'_>]) -> Option<NextMeeting> {
    let year = view.now().checked_add((366 * 24).hours()).ok()?;
    let first = |series: &Series<'_>| series.planned.series.as_ref()?.occurrences(view.now(), year).next();
    let active = all.iter().filter(|series| !series.planned.group.is_retired());
    let dated = active.filter_map(|series| Some((first(series)?, series)));
    let (next, series) = dated.min_by_key(|(next, _)| next.start.timestamp())?;
    let planned = &series.planned;
    Some(NextMeeting {
        series: series.id.clone(),
        title: planned.title_of(&next),
        start: next.start.timestamp().into(),
        join: Url::resolve(view, &planned.meeting.url, &planned.group.dir),
    })
}

/// One group, in full.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Group")]
pub(super) struct Group {
    #[serde(flatten)]
    summary: Summary,
    /// Its directory in the repository.
    dir: Option<String>,
    /// What is in and out of its scope.
    scope: Option<String>,
    charter: Option<Url>,
    /// Who leads it, in the order of the record; one entry a role.
    leads: Vec<Holder>,
    /// Who led it.
    emeritus: Vec<Holder>,
    /// Members who do not lead.
    members: Vec<PersonRef>,
    contact: Contact,
    /// Its series of meetings, its subprojects' included.
    meetings: Vec<Meeting>,
    subprojects: Vec<Subproject>,
    /// Groups with a stake in this one (working groups).
    stakeholders: Vec<GroupRef>,
    /// Working groups in which this one has a stake.
    working_groups: Vec<GroupRef>,
    design_documents: Vec<Link>,
    roadmap: Vec<Link>,
    to_do: Vec<Link>,
    /// Notes of meetings that no series holds.
    notes: Vec<Link>,
    links: Vec<Link>,
    /// Its meetings as an iCalendar feed.
    calendar: Url,
    /// News of it as an Atom feed.
    feed: Url,
    /// A badge (SVG) with its next meeting.
    next_meeting_badge: Url,
    /// A badge (SVG) with its status.
    status_badge: Url,
    /// A card of it for frames of other sites.
    embed: Url,
}

/// Somebody in a role.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RoleHolder")]
struct Holder {
    /// Key of the role in the record: `chairs`, `tech_leads`, `emeritus_leads` or a community's own.
    role: String,
    person: PersonRef,
    /// First day in the role, where known.
    since: Option<Day>,
    /// Last day in the role, where known.
    until: Option<Day>,
}

pub(super) fn group(view: &View<'_>, index: usize) -> Group {
    let group = &view.site().community().groups[index];
    let slug = view.site().slug(index).to_owned();
    let dir = group.dir.as_str();
    let holder = |(role, person): (&str, &Person)| {
        Some(Holder {
            role: role.to_owned(),
            person: PersonRef::new(view, person)?,
            since: person.since.map(Day::from),
            until: person.until.map(Day::from),
        })
    };
    let links = |links: &[folkmoot_model::Link]| Link::all(view, links, dir);
    let related = |names: &mut dyn Iterator<Item = &str>| -> Vec<GroupRef> {
        names.filter_map(|name| find(view, name)).map(|index| GroupRef::new(view, index)).collect()
    };
    Group {
        summary: summary(view, index, group),
        dir: text(dir),
        scope: text(&group.scope),
        charter: Url::resolve(view, &group.charter_link, dir),
        leads: group.leadership.active().filter_map(holder).collect(),
        emeritus: group
            .leadership
            .emeritus_leads
            .iter()
            .filter_map(|person| holder(("emeritus_leads", person)))
            .collect(),
        members: PersonRef::all(view, &group.members),
        contact: Contact::of(view, &group.contact, dir),
        meetings: series_of(view, index).iter().map(|series| Meeting::of(view, series)).collect(),
        subprojects: subprojects_of(view, index),
        stakeholders: related(&mut group.stakeholder_sigs.iter().map(|name| name.as_str())),
        working_groups: related(&mut group.reporting_wgs.iter().map(String::as_str)),
        design_documents: links(&group.design_docs),
        roadmap: links(&group.roadmap),
        to_do: links(&group.todo),
        notes: links(&group.notes),
        links: links(&group.links),
        calendar: Url::feed(view, &Feed::Group(slug.clone())),
        feed: Url::resource(view, &Resource::News(Some(slug.clone()))),
        next_meeting_badge: Url::resource(view, &Resource::Badge(slug.clone(), Badge::NextMeeting)),
        status_badge: Url::resource(view, &Resource::Badge(slug.clone(), Badge::Status)),
        embed: Url::page(view, &Page::EmbeddedGroup(slug)),
    }
}

/// The group that another calls so: by name, title or id.
fn find(view: &View<'_>, name: &str) -> Option<usize> {
    let name = name.trim();
    let mut groups = view.site().groups();
    let found = groups.find(|(_, group)| {
        group.goes_by(name)
            || group.name.eq_ignore_ascii_case(name)
            || group.title().eq_ignore_ascii_case(name)
    });
    found.map(|(index, _)| index)
}
