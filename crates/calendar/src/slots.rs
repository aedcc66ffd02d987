//! Fair times for a group whose people live in several zones.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// Somebody's zone and the hours in which a meeting is no burden.
#[derive(Clone, Debug)]
pub struct Availability {
    /// Where they live.
    pub zone: TimeZone,
    /// Start of the working day.
    pub from: Time,
    /// End of the working day.
    pub to: Time,
}

impl Availability {
    /// 9:00 to 18:00 on working days.
    pub fn usual(zone: TimeZone) -> Self {
        Self { zone, from: Time::constant(9, 0, 0, 0), to: Time::constant(18, 0, 0, 0) }
    }

    /// What a meeting from `start` on costs: 0 within working hours, 1 in the early morning or evening, 4 at
    /// night (22:00 to 7:00) and on Saturday or Sunday.
    fn cost(&self, start: Timestamp, minutes: u16) -> u32 {
        let begin = start.to_zoned(self.zone.clone());
        let end =
            start.checked_add(i64::from(minutes).minutes()).unwrap_or(start).to_zoned(self.zone.clone());
        if matches!(begin.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return 4;
        }
        let same_day = begin.date() == end.date();
        if same_day && begin.time() >= self.from && end.time() <= self.to {
            return 0;
        }
        let awake = Time::constant(7, 0, 0, 0)..=Time::constant(22, 0, 0, 0);
        if same_day && awake.contains(&begin.time()) && awake.contains(&end.time()) { 1 } else { 4 }
    }
}

/// A possible time.
#[derive(Clone, PartialEq, Debug)]
pub struct Slot {
    /// Start.
    pub start: Timestamp,
    /// Sum of everybody's cost; lower is better.
    pub cost: u32,
    /// The worst single cost: who would suffer most.
    pub worst: u32,
}

/// Every half hour of the week from Monday `monday` (UTC), the best first: lowest worst cost, then lowest sum, then
/// earliest. Two such weeks, half a year apart, show whether a slot survives the change of clocks.
pub fn slots(people: &[Availability], monday: Date, minutes: u16) -> Vec<Slot> {
    let Ok(start) = monday.to_zoned(TimeZone::UTC) else { return Vec::new() };
    let half_hours =
        (0..7 * 48_i64).filter_map(|half| start.timestamp().checked_add((half * 30).minutes()).ok());
    let mut slots: Vec<Slot> = half_hours
        .map(|start| {
            let costs: Vec<u32> = people.iter().map(|person| person.cost(start, minutes)).collect();
            Slot { start, cost: costs.iter().sum(), worst: costs.iter().copied().max().unwrap_or(0) }
        })
        .collect();
    slots.sort_by_key(|slot| (slot.worst, slot.cost, slot.start));
    slots
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn europe_and_china_meet_in_europes_morning() {
        let people = ["Europe/Warsaw", "Asia/Shanghai"]
            .map(|zone| Availability::usual(TimeZone::get(zone).expect("in the database")));
        let best = &slots(&people, date(2026, 11, 23), 60)[0];
        assert_eq!((best.cost, best.start.to_string().as_str()), (0, "2026-11-23T08:00:00Z"));
    }

    #[test]
    fn where_no_time_suits_all_nobody_is_woken_if_that_can_be() {
        let people = ["America/Los_Angeles", "Asia/Kolkata"]
            .map(|zone| Availability::usual(TimeZone::get(zone).expect("in the database")));
        let best = &slots(&people, date(2026, 11, 23), 60)[0];
        // India at its desk, California after dinner.
        assert_eq!((best.worst, best.cost), (1, 1));
    }
}
