//! Fair times for a weekly meeting of people in several zones, the whole year through.
//!
//! A meeting is fixed on the wall clock of one zone, so what suits everybody today may be somebody's night once
//! clocks have changed elsewhere. [`fair_times`] looks at every half hour of the week in the zone of each of the
//! people and weighs all weeks of a year; [`Hours::comfort`] says how one moment suits one zone.

use std::collections::HashMap;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// Weeks that are looked at.
const WEEKS: i64 = 52;

/// How a time suits somebody, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Comfort {
    /// Within working hours.
    Working,
    /// Early or late, within the hours that are asked for.
    Awake,
    /// Outside of them, or on a day that is not asked for.
    Away,
}

/// When people can meet, on their own clocks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hours {
    /// Start and end of the working day.
    pub working: (Time, Time),
    /// Earliest start and latest end.
    pub awake: (Time, Time),
    /// Days on which they meet.
    pub days: Vec<Weekday>,
}

impl Default for Hours {
    /// Working 9:00 to 18:00, awake for meetings 8:00 to 20:00, Monday to Friday.
    fn default() -> Self {
        let hour = |hour| Time::constant(hour, 0, 0, 0);
        Self {
            working: (hour(9), hour(18)),
            awake: (hour(8), hour(20)),
            days: Weekday::Monday.cycle_forward().take(5).collect(),
        }
    }
}

impl Hours {
    /// How a meeting from `start` on suits people in `zone`.
    pub fn comfort(&self, zone: &TimeZone, start: Timestamp, minutes: u16) -> Comfort {
        self.weigh(zone, start, minutes).0
    }

    /// The comfort and what it costs: 0 at work, 1 early or late, outside 4 and one more for each hour away from
    /// the hours asked for, 16 on another day.
    fn weigh(&self, zone: &TimeZone, start: Timestamp, minutes: u16) -> (Comfort, u64) {
        let local = zone.to_datetime(start);
        let minute = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
        let begin = minute(local.time());
        let end = begin + i64::from(minutes);
        // An end of 00:00 is the end of the day.
        let until = |time: Time| if minute(time) == 0 { 24 * 60 } else { minute(time) };
        if !self.days.contains(&local.weekday()) {
            return (Comfort::Away, 16);
        }
        if begin >= minute(self.working.0) && end <= until(self.working.1) {
            return (Comfort::Working, 0);
        }
        let away = (minute(self.awake.0) - begin).max(end - until(self.awake.1)).max(0);
        match u64::try_from((away + 59) / 60) {
            Ok(0) | Err(_) => (Comfort::Awake, 1),
            Ok(hours) => (Comfort::Away, 4 + hours),
        }
    }
}

/// People who live in one zone.
#[derive(Clone, PartialEq, Debug)]
pub struct Residents {
    /// The zone.
    pub zone: TimeZone,
    /// How many they are.
    pub people: u32,
}

/// A time of the week on the wall clock of a zone.
#[derive(Clone, PartialEq, Debug)]
pub struct FairTime {
    /// Day of the week in that zone.
    pub weekday: Weekday,
    /// Time of day there.
    pub time: Time,
    /// Place of the zone among those given.
    pub zone: usize,
    /// The worst that each zone's people get within the year, in the order given.
    pub comfort: Vec<Comfort>,
    /// What those who get the worst of it pay in the year; lower is better.
    pub worst: u64,
    /// What all pay together.
    pub total: u64,
}

impl FairTime {
    /// The first of these meetings in the week that begins with `monday`.
    pub fn first(&self, residents: &[Residents], monday: Date) -> Option<Timestamp> {
        let zone = &residents.get(self.zone)?.zone;
        start(zone, monday, self.weekday, self.time)
    }
}

