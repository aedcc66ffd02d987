//! A series as a `VEVENT`, with one more for each meeting that is moved.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};

use super::text::{bare, escaped, line, parameter, uri, utc};
use super::zone;
use crate::occurrence::{Exception, Series};
use crate::rule::Rule;

/// Whether a series goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It does.
    Confirmed,
    /// It ended or was called off: calendars take it out.
    Cancelled,
}

/// A series as calendars show it.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// Stable name across edits: what identifies the series, not what describes it.
    pub uid: String,
    /// When it meets.
    pub series: &'a Series,
    /// Title.
    pub summary: String,
    /// Plain text: what it is, agenda, notes.
    pub description: String,
    /// Where to join.
    pub join: Option<String>,
    /// The room, where it meets in one.
    pub room: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// Group and kind.
    pub categories: Vec<String>,
    /// How often it was changed (from Git history); 0 where unknown.
    pub sequence: u32,
    /// When it was changed last (from Git history).
    pub modified: Option<Timestamp>,
    /// Whether it goes on.
    pub state: State,
    /// Single meetings that are called something else, are held elsewhere or have a reason to tell.
    pub particulars: Vec<Particular>,
}

/// What sets one meeting apart from its series, beside its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Particular {
    /// The wall-clock start at which it takes place, in the series' zone.
    pub at: DateTime,
    /// Its title.
    pub summary: String,
    /// Why it is not as usual; goes before the description.
    pub note: Option<String>,
    /// Its room.
    pub room: Option<String>,
}

/// Length of a meeting that states none, in minutes: what calendars draw.
const USUAL_MINUTES: u16 = 60;

/// What a rule cannot say is written as single dates up to this many years after the feed's moment.
const YEARS_AHEAD: i16 = 3;

/// Dates that are written for one break: a break without an end would fill the feed.
const DATES_OF_A_BREAK: usize = 1_000;

/// A series' exceptions as a calendar tells them.
#[derive(Default)]
struct Departures {
    /// `EXDATE`
    left_out: Vec<DateTime>,
    /// `RDATE`
    added: Vec<DateTime>,
    /// Events of their own by `RECURRENCE-ID`: the meeting's moment, its new one, its length.
    replaced: Vec<(DateTime, DateTime, Option<u16>)>,
}

