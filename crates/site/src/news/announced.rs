//! What the record says with a date: lives of groups, terms of people, departures from a rule, breaks.

use folkmoot_model::{Group, Person, Planned};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use maud::html;

use super::Entry;
use crate::{Page, View, badge, moment, people, wording};

/// Days after which a dated event is no news.
const PAST: i64 = 366;
/// Days ahead of a departure or break from which it is announced.
const AHEAD: i64 = 28;

/// What there is to announce of the community, or of the group at `only`.
pub(super) fn entries(view: &View<'_>, only: Option<usize>) -> Vec<Entry> {
    let mut out = Vec::new();
    for (index, group) in view.site().groups().filter(|(index, _)| only.is_none_or(|only| only == *index)) {
        let group = One { view, index, group };
        group.status(&mut out);
        group.terms(&mut out);
        if !group.group.is_retired() {
            for planned in view.site().community().planned_of(group.group) {
                group.departures(&planned, &mut out);
            }
        }
    }
    for pause in &view.site().community().breaks {
        let for_group = only.is_none_or(|index| pause.is_for(&view.site().community().groups[index]));
        let Some(updated) = announced(view, pause.from).filter(|_| for_group) else { continue };
        let (from, to) = (moment::day(view, pause.from), moment::day(view, pause.to));
        let title = match pause.from == pause.to {
            true => view.text_with("news-break-day", [("from", from.into())]),
            false => view.text_with("news-break", [("from", from.into()), ("to", to.into())]),
        };
        out.push(Entry {
            name: format!("break/{}", pause.from),
            title,
            updated,
            page: Page::Home,
            content: html! { @if let Some(name) = pause.name.non_empty() { p { (name) } } }.into_string(),
        });
    }
    out
}

/// When a thing of that day is told: four weeks ahead; `None` where that is to come, or long past.
fn announced(view: &View<'_>, day: Date) -> Option<Timestamp> {
    let first = day.checked_sub(AHEAD.days()).ok()?;
    recent(view, first)
}

/// The start of a day that has come and is not long past.
fn recent(view: &View<'_>, day: Date) -> Option<Timestamp> {
    let at = moment::midnight(day);
    let oldest = moment::today(view.now()).checked_sub(PAST.days()).ok()?;
    (at <= view.now() && day >= oldest).then_some(at)
}

/// A group that is told of.
struct One<'a> {
    view: &'a View<'a>,
    index: usize,
    group: &'a Group,
}

impl One<'_> {
    fn entry(&self, name: &str, title: String, updated: Timestamp, content: String) -> Entry {
        let slug = self.view.site().slug(self.index);
        Entry { name: format!("{slug}/{name}"), title, updated, page: Page::Group(slug.to_owned()), content }
    }

    fn status(&self, out: &mut Vec<Entry>) {
        let Some(status) = &self.group.status else { return };
        let Some((since, updated)) = status.since.and_then(|day| Some((day, recent(self.view, day)?))) else {
            return;
        };
        let state = badge::state(self.view, &status.state);
        let args = [("group", self.group.title().into()), ("state", state.into())];
        let reason = html! { @if let Some(reason) = status.reason.non_empty() { p { (reason) } } };
        let title = self.view.text_with("news-status", args);
        out.push(self.entry(&format!("status/{since}"), title, updated, reason.into_string()));
    }

    fn terms(&self, out: &mut Vec<Entry>) {
        let leads = self.group.leadership.all();
        let members = self.group.members.iter().map(|person| ("members", person));
        let subprojects = self.group.subprojects.iter().flat_map(|one| &one.leads);
        let subprojects = subprojects.map(|person| ("subproject_leads", person));
        for (role, person) in leads.chain(members).chain(subprojects) {
            let ends =
                [("news-role-since", "since", person.since), ("news-role-until", "until", person.until)];
            for (message, end, day) in ends {
                let Some((day, updated)) = day.and_then(|day| Some((day, recent(self.view, day)?))) else {
                    continue;
                };
                let args = [
                    ("group", self.group.title().into()),
                    ("person", people::name(person).into()),
                    ("role", self.role(role).into()),
                ];
                let title = match message {
                    "news-role-since" => self.view.text_with("news-role-since", args),
                    _ => self.view.text_with("news-role-until", args),
                };
                let name = format!("role/{role}/{}/{end}/{day}", people::key(person));
                out.push(self.entry(&name, title, updated, about(person)));
            }
        }
    }

    fn role(&self, key: &str) -> String {
        let view = self.view;
        match key {
            "chairs" => view.text("news-role-chairs"),
            "tech_leads" => view.text("news-role-tech-leads"),
            "emeritus_leads" => view.text("news-role-emeritus-leads"),
            "members" => view.text("news-role-members"),
            "subproject_leads" => view.text("news-role-subproject-leads"),
            own => wording::sentence(own).to_lowercase(),
        }
    }

    /// Meetings that are called off, moved or added.
    fn departures(&self, planned: &Planned<'_>, out: &mut Vec<Entry>) {
        let (view, exceptions) = (self.view, &planned.meeting.exceptions);
        if exceptions.is_empty() {
            return;
        }
        let series = planned.title();
        let change = view.history().last_change(planned.meeting).map(|change| change.at);
        let mut tell = |kind: &str, day: Date, title: String, why: &str| {
            let Some(first) = announced(view, day) else { return };
            // Said later than four weeks ahead: then it is news when it is said.
            let updated = change.filter(|change| *change > first && *change <= view.now()).unwrap_or(first);
            let content = html! { @if !why.trim().is_empty() { p { (why) } } };
            let series = crate::page::slug(&series);
            out.push(self.entry(&format!("{kind}/{series}/{day}"), title, updated, content.into_string()));
        };
        let on = |day: Date| moment::day(view, day);
        for one in &exceptions.cancelled {
            let args = [("series", series.as_str().into()), ("day", on(one.date).into())];
            tell("cancelled", one.date, view.text_with("news-cancelled", args), &one.why);
        }
        for one in &exceptions.moved {
            let when = |day: Date, time: &str| format!("{} {}", on(day), time.trim()).trim_end().to_owned();
            let to = when(one.to.unwrap_or(one.date), &one.time);
            let args = [("series", series.as_str().into()), ("from", on(one.date).into()), ("to", to.into())];
            tell("moved", one.date, view.text_with("news-moved", args), &one.why);
        }
        for one in &exceptions.extra {
            let title = one.title.non_empty().unwrap_or(&series);
            let args = [("series", title.into()), ("day", on(one.date).into())];
            tell("extra", one.date, view.text_with("news-extra", args), &one.why);
        }
    }
}

fn about(person: &Person) -> String {
    html! {
        p {
            @match people::profile(&person.github) {
                Some(href) => { a href=(href) { (people::name(person)) } }
                None => { (people::name(person)) }
            }
            @if let Some(company) = person.company.non_empty() { ", " (company) }
        }
    }
    .into_string()
}
