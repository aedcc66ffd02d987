//! Fair times for people: a heat strip of the week, and the best times with everybody's clocks.

use std::fmt::Write as _;

use folkmoot_calendar::{Comfort, Hours, LocalTime};
use folkmoot_diagnostics::render::visible;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::busy::Clash;
use super::people::Unplaced;
use super::{Proposal, Slots};
use crate::cell::{cut, fit, width, wrap};
use crate::meetings::{weekday, zone_name};
use crate::terminal::Styles;

/// Columns before the strip: a zone's city, or a day.
const LABEL: usize = 18;
/// From this width on a half hour takes two columns.
const WIDE: usize = LABEL + 2 + 96;

/// How a moment suits all, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Heat {
    AllWorking,
    AllAwake,
    MostAwake,
    FewAwake,
    Nobody,
}

impl Heat {
    fn sign(self) -> char {
        match self {
            Self::AllWorking => '█',
            Self::AllAwake => '▓',
            Self::MostAwake => '▒',
            Self::FewAwake => '░',
            Self::Nobody => '·',
        }
    }

    fn style(self, styles: &Styles) -> &'static str {
        match self {
            Self::AllWorking | Self::AllAwake => styles.green,
            Self::MostAwake => styles.yellow,
            Self::FewAwake => styles.red,
            Self::Nobody => styles.dim,
        }
    }
}

/// The strip, the zones, the proposals; at most `columns` wide.
pub(super) fn render(slots: &Slots<'_>, columns: usize, color: bool) -> String {
    let styles = Styles::new(color);
    let Styles { bold, dim, reset, .. } = styles;
    let mut out = String::new();
    let people = match slots.people.len() {
        1 => "1 person".to_owned(),
        people => format!("{people} people"),
    };
    let zones = if slots.residents.len() == 1 {
        "1 zone".to_owned()
    } else {
        format!("{} zones", slots.residents.len())
    };
    let title = format!("{} of {people} in {zones}", length(slots.minutes));
    let groups = cut(&slots.groups.join(", "), columns.saturating_sub(width(&title) + 6));
    // Writing to a string cannot fail.
    let _ = writeln!(out, " {bold}{}{reset}  {title}", visible(&groups));
    let _ = writeln!(out, " {dim}hours of the strip are those of {}{reset}\n", zone_name(&slots.zone));
    let cell = if columns >= WIDE { 2 } else { 1 };
    strip(&mut out, slots, cell, &styles);
    let proposals = &slots.proposals;
    if proposals.is_empty() {
        let _ = writeln!(out, "\n No time was found. Allow more with --hours 07:00-22:00 or --days mon-sun.");
    }
    for (number, proposal) in proposals.iter().enumerate() {
        propose(&mut out, slots, number + 1, proposal, columns, &styles);
    }
    if !slots.unplaced.is_empty() {
        let who: Vec<String> = slots.unplaced.iter().map(Unplaced::told).collect();
        let text = format!("Not counted, for want of a `timezone` in people.yaml: {}.", who.join(", "));
        out.push('\n');
        for line in wrap(&visible(&text), columns.saturating_sub(2)) {
            let _ = writeln!(out, " {dim}{line}{reset}");
        }
    }
    out
}

/// A row of 24 hours for each day, then one for each zone.
fn strip(out: &mut String, slots: &Slots<'_>, cell: usize, styles: &Styles) {
    let Styles { dim, reset, .. } = styles;
    let axis: String = (0..8).map(|hour| fit(&format!("{:02}", hour * 3), 6 * cell)).collect();
    let _ = writeln!(out, " {}{dim}{}{reset}", " ".repeat(LABEL), axis.trim_end());
    for day in slots.monday.series(1.day()).take(7) {
        if !slots.hours.days.contains(&day.weekday()) {
            continue;
        }
        let marks = |start: Timestamp| {
            let is_one = |one: &Proposal| one.days.iter().any(|(_, first)| *first == start);
            let at = slots.proposals.iter().position(is_one)?;
            char::from_digit(u32::try_from(at + 1).ok().filter(|number| *number < 10)?, 10)
        };
        row(out, weekday(day.weekday()), day, slots, cell, styles, |start| {
            (heat(slots, start), marks(start))
        });
    }
    out.push('\n');
    let wednesday = slots.monday.checked_add(2.days()).unwrap_or(slots.monday);
    // A zone's row is of its clock alone, whatever day it is there.
    let clock = Hours { days: Weekday::Monday.cycle_forward().take(7).collect(), ..slots.hours.clone() };
    for one in slots.residents {
        let count = if one.people == 1 { String::new() } else { format!(" ×{}", one.people) };
        let label = format!("{}{count}", cut(&city(&one.zone), LABEL.saturating_sub(1 + width(&count))));
        row(out, &label, wednesday, slots, cell, styles, |start| {
            let heat = match clock.comfort(&one.zone, start, 30) {
                Comfort::Working => Heat::AllWorking,
                Comfort::Awake => Heat::AllAwake,
                Comfort::Away => Heat::Nobody,
            };
            (heat, None)
        });
    }
    let legend = [
        (Heat::AllWorking, "all at work"),
        (Heat::AllAwake, "all within hours"),
        (Heat::MostAwake, "most"),
        (Heat::FewAwake, "few"),
        (Heat::Nobody, "nobody"),
    ];
    let legend = legend.map(|(heat, word)| format!("{}{}{reset} {word}", heat.style(styles), heat.sign()));
    let _ = writeln!(out, " {}{}", " ".repeat(LABEL), legend.join("  "));
}

