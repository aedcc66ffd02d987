//! Any texts as a schedule.

#![no_main]

use folkmoot_calendar::{Fields, Schedule, Series};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let mut next = || lines.next().unwrap_or_default();
    let fields = Fields {
        day: next(),
        time: next(),
        tz: next(),
        frequency: next(),
        timezone: next(),
        starts: next(),
        until: next(),
        duration: next(),
        rrule: next(),
    };
    let schedule = Schedule::read(fields);
    if let Some(series) = Series::new(&schedule) {
        let from = Timestamp::from_second(1_767_225_600).expect("2026");
        let to = Timestamp::from_second(1_798_761_600).expect("2027");
        let found: Vec<_> = series.occurrences(from, to).collect();
        assert!(found.len() <= 367, "{} in a year", found.len());
        assert!(found.windows(2).all(|pair| pair[0].start <= pair[1].start));
    }
});
