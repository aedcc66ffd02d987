//! Random series, the same on every machine: what the oracles are asked about.
//!
//! The zones are those whose clocks do unusual things within 1990–2037: half and quarter hours, two-hour summers, a
//! winter that is the exception (Dublin, Casablanca), days that were skipped (Apia, Kwajalein, Enderbury), changes
//! at midnight (Havana, Gaza, Cairo), and rules that changed often. A third of the series have exceptions.

use folkmoot_calendar::{Break, Cadence, Clock, Exception, Fields, Rule, Schedule, Series};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// How many.
pub(crate) const COUNT: usize = 6_000;

const ZONES: [&str; 40] = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Africa/Windhoek",
    "America/Caracas",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Shanghai",
    "Asia/Tehran",
    "Asia/Yangon",
    "Australia/Adelaide",
    "Australia/Eucla",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Etc/UTC",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/London",
    "Europe/Volgograd",
    "Europe/Warsaw",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Enderbury",
    "Pacific/Kwajalein",
];

/// A series and the range that is asked for.
pub(crate) struct Case {
    pub(crate) rrule: String,
    pub(crate) zone: String,
    pub(crate) series: Series,
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
}

impl Case {
    /// Starts within the range in minutes since 1970. Two wall-clock times that a skipped day makes one moment are
    /// one meeting.
    pub(crate) fn starts(&self) -> Vec<i64> {
        self.starts_of(&self.series)
    }

    /// The same of another series within the same range.
    pub(crate) fn starts_of(&self, series: &Series) -> Vec<i64> {
        let occurrences = series.occurrences(self.from, self.to);
        let mut starts: Vec<i64> =
            occurrences.map(|one| one.start.timestamp().as_second().div_euclid(60)).collect();
        starts.dedup();
        starts
    }

    /// As programs in other languages read it: `rrule zone first clock until exceptions from to`, tabs between.
    pub(crate) fn line(&self) -> String {
        let series = &self.series;
        let mut exceptions: Vec<String> = Vec::new();
        for exception in &series.exceptions {
            exceptions.push(match exception {
                Exception::Cancelled(date) => format!("-{date}"),
                Exception::Moved { date, to, .. } => format!("{date}>{to}"),
                Exception::Extra { at, .. } => format!("+{at}"),
            });
        }
        exceptions.extend(series.breaks.iter().map(|one| format!("{}/{}", one.first, one.last)));
        [
            self.rrule.clone(),
            self.zone.clone(),
            series.starts.map(|date| date.to_string()).unwrap_or_default(),
            series.clock.start.to_string(),
            series.until.map(|date| date.to_string()).unwrap_or_default(),
            exceptions.join(" "),
            self.from.to_string(),
            self.to.to_string(),
        ]
        .join("\t")
    }
}

/// Every schedule of the corpora that has a rule, over a year and a half; `None`, loudly, where they are not there.
pub(crate) fn of_corpora() -> Option<Vec<Case>> {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus"));
    let Ok(communities) = std::fs::read_dir(folder) else {
        eprintln!("left out: there are no corpora beside the workspace");
        return None;
    };
    let files = communities.flat_map(|community| {
        let community = community.unwrap().path();
        ["sigs.yaml", "wgs.yaml"].map(|name| community.join(name))
    });
    let mut texts: Vec<String> = files.filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    texts.sort();
    Some(texts.iter().flat_map(|text| schedules(text)).flat_map(|one| of_schedule(&one)).collect())
}

/// `day`, `time`, `tz` and `frequency` of every entry of a `meetings` list, read line by line.
fn schedules(text: &str) -> Vec<[String; 4]> {
    let mut found: Vec<[String; 4]> = Vec::new();
    let mut indent = None;
    for line in text.lines() {
        let bare = line.trim_start();
        let depth = line.len() - bare.len();
        if bare.starts_with("meetings:") {
            indent = Some(depth);
            continue;
        }
        let inside =
            indent.is_some_and(|of_list| depth > of_list || (depth == of_list && bare.starts_with('-')));
        if !inside {
            indent = None;
            continue;
        }
        if bare.starts_with("- ") {
            found.push(Default::default());
        }
        let Some((key, value)) = bare.trim_start_matches("- ").split_once(':') else { continue };
        let place = ["day", "time", "tz", "frequency"].iter().position(|name| *name == key);
        if let (Some(place), Some(entry)) = (place, found.last_mut()) {
            entry[place] = value.trim().trim_matches(['"', '\'']).to_owned();
        }
    }
    found
}

