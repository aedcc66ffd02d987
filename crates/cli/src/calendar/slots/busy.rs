//! The meetings that people have already.

use anyhow::Result;
use folkmoot_calendar::Series;
use folkmoot_model::{Community, Person, Planned};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::people::Participant;
use super::year;

/// Length of a meeting that states none.
const USUAL: SignedDuration = SignedDuration::from_mins(60);

/// What the people of a meeting are in, within a year.
pub(super) struct Busy<'a> {
    others: Vec<Other<'a>>,
    /// The group's own series, which a new time may replace.
    own: Vec<Other<'a>>,
    monday: Date,
}

struct Other<'a> {
    title: String,
    /// Who of the participants is in it.
    who: Vec<&'a str>,
    /// Start and end of each meeting, in order.
    meetings: Vec<(Timestamp, Timestamp)>,
}

/// Somebody has another meeting at that time.
pub(super) struct Clash {
    /// Names.
    pub(super) who: Vec<String>,
    /// The other meeting.
    pub(super) title: String,
    /// How often in the year.
    pub(super) times: u32,
}

impl<'a> Busy<'a> {
    /// The meetings of `people` in the year from `monday` on.
    pub(super) fn new(
        community: &Community,
        own: &[usize],
        people: &'a [Participant<'a>],
        monday: Date,
    ) -> Result<Self> {
        let (from, to) = year(monday);
        let mut busy = Self { others: Vec::new(), own: Vec::new(), monday };
        for planned in community.planned() {
            let Some(series) = &planned.series else { continue };
            let is_own =
                own.iter().any(|&place| std::ptr::eq(&raw const community.groups[place], planned.group));
            let who = participants(&planned, people);
            if who.is_empty() && !is_own {
                continue;
            }
            let other = Other { title: planned.title(), who, meetings: meetings(series, from, to) };
            if is_own { busy.own.push(other) } else { busy.others.push(other) }
        }
        Ok(busy)
    }

    /// Who has another meeting during `series`, and which of the group's own series meet just then.
    pub(super) fn during(&self, series: &Series) -> (Vec<Clash>, Vec<String>) {
        let (from, to) = year(self.monday);
        let meetings = meetings(series, from, to);
        let clashes = self.others.iter().filter_map(|other| {
            let times = overlaps(&meetings, &other.meetings);
            let who = other.who.iter().map(|name| (*name).to_owned()).collect();
            (times > 0).then(|| Clash { who, title: other.title.clone(), times })
        });
        let present = self.own.iter().filter(|own| {
            own.meetings.iter().any(|(start, _)| meetings.binary_search_by_key(start, |one| one.0).is_ok())
        });
        (clashes.collect(), present.map(|own| own.title.clone()).collect())
    }
}

/// Names of those who are expected at a series: a group's leads and members, a subproject's leads.
fn participants<'a>(planned: &Planned<'_>, people: &'a [Participant<'a>]) -> Vec<&'a str> {
    let expected: Vec<&Person> = match planned.subproject {
        Some(subproject) => subproject.leads.iter().collect(),
        None => {
            let leads = planned.group.leadership.active().map(|(_, person)| person);
            leads.chain(&planned.group.members).collect()
        }
    };
    let is_expected = |one: &&Participant<'_>| {
        !one.handle.is_empty()
            && expected.iter().any(|person| person.github.trim().eq_ignore_ascii_case(one.handle))
    };
    people.iter().filter(is_expected).map(|one| one.name.as_str()).collect()
}

fn meetings(series: &Series, from: Timestamp, to: Timestamp) -> Vec<(Timestamp, Timestamp)> {
    let meetings = series.occurrences(from, to).take(2000).map(|one| {
        let start = one.start.timestamp();
        let length = one.minutes.map_or(USUAL, |minutes| SignedDuration::from_mins(minutes.into()));
        (start, start.checked_add(length).unwrap_or(start))
    });
    meetings.collect()
}

/// How many meetings of `a` overlap one of `b`; both are in order.
fn overlaps(a: &[(Timestamp, Timestamp)], b: &[(Timestamp, Timestamp)]) -> u32 {
    let mut count = 0;
    let mut rest = b;
    for (start, end) in a {
        while rest.first().is_some_and(|(_, other)| other <= start) {
            rest = &rest[1..];
        }
        count += u32::from(rest.first().is_some_and(|(other, _)| other < end));
    }
    count
}
