//! What a series' texts say, and the series that can be put on a calendar.

use folkmoot_calendar::{Fields, Schedule, Series};

use crate::{Community, Group, Meeting, Subproject};

impl Meeting {
    /// Reads day, time, zone and frequency as people wrote them; what is not certain is in the doubts.
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
        })
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
    /// What its texts say.
    pub schedule: Schedule,
    /// The series, where it is certain enough for a calendar.
    pub series: Option<Series>,
}

impl Planned<'_> {
    /// Title for people: `SIG Docs: Regular meeting`, with the subproject where it is one's.
    pub fn title(&self) -> String {
        let group = self.group.title();
        match (self.subproject, self.meeting.description.non_empty()) {
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
        let meetings = group.all_meetings().map(|(subproject, meeting)| {
            let schedule = meeting.schedule();
            let series = Series::new(&schedule);
            Planned { group, subproject, meeting, schedule, series }
        });
        meetings.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{MemoryFiles, load};

    #[test]
    fn a_series_that_names_no_first_week_is_planned_without_dates() {
        let text = "sigs:\n  - dir: sig-a\n    name: A\n    meetings:\n      - {description: One, day: Monday, time: '9:00', \
                    tz: UTC, frequency: weekly}\n      - {description: Two, day: Monday, time: '9:00', tz: UTC, \
                    frequency: biweekly}\n";
        let (community, _) = load(&MemoryFiles::new().with("sigs.yaml", text));
        let planned = community.planned();
        assert_eq!(planned.iter().map(|one| one.series.is_some()).collect::<Vec<_>>(), [true, false]);
        assert_eq!(planned[0].title(), "SIG A: One");
    }
}
