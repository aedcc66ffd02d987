//! Calendar feeds: a community's series as iCalendar.

use std::collections::HashMap;

use folkmoot_calendar::ics::{Event, Feed, State};
use folkmoot_model::{Community, Planned};
use jiff::Timestamp;

/// Everything that some series need to be a feed, besides themselves.
#[derive(Clone, Copy, Debug)]
pub struct FeedOptions<'a> {
    /// Title.
    pub name: &'a str,
    /// Where the feed lives.
    pub url: Option<&'a str>,
    /// The moment of the record: its last commit, or now.
    pub stamp: Timestamp,
}

/// The series of `planned` that can be put on a calendar, as an iCalendar text.
///
/// A series' UID is made of the group, the subproject and the series' title, so it stays when the time, the
/// zone or the link changes; of two series that share all three the second counts on.
pub fn calendar(community: &Community, planned: &[Planned<'_>], options: FeedOptions<'_>) -> String {
    let mut uids: HashMap<String, usize> = HashMap::new();
    let host = host(community);
    let events = planned.iter().filter_map(|one| {
        let series = one.series.as_ref()?;
        let parts = [
            one.group.id(),
            one.subproject.map(|sub| slug(&sub.name)).unwrap_or_default(),
            slug(&one.meeting.description),
        ];
        let name = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("/");
        let count = uids.entry(name.clone()).or_default();
        *count += 1;
        let uid = if *count == 1 { format!("{name}@{host}") } else { format!("{name}/{count}@{host}") };
        Some(Event {
            uid,
            series,
            summary: one.title(),
            description: description(one),
            join: one.meeting.url.non_empty().map(str::to_owned),
            url: one.meeting.archive_url.non_empty().map(str::to_owned),
            categories: vec![one.group.kind.short.clone(), one.group.title()],
            sequence: 0,
            modified: None,
            state: State::Confirmed,
        })
    });
    let feed = Feed {
        name: options.name.to_owned(),
        description: community.description.to_string(),
        url: options.url.map(str::to_owned),
        colour: None,
        refresh_hours: 12,
        events: events.collect(),
    };
    feed.to_ics(options.stamp)
}

/// Agenda, recordings and how the record states the time, a line each.
fn description(one: &Planned<'_>) -> String {
    let meeting = one.meeting;
    let lines = [
        ("Agenda and notes", &meeting.archive_url),
        ("Recordings", &meeting.recordings_url),
        ("Join", &meeting.url),
    ];
    let mut out: Vec<String> =
        lines.iter().filter_map(|(word, text)| Some(format!("{word}: {}", text.non_empty()?))).collect();
    let stated = [&meeting.day, &meeting.time, &meeting.tz, &meeting.frequency];
    let stated: Vec<&str> = stated.iter().filter_map(|text| text.non_empty()).collect();
    out.push(format!("As the record says: {}", stated.join(", ")));
    out.join("\n")
}

/// What follows `@` in a UID: the community's own host, else its name.
fn host(community: &Community) -> String {
    let home = community.homepage.split("://").nth(1).and_then(|rest| rest.split('/').next());
    let named = [community.github_org.as_str(), community.name.as_str(), community.profile.name.as_str()];
    let name = named.iter().find(|name| !name.is_empty()).copied().unwrap_or("community");
    home.filter(|host| !host.is_empty()).map_or_else(|| format!("{}.folkmoot", slug(name)), str::to_owned)
}

/// Lower-case letters and digits of any script, other runs as one hyphen.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use folkmoot_model::{MemoryFiles, load};

    use super::*;

    fn feed(text: &str) -> String {
        let (community, _) = load(&MemoryFiles::new().with("sigs.yaml", text));
        let stamp = "2026-11-21T00:00:00Z".parse().expect("a timestamp");
        calendar(&community, &community.planned(), FeedOptions { name: "All", url: None, stamp })
    }

    const TWO: &str = "sigs:\n  - dir: sig-a\n    name: A\n    meetings:\n      - {description: Weekly, day: Monday, \
                       time: '9:00', tz: UTC, frequency: weekly}\n      - {description: Weekly, day: Tuesday, time: \
                       '9:00', tz: UTC, frequency: weekly}\n";

    #[test]
    fn two_series_of_one_title_have_two_names() {
        let text = feed(TWO);
        assert!(text.contains("UID:sig-a/weekly@"), "{text}");
        assert!(text.contains("UID:sig-a/weekly/2@"), "{text}");
    }

    #[test]
    fn a_name_stays_when_the_time_changes() {
        let uids = |text: &str| {
            text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(uids(&feed(TWO)), uids(&feed(&TWO.replace("9:00", "10:30").replace("UTC", "Poland"))));
    }
}
