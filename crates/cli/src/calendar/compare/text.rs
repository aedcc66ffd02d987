//! What differs, for people.

use std::fmt::Write as _;

use folkmoot_calendar::Frequency;
use folkmoot_calendar::ics::{Difference, Entry};
use folkmoot_diagnostics::render::visible;
use jiff::civil::{Date, Time, Weekday};

use super::Compared;
use crate::meetings::{weekday, zone_name};
use crate::terminal::Styles;

/// Sections with a heading each; those with nothing to say are left out.
pub(super) fn render(compared: &Compared<'_>, color: bool) -> String {
    let styles = Styles::new(color);
    let Styles { bold, dim, red, green, yellow, reset, .. } = styles;
    let mut out = String::new();
    let found = &compared.found;
    let (entries, planned) = (&compared.calendar.entries, compared.planned);
    let heading = |out: &mut String, title: &str, count: usize| {
        let gap = if out.is_empty() { "" } else { "\n" };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{gap}{bold}{title}{reset} {dim}({count}){reset}");
    };
    if !found.only_there.is_empty() {
        heading(&mut out, "On the calendar, not in the repository", found.only_there.len());
        for &at in &found.only_there {
            let entry = &entries[at];
            let _ = writeln!(out, "  {green}+{reset} {}", visible(&title(entry)));
            let _ = writeln!(out, "    {dim}{}{reset}", visible(&when(compared, entry)));
        }
    }
    if !found.only_here.is_empty() {
        heading(&mut out, "In the repository, not on the calendar", found.only_here.len());
        for &at in &found.only_here {
            let one = &planned[at];
            let stated = [&one.meeting.day, &one.meeting.time, &one.meeting.tz, &one.meeting.frequency];
            let stated: Vec<&str> = stated.iter().filter_map(|text| text.non_empty()).collect();
            let _ = writeln!(out, "  {red}-{reset} {}", visible(&one.title()));
            let place = compared.place(one);
            let _ = writeln!(out, "    {dim}{place}  {}{reset}", visible(&stated.join(", ")));
        }
    }
    let different: Vec<_> = found.pairs.iter().filter(|pair| !pair.differences.is_empty()).collect();
    if !different.is_empty() {
        heading(&mut out, "On both, with differences", different.len());
        for pair in &different {
            let one = &planned[pair.here];
            let (own, theirs) = (one.title(), title(&entries[pair.there]));
            let _ = writeln!(out, "  {yellow}~{reset} {}", visible(&own));
            let theirs = if own == theirs { String::new() } else { format!("  on the calendar: {theirs}") };
            let _ = writeln!(out, "    {dim}{}{}{reset}", compared.place(one), visible(&theirs));
            for difference in &pair.differences {
                for (what, words) in told(difference) {
                    let _ = writeln!(out, "    {what:<9} {}", visible(&words));
                }
            }
        }
    }
    if !compared.calendar.unread.is_empty() {
        heading(&mut out, "On the calendar, and not compared", compared.calendar.unread.len());
        for unread in &compared.calendar.unread {
            let _ = writeln!(
                out,
                "  {dim}?{reset} {}: {}",
                visible(&unread.summary),
                visible(&unread.reason.to_string())
            );
        }
    }
    let same = found.pairs.len() - different.len();
    let gap = if out.is_empty() { "" } else { "\n" };
    let last = match (compared.agree(), same) {
        (true, 1) => "The calendar and the repository agree: 1 series is on both.".to_owned(),
        (true, same) => format!("The calendar and the repository agree: {same} series are on both."),
        (false, 1) => "1 series is the same on both.".to_owned(),
        (false, same) => format!("{same} series are the same on both."),
    };
    let _ = writeln!(out, "{gap}{dim}{last}{reset}");
    out
}

fn title(entry: &Entry) -> String {
    let title = entry.summary.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { "(without a title)".to_owned() } else { title }
}

/// `every 2 weeks, next Tuesday 24 November 09:00 America/Los_Angeles`
fn when(compared: &Compared<'_>, entry: &Entry) -> String {
    let rule = &entry.series.rule;
    let often = match (rule.frequency, rule.interval) {
        _ if rule.count == Some(1) => "once".to_owned(),
        (Frequency::Daily, 1) => "daily".to_owned(),
        (Frequency::Weekly, 1) => "weekly".to_owned(),
        (Frequency::Monthly, 1) => "monthly".to_owned(),
        (Frequency::Yearly, 1) => "yearly".to_owned(),
        (Frequency::Daily, every) => format!("every {every} days"),
        (Frequency::Weekly, every) => format!("every {every} weeks"),
        (Frequency::Monthly, every) => format!("every {every} months"),
        (Frequency::Yearly, every) => format!("every {every} years"),
    };
    let Some(next) = compared.next(entry) else { return often };
    let zone = if entry.floating { "without a zone" } else { zone_name(next.time_zone()) };
    let next_word = if rule.count == Some(1) { "" } else { "next " };
    if entry.all_day {
        return format!("{often}, {next_word}{}, all day", next.strftime("%A %-d %B %Y"));
    }
    format!("{often}, {next_word}{} {zone}", next.strftime("%A %-d %B %Y %H:%M"))
}

/// A word for what differs, and both sides.
fn told(difference: &Difference) -> Vec<(&'static str, String)> {
    let both = |there: String, here: String| format!("{there} on the calendar, {here} in the repository");
    match difference {
        Difference::Weekday { there, here } => vec![("day", both(days(there), days(here)))],
        Difference::Time { there, here } => vec![("time", both(clock(*there), clock(*here)))],
        Difference::Zone { there, here } => vec![("zone", both(there.clone(), here.clone()))],
        Difference::Length { there, here } => {
            vec![("length", both(format!("{there} min"), format!("{here} min")))]
        }
        Difference::Rhythm { there, here } => vec![("rhythm", both(there.clone(), here.clone()))],
        Difference::Dates { only_there, only_here } => {
            let sides = [(only_there, "on the calendar alone"), (only_here, "in the repository alone")];
            let sides = sides.iter().filter(|(list, _)| !list.is_empty());
            sides.map(|(list, side)| ("dates", format!("{}: {side}", dates(list)))).collect()
        }
        Difference::Link { there, here } => {
            vec![
                ("link", format!("{} on the calendar", there.join(" "))),
                ("", format!("{here} in the repository")),
            ]
        }
        Difference::Undated { next } => {
            vec![(
                "dates",
                format!(
                    "the repository names no first date; next on the calendar: {next} (`starts: {next}`)"
                ),
            )]
        }
    }
}

/// `Monday and Friday`
fn days(list: &[Weekday]) -> String {
    let names: Vec<&str> = list.iter().map(|day| weekday(*day)).collect();
    if names.is_empty() { "no day".to_owned() } else { names.join(" and ") }
}

fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

fn dates(list: &[Date]) -> String {
    let dates: Vec<String> = list.iter().map(|date| date.strftime("%-d %b").to_string()).collect();
    dates.join(", ")
}