/// The cases of a schedule: one, or one for each week that an alternating series without a first date could mean.
fn of_schedule([day, time, tz, frequency]: &[String; 4]) -> Vec<Case> {
    let schedule = Schedule::read(Fields { day, time, tz, frequency, ..Fields::default() });
    let Cadence::Recurring(rule) = &schedule.cadence else { return Vec::new() };
    let (Some(clock), Some(zone)) = (schedule.clock, schedule.zone.time_zone()) else { return Vec::new() };
    // An oracle wants a first date.
    let every = Rule { except: Vec::new(), interval: 1, ..rule.clone() };
    let candidates = every.dates(None, date(2026, 1, 1));
    let starts: Vec<Date> = match schedule.starts {
        Some(date) => vec![date],
        None if rule.needs_anchor() => candidates.take(usize::from(rule.interval)).collect(),
        None => candidates.take(1).collect(),
    };
    let case = |starts: Date| {
        let mut series = Series::by_rule(rule.clone(), clock, zone.clone());
        series.starts = Some(starts);
        of_series(series)
    };
    starts.into_iter().map(case).collect()
}

/// A series over a year and a half; what its rule excepts as single cancellations.
fn of_series(mut series: Series) -> Case {
    let (first, last) = (date(2026, 1, 1), date(2027, 7, 1));
    let every = Rule { except: Vec::new(), ..series.rule.clone() };
    let dates = every.dates(series.starts, first).take_while(|date| *date < last);
    let left_out = dates.filter(|date| series.rule.except.iter().any(|nth| nth.holds(*date)));
    series.exceptions = left_out.map(Exception::Cancelled).collect();
    let utc = |date: Date| date.to_zoned(TimeZone::UTC).unwrap().timestamp();
    let zone = series.zone.iana_name().unwrap_or("Etc/UTC").to_owned();
    Case { rrule: every.to_rrule(), zone, series, from: utc(first), to: utc(last) }
}

/// Every case, in order.
pub(crate) fn all() -> Vec<Case> {
    let mut dice = Dice(5545);
    (0..COUNT).map(|_| case(&mut dice)).collect()
}

fn case(dice: &mut Dice) -> Case {
    let rrule = rrule(dice);
    let zone = *dice.of(&ZONES);
    let first = date(dice.between(1990, 2036), dice.between(1, 12), dice.between(1, 28));
    // Often an hour in which clocks change.
    let hour = if dice.one_in(3) { dice.between(0, 3) } else { dice.between(0, 23) };
    let minute = *dice.of(&[0, 0, 0, 15, 30, 30, 45]);
    let clock = Clock { start: Time::new(hour as i8, minute, 0, 0).unwrap(), start_day: 0, minutes: None };
    let mut series = Series::by_rule(Rule::parse(&rrule).unwrap(), clock, TimeZone::get(zone).unwrap());
    series.starts = Some(first);
    series.until = dice.one_in(6).then(|| first.checked_add(dice.between(10, 500).days()).unwrap());
    if dice.one_in(4)
        && let Some(case) = beside_a_change(dice, &series, zone)
    {
        return case;
    }
    let later = *dice.of(&[-20, 0, 0, 0, 30, 200, 400, 1_500]);
    let later = if first.year() < 2033 { later } else { 0 };
    let from = first.checked_add(later.days()).unwrap();
    let to = from.checked_add((*dice.of(&[30, 60, 100, 200])).days()).unwrap();
    if dice.one_in(3) {
        except(dice, &mut series, from);
    }
    let utc = |date: Date| date.to_zoned(TimeZone::UTC).unwrap().timestamp();
    Case { rrule, zone: zone.to_owned(), series, from: utc(from), to: utc(to) }
}

/// A series whose hour is one that the zone's next change of clocks skips or repeats, or is next to it.
fn beside_a_change(dice: &mut Dice, series: &Series, zone: &str) -> Option<Case> {
    let after = series.starts?.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let change = series.zone.following(after).next()?;
    let before = series.zone.to_offset(change.timestamp() - 1.second());
    let at = before
        .to_datetime(change.timestamp())
        .checked_add(dice.between(-8, 8).checked_mul(15)?.minutes())
        .ok()?;
    let rrule = *dice.of(&["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"]);
    let clock = Clock { start: at.time(), ..series.clock };
    let mut near = Series::by_rule(Rule::parse(rrule).ok()?, clock, series.zone.clone());
    let first = at.date().checked_sub(14.days()).ok()?;
    near.starts = Some(first);
    let utc = |date: Date| date.to_zoned(TimeZone::UTC).unwrap().timestamp();
    let to = first.checked_add(30.days()).ok()?;
    let past_our_years = to.year() > 2037;
    let case =
        Case { rrule: rrule.to_owned(), zone: zone.to_owned(), series: near, from: utc(first), to: utc(to) };
    (!past_our_years).then_some(case)
}

