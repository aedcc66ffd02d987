//! No text makes the reader panic, and every rule it gives can be walked.

use folkmoot_calendar::{Fields, Schedule, Series};
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_text_is_read(day in ".{0,40}", time in ".{0,24}", tz in ".{0,24}", frequency in ".{0,60}") {
        let fields = Fields { day: &day, time: &time, tz: &tz, frequency: &frequency, ..Fields::default() };
        let _ = Schedule::read(fields);
    }

    #[test]
    fn any_words_of_schedules_are_read_and_walked(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "first", "last", "2nd", "Tuesday", "Wed", "monthly", "weekly", "bi-weekly", "every", "4", "weeks",
                "except", "after", "starting", "2024-03-05", "-", "and", "of the month", "on demand", ",",
            ]),
            0..8,
        ),
        hour in 0_u8..26,
    ) {
        let frequency = words.join(" ");
        let time = format!("{hour}:30");
        let fields =
            Fields { day: "Monday", time: &time, tz: "Europe/Warsaw", frequency: &frequency, ..Fields::default() };
        if let Some(series) = Series::new(&Schedule::read(fields)) {
            let from = "2026-01-01T00:00:00Z".parse().unwrap();
            let to = "2027-01-01T00:00:00Z".parse().unwrap();
            let found: Vec<_> = series.occurrences(from, to).collect();
            prop_assert!(found.len() <= 366);
            prop_assert!(found.windows(2).all(|pair| pair[0].start < pair[1].start));
        }
    }
}
