//! Recurrence rules in the sense of RFC 5545, section 3.3.10.

use jiff::civil::{Date, Weekday};

use crate::day::{self, Day};
use crate::unit::Unit;

/// The unit that repeats. Units below a day do not occur in meetings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frequency {
    /// Days.
    Daily,
    /// Weeks.
    Weekly,
    /// Months.
    Monthly,
    /// Years.
    Yearly,
}

/// A weekday, or the n-th one of the month (of the year, in a yearly rule without months).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Nth {
    /// From 1 at the start, from −1 at the end; `None` for every one.
    pub n: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

impl Nth {
    /// Every such weekday.
    pub fn every(weekday: Weekday) -> Self {
        Self { n: None, weekday }
    }

    /// Whether `date` is one, counted within its month.
    pub fn holds(self, date: Date) -> bool {
        let (of_month, length) = (date.day(), date.days_in_month());
        date.weekday() == self.weekday
            && match self.n {
                None => true,
                Some(n) if n > 0 => (of_month - 1) / 7 + 1 == n,
                Some(n) => (length - of_month) / 7 + 1 == -n,
            }
    }
}

/// A recurrence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The unit.
    pub frequency: Frequency,
    /// Every how many units; at least 1.
    pub interval: u16,
    /// Weekdays (`BYDAY`).
    pub days: Vec<Nth>,
    /// Days of the month, negative from its end (`BYMONTHDAY`).
    pub month_days: Vec<i8>,
    /// Months (`BYMONTH`).
    pub months: Vec<i8>,
    /// Which of a unit's dates, from 1 or from −1 (`BYSETPOS`).
    pub positions: Vec<i16>,
    /// How many dates in all (`COUNT`).
    pub count: Option<u32>,
    /// Last date (`UNTIL`).
    pub until: Option<Date>,
    /// First day of the week (`WKST`).
    pub week_start: Weekday,
    /// Days on which it does not happen: `weekly except the fourth Tuesday`. No part of an `RRULE`.
    pub except: Vec<Nth>,
}

impl Rule {
    /// Every `interval` units on `days`.
    pub fn every(interval: u16, frequency: Frequency, days: Vec<Nth>) -> Self {
        Self {
            frequency,
            interval,
            days,
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            count: None,
            until: None,
            week_start: Weekday::Monday,
            except: Vec::new(),
        }
    }

    /// The same dates without exceptions, where an `RRULE` can say them: every Tuesday except the fourth is
    /// the first, second, third and fifth Tuesday of the month.
    #[must_use]
    pub fn without_exceptions(&self) -> Option<Self> {
        if self.except.is_empty() {
            return Some(self.clone());
        }
        let plain = self.frequency == Frequency::Weekly && self.interval == 1 && self.positions.is_empty();
        let counted_from_start = self.except.iter().all(|nth| nth.n.is_some_and(|n| n > 0));
        if !plain || !counted_from_start || self.days.is_empty() || self.count.is_some() {
            return None;
        }
        let kept = |nth: &Nth| !self.except.contains(nth);
        let every =
            self.days.iter().flat_map(|day| (1..=5).map(|n| Nth { n: Some(n), weekday: day.weekday }));
        let days = every.filter(kept).collect();
        Some(Self { frequency: Frequency::Monthly, days, except: Vec::new(), ..self.clone() })
    }

    /// Whether two first dates could give different series, so that one must be known.
    pub fn needs_anchor(&self) -> bool {
        let day_from_anchor = match self.frequency {
            Frequency::Daily => false,
            Frequency::Weekly => self.days.is_empty(),
            Frequency::Monthly => self.days.is_empty() && self.month_days.is_empty(),
            Frequency::Yearly => {
                self.days.is_empty() && (self.month_days.is_empty() || self.months.is_empty())
            }
        };
        self.interval > 1 || self.count.is_some() || day_from_anchor
    }

