//! A whole schedule, with everything that is not certain about it.

use jiff::civil::{Date, Weekday};

use crate::exact;
use crate::phrase::{self, Fact, Reading};
use crate::rrule::RruleError;
use crate::rule::{Frequency, Nth, Rule};
use crate::time::{self, Clock, TimeReading, is_placeholder};
use crate::zone::{ZoneReading, read_zone};

/// The texts of a series, as written; empty where not written.
#[derive(Clone, Copy, Default, Debug)]
pub struct Fields<'a> {
    /// `Tuesday`
    pub day: &'a str,
    /// `9:00`
    pub time: &'a str,
    /// `PT (Pacific Time)`
    pub tz: &'a str,
    /// `biweekly`
    pub frequency: &'a str,
    /// Exact zone (IANA), where given; wins over `tz`.
    pub timezone: &'a str,
    /// First date (ISO 8601), where given.
    pub starts: &'a str,
    /// Last date (ISO 8601), where given.
    pub until: &'a str,
    /// Length: `1h`, `45m`, `90` (minutes).
    pub duration: &'a str,
    /// Exact recurrence (RFC 5545's `RRULE`), where given; wins over day and frequency.
    pub rrule: &'a str,
}

/// How often a series happens.
#[derive(Clone, PartialEq, Debug)]
pub enum Cadence {
    /// By this rule.
    Recurring(Rule),
    /// When there is something to discuss.
    OnDemand,
    /// Nothing is written.
    Unstated,
    /// What is written gives no rule; the doubts say why.
    Unclear,
}

/// Something about a schedule that is not certain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// The time is not one that a clock shows.
    TimeImpossible,
    /// No zone goes by this name.
    ZoneUnknown,
    /// Several zones go by this name; the readings are in [`Schedule::zone`].
    ZoneAmbiguous,
    /// The day names no weekday.
    DayUnread,
    /// The frequency says nothing known; the words not read.
    FrequencyUnread(Vec<String>),
    /// Every second (third, …) week or month, and no first date says which.
    Unanchored,
    /// `bimonthly`: twice a month, or every two months.
    Bimonthly,
    /// Monthly on a weekday, and nothing says which week of the month.
    WeekOfMonthUnknown,
    /// Twice a month, and nothing says in which weeks.
    TwiceAMonthUnknown,
    /// Two frequencies: `weekly/bi-weekly`.
    SeveralFrequencies,
    /// A word misspelt, and what it was read as.
    Misspelt {
        /// As written, lower case.
        written: String,
        /// As read.
        read: &'static str,
    },
    /// `starts`, `until` or `duration` is not in its form.
    FieldMalformed(&'static str),
    /// The exact rule cannot be read; day and frequency are not read in its place.
    RruleUnread(RruleError),
    /// Day and frequency give other dates than the exact rule, which holds.
    RruleDisagrees,
}

/// A schedule as far as its texts say.
#[derive(Clone, PartialEq, Debug)]
pub struct Schedule {
    /// Wall-clock time, where it is known.
    pub clock: Option<Clock>,
    /// The zone.
    pub zone: ZoneReading,
    /// How often.
    pub cadence: Cadence,
    /// First date, where known.
    pub starts: Option<Date>,
    /// Last date, where known.
    pub until: Option<Date>,
    /// Length in minutes, where known.
    pub minutes: Option<u16>,
    /// Whether it is said to alternate with another series.
    pub alternates: bool,
    /// What is not certain, in the order found.
    pub doubts: Vec<Doubt>,
}

