//! Any text as a rule.

#![no_main]

use folkmoot_calendar::Rule;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(rule) = Rule::parse(text) else { return };
    let again = Rule::parse(&rule.to_rrule()).expect("what is written is read");
    assert_eq!(again, rule);
    let anchor = date(2026, 1, 31);
    let dates: Vec<_> = rule.dates(Some(anchor), date(2027, 5, 1)).take(100).collect();
    assert!(dates.windows(2).all(|pair| pair[0] < pair[1]), "{dates:?}");
    // Begun later, the walk gives the same dates.
    if let Some(middle) = dates.get(dates.len() / 2) {
        let rest: Vec<_> = rule.dates(Some(anchor), *middle).take(dates.len() - dates.len() / 2).collect();
        assert_eq!(rest, dates[dates.len() / 2..]);
    }
});
