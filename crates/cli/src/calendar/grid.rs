//! A month as a grid of weeks.
//!
//! Days without a meeting in the whole month (mostly Saturday and Sunday) leave their room to the others.

use std::fmt::Write as _;

use folkmoot_diagnostics::render::visible;
use jiff::civil::{Date, Weekday};

use super::clash::{Clash, Shared};
use super::month::Month;
use crate::cell::{clip, cut, fit, width, wrap};
use crate::meetings::{Entry, Fate, zone_name};
use crate::terminal::Styles;

/// Columns of a day on which nothing happens: its number and room around it.
const EMPTY: usize = 4;
/// Columns with which a busy day is content while others have next to none.
const ENOUGH: usize = 24;
/// More columns than this make a day hard to find.
const WIDEST: usize = 200;
/// Clashes told in words.
const TOLD: usize = 6;

/// The month in `columns`, at most `lines` meetings a day (0: all).
pub(super) fn render(month: &Month<'_>, lines: usize, columns: usize, color: bool) -> String {
    let styles = Styles::new(color);
    let mut out = String::new();
    let columns = columns.min(WIDEST);
    heading(&mut out, month, columns, &styles);
    Grid::new(month, columns, lines, styles).write(&mut out);
    notes(&mut out, month, columns, &styles);
    out
}

fn heading(out: &mut String, month: &Month<'_>, columns: usize, styles: &Styles) {
    let Styles { bold, dim, reset, .. } = styles;
    let title = month.first.strftime("%B %Y").to_string();
    let name = if month.name.is_empty() { String::new() } else { format!("  {}", visible(month.name)) };
    let zone = format!("times in {}", zone_name(&month.zone));
    let name = cut(&name, columns.saturating_sub(width(&title) + width(&zone) + 4));
    let gap = columns.saturating_sub(1 + width(&title) + width(&name) + width(&zone));
    // Writing to a string cannot fail.
    let _ = writeln!(out, " {bold}{title}{reset}{name}{}{dim}{zone}{reset}\n", " ".repeat(gap.max(1)));
}

struct Grid<'a> {
    month: &'a Month<'a>,
    weeks: Vec<[Option<Date>; 7]>,
    /// Columns of each day of the week.
    widths: [usize; 7],
    lines: usize,
    styles: Styles,
}

impl<'a> Grid<'a> {
    fn new(month: &'a Month<'a>, columns: usize, lines: usize, styles: Styles) -> Self {
        let weeks = month.weeks();
        let mut used = [false; 7];
        for week in &weeks {
            for (at, date) in week.iter().enumerate() {
                used[at] |= date.is_some_and(|date| month.on(date).next().is_some());
            }
        }
        // A month without meetings is as even as any.
        if !used.contains(&true) {
            used = [true; 7];
        }
        let count = used.iter().filter(|used| **used).count();
        // A bar after each day but the last, a blank before the first.
        let room = columns.saturating_sub(6 + 1);
        let most = (room / 7).max(ENOUGH);
        let share = (room.saturating_sub(EMPTY * (7 - count)) / count).clamp(EMPTY, most);
        let quiet =
            room.saturating_sub(share * count).checked_div(7 - count).unwrap_or(0).max(EMPTY).min(share);
        let mut widths = used.map(|used| if used { share } else { quiet });
        let mut rest = room.saturating_sub(widths.iter().sum());
        for (at, width) in widths.iter_mut().enumerate() {
            if used[at] && rest > 0 && share < most {
                *width += 1;
                rest -= 1;
            }
        }
        Self { month, weeks, widths, lines, styles }
    }