impl Schedule {
    /// Reads the texts of a series.
    ///
    /// ```
    /// # use folkmoot_calendar::{Cadence, Fields, Schedule};
    /// let schedule = Schedule::read(Fields {
    ///     day: "Thursday",
    ///     time: "15:00-16:00",
    ///     tz: "Beijing Time",
    ///     frequency: "every two weeks starting from 2022/03/10",
    ///     ..Fields::default()
    /// });
    /// assert!(schedule.doubts.is_empty());
    /// let Cadence::Recurring(rule) = schedule.cadence else { panic!() };
    /// assert_eq!(rule.to_rrule(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
    /// ```
    pub fn read(fields: Fields<'_>) -> Self {
        let mut doubts = Vec::new();
        let (clock, after_time) = match time::read(fields.time) {
            TimeReading::None => (None, String::new()),
            TimeReading::Read { clock, rest } => (Some(clock), rest),
            TimeReading::Impossible => {
                doubts.push(Doubt::TimeImpossible);
                (None, String::new())
            }
        };
        let zone = zone(fields, &after_time, &mut doubts);
        let day = phrase::read(fields.day);
        let frequency = phrase::read(fields.frequency);
        for (written, read) in day.misspelt.iter().chain(&frequency.misspelt) {
            doubts.push(Doubt::Misspelt { written: written.clone(), read });
        }
        let written_start = |reading: &Reading| {
            reading.facts.iter().find_map(|fact| match fact {
                Fact::Starts(date) => Some(*date),
                _ => None,
            })
        };
        let exact = field_date(fields.starts, "starts", &mut doubts);
        let starts = exact.or_else(|| written_start(&frequency)).or_else(|| written_start(&day));
        let until = field_date(fields.until, "until", &mut doubts);
        let minutes =
            duration(fields.duration, &mut doubts).or_else(|| clock.and_then(|clock| clock.minutes));
        let alternates = frequency.facts.contains(&Fact::Alternates);
        let cadence = match exact::cadence(fields, &day, &frequency, starts, &mut doubts) {
            Some(exact) => exact,
            None => cadence(fields, &day, &frequency, starts, &mut doubts),
        };
        Self { clock, zone, cadence, starts, until, minutes, alternates, doubts }
    }
}

/// The exact zone, else the loose one, else one that stands after the time.
fn zone(fields: Fields<'_>, after_time: &str, doubts: &mut Vec<Doubt>) -> ZoneReading {
    let text = if fields.timezone.trim().is_empty() { fields.tz } else { fields.timezone };
    let text = if is_placeholder(text) { after_time } else { text };
    let zone = read_zone(text);
    match zone {
        ZoneReading::Unknown => doubts.push(Doubt::ZoneUnknown),
        ZoneReading::Ambiguous(_) => doubts.push(Doubt::ZoneAmbiguous),
        ZoneReading::None | ZoneReading::Zone { .. } => {}
    }
    zone
}

fn field_date(text: &str, field: &'static str, doubts: &mut Vec<Doubt>) -> Option<Date> {
    if text.trim().is_empty() {
        return None;
    }
    let date = text.trim().parse().ok();
    if date.is_none() {
        doubts.push(Doubt::FieldMalformed(field));
    }
    date
}

fn duration(text: &str, doubts: &mut Vec<Doubt>) -> Option<u16> {
    if text.trim().is_empty() {
        return None;
    }
    let minutes = read_minutes(text);
    if minutes.is_none() {
        doubts.push(Doubt::FieldMalformed("duration"));
    }
    minutes
}

/// Reads a length: `1h`, `1h30m`, `45m`, `45 minutes`, `90`. From a minute to a day; `None` for anything else.
///
/// ```
/// # use folkmoot_calendar::read_minutes;
/// assert_eq!(read_minutes("1h30m"), Some(90));
/// assert_eq!(read_minutes("a while"), None);
/// ```
pub fn read_minutes(text: &str) -> Option<u16> {
    let mut minutes = 0_u16;
    let mut number = None;
    for token in crate::token::tokens(text) {
        let unit = match token.text.as_str() {
            "h" | "hour" | "hours" | "hr" | "hrs" => 60,
            "m" | "min" | "mins" | "minute" | "minutes" => 1,
            _ => {
                number = token.number();
                continue;
            }
        };
        minutes =
            number.take().and_then(|n: u16| n.checked_mul(unit)).and_then(|n| n.checked_add(minutes))?;
    }
    let total = number.and_then(|n| n.checked_add(minutes)).or(Some(minutes));
    total.filter(|minutes| (1..=24 * 60).contains(minutes))
}

