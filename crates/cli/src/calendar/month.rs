//! A month of meetings, ready to be shown.

use std::collections::BTreeSet;

use anyhow::Result;
use folkmoot_model::{Break, Community, Planned};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::clash::{self, Clash};
use super::clocks::{self, Change};
use crate::meetings::{Entry, gather};

/// Days on which groups that are shown do not meet.
pub(super) struct Pause<'a> {
    pub(super) name: &'a str,
    pub(super) from: Date,
    pub(super) to: Date,
    /// Titles of those groups.
    pub(super) groups: Vec<String>,
    /// Whether these are all that are shown.
    pub(super) is_for_all: bool,
}

impl<'a> Pause<'a> {
    /// The break as far as it is for groups of `planned`.
    fn of(one: &'a Break, planned: &[Planned<'_>]) -> Self {
        let mut groups: Vec<String> = planned
            .iter()
            .filter(|planned| one.is_for(planned.group))
            .map(|planned| planned.group.title())
            .collect();
        groups.dedup();
        Self {
            name: one.name.non_empty().unwrap_or("no meetings"),
            from: one.from,
            to: one.to,
            groups,
            is_for_all: planned.iter().all(|planned| one.is_for(planned.group)),
        }
    }

    pub(super) fn holds(&self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

/// A month of meetings.
pub(super) struct Month<'a> {
    /// Name of the community; may be empty.
    pub(super) name: &'a str,
    pub(super) first: Date,
    pub(super) today: Date,
    pub(super) week_starts: Weekday,
    pub(super) zone: TimeZone,
    /// In order of time.
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) clashes: Vec<Clash>,
    /// Places of entries that clash with another.
    pub(super) clashing: BTreeSet<usize>,
    pub(super) changes: Vec<Change>,
    /// Breaks that touch the month, for groups that are shown.
    pub(super) pauses: Vec<Pause<'a>>,
    /// How many series have no certain dates.
    pub(super) undated: usize,
    /// Whether all series are one group's, so that its name need not be said.
    pub(super) is_of_one_group: bool,
}

impl<'a> Month<'a> {
    pub(super) fn new(
        community: &'a Community,
        planned: &'a [Planned<'a>],
        first: Date,
        today: Date,
        week_starts: Weekday,
        zone: TimeZone,
    ) -> Result<Self> {
        let from = first.to_zoned(zone.clone())?.timestamp();
        let to = first.checked_add(1.month())?.to_zoned(zone.clone())?.timestamp();
        let entries = gather(planned, from, to, &zone);
        let (clashes, clashing) = clash::find(&entries);
        let changes = clocks::changes(&entries, &zone, from, to);
        let last = first.last_of_month();
        let pauses = community.breaks.iter().filter(|one| one.from <= last && one.to >= first);
        let pauses = pauses.map(|one| Pause::of(one, planned)).filter(|pause| !pause.groups.is_empty());
        let mut groups = planned.iter().map(|one| one.group.id());
        let one = groups.next();
        Ok(Self {
            name: &community.name,
            first,
            today,
            week_starts,
            entries,
            clashes,
            clashing,
            changes,
            pauses: pauses.collect(),
            undated: planned.iter().filter(|one| one.series.is_none()).count(),
            is_of_one_group: groups.all(|group| Some(group) == one),
            zone,
        })
    }

    /// Its days, a row a week, `None` for those of other months.
    pub(super) fn weeks(&self) -> Vec<[Option<Date>; 7]> {
        let mut weeks: Vec<[Option<Date>; 7]> = Vec::new();
        for date in self.first.series(1.day()).take_while(|date| date.month() == self.first.month()) {
            let at = usize::try_from(date.weekday().since(self.week_starts)).unwrap_or(0);
            if at == 0 || weeks.is_empty() {
                weeks.push([None; 7]);
            }
            if let Some(week) = weeks.last_mut() {
                week[at] = Some(date);
            }
        }
        weeks
    }

    /// The day of the week in a column.
    pub(super) fn weekday(&self, column: usize) -> Weekday {
        self.week_starts.cycle_forward().nth(column).unwrap_or(self.week_starts)
    }

    /// Places of the meetings of a day.
    pub(super) fn on(&self, date: Date) -> impl Iterator<Item = usize> + '_ {
        let first = self.entries.partition_point(move |entry| entry.start.date() < date);
        (first..self.entries.len()).take_while(move |&at| self.entries[at].start.date() == date)
    }

    /// What a meeting is called in so many columns: as much of group and title as there is room for.
    pub(super) fn short_title(&self, entry: &Entry<'_>, columns: usize) -> String {
        let (group, meeting) = (entry.planned.group, entry.planned.meeting);
        let fits = |text: &String| crate::cell::width(text) <= columns;
        if self.is_of_one_group
            && let Some(own) = meeting.description.non_empty()
        {
            return own.to_owned();
        }
        let whole = entry.title.clone();
        let title = group.title();
        if fits(&whole) || columns > crate::cell::width(&title) + 8 {
            whole
        } else if fits(&title) {
            title
        } else {
            group.name.to_string()
        }
    }
}
