//! A public calendar beside the record: what only one of them has, and where they differ.
//!
//! Nothing names a series in both places, so entries are paired by likeness: the words of the title (rare words count
//! more), the links they share, and the time ([`pairing`]). Each pair is then compared point by point
//! ([`difference`]), on the wall clock of the record's zone.

mod difference;
mod link;
mod pairing;

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

use super::State;
use super::read::Entry;
use crate::occurrence::Series;

/// A series of the record.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// Title for people: `SIG Docs: Regular meeting`.
    pub title: String,
    /// Other names that a calendar may use: the group's directory, its label, the subproject's name.
    pub names: Vec<String>,
    /// Where to join.
    pub join: Option<&'a str>,
    /// Further links: agenda and notes, recordings.
    pub links: Vec<&'a str>,
    /// When it meets, where that is certain.
    pub series: Option<&'a Series>,
}

/// What [`compare`] found. Numbers are places in the two lists that were compared.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Comparison {
    /// Entries of the calendar that meet within the range and that the record does not have.
    pub only_there: Vec<usize>,
    /// Series of the record that the calendar does not have within the range.
    pub only_here: Vec<usize>,
    /// Series that both have, in the order of the record.
    pub pairs: Vec<Pair>,
}

/// A series that both have.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    /// Its place in the calendar's entries.
    pub there: usize,
    /// Its place in the record's series.
    pub here: usize,
    /// Where they differ; empty where they agree.
    pub differences: Vec<Difference>,
}

/// One thing that calendar and record say differently. Times are on the wall clock of the record's zone.
#[derive(Clone, PartialEq, Debug)]
pub enum Difference {
    /// Days of the week.
    Weekday {
        /// On the calendar, Monday first.
        there: Vec<Weekday>,
        /// In the record.
        here: Vec<Weekday>,
    },
    /// Time of day.
    Time {
        /// On the calendar.
        there: Time,
        /// In the record.
        here: Time,
    },
    /// Zones whose clocks differ within the range, so that the meeting moves apart.
    Zone {
        /// On the calendar.
        there: String,
        /// In the record.
        here: String,
    },
    /// Length in minutes.
    Length {
        /// On the calendar.
        there: u16,
        /// In the record.
        here: u16,
    },
    /// How often, as `RRULE`s.
    Rhythm {
        /// On the calendar.
        there: String,
        /// In the record.
        here: String,
    },
    /// Single dates, at most [`DATES`] of each: the other week of an alternating series, a cancelled meeting.
    Dates {
        /// On the calendar alone.
        only_there: Vec<Date>,
        /// In the record alone.
        only_here: Vec<Date>,
    },
    /// The link to join by.
    Link {
        /// Links of the calendar's entry that the record does not know as notes or recordings.
        there: Vec<String>,
        /// In the record.
        here: String,
    },
    /// The record names no certain dates; the calendar does. The next one could anchor the series.
    Undated {
        /// The calendar's next date, in its own zone.
        next: Date,
    },
}

/// Dates named in one [`Difference::Dates`] on each side.
pub const DATES: usize = 8;

/// Compares a calendar's entries with the record's series within a range: a quarter shows every rhythm that meetings
/// usually have.
///
/// Cancelled entries and those without a meeting in the range are left out. Programs end a series and begin another
/// where somebody changes "this and all following"; of such parts the latest one that has begun by `to` counts.
pub fn compare(theirs: &[Entry], ours: &[Known<'_>], from: Timestamp, to: Timestamp) -> Comparison {
    let there: Vec<Living> = living(theirs, from, to);
    let pairs = pairing::pairs(theirs, &there, ours, from, to);
    let mut out = Comparison::default();
    for &(at, here) in &pairs {
        let one = &there[at];
        let differences = difference::between(&theirs[one.entry], &one.starts, &ours[here], from, to);
        out.pairs.push(Pair { there: one.entry, here, differences });
    }
    out.pairs.sort_by_key(|pair| pair.here);
    let paired: HashSet<usize> = pairs.iter().map(|(at, _)| *at).collect();
    out.only_there = (0..there.len()).filter(|at| !paired.contains(at)).map(|at| there[at].entry).collect();
    let known = |here: &usize| out.pairs.binary_search_by_key(here, |pair| pair.here).is_ok();
    out.only_here = (0..ours.len()).filter(|here| !known(here)).collect();
    out
}

/// An entry that meets within the range.
struct Living {
    entry: usize,
    /// Its meetings' starts, at most [`SAMPLE`].
    starts: Vec<Timestamp>,
}

/// Meetings of one series that are looked at.
const SAMPLE: usize = 120;

fn living(theirs: &[Entry], from: Timestamp, to: Timestamp) -> Vec<Living> {
    let mut out: Vec<Living> = Vec::new();
    let mut parts: HashMap<String, usize> = HashMap::new();
    for (entry, one) in theirs.iter().enumerate() {
        if one.state == State::Cancelled {
            continue;
        }
        let starts = starts(&one.series, from, to);
        if starts.is_empty() {
            continue;
        }
        let part = (!one.uid.is_empty()).then(|| whole_name(&one.uid));
        let Some(at) = part.as_ref().and_then(|name| parts.get(name).copied()) else {
            parts.extend(part.map(|name| (name, out.len())));
            out.push(Living { entry, starts });
            continue;
        };
        let known = &mut out[at];
        known.starts.extend(starts);
        known.starts.sort_unstable();
        known.starts.dedup();
        known.starts.truncate(SAMPLE);
        if theirs[known.entry].series.starts < one.series.starts {
            known.entry = entry;
        }
    }
    out
}

fn starts(series: &Series, from: Timestamp, to: Timestamp) -> Vec<Timestamp> {
    series.occurrences(from, to).take(SAMPLE).map(|one| one.start.timestamp()).collect()
}

/// A UID without the mark that Google sets on the later part of a series: `abc_R20260105T170000@google.com`.
fn whole_name(uid: &str) -> String {
    let (name, host) = uid.split_once('@').unwrap_or((uid, ""));
    let dated =
        |mark: &str| mark.len() >= 8 && mark.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'T' | b'Z'));
    let name = name.rsplit_once("_R").filter(|(_, mark)| dated(mark)).map_or(name, |(name, _)| name);
    format!("{name}@{host}")
}
