//! Where feeds are.

use super::{Bundle, Feed, Subscription, series};
use crate::base::{decode_path, encode_path};
use crate::roster::Somebody;
use crate::{Site, page};

/// Names in a query beyond this number are not read.
const MOST_NAMES: usize = 500;

impl Feed {
    /// Its address below the base path, not yet percent-encoded and without the query of a bundle:
    /// `groups/sig-docs/calendar.ics`. For a static host also its file.
    pub fn path(&self) -> String {
        match self {
            Self::Community | Self::Bundle(_) => "calendar.ics".to_owned(),
            Self::Kind(kind) => format!("kinds/{kind}/calendar.ics"),
            Self::Group(group) => format!("groups/{group}/calendar.ics"),
            Self::Series { group, series } => format!("groups/{group}/meetings/{series}.ics"),
            Self::Person(person) => format!("people/{person}/calendar.ics"),
        }
    }

    /// What a bundle adds to its path: `groups=sig-a,sig-b&people=ana`; empty for other feeds.
    pub fn query(&self) -> String {
        let Self::Bundle(bundle) = self else { return String::new() };
        let parts = [("groups", &bundle.groups), ("kinds", &bundle.kinds), ("people", &bundle.people)];
        let parts = parts.iter().filter(|(_, names)| !names.is_empty()).map(|(key, names)| {
            let names: Vec<String> = names.iter().map(|name| encode_path(name)).collect();
            format!("{key}={}", names.join(","))
        });
        parts.collect::<Vec<_>>().join("&")
    }

    /// What the path below the base and the query of a request ask for, whether or not there is such a group:
    /// names are brought to their proper form.
    pub(crate) fn at(path: &str, query: &str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').collect();
        match segments[..] {
            ["calendar.ics"] => {
                let bundle = Bundle::of_query(query);
                Some(if bundle.is_empty() { Self::Community } else { Self::Bundle(bundle) })
            }
            ["kinds", kind, "calendar.ics"] => Some(Self::Kind(page::slug(kind))),
            ["groups", group, "calendar.ics"] => Some(Self::Group(page::slug(group))),
            ["groups", group, "meetings", file] => {
                let series = page::slug(file.strip_suffix(".ics")?);
                Some(Self::Series { group: page::slug(group), series })
            }
            ["people", person, "calendar.ics"] => Some(Self::Person(page::slug(person))),
            _ => None,
        }
    }
}

impl Bundle {
    /// Reads `groups=a,b&people=c`; a key may come several times, unknown keys are passed over.
    fn of_query(query: &str) -> Self {
        let mut bundle = Self::default();
        for pair in query.split('&') {
            let Some((key, value)) = pair.split_once('=') else { continue };
            let list = match key {
                "groups" | "group" => &mut bundle.groups,
                "kinds" | "kind" => &mut bundle.kinds,
                "people" | "person" => &mut bundle.people,
                _ => continue,
            };
            let Some(value) = decode_path(&value.replace('+', " ")) else { continue };
            for name in value.split([',', ' ']).filter(|name| !name.is_empty()) {
                let name = page::slug(name.trim_start_matches('@'));
                if list.len() < MOST_NAMES && !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        bundle
    }
}

impl Site {
    /// The address of a feed on its host, percent-encoded, with the base path: for links of pages.
    pub fn feed_href(&self, feed: &Feed) -> String {
        let path = self.options().base.join(&feed.path());
        let query = feed.query();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// The absolute address of a feed, where the site knows its host.
    pub fn feed_url(&self, feed: &Feed) -> Option<String> {
        Some(format!("{}{}", self.options().origin.as_deref()?, self.feed_href(feed)))
    }

    /// The ways to subscribe to a feed, where the site knows its host.
    pub fn subscription(&self, feed: &Feed) -> Option<Subscription> {
        Some(Subscription::new(&self.feed_url(feed)?, &self.feed_title(feed)))
    }

    /// The feed of each series of a group, its subprojects' included, in the order of `Group::all_meetings`.
    pub fn series_feeds(&self, group: usize) -> Vec<Feed> {
        let Some(record) = self.community().groups.get(group) else { return Vec::new() };
        let slug = self.slug(group).to_owned();
        series::slugs(record).into_iter().map(|series| Feed::Series { group: slug.clone(), series }).collect()
    }

    /// The feed of somebody who leads, by handle, or by name where the record has no handle.
    pub fn person_feed(&self, handle: &str) -> Feed {
        let slug = page::slug(handle);
        let is_one = |one: &Somebody| {
            let told_by = if one.handle.is_empty() { &one.name } else { &one.handle };
            told_by.eq_ignore_ascii_case(handle.trim())
        };
        // Mostly the address is the handle itself.
        let known = self.roster().at(&slug).filter(|one| is_one(one));
        let known = known.or_else(|| self.roster().everybody().iter().find(|one| is_one(one)));
        Feed::Person(known.map_or(slug, |one| one.slug.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_the_feed_it_is_of() {
        let feeds = [
            Feed::Community,
            Feed::Kind("wg".into()),
            Feed::Group("sig-文档".into()),
            Feed::Series { group: "sig-a".into(), series: "weekly-2".into() },
            Feed::Person("ana".into()),
            Feed::Bundle(Bundle {
                groups: vec!["sig-a".into(), "sig-文档".into()],
                kinds: vec!["wg".into()],
                people: vec!["ana".into()],
            }),
        ];
        for feed in feeds {
            assert_eq!(Feed::at(&feed.path(), &feed.query()).as_ref(), Some(&feed));
        }
    }

    #[test]
    fn a_query_is_read_as_people_write_it() {
        let feed = Feed::at("calendar.ics", "groups=SIG-A,sig-b&utm=x&groups=sig-a&people=%40Ana");
        let Some(Feed::Bundle(bundle)) = feed else { panic!("{feed:?}") };
        assert_eq!(
            (bundle.groups.join(" ").as_str(), bundle.people.join(" ").as_str()),
            ("sig-a sig-b", "ana")
        );
        assert_eq!(Feed::at("calendar.ics", "utm=x&groups="), Some(Feed::Community));
    }

    #[test]
    fn no_other_path_is_a_feed() {
        for path in
            ["calendar.ics/", "groups/calendar.ics", "groups/a/b/calendar.ics", "groups/a/meetings/x", ""]
        {
            assert_eq!(Feed::at(path, ""), None, "{path}");
        }
    }
}
