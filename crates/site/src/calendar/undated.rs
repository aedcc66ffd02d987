//! Series that no calendar can hold, with their words and what is not certain about them: nothing is lost.

use folkmoot_calendar::{Cadence, Doubt};
use folkmoot_model::Planned;
use maud::{Markup, html};

use super::list::own_title;
use super::series::Series;
use crate::{View, markdown, meeting};

pub(super) fn section(view: &View<'_>, series: &[Series<'_>]) -> Markup {
    let undated: Vec<&Series<'_>> = series.iter().filter(|one| one.planned.series.is_none()).collect();
    html! {
        @if !undated.is_empty() {
            section.undated aria-labelledby="undated" {
                h2 id="undated" { (view.text("calendar-undated")) " " span.count { (undated.len()) } }
                p.quiet { (view.text("calendar-undated-why")) }
                ul.undated-list { @for one in undated { (row(view, one)) } }
            }
        }
    }
}

fn row(view: &View<'_>, one: &Series<'_>) -> Markup {
    let planned = &one.planned;
    let when = meeting::when(view, planned.meeting);
    html! {
        li data-group=(view.slug(one.group)) {
            p.title { (own_title(view, planned, None)) " " span.group-name { a href=(view.group_href(one.group)) { (planned.group.title()) } } }
            p {
                @if !when.is_empty() { (when) }
                @for term in meeting::terms(view, planned.meeting) { span.term { (markdown::plain(&term)) } }
            }
            p.quiet { (reason(view, planned)) }
        }
    }
}

/// Why the series has no dates.
fn reason(view: &View<'_>, planned: &Planned<'_>) -> String {
    let schedule = &planned.schedule;
    match &schedule.cadence {
        Cadence::OnDemand => return view.text("calendar-on-demand"),
        Cadence::Unstated => return view.text("calendar-no-frequency"),
        Cadence::Recurring(_) | Cadence::Unclear => {}
    }
    let telling = |doubt: &&Doubt| !matches!(doubt, Doubt::Misspelt { .. } | Doubt::RruleDisagrees);
    match schedule.doubts.iter().find(telling) {
        Some(Doubt::Unanchored) => view.text("calendar-unanchored"),
        Some(Doubt::WeekOfMonthUnknown) => view.text("calendar-week-unknown"),
        Some(Doubt::TwiceAMonthUnknown) => view.text("calendar-weeks-unknown"),
        Some(Doubt::Bimonthly) => view.text("calendar-bimonthly"),
        Some(Doubt::SeveralFrequencies) => view.text("calendar-several-frequencies"),
        Some(Doubt::ZoneAmbiguous) => view.text("calendar-zone-ambiguous"),
        Some(Doubt::ZoneUnknown) => view.text("calendar-zone-unknown"),
        Some(Doubt::TimeImpossible) => view.text("calendar-time-impossible"),
        Some(Doubt::DayUnread) => view.text("calendar-day-unread"),
        Some(_) => view.text("calendar-unread"),
        None if schedule.clock.is_none() => view.text("calendar-no-time"),
        None => view.text("calendar-no-zone"),
    }
}