pub(crate) fn cadence(
    fields: Fields<'_>,
    day: &Reading,
    frequency: &Reading,
    starts: Option<Date>,
    doubts: &mut Vec<Doubt>,
) -> Cadence {
    let facts: Vec<Fact> = day.facts.iter().chain(&frequency.facts).cloned().collect();
    let days_stated = facts.iter().any(|fact| matches!(fact, Fact::Weekday(_)));
    if !is_placeholder(fields.day) && !days_stated {
        doubts.push(Doubt::DayUnread);
    }
    let frequencies = distinct_frequencies(&frequency.facts);
    let on_demand = frequency.facts.contains(&Fact::OnDemand);
    let ordinals_stated = facts.iter().any(|fact| matches!(fact, Fact::Ordinal(_)));
    if frequencies.len() > 1 {
        doubts.push(Doubt::SeveralFrequencies);
        return Cadence::Unclear;
    }
    if on_demand && frequencies.is_empty() {
        return Cadence::OnDemand;
    }
    if is_placeholder(fields.frequency) && frequencies.is_empty() && !ordinals_stated {
        return Cadence::Unstated;
    }
    let plan = Plan::read(&facts);
    let rule = match frequencies.first() {
        Some(Fact::EveryDays(every)) => {
            let days = plan.days.iter().map(|nth| Nth::every(nth.weekday)).collect();
            Rule::every(*every, Frequency::Daily, days)
        }
        Some(Fact::EveryWeeks(every)) if days_stated => {
            // `first Monday` beside `weekly` cannot both hold; the weekday is what they share.
            let days = plan.days.iter().map(|nth| Nth::every(nth.weekday)).collect();
            Rule::every(*every, Frequency::Weekly, days)
        }
        Some(Fact::EveryMonths(every)) if days_stated => match plan.ordinals_for(starts) {
            Some(days) => Rule::every(*every, Frequency::Monthly, days),
            None => {
                doubts.push(Doubt::WeekOfMonthUnknown);
                return Cadence::Unclear;
            }
        },
        Some(Fact::Bimonthly) => {
            doubts.push(Doubt::Bimonthly);
            return Cadence::Unclear;
        }
        Some(Fact::TwiceAMonth) if plan.ordinal_count() >= 2 => {
            Rule::every(1, Frequency::Monthly, plan.days.clone())
        }
        Some(Fact::TwiceAMonth) => {
            doubts.push(Doubt::TwiceAMonthUnknown);
            return Cadence::Unclear;
        }
        // `2nd and 4th Tuesday of each month` needs no further word.
        None if ordinals_stated && days_stated => Rule::every(1, Frequency::Monthly, plan.days.clone()),
        None => {
            doubts.push(Doubt::FrequencyUnread(frequency.unread.clone()));
            return Cadence::Unclear;
        }
        Some(_) => return Cadence::Unclear,
    };
    let rule = Rule { except: plan.except, month_days: plan.month_days, ..rule };
    if rule.needs_anchor() && starts.is_none() {
        doubts.push(Doubt::Unanchored);
    }
    Cadence::Recurring(rule)
}

/// Frequencies that differ; `biweekly - every other Friday of the month` says one thing twice.
fn distinct_frequencies(facts: &[Fact]) -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    for fact in facts {
        let frequency = matches!(
            fact,
            Fact::EveryDays(_)
                | Fact::EveryWeeks(_)
                | Fact::EveryMonths(_)
                | Fact::TwiceAMonth
                | Fact::Bimonthly
        );
        if frequency && !out.contains(fact) {
            out.push(fact.clone());
        }
    }
    out
}

