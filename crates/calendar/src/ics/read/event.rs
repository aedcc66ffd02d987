//! One `VEVENT`, its properties picked out and nothing judged yet.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::moment::{Moment, minutes};
use crate::ics::State;
use crate::ics::content::Component;
use crate::ics::text::unescaped;

/// Links kept of one event.
const LINKS: usize = 64;

/// An event or an override as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Raw {
    pub(super) uid: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) location: String,
    pub(super) url: Option<String>,
    pub(super) links: Vec<String>,
    pub(super) categories: Vec<String>,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    pub(super) minutes: Option<u16>,
    pub(super) rules: Vec<String>,
    pub(super) left_out: Vec<Moment>,
    pub(super) added: Vec<Moment>,
    /// `RECURRENCE-ID`: the meeting that this one stands for.
    pub(super) instead_of: Option<Moment>,
    pub(super) and_future: bool,
    pub(super) excluding_rule: bool,
    pub(super) cancelled: bool,
    pub(super) sequence: u32,
    pub(super) modified: Option<Timestamp>,
    /// Whether it had more properties than are kept.
    pub(super) cut: bool,
}

impl Raw {
    pub(super) fn read(component: &Component) -> Self {
        let moment = |name: &str| component.property(name).and_then(|property| Moment::all(property).next());
        let list = |name| component.all(name).flat_map(Moment::all).collect();
        let description = component.text("DESCRIPTION");
        let location = component.text("LOCATION");
        let url =
            component.property("URL").map(|url| url.value.trim().to_owned()).filter(|url| !url.is_empty());
        let links = links(component, &description, &location, url.as_deref());
        let rules = component.all("RRULE").map(|rule| rule.value.clone());
        let id = component.property("RECURRENCE-ID");
        let modified = component.property("LAST-MODIFIED").and_then(|at| Moment::parse(&at.value, None));
        let modified = modified.and_then(|at| at.on_clock_of(&TimeZone::UTC, |_| None));
        Self {
            uid: component.text("UID").trim().to_owned(),
            summary: component.text("SUMMARY").trim().to_owned(),
            description,
            location,
            url,
            links,
            categories: component.all("CATEGORIES").flat_map(|all| texts(&all.value)).collect(),
            start: moment("DTSTART"),
            end: moment("DTEND"),
            minutes: component.property("DURATION").and_then(|length| minutes(&length.value)),
            rules: rules.filter(|rule| !rule.trim().is_empty()).collect(),
            left_out: list("EXDATE"),
            added: list("RDATE"),
            instead_of: id.and_then(|id| Moment::all(id).next()),
            and_future: id.and_then(|id| id.parameter("RANGE")).is_some(),
            excluding_rule: component.property("EXRULE").is_some(),
            cancelled: component.text("STATUS").trim().eq_ignore_ascii_case("CANCELLED"),
            sequence: component.text("SEQUENCE").trim().parse().unwrap_or(0),
            modified: modified.and_then(|at| TimeZone::UTC.to_timestamp(at).ok()),
            cut: component.cut,
        }
    }

    pub(super) fn state(&self) -> State {
        if self.cancelled { State::Cancelled } else { State::Confirmed }
    }
}

/// The texts of a list, split at commas that are not escaped.
fn texts(value: &str) -> Vec<String> {
    let mut escaped = false;
    let comma = |c: char| {
        let splits = c == ',' && !escaped;
        escaped = c == '\\' && !escaped;
        splits
    };
    value.split(comma).map(|one| unescaped(one).trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// Every web address: conferences, the place, the page, then those in the text.
fn links(component: &Component, description: &str, location: &str, url: Option<&str>) -> Vec<String> {
    let stated = ["CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"];
    let stated =
        stated.into_iter().flat_map(|name| component.all(name)).map(|property| property.value.as_str());
    let mut out: Vec<String> = Vec::new();
    for text in stated.chain([location]).chain(url).chain([description]) {
        for link in addresses(text) {
            if out.len() < LINKS && !out.iter().any(|known| known == link) {
                out.push(link.to_owned());
            }
        }
    }
    out
}

/// Web addresses within a text, plain or HTML.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices("http").map(|(at, _)| &text[at..]);
    let starts = starts.filter(|rest| rest.starts_with("https://") || rest.starts_with("http://"));
    starts.map(|rest| {
        let ends =
            |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '`' | '|');
        let link = rest.find(ends).map_or(rest, |end| &rest[..end]);
        link.trim_end_matches(['.', ',', ';', ')', ']', '!'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_plain_text_and_html() {
        let text =
            "Join <a href=\"https://example.org/j/1?pwd=a&amp;b\">here</a>, notes: https://example.org/n.";
        assert_eq!(
            addresses(text).collect::<Vec<_>>(),
            ["https://example.org/j/1?pwd=a&amp;b", "https://example.org/n"]
        );
    }

    #[test]
    fn categories_are_split_where_no_backslash_stands() {
        assert_eq!(texts(r"SIG\, of two,a\\,b"), ["SIG, of two", r"a\", "b"]);
    }
}