/// Every half hour of the week, the fairest first: by what the worst off pay, then by what all pay together, then by
/// time. Of the zones that a meeting at one moment could be fixed in, that one is taken which is fairest over the
/// year, the earlier one where two are. `monday` is the first day that is looked at.
pub fn fair_times(residents: &[Residents], hours: &Hours, monday: Date, minutes: u16) -> Vec<FairTime> {
    let weeks = weeks(residents, monday);
    let mut best: HashMap<Timestamp, FairTime> = HashMap::new();
    for zone in 0..residents.len() {
        // A zone that two share is looked at once.
        if residents[..zone].iter().any(|earlier| earlier.zone == residents[zone].zone) {
            continue;
        }
        for weekday in Weekday::Monday.cycle_forward().take(7) {
            for half in 0..48_i8 {
                let time = Time::constant(half / 2, half % 2 * 30, 0, 0);
                let Some(first) = start(&residents[zone].zone, monday, weekday, time) else { continue };
                let fair = weighed(residents, hours, &weeks, (weekday, time, zone), minutes);
                let known = best.entry(first).or_insert_with(|| fair.clone());
                if (fair.worst, fair.total) < (known.worst, known.total) {
                    *known = fair;
                }
            }
        }
    }
    let mut all: Vec<(Timestamp, FairTime)> = best.into_iter().collect();
    all.sort_by_key(|(first, fair)| (fair.worst, fair.total, *first));
    all.into_iter().map(|(_, fair)| fair).collect()
}

fn weighed(
    residents: &[Residents],
    hours: &Hours,
    weeks: &[(Date, u64)],
    (weekday, time, zone): (Weekday, Time, usize),
    minutes: u16,
) -> FairTime {
    let mut comfort = vec![Comfort::Working; residents.len()];
    let mut costs = vec![0; residents.len()];
    for (monday, count) in weeks {
        let Some(start) = start(&residents[zone].zone, *monday, weekday, time) else { continue };
        for (at, one) in residents.iter().enumerate() {
            let (level, cost) = hours.weigh(&one.zone, start, minutes);
            comfort[at] = comfort[at].max(level);
            costs[at] += cost * count;
        }
    }
    let worst = costs.iter().copied().max().unwrap_or(0);
    let total = costs.iter().zip(residents).map(|(cost, one)| cost * u64::from(one.people)).sum();
    FairTime { weekday, time, zone, comfort, worst, total }
}

fn start(zone: &TimeZone, monday: Date, weekday: Weekday, time: Time) -> Option<Timestamp> {
    let days = i64::from(weekday.since(monday.weekday()));
    let date = monday.checked_add(days.days()).ok()?;
    Some(date.to_datetime(time).to_zoned(zone.clone()).ok()?.timestamp())
}

