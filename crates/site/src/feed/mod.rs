//! Calendar feeds: which there are, where they are, what they hold.
//!
//! A [`Feed`] names some of a community's series: all of them, those of a kind, a group or a lead, a single
//! one, or what somebody put together. Its address follows from it alone, as a page's does, and so do its
//! bytes: [`Site::feed`] gives the same for the server, a static host and `folkmoot calendar export`.

mod address;
mod colour;
mod events;
mod history;
mod series;
mod subscribe;

use folkmoot_calendar::ics;
use folkmoot_model::GroupKind;

use crate::Site;
use crate::roster::Held;

pub(crate) use events::host;
pub use history::{Change, History};
pub(crate) use series::kind_slug;
pub use subscribe::Subscription;

/// Some of a community's series as one calendar to subscribe to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Feed {
    /// Every series.
    Community,
    /// The series of every group of a kind, by the kind's prefix: `sig`.
    Kind(String),
    /// The series of a group, its subprojects' included, by the group's slug.
    Group(String),
    /// One series.
    Series {
        /// The group's slug.
        group: String,
        /// The series' slug, unique within its group.
        series: String,
    },
    /// The series that somebody leads, by the person's slug: the handle in lower case.
    Person(String),
    /// What somebody put together: the series of any of these. Served, not exported.
    Bundle(Bundle),
}

/// Groups, kinds and people whose series make one calendar.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Bundle {
    /// Slugs of groups.
    pub groups: Vec<String>,
    /// Prefixes of kinds.
    pub kinds: Vec<String>,
    /// Slugs of people.
    pub people: Vec<String>,
}

impl Bundle {
    /// The feed that holds all of these, once each: the feed itself where there is but one, the community's
    /// where there is none. Single series cannot be put together and are left out.
    pub fn of(feeds: impl IntoIterator<Item = Feed>) -> Feed {
        let mut feeds: Vec<Feed> = feeds.into_iter().collect();
        feeds.dedup();
        if feeds.len() == 1
            && let Some(one) = feeds.pop()
        {
            return one;
        }
        let mut bundle = Self::default();
        for feed in feeds {
            let (list, name) = match feed {
                Feed::Community => return Feed::Community,
                Feed::Group(group) => (&mut bundle.groups, group),
                Feed::Kind(kind) => (&mut bundle.kinds, kind),
                Feed::Person(person) => (&mut bundle.people, person),
                Feed::Bundle(inner) => {
                    bundle.groups.extend(inner.groups);
                    bundle.kinds.extend(inner.kinds);
                    bundle.people.extend(inner.people);
                    continue;
                }
                Feed::Series { .. } => continue,
            };
            if !list.contains(&name) {
                list.push(name);
            }
        }
        if bundle.is_empty() { Feed::Community } else { Feed::Bundle(bundle) }
    }

    fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.kinds.is_empty() && self.people.is_empty()
    }
}

impl Site {
    /// The feed as an iCalendar text; `None` where there is no such kind, group, series or lead. Of a bundle
    /// what is not known any more is left out, so that a subscription outlives a group; `None` where nothing
    /// of it is known.
    pub fn feed(&self, feed: &Feed) -> Option<String> {
        let chosen = self.chosen(feed)?;
        let feed = ics::Feed {
            name: self.feed_title(feed),
            description: self.community().description.to_string(),
            url: self.feed_url(feed),
            colour: colour::name(&self.community().accent),
            refresh_hours: 12,
            events: chosen.iter().filter_map(|one| events::event(self, one)).collect(),
        };
        Some(feed.to_ics(self.stamp()))
    }

    /// Every feed that a static host can serve: all but bundles.
    pub fn feeds(&self) -> impl Iterator<Item = Feed> {
        let mut out = vec![Feed::Community];
        let used = |prefix: &&str| self.groups().any(|(_, group)| series::kind_slug(&group.kind) == *prefix);
        let kinds: Vec<String> = self.community().kinds.iter().map(|kind| series::kind_slug(kind)).collect();
        out.extend(kinds.iter().filter(|kind| used(&kind.as_str())).cloned().map(Feed::Kind));
        for (index, group) in self.groups() {
            let slug = self.slug(index);
            out.push(Feed::Group(slug.to_owned()));
            let series = series::slugs(group).into_iter();
            out.extend(series.map(|series| Feed::Series { group: slug.to_owned(), series }));
        }
        let leads = self.roster().everybody().iter().filter(|one| one.roles.iter().any(Held::leads));
        out.extend(leads.map(|one| Feed::Person(one.slug.clone())));
        out.into_iter()
    }

