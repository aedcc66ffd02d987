//! The exact rule of a series (`rrule`), beside what its texts say.
//!
//! People write when they meet for people; programs want RFC 5545. Where a record has both, the exact rule holds, the
//! texts fill in what it leaves to the first date, and a contradiction is a doubt.

use jiff::civil::{Date, Weekday};

use crate::cadence::{self, Cadence};
use crate::phrase::{Fact, Reading};
use crate::rule::{Frequency, Nth, Rule};
use crate::schedule::{Doubt, Fields};
use crate::time::is_placeholder;

/// What the exact rule says; `None` where there is none. What the texts leave open is no doubt beside it, what
/// they contradict is.
pub(crate) fn cadence(
    fields: Fields<'_>,
    day: &Reading,
    frequency: &Reading,
    starts: Option<Date>,
    doubts: &mut Vec<Doubt>,
) -> Option<Cadence> {
    if is_placeholder(fields.rrule) {
        return None;
    }
    let mut rule = match Rule::parse(fields.rrule) {
        Ok(rule) => rule,
        Err(error) => {
            doubts.push(Doubt::RruleUnread(error));
            return Some(Cadence::Unclear);
        }
    };
    let stated = weekdays(day, frequency);
    // RFC 5545 takes the weekday from the first date; where none is known the day's text has it.
    if rule.frequency == Frequency::Weekly && rule.days.is_empty() && starts.is_none() {
        rule.days = stated.iter().copied().map(Nth::every).collect();
    }
    let texts = cadence::cadence(fields, day, frequency, starts, &mut Vec::new());
    let agrees = match &texts {
        Cadence::Recurring(said) => says_the_same(said, &rule, starts),
        // The texts say a weekday at most.
        Cadence::Unstated | Cadence::Unclear => {
            stated.is_empty()
                || first_dates(&rule, starts).iter().all(|date| stated.contains(&date.weekday()))
        }
        Cadence::OnDemand => false,
    };
    if !agrees {
        doubts.push(Doubt::RruleDisagrees);
    }
    if rule.needs_anchor() && starts.is_none() {
        doubts.push(Doubt::Unanchored);
    }
    Some(Cadence::Recurring(rule))
}

/// Every weekday that the texts name.
fn weekdays(day: &Reading, frequency: &Reading) -> Vec<Weekday> {
    let named = day.facts.iter().chain(&frequency.facts).filter_map(|fact| match fact {
        Fact::Weekday(weekday) | Fact::Through(weekday) => Some(*weekday),
        _ => None,
    });
    named.collect()
}

/// How many dates tell two rules apart: two years of weekly ones.
const TELLING_DATES: usize = 104;

/// Whether two rules give the same dates, as long as both go on.
fn says_the_same(said: &Rule, exact: &Rule, starts: Option<Date>) -> bool {
    let (said, exact) = (first_dates(said, starts), first_dates(exact, starts));
    let both = said.len().min(exact.len());
    said[..both] == exact[..both]
}

/// The first dates of a rule, counted from `starts`, or where that is not known from one day for all.
fn first_dates(rule: &Rule, starts: Option<Date>) -> Vec<Date> {
    // A Monday and the first of its month.
    let from = starts.unwrap_or(Date::constant(2024, 1, 1));
    rule.dates(Some(from), from).take(TELLING_DATES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Schedule;

    fn read(day: &str, frequency: &str, rrule: &str, starts: &str) -> Schedule {
        Schedule::read(Fields { day, time: "9:00", tz: "UTC", frequency, rrule, starts, ..Fields::default() })
    }

    #[test]
    fn the_exact_rule_settles_what_the_texts_leave_open() {
        for (day, frequency) in
            [("Thursday", "monthly"), ("Thursday", "bimonthly"), ("", ""), ("TBD", "some weeks")]
        {
            let schedule = read(day, frequency, "FREQ=MONTHLY;BYDAY=2TH", "");
            assert_eq!(schedule.doubts, [], "{day} {frequency}");
            let Cadence::Recurring(rule) = schedule.cadence else { panic!("a rule") };
            assert_eq!(rule.to_rrule(), "FREQ=MONTHLY;BYDAY=2TH");
        }
    }

    #[test]
    fn the_same_said_in_two_ways_is_no_contradiction() {
        for (day, frequency, rrule, starts) in [
            ("Tuesday", "weekly", "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101", ""),
            ("Tuesday", "first and third Tuesday", "FREQ=MONTHLY;BYDAY=1TU,3TU", ""),
            ("Tuesday", "biweekly", "FREQ=WEEKLY;INTERVAL=2", "2026-11-03"),
            ("Tuesday", "last Tuesday", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", ""),
            ("Monday to Friday", "weekly", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", ""),
        ] {
            assert_eq!(read(day, frequency, rrule, starts).doubts, [], "{day} {frequency} {rrule}");
        }
    }

    #[test]
    fn a_contradiction_is_a_doubt_and_the_exact_rule_holds() {
        for (day, frequency, rrule) in [
            ("Tuesday", "weekly", "FREQ=WEEKLY;BYDAY=WE"),
            ("Tuesday", "weekly", "FREQ=MONTHLY;BYDAY=2TU"),
            ("Tuesday", "monthly", "FREQ=MONTHLY;BYDAY=2WE"),
            ("Tuesday", "on demand", "FREQ=WEEKLY;BYDAY=TU"),
        ] {
            let schedule = read(day, frequency, rrule, "");
            assert_eq!(schedule.doubts, [Doubt::RruleDisagrees], "{day} {frequency} {rrule}");
            assert_eq!(schedule.cadence, Cadence::Recurring(Rule::parse(rrule).expect("a rule")));
        }
    }

    #[test]
    fn the_day_completes_a_weekly_rule_that_names_none() {
        let schedule = read("Thursday", "", "FREQ=WEEKLY", "");
        assert_eq!(schedule.doubts, []);
        assert_eq!(
            schedule.cadence,
            Cadence::Recurring(Rule::parse("FREQ=WEEKLY;BYDAY=TH").expect("a rule"))
        );
    }

    #[test]
    fn a_rule_that_cannot_be_read_is_not_replaced_by_the_texts() {
        let schedule = read("Tuesday", "weekly", "every tuesday", "");
        assert_eq!(schedule.cadence, Cadence::Unclear);
        assert!(matches!(schedule.doubts[..], [Doubt::RruleUnread(_)]));
    }

    #[test]
    fn an_exact_rule_that_alternates_needs_its_first_date_too() {
        assert_eq!(read("", "", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "").doubts, [Doubt::Unanchored]);
    }
}