/// Weeks of a year that stand for all: those in which the clocks of every zone stand alike are one, with their
/// number; a week in which a clock changes stands for itself.
fn weeks(residents: &[Residents], monday: Date) -> Vec<(Date, u64)> {
    let mut out: Vec<(Date, u64)> = Vec::new();
    let mut known: HashMap<Vec<i32>, usize> = HashMap::new();
    for week in 0..WEEKS {
        let Ok(date) = monday.checked_add((week * 7).days()) else { break };
        let Ok(begin) = date.to_zoned(TimeZone::UTC) else { break };
        // Whatever the zone, the week lies within.
        let day = SignedDuration::from_hours(24);
        let (Ok(from), Ok(to)) = (begin.timestamp().checked_sub(day), begin.timestamp().checked_add(day * 8))
        else {
            break;
        };
        let changes = residents
            .iter()
            .any(|one| one.zone.following(from).next().is_some_and(|one| one.timestamp() < to));
        let offsets: Vec<i32> = residents.iter().map(|one| one.zone.to_offset(from).seconds()).collect();
        match known.get(&offsets) {
            Some(&at) if !changes => out[at].1 += 1,
            _ => {
                if !changes {
                    known.insert(offsets, out.len());
                }
                out.push((date, 1));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn residents(zones: &[&str]) -> Vec<Residents> {
        let zone = |name: &&str| TimeZone::get(name).expect("in the database");
        zones.iter().map(|name| Residents { zone: zone(name), people: 1 }).collect()
    }

    fn best(zones: &[&str]) -> (FairTime, Vec<Residents>) {
        let residents = residents(zones);
        let all = fair_times(&residents, &Hours::default(), date(2026, 11, 23), 60);
        (all.into_iter().next().expect("a time"), residents)
    }

    #[test]
    fn a_time_that_suits_today_and_not_in_summer_is_not_the_fairest() {
        // In winter the working days of Berlin and Shanghai share 9:00 to 11:00 of Berlin, in summer 9:00 to 12:00.
        let (fair, _) = best(&["Europe/Berlin", "Asia/Shanghai"]);
        assert_eq!((fair.worst, fair.comfort), (0, vec![Comfort::Working, Comfort::Working]));
        let (fair, residents) = best(&["America/Los_Angeles", "Europe/Berlin"]);
        // 8:00 in California is 17:00 in Berlin, 16:00 between two changes of clocks: work there all the year.
        assert_eq!(fair.comfort, [Comfort::Awake, Comfort::Working]);
        assert_eq!(
            fair.first(&residents, date(2026, 11, 23)).expect("a start").to_string(),
            "2026-11-23T16:00:00Z"
        );
    }

    #[test]
    fn nobody_gets_the_night_where_the_evening_can_be_shared() {
        let (fair, _) = best(&["America/Los_Angeles", "Asia/Kolkata"]);
        assert_eq!(fair.comfort.iter().max(), Some(&Comfort::Away));
        // 8:30 in India, 19:00 or 20:00 in California: one hour too late in part of the year is the least.
        assert!(fair.worst <= 52 * 6, "{fair:?}");
    }

    #[test]
    fn hours_are_those_of_each_ones_own_day() {
        let hours = Hours::default();
        let comfort = |text: &str, zone: &str| {
            let zone = TimeZone::get(zone).expect("in the database");
            hours.comfort(&zone, text.parse().expect("a timestamp"), 60)
        };
        assert_eq!(comfort("2026-11-23T09:00:00Z", "UTC"), Comfort::Working);
        assert_eq!(comfort("2026-11-23T17:30:00Z", "UTC"), Comfort::Awake);
        assert_eq!(comfort("2026-11-23T19:30:00Z", "UTC"), Comfort::Away);
        assert_eq!(comfort("2026-11-21T12:00:00Z", "UTC"), Comfort::Away, "a Saturday");
        // Monday in Shanghai is Sunday in California.
        assert_eq!(comfort("2026-11-23T01:00:00Z", "Asia/Shanghai"), Comfort::Working);
        assert_eq!(comfort("2026-11-23T01:00:00Z", "America/Los_Angeles"), Comfort::Away);
    }

    #[test]
    fn weeks_alike_are_looked_at_once_and_all_are_counted() {
        let weeks = weeks(&residents(&["America/Los_Angeles", "Europe/Berlin"]), date(2026, 11, 23));
        assert_eq!(weeks.iter().map(|(_, count)| count).sum::<u64>(), 52);
        assert!(weeks.len() <= 14, "{weeks:?}");
    }

    #[test]
    fn without_people_every_time_is_fair() {
        assert!(fair_times(&[], &Hours::default(), date(2026, 11, 23), 60).is_empty());
    }

    #[test]
    fn midnight_ends_a_day() {
        let hours = Hours { awake: (time(8, 0, 0, 0), time(0, 0, 0, 0)), ..Hours::default() };
        let late = "2026-11-23T23:00:00Z".parse().expect("a timestamp");
        assert_eq!(hours.comfort(&TimeZone::UTC, late, 60), Comfort::Awake);
        assert_eq!(hours.comfort(&TimeZone::UTC, late, 90), Comfort::Away);
    }
}
