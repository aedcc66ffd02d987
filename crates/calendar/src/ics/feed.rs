//! A feed and its events.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::text::{escaped, line, parameter, uri};
use super::zone;
use crate::occurrence::{Exception, Series};

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
}

/// A calendar to subscribe to.
#[derive(Clone, Debug)]
pub struct Feed<'a> {
    /// Title.
    pub name: String,
    /// What it holds.
    pub description: String,
    /// Where it lives.
    pub url: Option<String>,
    /// A CSS3 colour name (RFC 7986, section 5.9).
    pub colour: Option<String>,
    /// How often to look again, in hours.
    pub refresh_hours: u16,
    /// The series.
    pub events: Vec<Event<'a>>,
}

/// Length of a meeting that states none, in minutes: what calendars draw.
const USUAL_MINUTES: u16 = 60;

/// Exceptions that a rule cannot say are written as dates this many years ahead.
const EXCEPTIONS_AHEAD: i16 = 3;

impl Feed<'_> {
    /// The feed as text. `stamp` is the moment of the data (the record's last commit), so that the same record
    /// gives the same bytes; a series without a first date starts in the week of `stamp`.
    pub fn to_ics(&self, stamp: Timestamp) -> String {
        let mut out = String::new();
        line(&mut out, "BEGIN", "VCALENDAR");
        line(&mut out, "VERSION", "2.0");
        line(&mut out, "PRODID", "-//Folkmoot//Folkmoot//EN");
        line(&mut out, "CALSCALE", "GREGORIAN");
        line(&mut out, "NAME", &escaped(&self.name));
        line(&mut out, "X-WR-CALNAME", &escaped(&self.name));
        if !self.description.is_empty() {
            line(&mut out, "DESCRIPTION", &escaped(&self.description));
        }
        if let Some(url) = self.url.as_deref().and_then(uri) {
            line(&mut out, "URL;VALUE=URI", &url);
        }
        if let Some(colour) = &self.colour {
            line(&mut out, "COLOR", &escaped(colour));
        }
        line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", &format!("PT{}H", self.refresh_hours));
        line(&mut out, "X-PUBLISHED-TTL", &format!("PT{}H", self.refresh_hours));
        self.zones(&mut out, stamp);
        for event in &self.events {
            event.write(&mut out, stamp);
        }
        line(&mut out, "END", "VCALENDAR");
        out
    }

    /// Each zone once, from the earliest start of a series in it.
    fn zones(&self, out: &mut String, stamp: Timestamp) {
        let mut zones: Vec<(&str, &TimeZone, Timestamp)> = Vec::new();
        for event in &self.events {
            let Some(id) = zone_id(event.series) else { continue };
            let starts = event.series.starts.and_then(|date| date.to_zoned(event.series.zone.clone()).ok());
            let from = starts.map_or(stamp, |start| start.timestamp());
            match zones.iter_mut().find(|(known, _, _)| *known == id) {
                Some((_, _, known)) => *known = from.min(*known),
                None => zones.push((id, &event.series.zone, from)),
            }
        }
        zones.sort_by_key(|(id, _, _)| *id);
        for (id, zone, from) in zones {
            zone::write(out, zone, id, from, stamp);
        }
    }
}

/// The zone's name, or `None` for UTC, which needs no component.
fn zone_id(series: &Series) -> Option<&str> {
    series.zone.iana_name().filter(|name| !matches!(*name, "UTC" | "Etc/UTC"))
}

