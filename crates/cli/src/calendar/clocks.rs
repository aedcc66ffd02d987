//! Changes of clocks within a month, and what they do to a reader elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::meetings::{Entry, zone_name};

/// Clocks that change by so much on a day.
pub(super) struct Change {
    /// The day in the reader's zone.
    pub(super) date: Date,
    /// Minutes that the clocks go forward; negative: back.
    pub(super) minutes: i32,
    /// Zones that change.
    pub(super) zones: BTreeSet<String>,
    /// Whether the reader's is among them.
    pub(super) is_readers: bool,
    /// Series in these zones.
    pub(super) series: usize,
}

/// Every change within the range, of the reader's zone and of those in which something meets.
pub(super) fn changes(
    entries: &[Entry<'_>],
    reader: &TimeZone,
    from: Timestamp,
    to: Timestamp,
) -> Vec<Change> {
    let mut zones: BTreeMap<String, (TimeZone, BTreeSet<usize>)> = BTreeMap::new();
    zones.insert(zone_name(reader).to_owned(), (reader.clone(), BTreeSet::new()));
    for entry in entries {
        let zone = entry.there.time_zone();
        zones
            .entry(zone_name(zone).to_owned())
            .or_insert_with(|| (zone.clone(), BTreeSet::new()))
            .1
            .insert(entry.place);
    }
    let mut found: BTreeMap<(Date, i32), Change> = BTreeMap::new();
    for (name, (zone, series)) in zones {
        // More than a few changes a month no zone ever had.
        for transition in zone.following(from).take_while(|one| one.timestamp() < to).take(8) {
            let at = transition.timestamp();
            let Ok(before) = at.checked_sub(jiff::SignedDuration::from_secs(1)) else { continue };
            let minutes = (transition.offset().seconds() - zone.to_offset(before).seconds()) / 60;
            if minutes == 0 {
                continue;
            }
            let date = Zoned::new(at, reader.clone()).date();
            let change = found.entry((date, minutes)).or_insert_with(|| Change {
                date,
                minutes,
                zones: BTreeSet::new(),
                is_readers: false,
                series: 0,
            });
            change.is_readers |= zone == *reader;
            change.series += series.len();
            change.zones.insert(name.clone());
        }
    }
    found.into_values().collect()
}

impl Change {
    /// What happens, and what it does to the reader.
    pub(super) fn told(&self) -> String {
        let way = if self.minutes > 0 { "forward" } else { "back" };
        let by = length(self.minutes.abs());
        if self.is_readers {
            let zones: Vec<&str> = self.zones.iter().map(String::as_str).collect();
            let shift = if self.minutes > 0 { "later" } else { "earlier" };
            let zones = zones.join(", ");
            return format!(
                "clocks go {way} {by} in {zones}: what meets in other zones is {by} {shift} for you"
            );
        }
        let zones: Vec<&str> = self.zones.iter().map(String::as_str).collect();
        let shift = if self.minutes > 0 { "earlier" } else { "later" };
        let series = if self.series == 1 {
            "1 series there is".to_owned()
        } else {
            format!("{} series there are", self.series)
        };
        format!("clocks go {way} {by} in {}: {series} {by} {shift} for you", zones.join(", "))
    }
}

fn length(minutes: i32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
