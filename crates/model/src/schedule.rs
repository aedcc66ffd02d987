//! What a series' texts say, and the series that can be put on a calendar.

use folkmoot_calendar::{Cadence, Doubt, Exception, Fields, Occurrence, Origin, Rule, Schedule, Series};
use folkmoot_calendar::{read_clock, read_minutes};
use jiff::civil::{Date, DateTime};

use crate::anchor::{self, Votes};
use crate::{Community, ExtraMeeting, Group, Meeting, Moved, Subproject};

impl Meeting {
    /// Reads day, time, zone and frequency as people wrote them; what is not certain is in the doubts. What the
    /// group's records say of the first date is in [`Community::planned`].
    pub fn schedule(&self) -> Schedule {
        Schedule::read(Fields {
            day: &self.day,
            time: &self.time,
            tz: &self.tz,
            frequency: &self.frequency,
            timezone: &self.timezone,
            starts: &self.starts,
            until: &self.until,
            duration: &self.duration,
            rrule: &self.rrule,
        })
    }

    /// What the meeting at `origin` has of its own, where it was moved.
    pub fn moved(&self, origin: Origin) -> Option<&Moved> {
        let Origin::MovedFrom(date) = origin else { return None };
        self.exceptions.moved.iter().find(|moved| moved.date == date)
    }

    /// What an extra meeting on that date has of its own.
    pub fn extra_on(&self, date: Date) -> Option<&ExtraMeeting> {
        self.exceptions.extra.iter().find(|extra| extra.date == date)
    }
}

/// A series of a group, read.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// The group.
    pub group: &'a Group,
    /// The subproject whose series it is, where it is one's.
    pub subproject: Option<&'a Subproject>,
    /// The series as written.
    pub meeting: &'a Meeting,
    /// What its texts say, and the first date that its group's records settle.
    pub schedule: Schedule,
    /// What the group's meeting records say of the first date, where the texts leave it open.
    pub votes: Option<Votes>,
    /// The series, where it is certain enough for a calendar.
    pub series: Option<Series>,
}

impl<'a> Planned<'a> {
    fn new(
        community: &Community,
        group: &'a Group,
        subproject: Option<&'a Subproject>,
        meeting: &'a Meeting,
        mut schedule: Schedule,
        votes: Option<Votes>,
    ) -> Self {
        if let Some(tally) = votes.as_ref().and_then(Votes::settled) {
            schedule.starts = Some(tally.first);
            schedule.doubts.retain(|doubt| *doubt != Doubt::Unanchored);
        }
        let series = Series::new(&schedule).map(|series| Series {
            exceptions: exceptions(meeting, &series),
            breaks: breaks(community, group),
            ..series
        });
        Self { group, subproject, meeting, schedule, votes, series }
    }

    /// Title for people: `SIG Docs: Regular meeting`, with the subproject where it is one's.
    pub fn title(&self) -> String {
        self.titled(self.meeting.description.non_empty())
    }

    /// Title of one meeting: an extra one may have its own.
    pub fn title_of(&self, occurrence: &Occurrence) -> String {
        let own = match occurrence.origin {
            Origin::Extra => {
                self.meeting.extra_on(occurrence.start.date()).and_then(|extra| extra.title.non_empty())
            }
            Origin::Rule | Origin::MovedFrom(_) => None,
        };
        self.titled(own.or(self.meeting.description.non_empty()))
    }

    /// Why one meeting is not where the rule has it, in a few words: `moved from Thursday 26 November: Thanksgiving`.
    pub fn note_of(&self, occurrence: &Occurrence) -> Option<String> {
        let (note, why) = match occurrence.origin {
            Origin::Rule => return None,
            Origin::MovedFrom(date) => {
                let why = self.meeting.moved(occurrence.origin).map(|moved| &moved.why);
                let here = occurrence.start.date() == date;
                let from =
                    if here { "at another time".to_owned() } else { date.strftime("%A %-d %B").to_string() };
                (if here { from } else { format!("moved from {from}") }, why)
            }
            Origin::Extra => {
                let why = self.meeting.extra_on(occurrence.start.date()).map(|extra| &extra.why);
                ("an extra meeting".to_owned(), why)
            }
        };
        Some(match why.and_then(|why| why.non_empty()) {
            Some(why) => format!("{note}: {why}"),
            None => note,
        })
    }