fn row(
    out: &mut String,
    label: &str,
    day: Date,
    slots: &Slots<'_>,
    cell: usize,
    styles: &Styles,
    of: impl Fn(Timestamp) -> (Heat, Option<char>),
) {
    let Styles { bold, reset, .. } = styles;
    let mut line = format!(" {}", fit(label, LABEL));
    let mut current = "";
    for half in 0..48_i64 {
        let time = jiff::civil::Time::midnight().wrapping_add((half * 30).minutes());
        let Ok(start) = day.to_datetime(time).to_zoned(slots.zone.clone()) else { continue };
        let (heat, mark) = of(start.timestamp());
        let style = if mark.is_some() { *bold } else { heat.style(styles) };
        if style != current {
            let _ = write!(line, "{reset}{style}");
            current = style;
        }
        let sign = heat.sign();
        line.push(mark.unwrap_or(sign));
        line.extend(std::iter::repeat_n(sign, cell - 1));
    }
    let _ = writeln!(out, "{line}{reset}");
}

/// How a meeting from `start` on suits all of the people.
fn heat(slots: &Slots<'_>, start: Timestamp) -> Heat {
    let (mut working, mut awake, mut all) = (0, 0, 0);
    for one in slots.residents {
        all += one.people;
        match slots.hours.comfort(&one.zone, start, slots.minutes) {
            Comfort::Working => (working, awake) = (working + one.people, awake + one.people),
            Comfort::Awake => awake += one.people,
            Comfort::Away => {}
        }
    }
    match awake {
        _ if working == all => Heat::AllWorking,
        _ if awake == all => Heat::AllAwake,
        0 => Heat::Nobody,
        _ if awake * 2 >= all => Heat::MostAwake,
        _ => Heat::FewAwake,
    }
}

/// A time with the local times of each zone's people.
fn propose(
    out: &mut String,
    slots: &Slots<'_>,
    number: usize,
    proposal: &Proposal,
    columns: usize,
    styles: &Styles,
) {
    let Styles { bold, dim, yellow, red, green, reset, .. } = styles;
    let fair = &proposal.fair;
    let zone = zone_name(&slots.residents[fair.zone].zone);
    let away = slots.residents.iter().zip(&fair.comfort).filter(|(_, comfort)| **comfort == Comfort::Away);
    let away: Vec<String> = away.map(|(one, _)| city(&one.zone)).collect();
    let (style, verdict) = match fair.comfort.iter().max() {
        Some(Comfort::Working) | None => (green, "all at work, all year".to_owned()),
        Some(Comfort::Awake) => (green, "all within hours, all year".to_owned()),
        Some(Comfort::Away) => (yellow, format!("outside hours in {}", away.join(", "))),
    };
    let days = days(proposal);
    let when = format!("{days} {} {zone}", fair.time.strftime("%H:%M"));
    let room = columns.saturating_sub(width(&when) + 7);
    let verdict =
        if width(&verdict) <= room { verdict } else { format!("outside hours in {} zones", away.len()) };
    let _ = writeln!(out, "\n {bold}{number}  {when}{reset}  {style}{verdict}{reset}");
    let names = slots.residents.iter().map(|one| width(&city(&one.zone))).max().unwrap_or(0).min(20);
    for (at, one) in slots.residents.iter().enumerate() {
        let style = match fair.comfort[at] {
            Comfort::Working => *dim,
            Comfort::Awake => *yellow,
            Comfort::Away => *red,
        };
        let who: Vec<&str> = slots
            .people
            .iter()
            .filter(|person| person.zone == one.zone)
            .map(|person| person.name.as_str())
            .collect();
        let times = times(&proposal.local[at], day_apart(&one.zone, proposal));
        let room = columns.saturating_sub(names + 7);
        let mut lines = wrap(&times, room);
        let last = lines.pop().unwrap_or_default();
        for (number, line) in lines.iter().enumerate() {
            let place = if number == 0 { city(&one.zone) } else { String::new() };
            let _ = writeln!(out, "    {style}{}  {line}{reset}", fit(&place, names));
        }
        let place = if lines.is_empty() { city(&one.zone) } else { String::new() };
        let who = cut(&who.join(", "), room.saturating_sub(width(&last) + 2));
        let who = if who.is_empty() { who } else { format!("  {dim}{}{reset}", visible(&who)) };
        let _ = writeln!(out, "    {style}{}  {last}{reset}{who}", fit(&place, names));
    }
    for title in &proposal.present {
        let _ = writeln!(out, "    {dim}now: {}{reset}", visible(&cut(title, columns.saturating_sub(10))));
    }
    for clash in &proposal.clashes {
        let lines = wrap(&visible(&told(clash)), columns.saturating_sub(6));
        for (number, line) in lines.iter().enumerate() {
            let mark = if number == 0 { "!" } else { " " };
            let _ = writeln!(out, "  {red}{mark}{reset} {line}");
        }
    }
}