impl Event<'_> {
    fn write(&self, out: &mut String, stamp: Timestamp) {
        let today = stamp.to_zoned(self.series.zone.clone()).date();
        let Some(first) = self.series.dates(self.series.starts.unwrap_or(today)).next() else { return };
        let Some(start) = self.series.wall_clock(first) else { return };
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &escaped(&self.uid));
        self.common(out, stamp);
        self.moment(out, "DTSTART", start);
        line(out, "DURATION", &format!("PT{}M", self.series.minutes.unwrap_or(USUAL_MINUTES)));
        let rule = self.series.rule.without_exceptions();
        line(out, "RRULE", &self.rrule(rule.as_ref().unwrap_or(&self.series.rule)));
        self.exceptions(out, first, rule.is_some());
        line(out, "END", "VEVENT");
        for exception in &self.series.exceptions {
            match exception {
                Exception::Moved { date, to, minutes } => {
                    let Some(from) = self.series.wall_clock(*date) else { continue };
                    self.instead_of(out, from, *to, *minutes, stamp);
                }
                Exception::Extra { at, minutes: Some(minutes) } => {
                    self.instead_of(out, *at, *at, Some(*minutes), stamp);
                }
                Exception::Extra { .. } | Exception::Cancelled(_) => {}
            }
        }
    }

    /// What every component of the event says.
    fn common(&self, out: &mut String, stamp: Timestamp) {
        let utc = |moment: Timestamp| moment.strftime("%Y%m%dT%H%M%SZ").to_string();
        line(out, "DTSTAMP", &utc(stamp));
        if let Some(modified) = self.modified {
            line(out, "LAST-MODIFIED", &utc(modified));
        }
        line(out, "SEQUENCE", &self.sequence.to_string());
        line(out, "SUMMARY", &escaped(&self.summary));
        if !self.description.is_empty() {
            line(out, "DESCRIPTION", &escaped(&self.description));
        }
        if let Some(join) = self.join.as_deref().and_then(uri) {
            line(out, "LOCATION", &escaped(&join));
            let label = parameter(&self.summary);
            line(out, &format!("CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={label}"), &join);
        }
        if let Some(url) = self.url.as_deref().and_then(uri) {
            line(out, "URL;VALUE=URI", &url);
        }
        if !self.categories.is_empty() {
            let categories: Vec<String> = self.categories.iter().map(|one| escaped(one)).collect();
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
    fn rrule(&self, rule: &crate::rule::Rule) -> String {
        let last = [self.series.until, rule.until].into_iter().flatten().min();
        let open = crate::rule::Rule { until: None, ..rule.clone() };
        let end = last.and_then(|date| self.series.wall_clock(date));
        let end = end.and_then(|end| end.to_zoned(self.series.zone.clone()).ok());
        // `COUNT` and `UNTIL` exclude each other: what ends the series first stays.
        let counted = rule.count.is_some() && last.is_none_or(|last| self.counted_out_by(last));
        match end {
            Some(end) if !counted => {
                let until = end.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string();
                let rule = crate::rule::Rule { count: None, ..open }.to_rrule();
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

    /// Dates taken out, and dates added.
    fn exceptions(&self, out: &mut String, first: Date, rule_says_exceptions: bool) {
        let series = self.series;
        let mut dropped: Vec<Date> = Vec::new();
        for exception in &series.exceptions {
            match exception {
                Exception::Cancelled(date) => dropped.push(*date),
                Exception::Moved { .. } => {}
                Exception::Extra { at, .. } => self.moment(out, "RDATE", *at),
            }
        }
        for one in &series.breaks {
            dropped.extend(series.dates(one.first).take_while(|date| *date <= one.last));
        }
        if !rule_says_exceptions {
            let horizon = first.checked_add(i64::from(EXCEPTIONS_AHEAD).years()).unwrap_or(first);
            let every = crate::rule::Rule { except: Vec::new(), ..series.rule.clone() };
            let dates = every.dates(series.starts, first).take_while(|date| *date <= horizon);
            dropped.extend(dates.filter(|date| series.rule.except.iter().any(|nth| nth.holds(*date))));
        }
        dropped.sort_unstable();
        dropped.dedup();
        let moved = |date: &Date| {
            series
                .exceptions
                .iter()
                .any(|one| matches!(one, Exception::Moved { date: from, .. } if from == date))
        };
        for date in dropped.iter().filter(|date| !moved(date)) {
            if let Some(at) = series.wall_clock(*date) {
                self.moment(out, "EXDATE", at);
            }
        }
    }

    /// One meeting of the series at another time, or with a length of its own.
    fn instead_of(
        &self,
        out: &mut String,
        at: DateTime,
        to: DateTime,
        minutes: Option<u16>,
        stamp: Timestamp,
    ) {
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &escaped(&self.uid));
        self.moment(out, "RECURRENCE-ID", at);
        self.common(out, stamp);
        self.moment(out, "DTSTART", to);
        line(out, "DURATION", &format!("PT{}M", minutes.or(self.series.minutes).unwrap_or(USUAL_MINUTES)));
        line(out, "END", "VEVENT");
    }

    /// A date and time in the series' zone.
    fn moment(&self, out: &mut String, name: &str, at: DateTime) {
        let text = at.strftime("%Y%m%dT%H%M%S").to_string();
        match zone_id(self.series) {
            Some(id) => line(out, &format!("{name};TZID={id}"), &text),
            None => line(out, name, &format!("{text}Z")),
        }
    }
}
