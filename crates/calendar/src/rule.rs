//! Recurrence rules in the sense of RFC 5545, section 3.3.10.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

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
        self.holds_within(date, date.day().into(), date.days_in_month().into())
    }

    /// Whether `date` is one, counted within a period of which it is day `day` (from 1) of `length`.
    fn holds_within(self, date: Date, day: i16, length: i16) -> bool {
        if date.weekday() != self.weekday {
            return false;
        }
        match self.n {
            None => true,
            Some(n) if n > 0 => (day - 1) / 7 + 1 == i16::from(n),
            Some(n) => (length - day) / 7 + 1 == -i16::from(n),
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
        let anchor = anchor.unwrap_or(from);
        let from = from.max(anchor);
        // Counting dates means walking from the first one.
        let begin = if self.count.is_some() { anchor } else { from };
        let mut period = self.period_holding(anchor, begin);
        let mut left = self.count.unwrap_or(u32::MAX);
        let mut ready: Vec<Date> = Vec::new();
        let mut barren_since = begin;
        let until = self.until.unwrap_or(Date::MAX);
        let dates = std::iter::from_fn(move || {
            loop {
                if let Some(date) = ready.pop() {
                    if left == 0 || date > until {
                        return None;
                    }
                    left -= 1;
                    barren_since = date;
                    return Some(date);
                }
                let start = period?;
                if start > until || years_between(barren_since, start) > 40 {
                    return None;
                }
                period = self.next_period(start);
                ready = self.dates_of_period(anchor, start);
                ready.retain(|date| *date >= begin);
                ready.reverse();
            }
        });
        let except = &self.except;
        dates.filter(move |date| *date >= from && !except.iter().any(|nth| nth.holds(*date)))
    }

    /// First day of the unit in step with `anchor` that holds `date` or is the next after it.
    fn period_holding(&self, anchor: Date, date: Date) -> Option<Date> {
        let (first, start) = (self.period_start(anchor), self.period_start(date));
        let interval = i64::from(self.interval.max(1));
        let units = match self.frequency {
            Frequency::Daily => days_between(first, start),
            Frequency::Weekly => days_between(first, start) / 7,
            Frequency::Monthly => months(start) - months(first),
            Frequency::Yearly => i64::from(start.year()) - i64::from(first.year()),
        };
        let ahead = (interval - units.rem_euclid(interval)) % interval;
        start.checked_add(self.units(ahead)).ok()
    }

    fn next_period(&self, start: Date) -> Option<Date> {
        start.checked_add(self.units(i64::from(self.interval.max(1)))).ok()
    }

    fn units(&self, n: i64) -> Span {
        match self.frequency {
            Frequency::Daily => n.days(),
            Frequency::Weekly => n.weeks(),
            Frequency::Monthly => n.months(),
            Frequency::Yearly => n.years(),
        }
    }

    fn period_start(&self, date: Date) -> Date {
        match self.frequency {
            Frequency::Daily => date,
            Frequency::Weekly => {
                let back = date.weekday().since(self.week_start);
                date.checked_sub(i64::from(back).days()).unwrap_or(date)
            }
            Frequency::Monthly => date.first_of_month(),
            Frequency::Yearly => date.first_of_year(),
        }
    }

    /// The dates of one unit, sorted: RFC 5545's table of what expands and what limits.
    fn dates_of_period(&self, anchor: Date, start: Date) -> Vec<Date> {
        let mut dates = match self.frequency {
            Frequency::Daily => vec![start],
            Frequency::Weekly => self.week(anchor, start),
            Frequency::Monthly => self.month(anchor, start),
            Frequency::Yearly => self.year(anchor, start),
        };
        if self.frequency == Frequency::Daily {
            dates.retain(|date| self.is_month_day(*date) && self.is_weekday(*date));
        }
        if self.frequency != Frequency::Yearly {
            dates.retain(|date| self.is_month(*date));
        }
        if self.positions.is_empty() {
            return dates;
        }
        let length = i32::try_from(dates.len()).unwrap_or(i32::MAX);
        let at = |position: &i16| match i32::from(*position) {
            position @ 1.. => Some(position - 1),
            position @ ..0 => Some(length + position),
            0 => None,
        };
        let indices: Vec<i32> = self.positions.iter().filter_map(at).collect();
        let chosen = dates.iter().zip(0..).filter(|(_, index)| indices.contains(index));
        chosen.map(|(date, _)| *date).collect()
    }

    fn week(&self, anchor: Date, start: Date) -> Vec<Date> {
        let wanted = |date: Date| match self.days.as_slice() {
            [] => date.weekday() == anchor.weekday(),
            days => days.iter().any(|nth| nth.weekday == date.weekday()),
        };
        days_from(start, 7).filter(|date| wanted(*date)).collect()
    }

    fn month(&self, anchor: Date, start: Date) -> Vec<Date> {
        let wanted = |date: Date| match (self.month_days.is_empty(), self.days.is_empty()) {
            (true, true) => date.day() == anchor.day(),
            (false, true) => self.is_month_day(date),
            (true, false) => self.days.iter().any(|nth| nth.holds(date)),
            (false, false) => self.is_month_day(date) && self.days.iter().any(|nth| nth.holds(date)),
        };
        days_from(start, start.days_in_month().into()).filter(|date| wanted(*date)).collect()
    }

    fn year(&self, anchor: Date, start: Date) -> Vec<Date> {
        if self.months.is_empty() && self.month_days.is_empty() && !self.days.is_empty() {
            let length = start.days_in_year();
            let holds =
                |date: Date| self.days.iter().any(|nth| nth.holds_within(date, date.day_of_year(), length));
            return days_from(start, length.into()).filter(|date| holds(*date)).collect();
        }
        let of_month = |number: i8| {
            let first = Date::new(start.year(), number, 1).ok()?;
            Some(self.month(anchor, first))
        };
        // Without months, days of the month are those of every month; without either, of the anchor's month.
        let only = [anchor.month()];
        let every: Vec<i8> = (1..=12).collect();
        let mut months = match (self.months.is_empty(), self.month_days.is_empty()) {
            (false, _) => self.months.clone(),
            (true, false) => every,
            (true, true) => only.to_vec(),
        };
        months.sort_unstable();
        months.dedup();
        months.into_iter().filter_map(of_month).flatten().collect()
    }

    fn is_month(&self, date: Date) -> bool {
        self.months.is_empty() || self.months.contains(&date.month())
    }

    fn is_month_day(&self, date: Date) -> bool {
        let from_end = date.day() - date.days_in_month() - 1;
        self.month_days.is_empty() || self.month_days.iter().any(|day| *day == date.day() || *day == from_end)
    }

    fn is_weekday(&self, date: Date) -> bool {
        self.days.is_empty() || self.days.iter().any(|nth| nth.weekday == date.weekday())
    }
}

/// `count` days from `start` on; ends with the calendar.
fn days_from(start: Date, count: i64) -> impl Iterator<Item = Date> {
    (0..count).map_while(move |day| start.checked_add(day.days()).ok())
}

/// Days from `a` to `b`; two dates are never more than four million apart.
fn days_between(a: Date, b: Date) -> i64 {
    a.until(b).map_or(0, |span| i64::from(span.get_days()))
}

fn months(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

fn years_between(a: Date, b: Date) -> i16 {
    b.year().saturating_sub(a.year())
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
