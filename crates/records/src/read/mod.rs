//! A file to its records.

mod body;
mod front;
mod people;
mod split;

use folkmoot_diagnostics::{Diagnostic, FileId, Sources, Span};

use crate::date;
use crate::outline::{self, Block};
use crate::record::{File, Record, Status};
use crate::words;

/// Bytes of a file; a longer one is no notes.
const FILE_LIMIT: usize = 4 << 20;

/// Where a file stands, as far as that tells what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In a folder of records: `meetings/`, `minutes/`. A file there that has no date is a finding.
    Archive,
    /// Anywhere else: it may hold records or not.
    Elsewhere,
}

/// Reads the records of `file`.
///
/// Never fails: what cannot be read is in [`File::diagnostics`].
pub fn read(sources: &Sources, file: FileId, place: Place) -> File {
    let source = sources.get(file);
    let (text, path) = (source.text(), source.path());
    let whole = Span::new(file, 0, text.len());
    if text.len() > FILE_LIMIT {
        let finding = Diagnostic::warning("record-undated", "the file is too long to be notes of meetings")
            .at(Span::file_start(file), format!("{} MiB", text.len() >> 20))
            .help("split it by year");
        return File { records: Vec::new(), diagnostics: vec![finding] };
    }
    let mut out = File::default();
    let front = front::read(file, text, &mut out.diagnostics);
    let blocks = outline::blocks(text, front.as_ref().map_or(0, |front| front.end));
    let name = path.rsplit('/').next().unwrap_or(path);
    if is_form(name) {
        return out;
    }
    // Years and months may be folders: `2026/11-05.md`.
    let named = folkmoot_calendar::date_in_name(name)
        .or_else(|| folkmoot_calendar::date_in_name(&path.replace('/', "-")));
    if let Some(front) = front.filter(|front| front.is_record()) {
        let mut record = one(whole, title(&blocks), &blocks, file);
        front.fill(&mut record);
        if record.date.is_none() {
            record.date = named.or_else(|| in_title(&blocks));
        }
        differ(&record, named, &blocks, file, &mut out.diagnostics);
        out.records.push(record);
    } else if named.is_some() {
        let mut record = one(whole, title(&blocks), &blocks, file);
        record.date = named;
        differ(&record, named, &blocks, file, &mut out.diagnostics);
        out.records.push(record);
    } else {
        split::archive(file, text.len(), name, &blocks, &mut out);
    }
    let undated = out.records.iter().all(|record| record.date.is_none());
    if place == Place::Archive && undated && out.diagnostics.is_empty() {
        out.diagnostics.push(
            Diagnostic::warning("record-undated", "nothing tells the day of this meeting")
                .at(Span::file_start(file), "neither its name, its front matter nor a heading has a date")
                .help("name the file by the day, as `2026-11-05.md`, or write `date: 2026-11-05` into its front matter"),
        );
    }
    out
}

/// The record of one meeting that `blocks` are.
fn one(span: Span, title: String, blocks: &[Block], file: FileId) -> Record {
    let mut record = Record::empty(span);
    if words::says_cancelled(&title) {
        record.status = Status::Cancelled;
    }
    record.title = title;
    body::fill(&mut record, blocks, file);
    record
}

/// Whether a file is there to be copied or to explain the others.
fn is_form(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains("template")
        || ["readme", "index", "_index", "header"].iter().any(|word| name.starts_with(word))
}

/// The words of the first heading that names no part: a record may begin with `## Attendees`.
fn title(blocks: &[Block]) -> String {
    let heading = blocks.iter().find(|block| {
        matches!(block.kind, outline::Kind::Heading(_)) && words::of_heading(&block.text).is_none()
    });
    heading.map(|block| block.text.clone()).unwrap_or_default()
}

/// The whole date in the first heading.
fn in_title(blocks: &[Block]) -> Option<jiff::civil::Date> {
    let heading = blocks.iter().find(|block| matches!(block.kind, outline::Kind::Heading(_)))?;
    match date::in_heading(&heading.text)? {
        date::Written::Whole(day) => Some(day),
        _ => None,
    }
}

/// Says where the name and the heading are of different days.
fn differ(
    record: &Record,
    named: Option<jiff::civil::Date>,
    blocks: &[Block],
    file: FileId,
    out: &mut Vec<Diagnostic>,
) {
    let heading = blocks.iter().find(|block| matches!(block.kind, outline::Kind::Heading(_)));
    let (Some(heading), Some(date), Some(named)) = (heading, record.date, named) else { return };
    let place = Span::new(file, heading.range.start, heading.range.end);
    if let Some(date::Written::Whole(said)) = date::in_heading(&heading.text)
        && said != date
    {
        out.push(
            Diagnostic::warning(
                "record-date-differs",
                format!("the heading says {said}, the record is of {date}"),
            )
            .at(place, format!("this is {said}"))
            .why("who looks for one of the days finds the other")
            .help("correct the heading or the name of the file"),
        );
    } else if named != date {
        out.push(
            Diagnostic::warning(
                "record-date-differs",
                format!("the file is named by {named}, its front matter says {date}"),
            )
            .at(Span::file_start(file), "in the front matter of this file")
            .help("rename the file, or correct `date`"),
        );
    }
}

#[cfg(test)]
mod tests;
