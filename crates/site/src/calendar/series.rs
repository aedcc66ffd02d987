//! The series of a community and when each meets, departures from the rule included.

use folkmoot_calendar::{Occurrence, Origin};
use folkmoot_model::{Community, Group, Planned};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::Site;

/// A series with its group's place in the community.
pub(crate) struct Series<'a> {
    pub(crate) group: usize,
    pub(crate) planned: Planned<'a>,
}

/// Why a meeting is, or is not, where its rule has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    /// By the rule.
    Regular,
    /// Moved from that date.
    Moved(Date),
    /// One more than the rule gives.
    Extra,
    /// By the rule, and does not take place.
    CalledOff,
}

/// A meeting, or one that was called off.
pub(crate) struct Happening {
    /// The place of its series among those asked for.
    pub(crate) series: usize,
    /// In the zone of the series.
    pub(crate) start: Zoned,
    /// Length, where known.
    pub(crate) minutes: Option<u16>,
    pub(crate) state: State,
    /// Its own title, where it has one.
    pub(crate) title: Option<String>,
    /// The reason for its state, in the record's words; may be empty.
    pub(crate) why: String,
}

impl Happening {
    /// When it ends, or would end if it were an hour long.
    pub(crate) fn end(&self) -> Timestamp {
        let minutes = i64::from(self.minutes.unwrap_or(60));
        let start = self.start.timestamp();
        start.checked_add(minutes.minutes()).unwrap_or(start)
    }
}

/// The series of groups that are not retired that fit: asked with the place of the group and, where it is a
/// subproject's, that of the subproject in the group.
pub(crate) fn series_where(site: &Site, fits: impl Fn(usize, Option<usize>) -> bool) -> Vec<Series<'_>> {
    let mut out = Vec::new();
    for (index, group) in site.groups().filter(|(_, group)| !group.is_retired()) {
        let asked: Vec<Option<usize>> = owners(group);
        if !asked.iter().any(|owner| fits(index, *owner)) {
            continue;
        }
        let planned = site.community().planned_of(group).into_iter().zip(asked);
        let fitting = planned.filter(|(_, owner)| fits(index, *owner));
        out.extend(fitting.map(|(planned, _)| Series { group: index, planned }));
    }
    out
}

/// Whose each series of a group is, in the order of [`Group::all_meetings`].
fn owners(group: &Group) -> Vec<Option<usize>> {
    let own = group.meetings.iter().map(|_| None);
    let subprojects = group.subprojects.iter().enumerate();
    own.chain(subprojects.flat_map(|(i, sub)| sub.meetings.iter().map(move |_| Some(i)))).collect()
}

