//! Recurrence rules: RFC 5545's, as far as people's phrases reach.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The unit that repeats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frequency {
    /// Days.
    Daily,
    /// Weeks, from Monday.
    Weekly,
    /// Months.
    Monthly,
}

/// A weekday, or the n-th one of the month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Nth {
    /// 1 to 5 from the start of the month, −1 to −5 from its end; `None` for every one.
    pub n: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

impl Nth {
    /// Every such weekday.
    pub fn every(weekday: Weekday) -> Self {
        Self { n: None, weekday }
    }

    /// Whether `date` is one.
    pub fn holds(self, date: Date) -> bool {
        if date.weekday() != self.weekday {
            return false;
        }
        match self.n {
            None => true,
            Some(n) if n > 0 => (date.day() - 1) / 7 + 1 == n,
            Some(n) => (date.days_in_month() - date.day()) / 7 + 1 == -n,
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
    /// On which days; at least one, except for daily rules, where none means all.
    pub days: Vec<Nth>,
    /// Days of the month it is restricted to, first and last: the Wednesday after the fourth Tuesday is the
    /// Wednesday within 23 to 29.
    pub month_days: Option<(i8, i8)>,
    /// Days on which it does not happen: `weekly except the fourth Tuesday`.
    pub except: Vec<Nth>,
}

impl Rule {
    /// Whether two first dates could give different series, so that one must be known.
    pub fn needs_anchor(&self) -> bool {
        self.interval > 1
    }

    /// The dates from `from` on, in order, for a series whose first date is `anchor` (`from` where it has
    /// none). Ends at the calendar's end (9999) or after 20 years without a date.
    pub fn dates(&self, anchor: Option<Date>, from: Date) -> impl Iterator<Item = Date> + '_ {
        let anchor = anchor.unwrap_or(from);
        let from = from.max(anchor);
        let mut day = self.first_candidate(anchor, from);
        let mut barren = 0_u32;
        std::iter::from_fn(move || {
            while let Some(date) = day {
                day = self.next_candidate(anchor, date);
                if date >= from && self.holds(anchor, date) {
                    barren = 0;
                    return Some(date);
                }
                barren += 1;
                if barren > 20 * 366 {
                    return None;
                }
            }
            None
        })
    }

    /// Whether the rule, counted from `anchor`, has `date`.
    pub fn holds(&self, anchor: Date, date: Date) -> bool {
        let interval = i64::from(self.interval.max(1));
        let in_step = match self.frequency {
            Frequency::Daily => days_between(anchor, date) % interval == 0,
            Frequency::Weekly => days_between(monday(anchor), monday(date)) / 7 % interval == 0,
            Frequency::Monthly => (months(date) - months(anchor)) % interval == 0,
        };
        let on_day = match self.days.as_slice() {
            [] => self.frequency == Frequency::Daily,
            days => days.iter().any(|nth| nth.holds(date)),
        };
        let in_month = self.month_days.is_none_or(|(first, last)| (first..=last).contains(&date.day()));
        in_step && on_day && in_month && !self.except.iter().any(|nth| nth.holds(date))
    }

    /// The first day worth looking at: the start of the week or month that holds `from` and is in step.
    fn first_candidate(&self, anchor: Date, from: Date) -> Option<Date> {
        let interval = i64::from(self.interval.max(1));
        match self.frequency {
            Frequency::Daily => {
                let behind = days_between(anchor, from).rem_euclid(interval);
                let ahead = if behind == 0 { 0 } else { interval - behind };
                from.checked_add(ahead.days()).ok()
            }
            Frequency::Weekly => {
                let weeks = days_between(monday(anchor), monday(from)) / 7;
                let ahead = (interval - weeks.rem_euclid(interval)) % interval;
                let week = monday(from).checked_add((ahead * 7).days()).ok()?;
                Some(if ahead == 0 { from } else { week })
            }
            Frequency::Monthly => {
                let ahead = (interval - (months(from) - months(anchor)).rem_euclid(interval)) % interval;
                if ahead == 0 { Some(from) } else { from.first_of_month().checked_add(ahead.months()).ok() }
            }
        }
    }

    /// The next day worth looking at; whole weeks and months out of step are skipped.
    fn next_candidate(&self, anchor: Date, date: Date) -> Option<Date> {
        let interval = i64::from(self.interval.max(1));
        if self.frequency == Frequency::Daily {
            return date.checked_add(interval.days()).ok();
        }
        let next = match (self.frequency, self.days.as_slice()) {
            // One weekday a week, the usual case, is seven days on.
            (Frequency::Weekly, [only]) if date.weekday() == only.weekday => {
                return date.checked_add((7 * interval).days()).ok();
            }
            _ => date.tomorrow().ok()?,
        };
        let unit_ended = match self.frequency {
            Frequency::Weekly => next.weekday() == Weekday::Monday,
            _ => next.day() == 1,
        };
        if unit_ended { self.first_candidate(anchor, next) } else { Some(next) }
    }

    /// As the value of `RRULE` (RFC 5545), without `UNTIL`. Exceptions have no place there and are dates.
    pub fn to_rrule(&self) -> String {
        let frequency = match self.frequency {
            Frequency::Daily => "DAILY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Monthly => "MONTHLY",
        };
        let mut out = format!("FREQ={frequency}");
        if self.interval > 1 {
            out += &format!(";INTERVAL={}", self.interval);
        }
        if !self.days.is_empty() {
            let day = |nth: &Nth| {
                format!("{}{}", nth.n.map(|n| n.to_string()).unwrap_or_default(), code(nth.weekday))
            };
            out += &format!(";BYDAY={}", self.days.iter().map(day).collect::<Vec<_>>().join(","));
        }
        if let Some((first, last)) = self.month_days {
            let days: Vec<String> = (first..=last).map(|day| day.to_string()).collect();
            out += &format!(";BYMONTHDAY={}", days.join(","));
        }
        out
    }
}

/// `MO` to `SU`.
fn code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// Days from `a` to `b`.
fn days_between(a: Date, b: Date) -> i64 {
    // Whole days between two dates never overflow: the calendar has fewer than four million.
    a.until(b).map_or(0, |span| i64::from(span.get_days()))
}

fn monday(date: Date) -> Date {
    let back = i64::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(back.days()).unwrap_or(date)
}

fn months(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn weekly(interval: u16, weekdays: &[Weekday]) -> Rule {
        let days = weekdays.iter().copied().map(Nth::every).collect();
        Rule { frequency: Frequency::Weekly, interval, days, month_days: None, except: Vec::new() }
    }

    fn monthly(n: i8, weekday: Weekday) -> Rule {
        let days = vec![Nth { n: Some(n), weekday }];
        Rule { frequency: Frequency::Monthly, interval: 1, days, month_days: None, except: Vec::new() }
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
    }

    #[test]
    fn a_rule_without_dates_ends() {
        let mut rule = monthly(1, Weekday::Monday);
        rule.month_days = Some((20, 25));
        assert_eq!(rule.dates(None, date(2026, 1, 1)).next(), None);
    }

    #[test]
    fn a_rule_is_written_as_rfc_5545_does() {
        assert_eq!(weekly(2, &[Weekday::Thursday]).to_rrule(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
        assert_eq!(monthly(-1, Weekday::Friday).to_rrule(), "FREQ=MONTHLY;BYDAY=-1FR");
    }
}
