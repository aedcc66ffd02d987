//! Days as readers of a language write them.

use fluent_bundle::FluentValue;
use jiff::Zoned;
use jiff::civil::Date;

use crate::View;

const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];
const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

const SHORT_WEEKDAYS: [&str; 7] = [
    "weekday-short-monday",
    "weekday-short-tuesday",
    "weekday-short-wednesday",
    "weekday-short-thursday",
    "weekday-short-friday",
    "weekday-short-saturday",
    "weekday-short-sunday",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-january",
    "month-short-february",
    "month-short-march",
    "month-short-april",
    "month-short-may",
    "month-short-june",
    "month-short-july",
    "month-short-august",
    "month-short-september",
    "month-short-october",
    "month-short-november",
    "month-short-december",
];

/// `Tuesday 24 November`: a day near today.
pub(crate) fn day(view: &View<'_>, date: Date) -> String {
    view.text_with(
        "date-day",
        [
            ("weekday", text(weekday(view, date))),
            ("day", number(date.day())),
            ("month", text(month(view, date))),
        ],
    )
}

/// `Tue 24 Nov`: a day near today, where there is little room.
pub(crate) fn short(view: &View<'_>, date: Date) -> String {
    let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    view.text_with(
        "date-short",
        [
            ("weekday", text(view.text(SHORT_WEEKDAYS[weekday]))),
            ("day", number(date.day())),
            ("month", text(view.text(SHORT_MONTHS[month]))),
        ],
    )
}

/// `24 November 2026`: any day.
pub(crate) fn full(view: &View<'_>, date: Date) -> String {
    let (day, year) = (number(date.day()), number(date.year()));
    view.text_with("date-full", [("day", day), ("month", text(month(view, date))), ("year", year)])
}

/// `Tuesday`.
pub(crate) fn weekday(view: &View<'_>, date: Date) -> String {
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    view.text(WEEKDAYS[index])
}

/// `November`.
pub(crate) fn month(view: &View<'_>, date: Date) -> String {
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    view.text(MONTHS[index])
}

/// The zone's name as people read it: `UTC`, `Asia/Shanghai`.
pub(crate) fn zone_name(start: &Zoned) -> String {
    let name = start.time_zone().iana_name().unwrap_or("UTC");
    if matches!(name, "Etc/UTC" | "Etc/GMT") { "UTC".to_owned() } else { name.to_owned() }
}

/// A number without separators: of years no language puts one in.
fn number(value: impl Into<i64>) -> FluentValue<'static> {
    text(value.into().to_string())
}

fn text(value: String) -> FluentValue<'static> {
    FluentValue::from(value)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::{Locale, Site};

    #[test]
    fn each_language_writes_a_day_in_its_own_order() {
        let site = Site::sample(&[]);
        let told = Locale::ALL.map(|locale| {
            let view = site.view(locale, Timestamp::UNIX_EPOCH);
            let date = jiff::civil::date(2026, 11, 24);
            format!("{} | {}", day(&view, date), full(&view, date))
        });
        assert_eq!(
            told,
            [
                "Tuesday 24 November | 24 November 2026",
                "11月24日 星期二 | 2026年11月24日",
                "24 Kasım Salı | 24 Kasım 2026",
            ]
        );
    }
}
