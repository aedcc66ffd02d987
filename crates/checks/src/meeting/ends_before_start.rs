//! A last day stands before its first one.
//!
//! Compared are `starts` and `until` of meetings, `from` and `to` of breaks in `community.yaml`, `since` and `until` of
//! statuses and of people in roles.
//!
//! ## Why it matters
//!
//! Nothing lies between the two: the meeting is on no calendar, the break takes nothing out, the term is empty.
//!
//! ## How to mend it
//!
//! Mostly a year is wrong, or the two were swapped. Write the right one.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, starts: 2026-11-02, until: 2026-10-05}
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! breaks: [{name: Winter break, from: 2026-12-21, to: 2026-01-03}]
//! # --- sigs.yaml
//! sigs: [{dir: sig-docs, name: Docs}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! breaks: [{name: Winter break, from: 2026-12-21, to: 2027-01-03}, {name: A day, from: 2027-05-01, to: 2027-05-01}]
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   status: {state: active, since: 2026-01-01}
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: weekly, starts: 2026-11-02, until: 2027-10-05}
//! ```

use folkmoot_diagnostics::{Diagnostic, Severity, Span};
use folkmoot_model::Group;
use jiff::civil::Date;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("ends-before-start", Severity::Warning, include_str!("ends_before_start.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        let by_rule = series.rule().and_then(|rule| rule.until);
        let last = [series.schedule.until, by_rule].into_iter().flatten().min();
        // What only the records say of the start is no statement of the record.
        let first = series.schedule.starts.filter(|_| series.votes.is_none());
        let text = if series.schedule.until == last { &series.meeting.until } else { &series.meeting.rrule };
        let place = series.place(text, |span| context.first_line(span));
        if let Some(finding) = compare(out, &series.title(), first, last, place) {
            out.add(finding.in_group(group_key(series.group)));
        }
    }
    for one in &context.community.breaks {
        let name = one.name.non_empty().map_or_else(|| "a break".to_owned(), |name| format!("“{name}”"));
        let place = context.first_line(one.span);
        out_if(out, compare(out, &name, Some(one.from), Some(one.to), place));
    }
    for group in context.groups() {
        let found: Vec<Diagnostic> = of_group(context, out, group);
        for finding in found {
            out.add(finding.in_group(group_key(group)));
        }
    }
}

fn of_group(context: &Context<'_>, out: &Findings, group: &Group) -> Vec<Diagnostic> {
    let status = group.status.as_ref().and_then(|status| {
        let name = format!("the status of {}", group.title());
        compare(out, &name, status.since, status.until, context.first_line(status.state.span()))
    });
    let subprojects = group.subprojects.iter().flat_map(|subproject| &subproject.leads);
    let people = group.leadership.all().map(|(_, person)| person).chain(&group.members).chain(subprojects);
    let terms = people.filter_map(|person| {
        let name = person.name.non_empty().or(person.github.non_empty()).unwrap_or("a person");
        let name = format!("the term of {name} in {}", group.title());
        compare(out, &name, person.since, person.until, context.first_line(person.span))
    });
    status.into_iter().chain(terms).collect()
}

fn out_if(out: &mut Findings, finding: Option<Diagnostic>) {
    if let Some(finding) = finding {
        out.add(finding);
    }
}

fn compare(
    out: &Findings,
    what: &str,
    first: Option<Date>,
    last: Option<Date>,
    place: Span,
) -> Option<Diagnostic> {
    let (first, last) = (first?, last?);
    (last < first).then(|| {
        out.finding(format!("{what} ends before it starts"))
            .at(place, format!("from {first} to {last}"))
            .help("write the right one of the two dates; mostly a year is wrong")
    })
}
