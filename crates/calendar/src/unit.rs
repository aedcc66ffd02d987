//! The dates of one day, week, month or year of a rule: RFC 5545's table of what expands and what limits (section
//! 3.3.10). A rule is walked unit by unit, and any unit is reached by a sum, so that a series of 1990 costs no more
//! today than one of last week.

use jiff::civil::{Date, Weekday};

use crate::day::{self, Day};
use crate::rule::{Frequency, Nth, Rule};

/// One day, week, month or year in step with the rule's first date.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    Day(Day),
    /// Its first day.
    Week(Day),
    /// Months since year 0.
    Month(i32),
    Year(i32),
}

impl Unit {
    /// The unit in step with `anchor` that holds `from` or is the next after it.
    pub(crate) fn holding(rule: &Rule, anchor: Date, from: Day) -> Self {
        let interval = i32::from(rule.interval.max(1));
        let next = |first: i32, here: i32| here + (first - here).rem_euclid(interval);
        let week = |of: Day| of - (day::weekday(of) - day::number(rule.week_start)).rem_euclid(7);
        let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        let (anchor_day, from_date) = (day::from_date(anchor), day::to_date(from).unwrap_or(Date::MAX));
        match rule.frequency {
            Frequency::Daily => Self::Day(next(anchor_day, from)),
            Frequency::Weekly => {
                let (first, here) = (week(anchor_day), week(from));
                Self::Week(here + 7 * ((first - here) / 7).rem_euclid(interval))
            }
            Frequency::Monthly => Self::Month(next(month(anchor), month(from_date))),
            Frequency::Yearly => Self::Year(next(i32::from(anchor.year()), i32::from(from_date.year()))),
        }
    }

    pub(crate) fn advance(&mut self, rule: &Rule) {
        let interval = i32::from(rule.interval.max(1));
        match self {
            Self::Day(day) => *day += interval,
            Self::Week(first) => *first += 7 * interval,
            Self::Month(month) => *month += interval,
            Self::Year(year) => *year += interval,
        }
    }

    /// `None` past the calendar.
    pub(crate) fn first_day(self) -> Option<Day> {
        let first = match self {
            Self::Day(day) | Self::Week(day) => day,
            Self::Month(month) => day::first_of_month(month.div_euclid(12), month.rem_euclid(12) + 1),
            Self::Year(year) => day::first_of_month(year, 1),
        };
        (first <= day::from_date(Date::MAX)).then_some(first)
    }

    /// The unit's dates, sorted: RFC 5545's table of what expands and what limits.
    pub(crate) fn days(self, rule: &Rule, anchor: Date, out: &mut Vec<Day>) {
        match self {
            Self::Day(day) => out.extend(Some(day).filter(|day| limits_hold(rule, *day))),
            Self::Week(first) => week(rule, anchor, first, out),
            Self::Month(month) => {
                let number = month.rem_euclid(12) + 1;
                if rule.is_month(number) {
                    month_days(rule, anchor, month.div_euclid(12), number, out);
                }
            }
            Self::Year(year) => year_days(rule, anchor, year, out),
        }
        if out.len() > 1 {
            out.sort_unstable();
            out.dedup();
        }
        rule.keep_positions(out);
    }
}

/// Whether a day is within the rule's months, days of the month and weekdays.
fn limits_hold(rule: &Rule, day: Day) -> bool {
    let weekday =
        || rule.days.is_empty() || rule.days.iter().any(|nth| day::number(nth.weekday) == day::weekday(day));
    if rule.months.is_empty() && rule.month_days.is_empty() {
        return weekday();
    }
    day::to_date(day).is_some_and(|date| {
        rule.is_month(date.month().into())
            && rule.is_month_day(date.day().into(), date.days_in_month().into())
            && weekday()
    })
}

fn week(rule: &Rule, anchor: Date, first: Day, out: &mut Vec<Day>) {
    let ahead = |weekday: Weekday| (day::number(weekday) - day::weekday(first)).rem_euclid(7);
    match rule.days.as_slice() {
        [] => out.push(first + ahead(anchor.weekday())),
        days => out.extend(days.iter().map(|nth| first + ahead(nth.weekday))),
    }
    if !rule.months.is_empty() {
        out.retain(|day| day::to_date(*day).is_some_and(|date| rule.is_month(date.month().into())));
    }
}

/// The dates of one month by days of the month, weekdays, both (both must hold) or the first date's day.
fn month_days(rule: &Rule, anchor: Date, year: i32, month: i32, out: &mut Vec<Day>) {
    let first = day::first_of_month(year, month);
    let length = if month == 12 { 31 } else { day::first_of_month(year, month + 1) - first };
    if rule.days.is_empty() {
        let by_anchor = [anchor.day()];
        let wanted = if rule.month_days.is_empty() { &by_anchor } else { rule.month_days.as_slice() };
        let of_month =
            wanted.iter().map(|one| i32::from(*one)).map(|one| if one < 0 { length + 1 + one } else { one });
        out.extend(of_month.filter(|one| (1..=length).contains(one)).map(|one| first + one - 1));
        return;
    }
    for nth in &rule.days {
        let found = of_period(*nth, first, length);
        out.extend(found.filter(|day| rule.is_month_day(day - first + 1, length)));
    }
}

/// The days that `nth` names among `length` days from `first` on.
fn of_period(nth: Nth, first: Day, length: i32) -> impl Iterator<Item = Day> {
    let earliest = (day::number(nth.weekday) - day::weekday(first)).rem_euclid(7);
    let count = (length - earliest + 6) / 7;
    let (from, to) = match nth.n.map(i32::from) {
        None => (0, count),
        Some(n) if n > 0 => (n - 1, n.min(count)),
        Some(n) => ((count + n).max(0), if count + n < 0 { 0 } else { count + n + 1 }),
    };
    (from..to).map(move |week| first + earliest + 7 * week)
}

fn year_days(rule: &Rule, anchor: Date, year: i32, out: &mut Vec<Day>) {
    if rule.months.is_empty() && rule.month_days.is_empty() && !rule.days.is_empty() {
        let first = day::first_of_month(year, 1);
        let length = day::first_of_month(year + 1, 1) - first;
        for nth in &rule.days {
            out.extend(of_period(*nth, first, length));
        }
        return;
    }
    // Without months, days of the month are those of every month; without either, of the first date's month.
    let wanted = |month: i32| match (rule.months.is_empty(), rule.month_days.is_empty()) {
        (false, _) => rule.is_month(month),
        (true, false) => true,
        (true, true) => month == i32::from(anchor.month()),
    };
    for month in (1..=12).filter(|month| wanted(*month)) {
        month_days(rule, anchor, year, month, out);
    }
}

impl Rule {
    fn is_month(&self, month: i32) -> bool {
        self.months.is_empty() || self.months.iter().any(|one| i32::from(*one) == month)
    }

    fn is_month_day(&self, of_month: i32, length: i32) -> bool {
        let holds = |one: &i8| i32::from(*one) == of_month || i32::from(*one) == of_month - length - 1;
        self.month_days.is_empty() || self.month_days.iter().any(holds)
    }

    /// Keeps the positions asked for (`BYSETPOS`) of a unit's dates.
    fn keep_positions(&self, days: &mut Vec<Day>) {
        if self.positions.is_empty() {
            return;
        }
        let length = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let mut index = 0;
        days.retain(|_| {
            index += 1;
            self.positions.iter().any(|one| i32::from(*one) == index || i32::from(*one) == index - length - 1)
        });
    }
}