/// `Tuesday`, `Mon–Fri`, `Mon–Wed, Fri`.
fn days(proposal: &Proposal) -> String {
    let mut days: Vec<Weekday> = proposal.days.iter().map(|(day, _)| *day).collect();
    if let [one] = days[..] {
        return weekday(one).to_owned();
    }
    days.sort_by_key(|day| day.to_monday_zero_offset());
    let runs = days.chunk_by(|a, b| b.since(*a) == 1).map(|run| match run {
        [first, _, .., last] => {
            format!("{}–{}", &weekday(*first)[..3], &weekday(*last)[..3])
        }
        _ => run.iter().map(|day| &weekday(*day)[..3]).collect::<Vec<_>>().join(", "),
    });
    runs.collect::<Vec<_>>().join(", ")
}

/// `Ana Sample has SIG Docs: Weekly, 26 times a year`
fn told(clash: &Clash) -> String {
    let has = if clash.who.len() == 1 { "has" } else { "have" };
    let times = if clash.times == 1 { "once".to_owned() } else { format!("{} times", clash.times) };
    format!("{} {has} {} then, {times} a year", clash.who.join(", "), clash.title)
}

/// Days between the date where the meeting is fixed and the one in `zone`, in words.
fn day_apart(zone: &TimeZone, proposal: &Proposal) -> &'static str {
    let (day, first) = proposal.days[0];
    match zone.to_datetime(first).weekday().since(day) {
        0 => "",
        1 => " the day after",
        _ => " the day before",
    }
}

/// `15:00, but 14:00 15–22 Mar, 1 Nov`: the local time of most of the year, then the others with their dates.
fn times(local: &[LocalTime], apart: &str) -> String {
    let mut by_time: Vec<(jiff::civil::Time, i32, Vec<String>)> = Vec::new();
    for (number, run) in local.iter().enumerate() {
        let days = run.last.since(run.first).map_or(0, |span| span.get_days());
        let day = |date: Date| date.strftime("%-d %b").to_string();
        let when = match (number, number + 1 == local.len()) {
            (0, _) => format!("until {}", day(run.last)),
            (_, true) => format!("from {}", day(run.first)),
            _ if run.first == run.last => day(run.first),
            _ if run.first.first_of_month() == run.last.first_of_month() => {
                format!("{}–{}", run.first.day(), day(run.last))
            }
            _ => format!("{}–{}", day(run.first), day(run.last)),
        };
        match by_time.iter_mut().find(|(time, _, _)| *time == run.time) {
            Some((_, total, runs)) => {
                *total += days + 7;
                runs.push(when);
            }
            None => by_time.push((run.time, days + 7, vec![when])),
        }
    }
    by_time.sort_by_key(|(_, days, _)| std::cmp::Reverse(*days));
    let clock = |time: &jiff::civil::Time| time.strftime("%H:%M").to_string();
    let mut parts = by_time.iter();
    let mut out = parts.next().map(|(time, _, _)| format!("{}{apart}", clock(time))).unwrap_or_default();
    for (number, (time, _, runs)) in parts.enumerate() {
        let but = if number == 0 { ", but" } else { ";" };
        let _ = write!(out, "{but} {} {}", clock(time), runs.join(", "));
    }
    out
}

/// `Los Angeles` of `America/Los_Angeles`.
fn city(zone: &TimeZone) -> String {
    let name = zone_name(zone);
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

fn length(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} minutes"),
        (1, 0) => "an hour".to_owned(),
        (hours, 0) => format!("{hours} hours"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