/// Days gathered from facts in the order they stand.
#[derive(Default)]
struct Plan {
    days: Vec<Nth>,
    except: Vec<Nth>,
    month_days: Vec<i8>,
}

impl Plan {
    fn read(facts: &[Fact]) -> Self {
        let mut plan = Self::default();
        let mut ordinals: Vec<i8> = Vec::new();
        let (mut excepting, mut after) = (false, false);
        for fact in facts {
            match fact {
                Fact::Ordinal(n) => ordinals.push(*n),
                Fact::Except => excepting = true,
                Fact::After => after = true,
                Fact::Weekday(weekday) if after => plan.restrict_after(ordinals.drain(..).next(), *weekday),
                Fact::Weekday(weekday) => {
                    let target = if excepting { &mut plan.except } else { &mut plan.days };
                    add(target, &mut ordinals, *weekday);
                }
                Fact::Through(last) => plan.fill_through(*last),
                _ => {}
            }
        }
        // `excluding 2nd week of the month` names no weekday: it means the series' own.
        if excepting && !ordinals.is_empty() {
            for nth in plan.days.clone() {
                plan.except.extend(ordinals.iter().map(|n| Nth { n: Some(*n), weekday: nth.weekday }));
            }
        } else if !ordinals.is_empty() {
            // The ordinal stands after the weekday, or in the other text: day `Tuesday`, frequency `third`.
            for nth in &mut plan.days {
                nth.n = nth.n.or(ordinals.first().copied());
            }
        }
        plan
    }

    /// `Wednesday after the fourth Tuesday`: the n-th weekday lies on days 7n−6 to 7n, what follows it
    /// within a week on the days after those.
    fn restrict_after(&mut self, n: Option<i8>, weekday: Weekday) {
        let (Some(n @ 1..=4), Some(own)) = (n, self.days.first()) else { return };
        let ahead = (own.weekday.to_monday_zero_offset() - weekday.to_monday_zero_offset()).rem_euclid(7);
        let ahead = if ahead == 0 { 7 } else { ahead };
        self.month_days = (7 * n - 6 + ahead..=7 * n + ahead).collect();
    }

    fn fill_through(&mut self, last: Weekday) {
        let Some(first) = self.days.last().copied() else { return };
        let mut weekday = first.weekday;
        while weekday != last && self.days.len() < 7 {
            weekday = weekday.next();
            self.days.push(Nth::every(weekday));
        }
    }

    fn ordinal_count(&self) -> usize {
        self.days.iter().filter(|nth| nth.n.is_some()).count()
    }

    /// The days with their week of the month; a first date tells it where no word does.
    fn ordinals_for(&self, starts: Option<Date>) -> Option<Vec<Nth>> {
        if !self.month_days.is_empty() || self.days.iter().all(|nth| nth.n.is_some()) {
            return Some(self.days.clone());
        }
        let starts = starts.filter(|date| self.days.iter().any(|nth| nth.weekday == date.weekday()))?;
        let n = (starts.day() - 1) / 7 + 1;
        Some(vec![Nth { n: Some(n), weekday: starts.weekday() }])
    }
}

/// Adds a weekday with the ordinals that stand before it; a weekday named twice is one.
fn add(target: &mut Vec<Nth>, ordinals: &mut Vec<i8>, weekday: Weekday) {
    if ordinals.is_empty() {
        if !target.iter().any(|nth| nth.weekday == weekday) {
            target.push(Nth::every(weekday));
        }
        return;
    }
    // Day `Tuesday`, frequency `first and third Tuesday`: the second text is the exact one.
    target.retain(|nth| nth.weekday != weekday || nth.n.is_some());
    for n in ordinals.drain(..) {
        let nth = Nth { n: Some(n), weekday };
        if !target.contains(&nth) {
            target.push(nth);
        }
    }
}
