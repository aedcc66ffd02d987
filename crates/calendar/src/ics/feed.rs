//! A feed: a calendar's own properties, its zones, its events.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::event::Event;
use super::text::{escaped, line, uri, utc};
use super::zone;

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
            line(&mut out, "SOURCE;VALUE=URI", &url);
        }
        if let Some(colour) = self.colour.as_deref().filter(|name| is_colour(name)) {
            line(&mut out, "COLOR", colour);
        }
        line(&mut out, "LAST-MODIFIED", &utc(stamp));
        let interval = format!("PT{}H", self.refresh_hours.max(1));
        line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", &interval);
        line(&mut out, "X-PUBLISHED-TTL", &interval);
        self.zones(&mut out, stamp);
        for event in &self.events {
            event.write(&mut out, stamp);
        }
        line(&mut out, "END", "VCALENDAR");
        out
    }

    /// Each zone once, from the earliest start of a series in it.
    fn zones(&self, out: &mut String, stamp: Timestamp) {
        let mut zones: Vec<(String, &TimeZone, Timestamp)> = Vec::new();
        for event in &self.events {
            let Some(id) = zone::id(&event.series.zone) else { continue };
            let starts = event.series.starts.and_then(|date| date.to_zoned(event.series.zone.clone()).ok());
            let from = starts.map_or(stamp, |start| start.timestamp());
            match zones.iter_mut().find(|(known, _, _)| *known == id) {
                Some((_, _, known)) => *known = from.min(*known),
                None => zones.push((id, &event.series.zone, from)),
            }
        }
        zones.sort_by(|a, b| a.0.cmp(&b.0));
        for (id, zone, from) in zones {
            zone::write(out, zone, &id, from, stamp);
        }
    }
}

/// A CSS3 name is letters alone; anything else is left out.
fn is_colour(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}