    /// What the calendar is called in the reader's list of calendars.
    pub fn feed_title(&self, feed: &Feed) -> String {
        let community = self.name();
        match feed {
            Feed::Community => format!("{community} meetings"),
            Feed::Kind(kind) => format!("{community}: {}", self.kind_title(kind)),
            Feed::Group(slug) => format!("{community}: {}", self.group_title(slug)),
            Feed::Series { .. } => {
                let title = self.chosen(feed).and_then(|chosen| Some(chosen.first()?.planned.title()));
                format!("{community}: {}", title.unwrap_or_default())
            }
            Feed::Person(slug) => format!("{community}: {}", self.person_title(slug)),
            Feed::Bundle(bundle) => {
                let groups = bundle.groups.iter().map(|slug| self.group_title(slug));
                let kinds = bundle.kinds.iter().map(|kind| self.kind_title(kind));
                let people = bundle.people.iter().map(|slug| self.person_title(slug));
                let parts: Vec<String> = groups.chain(kinds).chain(people).collect();
                match parts.len() {
                    0..=3 => format!("{community}: {}", parts.join(", ")),
                    more => format!("{community}: {} and {} more", parts[..2].join(", "), more - 2),
                }
            }
        }
    }

    /// The feed of a kind of groups.
    pub fn kind_feed(&self, kind: &GroupKind) -> Feed {
        Feed::Kind(series::kind_slug(kind))
    }

    fn kind_title(&self, slug: &str) -> String {
        let kind = self.community().kinds.iter().find(|kind| series::kind_slug(kind) == slug);
        kind.map_or_else(|| slug.to_owned(), |kind| kind.plural.clone())
    }

    fn person_title(&self, slug: &str) -> String {
        self.roster().at(slug).map_or_else(|| format!("@{slug}"), |one| one.name.clone())
    }

    fn group_title(&self, slug: &str) -> String {
        let index = self.group_index(slug);
        index.map_or_else(|| slug.to_owned(), |index| self.community().groups[index].title())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use folkmoot_model::{MemoryFiles, load};

    use super::*;
    use crate::Options;

    fn site(text: &str) -> Site {
        let files = MemoryFiles::new().with("sigs.yaml", text);
        let (community, _) = load(&files);
        Site::new(community, Arc::new(files), Options::default())
    }

    const TWO: &str = "sigs:\n  - dir: sig-a\n    name: A\n    leadership: {chairs: [{github: Ana}]}\n    meetings:\n      - \
                       {description: Weekly, day: Monday, time: '9:00', tz: UTC, frequency: weekly}\n      - {description: \
                       Weekly, day: Tuesday, time: '9:00', tz: UTC, frequency: weekly}\n  - dir: sig-b\n    name: B\n    \
                       meetings:\n      - {description: Sync, day: Friday, time: '9:00', tz: UTC, frequency: weekly}\n";

    fn uids(site: &Site, feed: &Feed) -> Vec<String> {
        let text = site.feed(feed).expect("a feed");
        text.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
    }

    #[test]
    fn a_series_has_one_name_in_every_feed() {
        let site = site(TWO);
        let name = "sig-a/weekly-2@community.folkmoot";
        for feed in
            site.feeds().filter(|feed| !matches!(feed, Feed::Series { series, .. } if series != "weekly-2"))
        {
            assert_eq!(
                uids(&site, &feed).contains(&name.to_owned()),
                feed != Feed::Group("sig-b".into()),
                "{feed:?}"
            );
        }
    }

    #[test]
    fn a_name_stays_when_the_time_changes() {
        let changed = TWO.replace("9:00", "10:30").replace("UTC", "Poland");
        assert_eq!(uids(&site(TWO), &Feed::Community), uids(&site(&changed), &Feed::Community));
    }

    #[test]
    fn a_bundle_holds_each_series_once_and_outlives_a_group() {
        let site = site(TWO);
        let bundle = |groups: &[&str], people: &[&str]| {
            let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
            Feed::Bundle(Bundle { groups: owned(groups), people: owned(people), ..Bundle::default() })
        };
        assert_eq!(uids(&site, &bundle(&["sig-a", "sig-gone"], &["ana"])).len(), 2);
        assert_eq!(uids(&site, &bundle(&["sig-b"], &["ana"])).len(), 3);
        assert_eq!(site.feed(&bundle(&["sig-gone"], &["nobody"])), None);
    }

    #[test]
    fn an_ended_series_is_cancelled_and_still_has_its_dates() {
        let ended = TWO.replace("day: Friday", "until: 2020-05-31, day: Friday");
        let stamp: jiff::Timestamp = "2026-11-21T00:00:00Z".parse().expect("a timestamp");
        let text = site(&ended).with_history(stamp).feed(&Feed::Group("sig-b".into())).expect("a feed");
        assert!(text.contains("STATUS:CANCELLED\r\n"), "{text}");
        assert!(text.contains("DTSTART:20200529T090000Z\r\n"), "{text}");
    }

    #[test]
    fn the_past_of_the_record_dates_a_series() {
        struct Past;
        impl History for Past {
            fn stamp(&self) -> jiff::Timestamp {
                "2026-11-21T00:00:00Z".parse().expect("a timestamp")
            }
            fn last_change(&self, _: &folkmoot_model::Meeting) -> Option<Change> {
                Some(Change { at: "2026-03-04T05:06:07Z".parse().expect("a timestamp"), sequence: 7 })
            }
        }
        let text = site(TWO).with_history(Past).feed(&Feed::Group("sig-b".into())).expect("a feed");
        for line in [
            "DTSTAMP:20261121T000000Z",
            "LAST-MODIFIED:20260304T050607Z",
            "SEQUENCE:7",
            "DTSTART:20260306T090000Z",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line}: {text}");
        }
    }

