//! A meeting takes place every other week, and the record does not say in which.
//!
//! `biweekly` on a Tuesday can mean either Tuesday. A first date says which: `starts: 2026-11-05`. Without one the dates of the
//! group's meeting records are asked (`sig-docs/meetings/2026-11-05.md`): where two thirds of them agree and the latest is
//! among those, calendars follow them, and this finding says so. Found once a group.
//!
//! ## Why it matters
//!
//! Where the records do not tell either, the meeting is in no calendar, and its next date is known only to those who were
//! there. Where they tell, one meeting that was put off by a week turns everybody's calendar.
//!
//! ## How to mend it
//!
//! Add `starts` with the date of any past meeting; the message offers the dates that are possible. This writes one:
//!
//! ```text
//! folkmoot check --fix --starts sig-docs=2026-11-05
//! ```
//!
//! A file that the Kubernetes generator rewrites cannot hold that key; the words of the frequency can, and this command
//! writes them: `biweekly starting from 2026-11-05`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Monday, time: "9:00", tz: UTC, frequency: biweekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings:
//!   - {description: Call, day: Monday, time: "9:00", tz: UTC, frequency: biweekly, starts: 2026-11-02}
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::{Diagnostic, Severity};
use folkmoot_model::{Tally, Votes};
use jiff::civil::Date;

use super::Series;
use crate::{Check, Context, Findings, group_key};

/// Series of a group that are shown; the others are counted.
const SHOWN: usize = 6;

/// First dates that are offered: of a series every four weeks, all.
const OFFERED: usize = 4;

pub(crate) const CHECK: Check =
    Check::new("meeting-unanchored", Severity::Note, include_str!("meeting_unanchored.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for (_, all) in super::series::by_group(context.series()) {
        let open = |series: &&Series<'_>| {
            series.schedule.clock.is_some() && series.schedule.doubts.contains(&Doubt::Unanchored)
        };
        let open: Vec<&Series<'_>> = all.iter().filter(open).collect();
        if let Some(first) = open.first() {
            let message = match open.len() {
                1 => format!("nothing says in which weeks {} takes place", first.full_title()),
                many => format!(
                    "nothing says in which weeks {many} meetings of {} take place",
                    first.group.title()
                ),
            };
            let finding = open.iter().take(SHOWN).fold(out.finding(message), |finding, series| {
                let place = series.place(&series.meeting.frequency, |span| context.first_line(span));
                finding.at(place, offer(series, context.today))
            });
            let finding = match open.len().saturating_sub(SHOWN) {
                0 => finding,
                1 => finding.why("one more series of this group leaves it open"),
                more => finding.why(format!("{more} more series of this group leave it open")),
            };
            let disagreeing = open.iter().filter_map(|series| Some((series, series.votes.as_ref()?)));
            let finding = disagreeing.fold(finding, |finding, (series, votes)| {
                finding.why(format!("the dated records of {} disagree: {}", series.title(), told(votes)))
            });
            out.add(how_to_mend(context, finding.why("a calendar cannot show the next one"), first, &open));
        }
        for series in all {
            if let Some((votes, tally)) =
                series.votes.as_ref().and_then(|votes| Some((votes, votes.settled()?)))
            {
                out.add(by_records(context, out, series, votes, tally));
            }
        }
    }
}

/// A series whose weeks only the records tell.
fn by_records(
    context: &Context<'_>,
    out: &Findings,
    series: &Series<'_>,
    votes: &Votes,
    tally: &Tally,
) -> Diagnostic {
    let place = series.place(&series.meeting.frequency, |span| context.first_line(span));
    let finding = out
        .finding(format!("only its records say in which weeks {} takes place", series.full_title()))
        .at(place, "in which weeks?")
        .why(format!("calendars follow the dated records: {}", told(votes)));
    let path = &tally.latest.path;
    let finding =
        finding.help(format!("the latest of them is `{path}`; where it is still right, write its date down"));
    how_to_mend(context, finding, series, &[series])
}

/// `5 of 6 are in step with 3 November 2026`
fn told(votes: &Votes) -> String {
    let all = votes.records();
    let one = |tally: &Tally| {
        let date = tally.latest.date.strftime("%-d %B %Y");
        match (all, tally.records) {
            (1, _) => format!("there is one, of {date}"),
            (_, 1) => format!("one of {all} is in step with {date}"),
            (_, some) if some == all => format!("all {all} are in step with {date}"),
            (_, some) => format!("{some} of {all} are in step with {date}"),
        }
    };
    votes.tallies.iter().take(OFFERED).map(one).collect::<Vec<_>>().join(", ")
}

/// `“Call”: since 2026-11-24 or 2026-12-01?`
fn offer(series: &Series<'_>, today: Date) -> String {
    let candidates = series.candidates(today);
    let dates: Vec<String> = candidates.iter().take(OFFERED).map(ToString::to_string).collect();
    match dates.as_slice() {
        [init @ .., last] if !init.is_empty() && candidates.len() <= OFFERED => {
            format!("{}: from {} or {last}?", series.title(), init.join(", "))
        }
        [] => format!("{}: since when?", series.title()),
        dates => format!(
            "{}: from {} or one of {} more?",
            series.title(),
            dates.join(", "),
            candidates.len() - dates.len()
        ),
    }
}

fn how_to_mend(
    context: &Context<'_>,
    finding: Diagnostic,
    first: &Series<'_>,
    open: &[&Series<'_>],
) -> Diagnostic {
    let group = group_key(first.group);
    // Which of the dates is right only people know: none of them stands ready to be copied.
    let settled = first.votes.as_ref().and_then(Votes::settled);
    let date = settled.map_or_else(|| "DATE".to_owned(), |tally| tally.latest.date.to_string());
    let series = match (open.len(), first.meeting.description.non_empty()) {
        (2.., Some(description)) => format!("\"{group}/{description}={date}\""),
        _ => format!("{group}={date}"),
    };
    let key = match context.community.profile.rewrites_data {
        true => format!("name the date of one meeting in the frequency: `biweekly starting from {date}`"),
        false => format!("add the date of one meeting: `starts: {date}`"),
    };
    finding.help(format!("{key}; `folkmoot check --fix --starts {series}` writes it")).in_group(group)
}
