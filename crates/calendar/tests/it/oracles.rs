//! Occurrence by occurrence against other software, for 6,000 random series and every schedule of the corpora.
//!
//! `tests/oracle/digests.txt` holds what python-dateutil answered, one digest a series, so that the comparison runs
//! everywhere; with `FOLKMOOT_WRITE_VECTORS` set, the test below writes it anew from a live answer. The live tests
//! ask three programs. python-dateutil and recurring-ical-events agree with us on every series. ical.js 2.2.1 does
//! not, in four ways, each judged by RFC 5545:
//!
//! 1. *A wall-clock time that a change of clocks skips.* "If the local time described does not occur (when changing
//!    from standard to daylight time), the DATE-TIME value is interpreted using the UTC offset before the gap in local
//!    times" (3.3.5). ical.js takes the offset after the gap: the meeting is earlier by the gap's length.
//! 2. *A wall-clock time that happens twice.* "If […] the local time described occurs more than once (when changing from
//!    daylight to standard time), the DATE-TIME value refers to the first occurrence of the referenced time" (3.3.5).
//!    ical.js takes the second one.
//! 3. *The n-th weekday of a year* (`FREQ=YEARLY;BYDAY=20TU`). The integer "indicates the nth occurrence of a specific
//!    day within the MONTHLY or YEARLY \"RRULE\"" (3.3.10). ical.js goes on weekly from that day in the first year.
//! 4. *The last day of several months* (`FREQ=YEARLY;BYMONTH=2,12;BYMONTHDAY=31`, or `-1`). Of a day that a month does not
//!    have: "such recurrence instances MUST be ignored and MUST NOT be counted as part of the recurrence set", and −10
//!    "represents the tenth to the last day of the month" (3.3.10). ical.js counts with another month's length and
//!    gives the third of March.

use folkmoot_calendar::{Exception, Frequency, Series};
use jiff::civil::DateTime;
use jiff::tz::AmbiguousOffset;

use crate::cases::{self, Case};
use crate::oracle::{self, Oracle};

/// FNV-1a of an answer: short enough to commit six thousand.
fn digest(text: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("{:08x}", hash >> 32)
}

fn answer(starts: &[i64]) -> String {
    digest(&starts.iter().map(i64::to_string).collect::<Vec<_>>().join(","))
}

/// What the digests are made of: other cases would make them say nothing.
fn question(cases: &[Case]) -> String {
    digest(&cases.iter().map(Case::line).collect::<String>())
}