impl Event<'_> {
    /// Appends the series' components; nothing where it has no date.
    pub(super) fn write(&self, out: &mut String, stamp: Timestamp) {
        let series = self.series;
        let today = stamp.to_zoned(series.zone.clone()).date();
        let Some(first) = series.dates(series.starts.unwrap_or(today)).next() else { return };
        let Some(start) = series.wall_clock(first) else { return };
        let plain = series.rule.without_exceptions();
        let horizon = first.max(today).checked_add(i64::from(YEARS_AHEAD).years()).unwrap_or(Date::MAX);
        let mut departures = self.departures(first);
        if plain.is_none() {
            let every = Rule { except: Vec::new(), ..series.rule.clone() };
            let dates = every.dates(series.starts, first).take_while(|date| *date <= horizon);
            let excepted = dates.filter(|date| series.rule.except.iter().any(|nth| nth.holds(*date)));
            departures.left_out.extend(excepted.filter_map(|date| series.wall_clock(date)));
        }
        departures.left_out.sort_unstable();
        departures.left_out.dedup();
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &escaped(&self.uid));
        self.common(out, stamp);
        self.moment(out, "DTSTART", start);
        self.length(out, series.minutes);
        line(out, "RRULE", &self.rrule(plain.as_ref().unwrap_or(&series.rule)));
        departures.added.iter().for_each(|at| self.moment(out, "RDATE", *at));
        departures.left_out.iter().for_each(|at| self.moment(out, "EXDATE", *at));
        line(out, "END", "VEVENT");
        // An extra meeting with words of its own stands as an override of the date that was added.
        let replaced: Vec<DateTime> = departures.replaced.iter().map(|(at, ..)| *at).collect();
        let named =
            departures.added.iter().filter(|at| !replaced.contains(at) && self.particular(**at).is_some());
        let named: Vec<_> = named.map(|at| (*at, *at, None)).collect();
        for (at, to, minutes) in departures.replaced.into_iter().chain(named) {
            line(out, "BEGIN", "VEVENT");
            line(out, "UID", &escaped(&self.uid));
            self.moment(out, "RECURRENCE-ID", at);
            match self.particular(to) {
                Some(particular) => self.as_of(particular).common(out, stamp),
                None => self.common(out, stamp),
            }
            self.moment(out, "DTSTART", to);
            self.length(out, minutes.or(series.minutes));
            line(out, "END", "VEVENT");
        }
    }

    /// Exceptions and breaks from the series' first date on. What is moved from a date that the rule does not have is
    /// one more meeting: an override of nothing is a mistake in a calendar.
    fn departures(&self, first: Date) -> Departures {
        let series = self.series;
        let mut out = Departures::default();
        let mut replaced: Vec<Date> = Vec::new();
        for exception in &series.exceptions {
            match *exception {
                Exception::Cancelled(_) => {}
                Exception::Moved { date, to, minutes } => {
                    let at = series.wall_clock(date);
                    let regular = date >= first && series.dates(date).next() == Some(date);
                    match at.filter(|_| regular && !replaced.contains(&date)) {
                        Some(at) => {
                            out.replaced.push((at, to, minutes));
                            replaced.push(date);
                        }
                        None => out.add(to, minutes),
                    }
                }
                Exception::Extra { at, minutes } => out.add(at, minutes),
            }
        }
        let cancelled = series.exceptions.iter().filter_map(|exception| match exception {
            Exception::Cancelled(date) => Some(*date),
            Exception::Moved { .. } | Exception::Extra { .. } => None,
        });
        let in_breaks = series.breaks.iter().flat_map(|one| {
            series.dates(one.first.max(first)).take_while(|date| *date <= one.last).take(DATES_OF_A_BREAK)
        });
        let left_out = cancelled.filter(|date| *date >= first).chain(in_breaks);
        let left_out = left_out.filter(|date| !replaced.contains(date));
        out.left_out = left_out.filter_map(|date| series.wall_clock(date)).collect();
        out
    }

    /// What is told of the meeting that takes place then.
    fn particular(&self, at: DateTime) -> Option<&Particular> {
        self.particulars.iter().find(|particular| particular.at == at)
    }

    /// The event as one meeting of it is called.
    fn as_of(&self, particular: &Particular) -> Self {
        let mut own = self.clone();
        own.summary.clone_from(&particular.summary);
        if let Some(note) = &particular.note {
            own.description = format!("{note}\n{}", self.description).trim_end().to_owned();
        }
        if particular.room.is_some() {
            own.room.clone_from(&particular.room);
        }
        own
    }

    /// What every component of the event says.
    fn common(&self, out: &mut String, stamp: Timestamp) {
        line(out, "DTSTAMP", &utc(stamp));
        if let Some(modified) = self.modified {
            line(out, "LAST-MODIFIED", &utc(modified));
        }
        line(out, "SEQUENCE", &self.sequence.to_string());
        line(out, "SUMMARY", &escaped(&self.summary));
        if !self.description.is_empty() {
            line(out, "DESCRIPTION", &escaped(&self.description));
        }
        let join = self.join.as_deref().and_then(uri);
        let place = self.room.as_deref().or(self.join.as_deref().filter(|_| join.is_some()));
        if let Some(place) = place.map(bare).filter(|place| !place.is_empty()) {
            line(out, "LOCATION", &escaped(place));
        }
        if let Some(join) = join {
            let label = parameter(&self.summary);
            line(out, &format!("CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={label}"), &join);
        }
        if let Some(url) = self.url.as_deref().and_then(uri) {
            line(out, "URL;VALUE=URI", &url);
        }
        let categories = self.categories.iter().filter(|one| !one.trim().is_empty());
        let categories: Vec<String> = categories.map(|one| escaped(one)).collect();
        if !categories.is_empty() {
            line(out, "CATEGORIES", &categories.join(","));
        }
        let state = match self.state {
            State::Confirmed => "CONFIRMED",
            State::Cancelled => "CANCELLED",
        };
        line(out, "STATUS", state);
        line(out, "TRANSP", "OPAQUE");
    }

    /// The rule, ended where the series ends: `UNTIL` must be UTC beside a start with a zone.
    fn rrule(&self, rule: &Rule) -> String {
        let last = [self.series.until, rule.until].into_iter().flatten().min();
        let open = Rule { until: None, ..rule.clone() };
        let end = last.and_then(|date| self.series.wall_clock(date));
        let end = end.and_then(|end| end.to_zoned(self.series.zone.clone()).ok());
        // `COUNT` and `UNTIL` exclude each other: what ends the series first stays.
        let counted = rule.count.is_some() && last.is_none_or(|last| self.counted_out_by(last));
        match end {
            Some(end) if !counted => {
                let until = utc(end.timestamp());
                let rule = Rule { count: None, ..open }.to_rrule();
                format!("{rule};UNTIL={until}")
            }
            _ => open.to_rrule(),
        }
    }

    /// Whether the rule's count is used up by that date.
    fn counted_out_by(&self, last: Date) -> bool {
        let Some(starts) = self.series.starts else { return false };
        let count = self.series.rule.count.and_then(|count| usize::try_from(count).ok());
        let given = self.series.rule.dates(Some(starts), starts).take_while(|date| *date <= last);
        count.is_some_and(|count| given.take(count).count() == count)
    }

    /// How long a meeting is, stated or usual.
    fn length(&self, out: &mut String, minutes: Option<u16>) {
        line(out, "DURATION", &format!("PT{}M", minutes.unwrap_or(USUAL_MINUTES)));
    }

    /// A date and time in the series' zone.
    fn moment(&self, out: &mut String, name: &str, at: DateTime) {
        let text = at.strftime("%Y%m%dT%H%M%S").to_string();
        match zone::id(&self.series.zone) {
            Some(id) => line(out, &format!("{name};TZID={id}"), &text),
            None => line(out, name, &format!("{text}Z")),
        }
    }
}

impl Departures {
    /// One more meeting; a length of its own wants an event of its own.
    fn add(&mut self, at: DateTime, minutes: Option<u16>) {
        self.added.push(at);
        if minutes.is_some() {
            self.replaced.push((at, at, minutes));
        }
    }
}