    fn write(&self, out: &mut String) {
        let Styles { bold, dim, reset, .. } = &self.styles;
        let names = (0..7).map(|at| {
            let name = weekday(self.month.weekday(at), self.widths[at]);
            format!("{bold}{}{reset}", fit(&format!(" {name}"), self.widths[at]))
        });
        let bar = format!("{dim}│{reset}");
        let _ = writeln!(out, " {}", names.collect::<Vec<_>>().join(" ").trim_end());
        for (number, week) in self.weeks.iter().enumerate() {
            let joint = if number == 0 { "┬" } else { "┼" };
            self.rule(out, joint);
            let cells: Vec<Vec<String>> =
                week.iter().enumerate().map(|(at, date)| self.cell(*date, self.widths[at])).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(1);
            for line in 0..height {
                let parts = cells
                    .iter()
                    .enumerate()
                    .map(|(at, cell)| cell.get(line).cloned().unwrap_or_else(|| " ".repeat(self.widths[at])));
                let line = parts.collect::<Vec<_>>().join(&bar);
                let _ = writeln!(out, " {}", line.trim_end());
            }
        }
        self.rule(out, "┴");
    }

    fn rule(&self, out: &mut String, joint: &str) {
        let Styles { dim, reset, .. } = &self.styles;
        let parts: Vec<String> = self.widths.iter().map(|width| "─".repeat(*width)).collect();
        let _ = writeln!(out, " {dim}{}{reset}", parts.join(joint));
    }

    /// A day: its number, what is special about it, its meetings.
    fn cell(&self, date: Option<Date>, columns: usize) -> Vec<String> {
        let Some(date) = date else { return Vec::new() };
        let mut out = vec![self.number(date, columns)];
        let all: Vec<usize> = self.month.on(date).collect();
        let all_fit = self.lines == 0 || all.len() <= self.lines;
        let shown = if all_fit { all.len() } else { self.lines.saturating_sub(1) };
        out.extend(all.iter().take(shown).map(|&at| self.meeting(at, columns)));
        if !all_fit {
            let Styles { dim, reset, .. } = &self.styles;
            out.push(format!("{dim}{}{reset}", fit(&format!(" +{} more", all.len() - shown), columns)));
        }
        out
    }

    fn number(&self, date: Date, columns: usize) -> String {
        let Styles { bold, dim, today, yellow, reset, .. } = &self.styles;
        let is_today = date == self.month.today;
        let number = if is_today { format!("[{}]", date.day()) } else { format!(" {}", date.day()) };
        let changes = self.month.changes.iter().any(|change| change.date == date);
        let change = if changes { " ±" } else { "" };
        let pause = self.month.breaks.iter().find(|one| (one.from..=one.to).contains(&date));
        let pause = pause.map(|one| one.name.non_empty().unwrap_or("no meetings"));
        let pause = pause.map(|name| format!(" {}", visible(name))).unwrap_or_default();
        let used = width(&number) + width(change);
        let style = if is_today { today } else { bold };
        // A narrow day has no room for more than its number.
        let rest = columns.saturating_sub(used);
        let (pause, change) = (fit(&pause, rest), if used <= columns { change } else { "" });
        format!("{style}{number}{reset}{yellow}{change}{reset}{dim}{pause}{reset}")
    }

    /// `18:00 SIG Docs`, with a mark between where something is amiss.
    fn meeting(&self, at: usize, columns: usize) -> String {
        let Styles { dim, red, yellow, reset, .. } = &self.styles;
        let entry = &self.month.entries[at];
        let mark = mark(entry, self.month.clashing.contains(&at));
        let style = match mark {
            '!' => red,
            '×' | '»' | ' ' => dim,
            _ => yellow,
        };
        let time = entry.start.strftime("%H:%M");
        let room = columns.saturating_sub(7);
        let title = self.month.short_title(entry, room);
        let title = visible(&title).replace(['\n', '\t'], " ");
        // Where there is room for a word alone, its letters say more than dots.
        let text = if room < 12 { clip(&title, room) } else { fit(&title, room) };
        let text = if entry.fate.takes_place() { text } else { format!("{dim}{text}{reset}") };
        format!(" {style}{time}{mark}{reset}{text}")
    }
}

/// What stands between time and title.
fn mark(entry: &Entry<'_>, clashes: bool) -> char {
    match entry.fate {
        Fate::Cancelled => '×',
        Fate::MovedAway(_) => '»',
        _ if clashes => '!',
        Fate::MovedHere => '«',
        Fate::Extra => '+',
        Fate::Regular => ' ',
    }
}