/// The next `count` meetings that take place, those that go on at `now` included.
pub(crate) fn next(
    community: &Community,
    series: &[Series<'_>],
    now: Timestamp,
    count: usize,
) -> Vec<Happening> {
    let (from, to) = (shifted(now, -1), shifted(now, 100));
    let mut out: Vec<Happening> = Vec::new();
    for (index, one) in series.iter().enumerate() {
        let ahead = happenings(community, index, one, from, to).into_iter();
        let ahead = ahead.filter(|happening| happening.state != State::CalledOff && happening.end() > now);
        out.extend(ahead.take(count));
    }
    in_order(series, &mut out);
    out.truncate(count);
    out
}

/// Every meeting that starts at or after `from` and before `to`, and those called off, in order.
pub(crate) fn between(
    community: &Community,
    series: &[Series<'_>],
    from: Timestamp,
    to: Timestamp,
) -> Vec<Happening> {
    let numbered = series.iter().enumerate();
    let mut out: Vec<Happening> =
        numbered.flat_map(|(index, one)| happenings(community, index, one, from, to)).collect();
    in_order(series, &mut out);
    out
}

fn in_order(series: &[Series<'_>], happenings: &mut [Happening]) {
    happenings.sort_by_cached_key(|one| (one.start.timestamp(), series[one.series].planned.title()));
}

/// A moment some days away; the moment itself at the ends of time.
pub(crate) fn shifted(moment: Timestamp, days: i64) -> Timestamp {
    moment.checked_add((days * 24).hours()).unwrap_or(moment)
}

/// What happens of one series, in order.
pub(super) fn happenings(
    community: &Community,
    index: usize,
    one: &Series<'_>,
    from: Timestamp,
    to: Timestamp,
) -> Vec<Happening> {
    let Some(series) = &one.planned.series else { return Vec::new() };
    let held = series.occurrences(from, to).map(|occurrence| held(index, &one.planned, occurrence));
    let mut out: Vec<Happening> = held.collect();
    out.extend(called_off(community, index, &one.planned, from, to));
    out.sort_by_key(|happening| happening.start.timestamp());
    out
}

fn held(series: usize, planned: &Planned<'_>, occurrence: Occurrence) -> Happening {
    let meeting = planned.meeting;
    let (state, title, why) = match occurrence.origin {
        Origin::Rule => (State::Regular, None, None),
        Origin::MovedFrom(date) => {
            (State::Moved(date), None, meeting.moved(occurrence.origin).map(|moved| &moved.why))
        }
        Origin::Extra => {
            let extra = meeting.extra_on(occurrence.start.date());
            let title = extra.and_then(|extra| extra.title.non_empty()).map(str::to_owned);
            (State::Extra, title, extra.map(|extra| &extra.why))
        }
    };
    let why = why.map(ToString::to_string).unwrap_or_default();
    Happening { series, start: occurrence.start, minutes: occurrence.minutes, state, title, why }
}

/// Meetings of the rule that do not take place: called off one by one, or within a break.
fn called_off(
    community: &Community,
    index: usize,
    planned: &Planned<'_>,
    from: Timestamp,
    to: Timestamp,
) -> Vec<Happening> {
    let Some(series) = &planned.series else { return Vec::new() };
    if series.exceptions.is_empty() && series.breaks.is_empty() {
        return Vec::new();
    }
    let first = shifted(from, -2).to_zoned(series.zone.clone()).date();
    let last = shifted(to, 1).to_zoned(series.zone.clone()).date();
    let dates = series.dates(first).take_while(|date| *date <= last);
    let mut out = Vec::new();
    for date in dates.filter(|date| series.is_departed_from(*date)) {
        let exceptions = &planned.meeting.exceptions;
        if exceptions.moved.iter().any(|moved| moved.date == date) {
            continue;
        }
        let Some(start) = series.wall_clock(date).and_then(|at| at.to_zoned(series.zone.clone()).ok()) else {
            continue;
        };
        if (from..to).contains(&start.timestamp()) {
            let own = exceptions.cancelled.iter().find(|one| one.date == date).map(|one| &one.why);
            let pause = community
                .breaks
                .iter()
                .find(|one| (one.from..=one.to).contains(&date) && one.is_for(planned.group));
            let why = own.filter(|why| !why.is_empty()).or(pause.map(|pause| &pause.name));
            let why = why.map(ToString::to_string).unwrap_or_default();
            let minutes = series.minutes;
            out.push(Happening { series: index, start, minutes, state: State::CalledOff, title: None, why });
        }
    }
    out
}

/// The zone that lists without scripts are in: the one of all series where they share one, else UTC.
pub(crate) fn home_zone(series: &[Series<'_>]) -> TimeZone {
    let mut zones = series.iter().filter_map(|one| Some(&one.planned.series.as_ref()?.zone));
    let first = zones.next().cloned().unwrap_or(TimeZone::UTC);
    if zones.all(|zone| *zone == first) { first } else { TimeZone::UTC }
}

#[cfg(test)]
mod tests {
    use folkmoot_model::{MemoryFiles, load};

    use super::*;
    use crate::Options;

    fn site(meetings: &str, community: &str) -> Site {
        let text = format!("sigs:\n- dir: sig-a\n  name: A\n  meetings:\n{meetings}");
        let files = MemoryFiles::new().with("sigs.yaml", text).with("community.yaml", community);
        let (community, _) = load(&files);
        Site::new(community, std::sync::Arc::new(files), Options::default())
    }

    fn told(site: &Site, count: usize) -> Vec<String> {
        let series = series_where(site, |_, _| true);
        let from = "2026-11-02T00:00:00Z".parse().expect("a moment");
        let all = between(site.community(), &series, from, shifted(from, 60));
        all.iter()
            .take(count)
            .map(|one| format!("{} {:?} {}", one.start.strftime("%m-%d %H:%M"), one.state, one.why))
            .collect()
    }

    const CALLS: &str = "  - {description: Call, day: Monday, time: '9:00', tz: UTC, frequency: weekly, exceptions: {cancelled: [{date: \
                         2026-11-09, why: nobody is there}], moved: [{date: 2026-11-16, to: 2026-11-17, why: a holiday}]}}\n";

    #[test]
    fn meetings_called_off_stay_visible_and_moved_ones_stand_where_they_went() {
        let site = site(CALLS, "breaks: [{name: Winter, from: 2026-11-20, to: 2026-11-30}]\n");
        assert_eq!(
            told(&site, 6),
            [
                "11-02 09:00 Regular ",
                "11-09 09:00 CalledOff nobody is there",
                "11-17 09:00 Moved(2026-11-16) a holiday",
                "11-23 09:00 CalledOff Winter",
                "11-30 09:00 CalledOff Winter",
                "12-07 09:00 Regular ",
            ]
        );
        let series = series_where(&site, |_, _| true);
        let now = "2026-11-17T09:30:00Z".parse().expect("a moment");
        let next = next(site.community(), &series, now, 2);
        let next: Vec<String> = next.iter().map(|one| one.start.date().to_string()).collect();
        assert_eq!(next, ["2026-11-17", "2026-12-07"]);
    }

    #[test]
    fn a_community_of_one_zone_reads_its_own_clock() {
        let one = "  - {day: Monday, time: '9:00', tz: Beijing Time, frequency: weekly}\n";
        let zone = |text: &str| {
            let site = site(text, "");
            home_zone(&series_where(&site, |_, _| true)).iana_name().map(str::to_owned)
        };
        assert_eq!(zone(one).as_deref(), Some("Asia/Shanghai"));
        assert_eq!(zone(&format!("{one}{}", one.replace("Beijing Time", "UTC"))).as_deref(), Some("UTC"));
    }
}
