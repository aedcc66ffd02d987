//! News, badges and cards of a community.

use folkmoot_model::MemoryFiles;
use folkmoot_site::{Options, Page, Resource, Site};
use jiff::Timestamp;

use crate::html::{assert_outline, read};

const RECORD: &str = "\
sigs:
- dir: sig-docs
  name: Docs
  status: {state: forming, since: 2026-11-02, reason: A & B need <guides>}
  leadership:
    chairs: [{github: ana, name: Ana Sample, since: 2026-10-01}]
    tech_leads: [{github: ben, name: Ben Sample, until: 2026-11-15}]
  meetings:
  - description: Weekly
    day: Tuesday
    time: '17:00'
    tz: UTC
    frequency: weekly
    url: https://example.org/join
    exceptions:
      cancelled: [{date: 2026-12-01, why: Holidays}]
      extra: [{date: 2027-03-05, time: '10:00'}]
";

fn now() -> Timestamp {
    "2026-11-21T12:34:00Z".parse().expect("a timestamp")
}

fn site(files: &[(&str, &str)]) -> Site {
    let files = files.iter().fold(MemoryFiles::new(), |files, (path, text)| files.with(path, *text));
    let (community, _) = folkmoot_model::load(&files);
    let options = Options { origin: Some("https://e.org".to_owned()), ..Options::default() };
    Site::new(community, std::sync::Arc::new(files), options)
}

fn text(site: &Site, resource: &Resource, now: Timestamp) -> String {
    String::from_utf8(site.resource(resource, now).expect("a resource")).expect("UTF-8")
}

/// Titles of a feed's entries, the latest first.
fn titles(feed: &str) -> Vec<&str> {
    let titles = feed.split("<title>").skip(2).filter_map(|rest| rest.split("</title>").next());
    titles.collect()
}

#[test]
fn the_community_is_told_what_the_record_dates() {
    let breaks = "name: Sample\nbreaks:\n- {name: Winter, from: 2026-12-18, to: 2027-01-03}\n";
    let site = site(&[("sigs.yaml", RECORD), ("community.yaml", breaks)]);
    let feed = text(&site, &Resource::News(None), now());
    assert_eq!(
        titles(&feed),
        [
            "No meetings from 18 Dec to 3 Jan",
            "Meetings in the week of 23 Nov",
            "SIG Docs: Ben Sample gives up a role (tech lead)",
            "Meetings in the week of 16 Nov",
            "SIG Docs: Weekly: no meeting on 1 Dec",
            "SIG Docs: forming",
            "SIG Docs: Ana Sample takes up a role (chair)",
        ]
    );
    assert!(
        feed.contains("A &amp;amp; B need &amp;lt;guides&amp;gt;"),
        "escaped as HTML, then as XML: {feed}"
    );
}

#[test]
fn an_entry_keeps_its_name_and_date() {
    let site = site(&[("sigs.yaml", RECORD)]);
    let feed =
        |at: &str| text(&site, &Resource::News(Some("sig-docs".into())), at.parse().expect("a timestamp"));
    let (before, after) = (feed("2026-11-18T00:00:00Z"), feed("2026-11-22T09:00:00Z"));
    let entry = |feed: &str| {
        let found = feed.split("<entry>").find(|entry| entry.contains("Weekly: 24 Nov, 17:00 UTC"));
        found.expect("an entry").to_owned()
    };
    assert_eq!(entry(&before), entry(&after));
    assert!(entry(&before).contains("<updated>2026-11-17T17:00:00Z</updated>"));
    assert!(entry(&before).contains("https://example.org/join"));
}

#[test]
fn a_badge_says_when_the_group_meets_and_how_it_is() {
    let site = site(&[("sigs.yaml", RECORD)]);
    let badge = |badge| text(&site, &Resource::Badge("sig-docs".into(), badge), now());
    let next = badge(folkmoot_site::Badge::NextMeeting);
    assert!(next.contains("<title>next meeting: 24 Nov, 17:00 UTC</title>"), "{next}");
    assert!(badge(folkmoot_site::Badge::Status).contains("<title>SIG Docs: forming</title>"));
}

#[test]
fn a_card_stands_alone_and_its_links_leave_the_frame() {
    let site = site(&[("sigs.yaml", RECORD)]);
    for locale in site.locales() {
        for page in [Page::EmbeddedGroup("sig-docs".into()), Page::EmbeddedCalendar] {
            let html = site.view(locale, now()).render(&page).expect("a page");
            assert_outline(&read(&html));
            assert!(!html.contains("<header") && !html.contains("<script"), "{html}");
            assert_eq!(
                html.matches("<a ").count(),
                html.matches("target=\"_blank\" rel=\"noopener\"").count()
            );
            assert!(html.contains("2026-11-24T17:00:00Z"), "{html}");
        }
    }
}

#[test]
fn search_engines_are_told_of_the_next_meetings() {
    let site = site(&[(
        "sigs.yaml",
        &RECORD.replace("name: Docs", "name: Docs\n  mission_statement: '</script><b>'"),
    )]);
    let html = site.view(folkmoot_site::Locale::English, now()).render(&Page::Group("sig-docs".into()));
    let html = html.expect("a page");
    let data = html
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(data.expect("data")).expect("JSON");
    let graph = data["@graph"].as_array().expect("a list");
    assert_eq!(graph[0]["name"], "SIG Docs");
    assert_eq!(graph[1]["@type"], "Event");
    assert_eq!(graph[1]["startDate"], "2026-11-24T17:00:00+00:00");
    assert_eq!(graph[1]["location"]["url"], "https://example.org/join");
}