/// `Wednesday` where there is room, `Wed` or `We` where there is not.
fn weekday(day: Weekday, columns: usize) -> &'static str {
    let (long, short) = match day {
        Weekday::Monday => ("Monday", "Mon"),
        Weekday::Tuesday => ("Tuesday", "Tue"),
        Weekday::Wednesday => ("Wednesday", "Wed"),
        Weekday::Thursday => ("Thursday", "Thu"),
        Weekday::Friday => ("Friday", "Fri"),
        Weekday::Saturday => ("Saturday", "Sat"),
        Weekday::Sunday => ("Sunday", "Sun"),
    };
    if columns > 16 { long } else { short }
}

/// Below the grid: what the marks mean, in words.
fn notes(out: &mut String, month: &Month<'_>, columns: usize, styles: &Styles) {
    let Styles { dim, yellow, red, reset, .. } = styles;
    let mut note = |mark: &str, style: &str, text: &str| {
        let lines = wrap(&visible(text), columns.saturating_sub(4));
        for (number, line) in lines.iter().enumerate() {
            let mark = if number == 0 { mark } else { " " };
            let _ = writeln!(out, " {style}{mark}{reset} {line}");
        }
    };
    for change in &month.changes {
        note("±", yellow, &format!("{}: {}", change.date.strftime("%a %-d"), change.told()));
    }
    for one in &month.breaks {
        let name = one.name.non_empty().unwrap_or("no meetings");
        let days = if one.from == one.to {
            one.from.strftime("%-d %b").to_string()
        } else {
            format!("{}–{}", one.from.strftime("%-d %b"), one.to.strftime("%-d %b"))
        };
        note("~", dim, &format!("{days}: {name}"));
    }
    for clash in month.clashes.iter().take(TOLD) {
        note("!", red, &told(month, clash));
    }
    if month.clashes.len() > TOLD {
        note(" ", dim, &format!("and {} more clashes (--format json names all)", month.clashes.len() - TOLD));
    }
    for entry in month.entries.iter().filter(|entry| entry.note.is_some()) {
        let text = entry.note.as_deref().unwrap_or_default();
        let mark = mark(entry, false).to_string();
        note(&mark, yellow, &format!("{}: {}, {text}", entry.start.strftime("%a %-d %H:%M"), entry.title));
    }
    let meetings = month.entries.iter().filter(|entry| entry.fate.takes_place()).count();
    let mut last = if meetings == 1 { "1 meeting".to_owned() } else { format!("{meetings} meetings") };
    if month.undated > 0 {
        let is = if month.undated == 1 { "is" } else { "are" };
        let _ = write!(
            last,
            "; {} series without certain dates {is} not shown (`folkmoot agenda` says why)",
            month.undated
        );
    }
    for line in wrap(&last, columns.saturating_sub(2)) {
        let _ = writeln!(out, " {dim}{line}{reset}");
    }
}

/// `Wed 2 18:00: SIG Docs: Call and SIG Node: Call at once, 4 times: both in zoom-1, both led by @ana`
fn told(month: &Month<'_>, clash: &Clash) -> String {
    let (a, b) = (&month.entries[clash.first.0], &month.entries[clash.first.1]);
    let times = if clash.times == 1 { String::new() } else { format!(", {} times", clash.times) };
    let mut shared: Vec<String> = Vec::new();
    let mut leads: Vec<String> = Vec::new();
    for thing in &clash.shared {
        match thing {
            Shared::Room(room) => shared.push(format!("both in {room}")),
            Shared::Link(_) => shared.push("one link to join both".to_owned()),
            Shared::Lead(lead) => leads.push(format!("@{lead}")),
        }
    }
    if leads.len() > 3 {
        let more = leads.len() - 2;
        leads.truncate(2);
        leads.push(format!("{more} more"));
    }
    if let Some(last) = leads.pop() {
        let leads = if leads.is_empty() { last } else { format!("{} and {last}", leads.join(", ")) };
        shared.push(format!("both led by {leads}"));
    }
    let when = b.start.strftime("%a %-d %H:%M");
    format!("{when}: {} and {} at once{times}: {}", a.title, b.title, shared.join(", "))
}
