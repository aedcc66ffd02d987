//! One file with a dated heading per meeting.

use folkmoot_diagnostics::{Diagnostic, FileId, Span};
use jiff::civil::Date;

use super::one;
use crate::date::{self, Written};
use crate::outline::{Block, Kind};
use crate::record::File;

/// A place where a meeting's record begins.
struct Mark {
    /// The block's index.
    at: usize,
    written: Written,
    /// A heading's level; 7 for a line.
    level: u8,
}

/// Reads the records of a file whose name gives no day. Fewer than one dated heading: no records.
pub(super) fn archive(file: FileId, end: usize, name: &str, blocks: &[Block], out: &mut File) {
    let marks = marks(blocks);
    if marks.is_empty() {
        return;
    }
    let dates = resolve(&marks, date::year_in_name(name), blocks);
    for (index, (mark, date)) in marks.iter().zip(&dates).enumerate() {
        let next = marks.get(index + 1).map_or(blocks.len(), |mark| mark.at);
        let stop = blocks.get(next).map_or(end, |block| block.range.start);
        let heading = &blocks[mark.at];
        let span = Span::new(file, heading.range.start, stop);
        let place = Span::new(file, heading.range.start, heading.range.end);
        let mut record = one(span, heading.text.clone(), &blocks[mark.at..next], file);
        record.date = *date;
        if date.is_none() {
            out.diagnostics.push(undated(mark.written, place));
        }
        out.records.push(record);
    }
}

/// The headings, and lines that are a date and little else, at which records begin.
fn marks(blocks: &[Block]) -> Vec<Mark> {
    let dated: Vec<Mark> = blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| {
            let level = match block.kind {
                Kind::Heading(level) => level,
                Kind::Line if block.text.chars().count() <= 60 && date::is_little_else(&block.text) => 7,
                _ => return None,
            };
            let written =
                date::in_heading(&block.text).filter(|written| !matches!(written, Written::Year(_)))?;
            Some(Mark { at, written, level })
        })
        .collect();
    // "Release planning for 1 May" below "## 12 April" begins no meeting: those stand at the highest level that has
    // several, or any at all. A line counts beside headings, since people forget the marks of one.
    let count = |level: u8| dated.iter().filter(|mark| mark.level == level).count();
    let several = (1..=6).find(|&level| count(level) >= 2);
    let any = (1..=7).find(|&level| count(level) >= 1);
    let Some(top) = several.or(any) else { return Vec::new() };
    dated.into_iter().filter(|mark| mark.level == top || (mark.level == 7 && top < 7)).collect()
}

/// A date for each mark, from the years around it and the order in which the file writes day and month.
fn resolve(marks: &[Mark], year_of_file: Option<i16>, blocks: &[Block]) -> Vec<Option<Date>> {
    let day_first = order(marks, blocks);
    let mut out: Vec<Option<Date>> = Vec::with_capacity(marks.len());
    let mut year = year_of_file;
    let mut last: Option<Date> = None;
    let mut from = 0;
    for mark in marks {
        // `# 2021` above the headings of that year.
        for block in &blocks[from..mark.at] {
            if let (Kind::Heading(level), Some(Written::Year(found))) =
                (&block.kind, date::in_heading(&block.text))
                && *level < mark.level
            {
                year = Some(found);
                last = None;
            }
        }
        from = mark.at;
        let date = match mark.written {
            Written::Whole(date) => Some(date),
            Written::Ambiguous { first, second, year } => {
                day_first.and_then(|day_first| date::ordered(first, second, year, day_first))
            }
            Written::Yearless { month, day } => near(month, day, last, year),
            Written::Year(_) => None,
        };
        if date.is_some() {
            last = date;
        }
        out.push(date);
    }
    out
}

/// A date without a year is within half a year of the one before it, in a file that goes up or down; without one
/// it is of the year that the file or a heading names.
fn near(month: i8, day: i8, last: Option<Date>, year: Option<i16>) -> Option<Date> {
    let Some(last) = last else { return Date::new(year?, month, day).ok() };
    let of = |year: i16| Date::new(year, month, day).ok();
    let distance = |date: &Date| last.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
    [last.year() - 1, last.year(), last.year() + 1].into_iter().filter_map(of).min_by_key(distance)
}

/// Whether the file writes the day first, where its dates tell: by one that can be read one way only (`2/14/2018`),
/// or by their order (a weekly's dates follow each other closely).
fn order(marks: &[Mark], blocks: &[Block]) -> Option<bool> {
    let ambiguous: Vec<(i8, i8, i16)> = marks
        .iter()
        .filter_map(|mark| match mark.written {
            Written::Ambiguous { first, second, year } => Some((first, second, year)),
            _ => None,
        })
        .collect();
    if ambiguous.is_empty() {
        return None;
    }
    let slashed = |mark: &Mark| {
        let text = &blocks[mark.at].text;
        let number = |part: &str| part.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok();
        let mut parts = text.split(['/', '.', '-']).filter_map(number);
        Some((parts.next()?, parts.next()?))
    };
    for (first, second) in
        marks.iter().filter(|mark| matches!(mark.written, Written::Whole(_))).filter_map(slashed)
    {
        match (first, second) {
            (13..=31, 1..=12) => return Some(true),
            (1..=12, 13..=31) => return Some(false),
            _ => {}
        }
    }
    // Meetings are weeks apart, not months: of the two readings the one with the smaller steps is meant, if it is
    // much smaller.
    let steps = |day_first: bool| {
        let dates: Vec<Date> = ambiguous
            .iter()
            .filter_map(|&(first, second, year)| date::ordered(first, second, year, day_first))
            .collect();
        let step = |pair: &[Date]| pair[0].until(pair[1]).map_or(0, |span| i64::from(span.get_days().abs()));
        (dates.len() >= 4).then(|| dates.windows(2).map(step).sum::<i64>())
    };
    let (day, month) = (steps(true)?, steps(false)?);
    if day * 3 < month {
        Some(true)
    } else if month * 3 < day {
        Some(false)
    } else {
        None
    }
}

fn undated(written: Written, place: Span) -> Diagnostic {
    let finding = Diagnostic::warning("record-undated", "this heading does not tell the day of its meeting");
    match written {
        Written::Ambiguous { first, second, year } => finding
            .at(place, "either number could be the month")
            .help(format!("write `{year}-{first:02}-{second:02}` or `{year}-{second:02}-{first:02}`")),
        _ => finding
            .at(place, "no year stands in it, above it or in the file's name")
            .help("write the whole date, as `2026-11-05`"),
    }
}
