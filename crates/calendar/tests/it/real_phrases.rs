//! Phrases as they stand in communities' records (facts, not text), with the rule each means.

use folkmoot_calendar::{Cadence, Doubt, Fields, Schedule};

fn read(day: &str, frequency: &str) -> Schedule {
    Schedule::read(Fields { day, time: "9:00", tz: "UTC", frequency, ..Fields::default() })
}

fn rrule(day: &str, frequency: &str) -> String {
    match read(day, frequency).cadence {
        Cadence::Recurring(rule) => rule.to_rrule(),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_recurring_phrase_gives_its_rule() {
    for (day, frequency, expected) in [
        ("Tuesday", "weekly", "FREQ=WEEKLY;BYDAY=TU"),
        ("every Tuesday", "weekly", "FREQ=WEEKLY;BYDAY=TU"),
        ("Thu", "Weekly", "FREQ=WEEKLY;BYDAY=TH"),
        ("Thursday", "bi-weekly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("Thursday", "Bi-Weekly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("Friday", "biweekly - every other Friday of the month", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("Wednesday", "every four weeks", "FREQ=WEEKLY;INTERVAL=4;BYDAY=WE"),
        (
            "Wednesday",
            "every 4 weeks on Wednesday from the 10th of March 2021",
            "FREQ=WEEKLY;INTERVAL=4;BYDAY=WE",
        ),
        ("Monday", "every third week", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"),
        ("Mon-Thu", "Daily", "FREQ=DAILY;BYDAY=MO,TU,WE,TH"),
        ("Monday and Wednesday", "weekly", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("first Wednesday", "monthly", "FREQ=MONTHLY;BYDAY=1WE"),
        ("third Wednesday", "Monthly", "FREQ=MONTHLY;BYDAY=3WE"),
        ("Wednesday", "monthly - last Wed of the month", "FREQ=MONTHLY;BYDAY=-1WE"),
        ("Wednesday", "First Wednesday of the month", "FREQ=MONTHLY;BYDAY=1WE"),
        ("Tuesday", "monthly - third Tuesday", "FREQ=MONTHLY;BYDAY=3TU"),
        ("Thursday", "Monthly on 4th Thursday", "FREQ=MONTHLY;BYDAY=4TH"),
        ("Thursday", "monthly, second Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("Friday", "Last Friday of the Month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("Tuesday", "2nd and 4th Tuesday of each month", "FREQ=MONTHLY;BYDAY=2TU,4TU"),
        ("Tuesday", "first and third Tuesday", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        (
            "Wednesday",
            "monthly - Wednesday, after the fourth Tuesday, every month",
            "FREQ=MONTHLY;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=WE",
        ),
        ("Monday", "first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("Monday", "weekly, you must be signed into a free zoom account to join", "FREQ=WEEKLY;BYDAY=MO"),
        ("Thursdays (starting February 15th 2024)", "biweekly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("Tuesday", "monthly 2020 start date: Jan. 7th", "FREQ=MONTHLY;BYDAY=1TU"),
    ] {
        assert_eq!(rrule(day, frequency), expected, "{day} / {frequency}");
    }
}

#[test]
fn a_first_date_in_the_words_anchors_an_alternating_series() {
    for (day, frequency, first) in [
        ("Tuesday", "biweekly starting Tuesday Oct 28, 2025", "2025-10-28"),
        ("Thursday", "biweekly starting Thursday June 25th, 2020", "2020-06-25"),
        ("Thursdays (starting February 15th 2024)", "biweekly", "2024-02-15"),
        ("Friday", "biweekly 2019 start date: Jan. 11th", "2019-01-11"),
        ("Wednesday", "every 4 weeks on Wednesday from the 24th of March 2021", "2021-03-24"),
        ("Friday", "biweekly, starting from Nov. 6th 2020", "2020-11-06"),
    ] {
        let schedule = read(day, frequency);
        assert_eq!(
            schedule.starts.map(|date| date.to_string()).as_deref(),
            Some(first),
            "{day} / {frequency}"
        );
        assert!(schedule.doubts.is_empty(), "{day} / {frequency}: {:?}", schedule.doubts);
    }
}

#[test]
fn what_is_uncertain_is_a_doubt_and_not_a_guess() {
    for (day, frequency, expected) in [
        ("Thursday", "biweekly", Doubt::Unanchored),
        ("Thursday", "Biweekly, interleaved with the Regular SIG Meeting", Doubt::Unanchored),
        ("Thursday", "bimonthly", Doubt::Bimonthly),
        ("Thursday", "bimonthy", Doubt::Bimonthly),
        ("Thursday", "monthly", Doubt::WeekOfMonthUnknown),
        ("Thursday", "semimonthly", Doubt::TwiceAMonthUnknown),
        ("Thursday", "weekly/bi-weekly as per demand", Doubt::SeveralFrequencies),
        ("Thursday", "biweekly/triweekly", Doubt::SeveralFrequencies),
        ("Blursday", "weekly", Doubt::DayUnread),
        ("Tuesaday", "weekly", Doubt::Misspelt { written: "tuesaday".into(), read: "tuesday" }),
        ("Thursday", "now and then", Doubt::FrequencyUnread(vec!["now".into(), "then".into()])),
    ] {
        let schedule = read(day, frequency);
        assert!(schedule.doubts.contains(&expected), "{day} / {frequency}: {:?}", schedule.doubts);
    }
}

#[test]
fn exceptions_are_part_of_the_rule() {
    for frequency in
        ["weekly - except fourth Tuesday every month", "weekly - excluding 4th week of the month"]
    {
        let Cadence::Recurring(rule) = read("Tuesday", frequency).cadence else { panic!("{frequency}") };
        let from = jiff::civil::date(2026, 9, 1);
        let days: Vec<i8> = rule.dates(None, from).take(4).map(jiff::civil::Date::day).collect();
        assert_eq!(days, [1, 8, 15, 29], "{frequency}");
    }
}

#[test]
fn on_demand_and_nothing_are_not_mistakes() {
    assert_eq!(read("Monday", "on demand").cadence, Cadence::OnDemand);
    assert_eq!(read("Monday", "").cadence, Cadence::Unstated);
    assert_eq!(read("", "as needed").cadence, Cadence::OnDemand);
    assert!(read("", "as needed").doubts.is_empty());
}