    /// The dates from `from` on, in order, for a series whose first date is `anchor` (`from` where it has
    /// none). Ends with the rule, with the calendar (year 9999), or after 40 years without a date.
    pub fn dates(&self, anchor: Option<Date>, from: Date) -> impl Iterator<Item = Date> + '_ {
        let anchor_date = anchor.unwrap_or(from);
        let (anchor, from) =
            (day::from_date(anchor_date), day::from_date(from).max(day::from_date(anchor_date)));
        // Counting dates means walking from the first one.
        let begin = if self.count.is_some() { anchor } else { from };
        let until = self.until.map_or(i32::MAX, day::from_date);
        let mut unit = Unit::holding(self, anchor_date, begin);
        let mut left = self.count.unwrap_or(u32::MAX);
        // Dates of the unit at hand, and how many of them were given.
        let (mut ready, mut given): (Vec<Day>, usize) = (Vec::new(), 0);
        let mut last_given = begin;
        let days = std::iter::from_fn(move || {
            loop {
                if let Some(&next) = ready.get(given) {
                    given += 1;
                    if next < begin {
                        continue;
                    }
                    if left == 0 || next > until {
                        return None;
                    }
                    left -= 1;
                    last_given = next;
                    return Some(next);
                }
                let start = unit.first_day()?;
                if start > until || start - last_given > 40 * 366 {
                    return None;
                }
                ready.clear();
                given = 0;
                unit.days(self, anchor_date, &mut ready);
                unit.advance(self);
            }
        });
        let dates = days.filter(move |day| *day >= from).map_while(day::to_date);
        dates.filter(|date| !self.except.iter().any(|nth| nth.holds(*date)))
    }

    /// Whether a series without a count whose first date is `anchor` has a meeting on `date`.
    pub(crate) fn falls_on(&self, anchor: Date, date: Date) -> bool {
        let until = self.until.map_or(date, |until| until.min(date));
        let within = Self { until: Some(until), ..self.clone() };
        within.dates(Some(anchor), date).next() == Some(date)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn weekly(interval: u16, weekdays: &[Weekday]) -> Rule {
        Rule::every(interval, Frequency::Weekly, weekdays.iter().copied().map(Nth::every).collect())
    }

    fn monthly(n: i8, weekday: Weekday) -> Rule {
        Rule::every(1, Frequency::Monthly, vec![Nth { n: Some(n), weekday }])
    }

    #[test]
    fn an_alternating_series_counts_from_its_first_date() {
        let rule = weekly(2, &[Weekday::Thursday]);
        let dates: Vec<Date> = rule.dates(Some(date(2022, 3, 10)), date(2022, 3, 11)).take(2).collect();
        assert_eq!(dates, [date(2022, 3, 24), date(2022, 4, 7)]);
    }

    #[test]
    fn two_days_of_one_week_share_its_parity() {
        let rule = weekly(2, &[Weekday::Monday, Weekday::Friday]);
        let dates: Vec<Date> = rule.dates(Some(date(2026, 1, 9)), date(2026, 1, 1)).take(4).collect();
        assert_eq!(dates, [date(2026, 1, 9), date(2026, 1, 19), date(2026, 1, 23), date(2026, 2, 2)]);
    }

    #[test]
    fn the_last_friday_and_the_fifth_monday_are_found() {
        let last = monthly(-1, Weekday::Friday);
        assert_eq!(last.dates(None, date(2026, 2, 1)).next(), Some(date(2026, 2, 27)));
        let fifth = monthly(5, Weekday::Monday);
        assert_eq!(fifth.dates(None, date(2026, 1, 1)).next(), Some(date(2026, 3, 30)));
    }

    #[test]
    fn an_exception_takes_a_date_out() {
        let mut rule = weekly(1, &[Weekday::Tuesday]);
        rule.except.push(Nth { n: Some(4), weekday: Weekday::Tuesday });
        let dates: Vec<i8> = rule.dates(None, date(2026, 9, 1)).take(5).map(Date::day).collect();
        assert_eq!(dates, [1, 8, 15, 29, 6]);
        let plain = rule.without_exceptions().expect("weekly, counted from the start");
        assert_eq!(plain.to_rrule(), "FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,5TU");
        assert!(plain.dates(None, date(2026, 9, 1)).take(60).eq(rule.dates(None, date(2026, 9, 1)).take(60)));
    }

    #[test]
    fn a_count_counts_from_the_first_date_whatever_the_range() {
        let mut rule = weekly(1, &[Weekday::Tuesday]);
        rule.count = Some(3);
        let dates: Vec<Date> = rule.dates(Some(date(2026, 9, 1)), date(2026, 9, 5)).collect();
        assert_eq!(dates, [date(2026, 9, 8), date(2026, 9, 15)]);
    }

    #[test]
    fn the_last_working_day_of_the_month_is_a_position() {
        let mut rule = Rule::every(1, Frequency::Monthly, Vec::new());
        rule.days =
            [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday]
                .map(Nth::every)
                .to_vec();
        rule.positions = vec![-1];
        let dates: Vec<Date> = rule.dates(None, date(2026, 1, 1)).take(2).collect();
        assert_eq!(dates, [date(2026, 1, 30), date(2026, 2, 27)]);
    }

    #[test]
    fn a_rule_without_dates_ends() {
        let mut rule = monthly(1, Weekday::Monday);
        rule.month_days = vec![20, 21];
        assert_eq!(rule.dates(None, date(2026, 1, 1)).next(), None);
        let mut leap = Rule::every(1, Frequency::Yearly, Vec::new());
        (leap.months, leap.month_days) = (vec![2], vec![30]);
        assert_eq!(leap.dates(None, date(2026, 1, 1)).next(), None);
    }
}