#[test]
fn six_thousand_random_series_are_where_dateutil_put_them() {
    let all = cases::all();
    let text = std::fs::read_to_string(oracle::folder().join("digests.txt")).unwrap();
    let (made_of, digests) = text.split_once('\n').unwrap();
    assert_eq!(made_of, question(&all), "the digests were made of other cases: write them anew");
    assert_eq!(digests.lines().count(), all.len());
    let wrong = all.iter().zip(digests.lines()).filter(|(case, digest)| answer(&case.starts()) != **digest);
    let wrong: Vec<String> = wrong.map(|(case, _)| case.line()).collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn our_own_reader_finds_in_the_feed_what_the_writer_put_there() {
    let all = cases::all();
    let calendar = folkmoot_calendar::ics::read(oracle::feed(&all).as_bytes()).unwrap();
    assert_eq!(calendar.unread, []);
    let read: std::collections::HashMap<&str, &Series> =
        calendar.entries.iter().map(|entry| (entry.uid.as_str(), &entry.series)).collect();
    let starts = |(place, case): (usize, &Case)| match read.get(oracle::uid(place).as_str()) {
        Some(series) => case.starts_of(series),
        None => Vec::new(),
    };
    let found: Vec<Vec<i64>> = all.iter().enumerate().map(starts).collect();
    assert_eq!(differing(&all, &found, |_, _| false), 0);
}

#[test]
fn dateutil_sees_the_same_meetings() {
    if !Oracle::Dateutil.is_there() {
        return;
    }
    let all = cases::all();
    let theirs = Oracle::Dateutil.starts(&all);
    assert_eq!(differing(&all, &theirs, |_, _| false), 0);
    if std::env::var_os("FOLKMOOT_WRITE_VECTORS").is_some() {
        let digests: String = theirs.iter().map(|starts| answer(starts) + "\n").collect();
        std::fs::write(oracle::folder().join("digests.txt"), question(&all) + "\n" + &digests).unwrap();
    }
}

#[test]
fn recurring_ical_events_sees_the_same_meetings_in_the_feed() {
    if !Oracle::RecurringIcalEvents.is_there() {
        return;
    }
    let all = cases::all();
    let theirs = Oracle::RecurringIcalEvents.starts(&all);
    assert_eq!(differing(&all, &theirs, |_, _| false), 0);
}

#[test]
fn ical_js_sees_the_same_meetings_in_the_feed_but_for_what_is_explained() {
    if !Oracle::IcalJs.is_there() {
        return;
    }
    let all = cases::all();
    let theirs = Oracle::IcalJs.starts(&all);
    let explained = differing(&all, &theirs, |case, theirs| {
        nth_of_year(case) || last_day_of_several_months(case) || moved_by_clocks(case, theirs)
    });
    assert!(explained < all.len() / 5, "{explained} series differ in ways that are explained");
}

#[test]
fn every_schedule_of_the_corpora_is_seen_the_same_by_all_three() {
    let Some(all) = cases::of_corpora() else { return };
    assert!(all.len() > 150, "{} schedules", all.len());
    for oracle in [Oracle::Dateutil, Oracle::RecurringIcalEvents, Oracle::IcalJs] {
        if oracle.is_there() {
            assert_eq!(differing(&all, &oracle.starts(&all), |_, _| false), 0, "{oracle:?}");
        }
    }
}

#[test]
fn validators_find_no_fault_in_a_feed() {
    if !Oracle::Validators.is_there() {
        return;
    }
    let all = cases::all();
    assert_eq!(oracle::faults(&oracle::feed(&all[..all.len() / 4])), "");
}

/// How many cases differ in an explained way; panics with those that differ otherwise.
fn differing(cases: &[Case], theirs: &[Vec<i64>], explained: impl Fn(&Case, &[i64]) -> bool) -> usize {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (case, theirs) in cases.iter().zip(theirs) {
        let ours = case.starts();
        if ours == *theirs {
            continue;
        }
        if explained(case, theirs) {
            count += 1;
            continue;
        }
        let only = |these: &[i64], those: &[i64]| -> Vec<i64> {
            these.iter().filter(|one| !those.contains(one)).copied().collect()
        };
        wrong.push(format!(
            "{}\n  ours {:?}, theirs {:?}",
            case.line(),
            only(&ours, theirs),
            only(theirs, &ours)
        ));
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    count
}

/// Difference 3.
fn nth_of_year(case: &Case) -> bool {
    let rule = &case.series.rule;
    rule.frequency == Frequency::Yearly
        && rule.months.is_empty()
        && rule.days.iter().any(|nth| nth.n.is_some())
}

/// Difference 4.
fn last_day_of_several_months(case: &Case) -> bool {
    let rule = &case.series.rule;
    rule.frequency == Frequency::Yearly
        && rule.months.len() > 1
        && rule.month_days.iter().any(|day| matches!(day, 31 | -1))
}

/// Differences 1 and 2: each of our meetings that they do not have is at a time that does not occur or occurs twice,
/// and they have it where the other offset puts it.
fn moved_by_clocks(case: &Case, theirs: &[i64]) -> bool {
    let ours = case.starts();
    let occurrences = case.series.occurrences(case.from, case.to);
    let mut expected: Vec<i64> = ours.iter().filter(|start| theirs.contains(start)).copied().collect();
    for occurrence in occurrences {
        let start = occurrence.start.timestamp().as_second().div_euclid(60);
        if theirs.contains(&start) {
            continue;
        }
        let Some(shift) = shift(case, &occurrence.start) else { return false };
        expected.push(start + i64::from(shift) / 60);
    }
    expected.sort_unstable();
    expected == theirs
}

/// Seconds from our reading of a wall-clock time to the one by the other offset; `None` where there is one reading.
fn shift(case: &Case, start: &jiff::Zoned) -> Option<i32> {
    let date = start.date();
    // What is skipped before midnight, or a day that is skipped, is read as a time of the next day.
    let days = [Some(date), date.yesterday().ok()].into_iter().flatten();
    let by_rule = days.map(|date| date.to_datetime(case.series.clock.start));
    let stated = case.series.exceptions.iter().filter_map(|exception| match exception {
        Exception::Moved { to, .. } | Exception::Extra { at: to, .. } => Some(*to),
        Exception::Cancelled(_) => None,
    });
    let zone = &case.series.zone;
    let ours = |at: &DateTime| at.to_zoned(zone.clone()).is_ok_and(|at| at == *start);
    by_rule.chain(stated).filter(ours).find_map(|at| match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Gap { before, after } | AmbiguousOffset::Fold { before, after } => {
            Some(before.seconds() - after.seconds())
        }
        AmbiguousOffset::Unambiguous { .. } => None,
    })
}