    /// Where one meeting is held, where the record says so: a moved or extra one may have a room of its own.
    pub fn room_of(&self, occurrence: &Occurrence) -> Option<&'a str> {
        let own = match occurrence.origin {
            Origin::Rule => None,
            Origin::MovedFrom(_) => {
                self.meeting.moved(occurrence.origin).and_then(|moved| moved.room.non_empty())
            }
            Origin::Extra => {
                self.meeting.extra_on(occurrence.start.date()).and_then(|extra| extra.room.non_empty())
            }
        };
        own.or(self.meeting.room.non_empty())
    }

    /// The first dates that are possible from `from` on, where the record does not say which one holds: as many as
    /// the series' interval has weeks (or months).
    pub fn candidates(&self, from: Date) -> Vec<Date> {
        match &self.schedule.cadence {
            Cadence::Recurring(rule) if self.votes.is_some() || self.is_unanchored() => {
                anchor::candidates(rule, from)
            }
            _ => Vec::new(),
        }
    }

    /// On what its weeks rest, where the record does not say them: `weeks by 5 of 6 records, the latest
    /// meetings/2026-11-03.md`.
    pub fn anchored_on(&self) -> Option<String> {
        let votes = self.votes.as_ref()?;
        let tally = votes.settled()?;
        let path = tally.latest.path.as_str();
        let path =
            path.strip_prefix(self.group.dir.trim_matches('/')).unwrap_or(path).trim_start_matches('/');
        Some(match (votes.records(), tally.records) {
            (1, _) => format!("weeks by its record {path}"),
            (all, some) if all == some => format!("weeks by its {all} records, the latest {path}"),
            (all, some) => format!("weeks by {some} of {all} records, the latest {path}"),
        })
    }

    /// Whether the series alternates and nothing says in which weeks it takes place.
    pub fn is_unanchored(&self) -> bool {
        self.schedule.doubts.contains(&Doubt::Unanchored)
    }

    /// The rule, where one is understood.
    pub fn rule(&self) -> Option<&Rule> {
        match &self.schedule.cadence {
            Cadence::Recurring(rule) => Some(rule),
            _ => None,
        }
    }

    fn titled(&self, description: Option<&str>) -> String {
        let group = self.group.title();
        match (self.subproject, description) {
            (Some(subproject), Some(description)) => format!("{group} ({}): {description}", subproject.name),
            (Some(subproject), None) => format!("{group}: {}", subproject.name),
            (None, Some(description)) => format!("{group}: {description}"),
            (None, None) => group,
        }
    }
}

impl Community {
    /// Every series of every group that is not retired, subprojects' included, in the order written.
    pub fn planned(&self) -> Vec<Planned<'_>> {
        let active = self.groups.iter().filter(|group| !group.is_retired());
        active.flat_map(|group| self.planned_of(group)).collect()
    }

    /// Every series of a group of this community, retired or not, subprojects' included, in the order of
    /// [`Group::all_meetings`].
    pub fn planned_of<'a>(&'a self, group: &'a Group) -> Vec<Planned<'a>> {
        let schedules: Vec<Schedule> = group.all_meetings().map(|(_, meeting)| meeting.schedule()).collect();
        let votes = anchor::votes(group, &schedules);
        let read = schedules.into_iter().zip(votes);
        let series = group.all_meetings().zip(read);
        series
            .map(|((subproject, meeting), (schedule, votes))| {
                Planned::new(self, group, subproject, meeting, schedule, votes)
            })
            .collect()
    }
}

fn breaks(community: &Community, group: &Group) -> Vec<folkmoot_calendar::Break> {
    let own = community.breaks.iter().filter(|one| one.from <= one.to && one.is_for(group));
    own.map(|one| folkmoot_calendar::Break { first: one.from, last: one.to }).collect()
}

/// The departures of a series on its wall clock. What cannot be read stays as it is in the series; checks report it.
fn exceptions(meeting: &Meeting, series: &Series) -> Vec<Exception> {
    let cancelled = meeting.exceptions.cancelled.iter().map(|one| Exception::Cancelled(one.date));
    let moved = meeting.exceptions.moved.iter().filter_map(|one| {
        let (to, minutes) = at(series, one.to.unwrap_or(one.date), &one.time, &one.duration)?;
        Some(Exception::Moved { date: one.date, to, minutes })
    });
    let extra = meeting.exceptions.extra.iter().filter_map(|one| {
        let (at, minutes) = at(series, one.date, &one.time, &one.duration)?;
        Some(Exception::Extra { at, minutes })
    });
    cancelled.chain(moved).chain(extra).collect()
}