    #[test]
    fn a_feed_names_its_groups_page_where_the_site_knows_its_host() {
        let files = MemoryFiles::new().with("sigs.yaml", TWO);
        let (community, _) = load(&files);
        let options = Options { origin: Some("https://e.org".to_owned()), ..Options::default() };
        let site = Site::new(community, Arc::new(files), options);
        let text = site.feed(&Feed::Group("sig-b".into())).expect("a feed");
        assert!(text.contains("URL;VALUE=URI:https://e.org/groups/sig-b/\r\n"), "{text}");
        assert!(text.contains("URL;VALUE=URI:https://e.org/groups/sig-b/calendar.ics\r\n"), "{text}");
    }

    #[test]
    fn what_is_not_there_has_no_feed() {
        let site = site(TWO);
        assert_eq!(site.feed(&Feed::Group("sig-c".into())), None);
        assert_eq!(site.feed(&Feed::Person("bob".into())), None);
        assert_eq!(site.feed(&Feed::Kind("tag".into())), None);
        assert_eq!(site.feed(&Feed::Series { group: "sig-a".into(), series: "daily".into() }), None);
    }

    #[test]
    fn a_single_meeting_has_its_own_words() {
        let site = site(
            "sigs:\n- dir: sig-a\n  name: A\n  meetings:\n  - description: Weekly\n    day: Thursday\n    time: '9:00'\n    tz: UTC\n    \
             frequency: weekly\n    starts: 2026-11-05\n    exceptions:\n      moved:\n      - {date: 2026-11-26, to: 2026-11-25, \
             room: Hall, why: a holiday}\n      extra:\n      - {date: 2026-12-08, title: Planning}\n      - 2026-12-09\n",
        );
        let text = site.feed(&Feed::Group("sig-a".into())).expect("a feed").replace("\r\n ", "");
        let events: Vec<&str> = text.split("BEGIN:VEVENT").skip(1).collect();
        // The series, the moved meeting, the extra one with a title; the other extra one needs no words.
        assert_eq!(events.len(), 3, "{text}");
        assert!(events[1].contains("LOCATION:Hall") && events[1].contains("a holiday"), "{}", events[1]);
        assert!(events[2].contains("RECURRENCE-ID:20261208T090000Z"), "{}", events[2]);
        assert!(events[2].contains("SUMMARY:SIG A: Planning"), "{}", events[2]);
    }
}