/// A cancelled, a moved and an extra meeting and a break around the range's start, some of them.
fn except(dice: &mut Dice, series: &mut Series, from: Date) {
    let dates: Vec<Date> = series.dates(from).take(8).collect();
    let at = |dice: &mut Dice, date: Date| -> DateTime {
        let days = dice.between(-3, 3).days();
        date.checked_add(days).unwrap().at(dice.between(0, 23) as i8, 10, 0, 0)
    };
    for (place, date) in dates.iter().enumerate() {
        match (place, dice.between(0, 2)) {
            (1 | 4, 0 | 1) => series.exceptions.push(Exception::Cancelled(*date)),
            (2 | 5, 0 | 1) => {
                series.exceptions.push(Exception::Moved { date: *date, to: at(dice, *date), minutes: None })
            }
            (3, 0) => series.exceptions.push(Exception::Extra { at: at(dice, *date), minutes: None }),
            (6, 0) => {
                let last = date.checked_add(dice.between(0, 9).days()).unwrap();
                series.breaks.push(Break { first: *date, last });
            }
            _ => {}
        }
    }
}

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn rrule(dice: &mut Dice) -> String {
    let interval = *dice.of(&[1, 1, 1, 2, 2, 3, 4]);
    let every = if interval > 1 { format!(";INTERVAL={interval}") } else { String::new() };
    let days = |dice: &mut Dice, count: usize| -> String {
        let picked: Vec<&str> = DAYS.iter().copied().filter(|_| dice.between(0, 6) < count as i64).collect();
        if picked.is_empty() { (*dice.of(&DAYS)).to_owned() } else { picked.join(",") }
    };
    let week = if dice.one_in(4) { format!(";WKST={}", dice.of(&DAYS)) } else { String::new() };
    let body = match dice.between(0, 11) {
        0 => format!("FREQ=DAILY{every}"),
        1 => format!("FREQ=DAILY{every};BYDAY={}", days(dice, 4)),
        2..=4 => format!("FREQ=WEEKLY{every};BYDAY={}{week}", days(dice, 2)),
        5 => format!("FREQ=WEEKLY{every}{week}"),
        6 | 7 => {
            let n = dice.of(&[1, 2, 3, 4, 5, -1, -2]);
            format!("FREQ=MONTHLY{every};BYDAY={n}{}", dice.of(&DAYS))
        }
        8 => format!("FREQ=MONTHLY{every};BYMONTHDAY={}", dice.of(&[1, 15, 29, 31, -1, -3])),
        9 => {
            let first = *dice.of(&[8, 15, 23]);
            let within: Vec<String> = (first..first + 7).map(|day: i64| day.to_string()).collect();
            format!("FREQ=MONTHLY{every};BYMONTHDAY={};BYDAY={}", within.join(","), dice.of(&DAYS))
        }
        10 => format!("FREQ=MONTHLY{every};BYDAY={};BYSETPOS={}", days(dice, 4), dice.of(&[1, 2, -1, -2])),
        _ => yearly(dice, &every),
    };
    if dice.one_in(7) { format!("{body};COUNT={}", dice.of(&[1, 5, 12, 60])) } else { body }
}

fn yearly(dice: &mut Dice, every: &str) -> String {
    let months = format!("{},{}", dice.between(1, 6), dice.between(7, 12));
    match dice.between(0, 3) {
        0 => format!("FREQ=YEARLY{every};BYMONTH={months};BYDAY={}{}", dice.of(&[1, 2, -1]), dice.of(&DAYS)),
        1 => format!("FREQ=YEARLY{every};BYMONTH={months};BYMONTHDAY={}", dice.of(&[1, 15, 31, -1])),
        2 => format!("FREQ=YEARLY{every};BYDAY={}{}", dice.of(&[1, 20, -1, -20]), dice.of(&DAYS)),
        _ => format!("FREQ=YEARLY{every}"),
    }
}

fn date(year: i64, month: i64, day: i64) -> Date {
    Date::new(year as i16, month as i8, day as i8).unwrap()
}

/// SplitMix64: the same numbers on every machine and in every version of a library.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Both ends included.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.roll() % (high - low + 1) as u64) as i64
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[(self.roll() % all.len() as u64) as usize]
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.roll().is_multiple_of(count)
    }
}