/// A meeting on `date`: at `time` where that is written, else when the series meets.
fn at(series: &Series, date: Date, time: &str, duration: &str) -> Option<(DateTime, Option<u16>)> {
    let clock = read_clock(time);
    let minutes = read_minutes(duration).or(clock.and_then(|clock| clock.minutes));
    let own = Series { clock: clock.unwrap_or(series.clock), ..series.clone() };
    own.wall_clock(date).map(|at| (at, minutes))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use crate::{MemoryFiles, load};

    fn files(meeting: &str, community: &str) -> MemoryFiles {
        let text = format!("sigs:\n  - dir: sig-a\n    name: A\n    meetings:\n      - {meeting}\n");
        MemoryFiles::new().with("sigs.yaml", text).with("community.yaml", community)
    }

    /// Starts, lengths, titles and notes of November's and December's meetings.
    fn agenda(meeting: &str, community: &str) -> Vec<String> {
        let (community, findings) = load(&files(meeting, community));
        assert_eq!(findings, []);
        let planned = community.planned();
        let series = planned[0].series.as_ref().expect("a certain series");
        let (from, to): (Timestamp, Timestamp) = (
            "2026-11-01T00:00:00Z".parse().expect("a moment"),
            "2027-01-01T00:00:00Z".parse().expect("a moment"),
        );
        let told = series.occurrences(from, to).map(|one| {
            let minutes = one.minutes.map(|minutes| format!(" {minutes}m")).unwrap_or_default();
            let room = planned[0].room_of(&one).map(|room| format!(" in {room}")).unwrap_or_default();
            let note = planned[0].note_of(&one).map(|note| format!(" ({note})")).unwrap_or_default();
            format!(
                "{}{minutes}{room} {}{note}",
                one.start.strftime("%m-%d %H:%M"),
                planned[0].title_of(&one)
            )
        });
        told.collect()
    }

    #[test]
    fn a_series_that_names_no_first_week_is_planned_without_dates() {
        let text = "sigs:\n  - dir: sig-a\n    name: A\n    meetings:\n      - {description: One, day: Monday, time: '9:00', \
                    tz: UTC, frequency: weekly}\n      - {description: Two, day: Monday, time: '9:00', tz: UTC, \
                    frequency: biweekly}\n";
        let (community, _) = load(&MemoryFiles::new().with("sigs.yaml", text));
        let planned = community.planned();
        assert_eq!(planned.iter().map(|one| one.series.is_some()).collect::<Vec<_>>(), [true, false]);
        assert_eq!(planned[0].title(), "SIG A: One");
        assert_eq!(planned[1].candidates(jiff::civil::date(2026, 11, 21)).len(), 2);
    }

    #[test]
    fn an_exact_rule_gives_the_dates() {
        let meeting =
            "{day: Thursday, time: '9:00', tz: UTC, frequency: monthly, rrule: FREQ=MONTHLY;BYDAY=2TH}";
        assert_eq!(agenda(meeting, ""), ["11-12 09:00 SIG A", "12-10 09:00 SIG A"]);
    }

    #[test]
    fn exceptions_and_breaks_reach_the_dates() {
        let meeting = "
        description: Call
        day: Thursday
        time: '9:00'
        tz: UTC
        frequency: weekly
        duration: 1h
        room: zoom-1
        exceptions:
          cancelled: [2026-11-05, {date: 2026-11-12, why: nobody is there}]
          moved:
          - {date: 2026-11-19, to: 2026-11-18, why: a holiday}
          - {date: 2026-11-26, time: '17:00', duration: 30m, room: zoom-2}
          extra:
          - 2026-12-01
          - {date: 2026-12-02, time: '20:00-20:15', title: Planning, why: the release}";
        let breaks = "breaks: [{name: Winter, from: 2026-12-20, to: 2027-01-03}, {from: 2026-12-03, groups: [sig-b]}, \
                      {from: 2026-12-10, kinds: [SIG]}]";
        assert_eq!(
            agenda(meeting, breaks),
            [
                "11-18 09:00 60m in zoom-1 SIG A: Call (moved from Thursday 19 November: a holiday)",
                "11-26 17:00 30m in zoom-2 SIG A: Call (at another time)",
                "12-01 09:00 60m in zoom-1 SIG A: Call (an extra meeting)",
                "12-02 20:00 15m in zoom-1 SIG A: Planning (an extra meeting: the release)",
                "12-03 09:00 60m in zoom-1 SIG A: Call",
                "12-17 09:00 60m in zoom-1 SIG A: Call",
            ]
        );
    }

    #[test]
    fn dates_that_cannot_be_read_are_reported_where_they_stand() {
        let meeting = "{day: Monday, time: '9:00', tz: UTC, frequency: weekly, exceptions: {cancelled: [soon], moved: \
                       [{to: 2026-11-18}], extra: [2026-02-30]}}";
        let (community, findings) =
            load(&files(meeting, "breaks: [{name: Winter}, {from: 2026-12-20, to: later}]"));
        assert_eq!(findings.iter().map(|found| found.code).collect::<Vec<_>>(), ["bad-date"; 5]);
        assert!(community.planned()[0].meeting.exceptions.is_empty());
        assert_eq!(community.breaks, []);
    }
}
