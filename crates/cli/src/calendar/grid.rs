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
/// In fewer columns than this a day's meetings cannot be told; the days are listed instead.
const NARROWEST: usize = 10;
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
    let grid = Grid::new(month, columns, lines, styles);
    if grid.is_too_narrow() {
        grid.write_days(&mut out, columns);
    } else {
        grid.write(&mut out);
    }
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

    /// Whether a time and a letter are all that a day has room for.
    fn is_too_narrow(&self) -> bool {
        self.widths.iter().max().is_none_or(|widest| *widest < NARROWEST)
    }

    /// The days on which something happens, one below the other.
    fn write_days(&self, out: &mut String, columns: usize) {
        for date in self.weeks.iter().flatten().flatten() {
            let cell = self.cell(Some(*date), columns.saturating_sub(1));
            let is_marked = *date == self.month.today || cell.first().is_some_and(|line| line.contains('±'));
            if cell.len() > 1 || is_marked {
                let lines: Vec<&str> = cell.iter().map(|line| line.trim_end()).collect();
                let _ = writeln!(out, " {}{}", weekday(date.weekday(), 0), lines.join("\n "));
            }
        }
        out.push('\n');
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
            let hides_clash = all.iter().skip(shown).any(|at| self.month.clashing.contains(at));
            let (mark, style) = if hides_clash { (" !", self.styles.red) } else { ("", self.styles.dim) };
            let more = fit(&format!(" +{} more{mark}", all.len() - shown), columns);
            out.push(self.styles.paint(style, &more));
        }
        out
    }

    fn number(&self, date: Date, columns: usize) -> String {
        let styles = &self.styles;
        let is_today = date == self.month.today;
        let number = if is_today { format!("[{}]", date.day()) } else { format!(" {}", date.day()) };
        let changes = self.month.changes.iter().any(|change| change.date == date);
        let rest = columns.saturating_sub(width(&number));
        let change = match rest {
            _ if !changes => "",
            0 => "",
            1 => "±",
            _ => " ±",
        };
        let rest = rest - width(change);
        let pause = self.month.pauses.iter().find(|pause| pause.is_for_all && pause.holds(date));
        let pause = match pause.map(|pause| visible(pause.name)) {
            // In a narrow day a sign has to do; it is told below.
            Some(name) if rest > width(&name).min(8) => fit(&format!(" {name}"), rest),
            Some(_) => fit(" ~", rest),
            None => " ".repeat(rest),
        };
        let style = if is_today { styles.today } else { styles.bold };
        let change = styles.paint(styles.yellow, change);
        format!("{}{change}{}", styles.paint(style, &number), styles.paint(styles.dim, &pause))
    }

    /// `18:00 SIG Docs`, with a mark between where something is amiss.
    fn meeting(&self, at: usize, columns: usize) -> String {
        let styles = &self.styles;
        let entry = &self.month.entries[at];
        let mark = mark(entry, self.month.clashing.contains(&at));
        let style = match mark {
            '!' => styles.red,
            '×' | '»' | ' ' => styles.dim,
            _ => styles.yellow,
        };
        let time = entry.start.strftime("%H:%M");
        let room = columns.saturating_sub(7);
        let title = self.month.short_title(entry, room);
        let title = visible(&title).replace(['\n', '\t'], " ");
        // Where there is room for a word alone, its letters say more than dots.
        let text = if room < 12 { clip(&title, room) } else { fit(&title, room) };
        let text = if entry.fate.takes_place() { text } else { styles.paint(styles.dim, &text) };
        format!(" {}{text}", styles.paint(style, &format!("{time}{mark}")))
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
    for pause in &month.pauses {
        let days = if pause.from == pause.to {
            pause.from.strftime("%-d %b").to_string()
        } else {
            format!("{}–{}", pause.from.strftime("%-d %b"), pause.to.strftime("%-d %b"))
        };
        let who = if pause.is_for_all { String::new() } else { format!(" ({})", pause.groups.join(", ")) };
        note("~", dim, &format!("{days}: {}{who}", pause.name));
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
