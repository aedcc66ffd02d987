//! Days as numbers: recurrences are sums, and sums on numbers are quick.

use jiff::civil::{Date, Weekday};

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
pub(crate) type Day = i32;

/// The number of a date. Years begin in March here, so that the leap day is a year's last; an era is the
/// calendar's cycle of 400 years, 146,097 days.
pub(crate) fn from_date(date: Date) -> Day {
    first_of_month(i32::from(date.year()), i32::from(date.month())) + i32::from(date.day()) - 1
}

/// The number of a month's first day; `month` from 1 to 12.
pub(crate) fn first_of_month(year: i32, month: i32) -> Day {
    let (year, shifted) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * shifted + 2) / 5;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a number; `None` past the calendar (years −9999 to 9999).
pub(crate) fn to_date(day: Day) -> Option<Date> {
    let shifted = day.checked_add(719_468)?;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year_of_era + later;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(of_month).ok()?).ok()
}

/// Days since the week's Monday. 1970-01-01 was a Thursday.
pub(crate) fn weekday(day: Day) -> i32 {
    (day + 3).rem_euclid(7)
}

/// The same of a weekday.
pub(crate) fn number(weekday: Weekday) -> i32 {
    i32::from(weekday.to_monday_zero_offset())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_and_dates_are_each_others_inverse() {
        assert_eq!(from_date(date(1970, 1, 1)), 0);
        assert_eq!(from_date(date(2000, 3, 1)), 11_017);
        let mut expected = date(1899, 12, 25);
        for day in from_date(expected)..from_date(date(2101, 1, 1)) {
            assert_eq!(to_date(day), Some(expected));
            assert_eq!(from_date(expected), day);
            assert_eq!(weekday(day), number(expected.weekday()));
            expected = expected.tomorrow().expect("within the calendar");
        }
        assert_eq!(to_date(from_date(Date::MAX)), Some(Date::MAX));
        assert_eq!(to_date(from_date(Date::MAX) + 1), None);
        assert_eq!(to_date(i32::MAX), None);
    }
}
