//! The calendar and the pages of people, as whole pages.

use std::sync::Arc;

use folkmoot_model::{MemoryFiles, load};
use folkmoot_site::{Locale, Options, Page, Resource, Route, Site};
use jiff::Timestamp;

use crate::html::{Read, assert_outline, read};

const RECORD: &str = "
sigs:
- dir: sig-docs
  name: Docs
  leadership:
    chairs:
    - {github: Ana, name: Ana Sample, company: Sample Ltd, email: ana@example.org, since: 2024-03-01}
    - {name: Ben Sample}
    emeritus_leads: [{github: cem, name: Cem Sample}]
  meetings:
  - {description: Call, day: Tuesday, time: '9:00-10:00', tz: America/Los_Angeles, frequency: weekly, url: 'https://meet.example.org/docs',
     exceptions: {cancelled: [{date: 2026-12-01, why: a conference}]}}
  - {description: Eastern call, day: Thursday, time: '15:00', tz: Asia/Shanghai, frequency: biweekly}
  subprojects:
  - name: site
    leads: [{github: ana}]
- dir: sig-old
  name: Old
  status: {state: retired}
  meetings:
  - {description: Past call, day: Monday, time: '9:00', tz: UTC, frequency: weekly}
";
const PEOPLE: &str =
    "people:\n- {github: ana, name: Ana Sample, timezone: Europe/Istanbul, languages: [tr]}\n";

fn site(options: Options) -> Site {
    let files = MemoryFiles::new().with("sigs.yaml", RECORD).with("people.yaml", PEOPLE);
    let (community, _) = load(&files);
    Site::new(community, Arc::new(files), options)
}

fn page(page: &Page) -> (String, Read) {
    let now: Timestamp = "2026-11-21T12:00:00Z".parse().expect("a moment");
    let html = site(Options::default()).view(Locale::English, now).render(page).expect("a page");
    let read = read(&html);
    assert_outline(&read);
    (html, read)
}

#[test]
fn the_calendar_lists_four_weeks_without_scripts() {
    let (html, read) = page(&Page::Calendar);
    for part in [
        "Times in America/Los_Angeles.",
        "Tuesday 24 November",
        "09:00 –10:00",
        "Tuesday 15 December",
        "Called off · a conference",
    ] {
        assert!(read.text.replace("  ", " ").contains(part), "{part}: {}", read.text);
    }
    assert!(html.contains("datetime=\"2026-11-24T17:00:00Z\""));
    assert!(!read.text.contains("22 December") && !read.text.contains("Past call"));
    assert!(read.hrefs.contains(&"/calendar.ics".to_owned()));
    assert!(read.hrefs.contains(&"#day-2026-12-08".to_owned()));
}

#[test]
fn a_series_without_certain_dates_is_listed_with_its_words() {
    let (_, read) = page(&Page::Calendar);
    assert!(read.text.contains("Without certain dates"));
    assert!(read.text.contains("Eastern call") && read.text.contains("no first date is written"));
}

#[test]
fn the_data_of_the_calendar_is_part_of_the_export() {
    let now = "2026-11-21T00:00:00Z".parse().expect("a moment");
    let site = site(Options::default());
    let files = site.files(now);
    for path in [
        "calendar/index.html",
        "zh/calendar/index.html",
        "people/ana/index.html",
        "people/ben-sample/index.html",
    ] {
        assert!(files.contains_key(path), "{path}");
    }
    let bytes = files.get("calendar/occurrences.json").expect("the data");
    assert_eq!(Some(bytes.clone()), site.resource(&Resource::Occurrences, now));
    assert!(matches!(site.route("/calendar/occurrences.json"), Route::Resource(Resource::Occurrences)));
    assert!(matches!(site.route("/people/ANA"), Route::Moved(_)));
    assert!(matches!(site.route("/people/nobody/"), Route::Missing));
}

#[test]
fn everybody_with_a_role_is_listed_and_former_leads_apart() {
    let (html, read) = page(&Page::People);
    assert!(read.text.contains("2 people with a role"), "{}", read.text);
    let (active, former) = html.split_once("id=\"emeritus\"").expect("a part for former leads");
    assert!(active.contains("/people/ana/") && active.contains("/people/ben-sample/"));
    assert!(former.contains("/people/cem/") && !former.contains("/people/ana/"));
    assert!(!html.contains("ana@example.org"));
}

#[test]
fn a_person_is_shown_with_roles_terms_zone_and_the_meetings_of_what_they_lead() {
    let (html, read) = page(&Page::Person("ana".into()));
    let text = read.text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "@ Ana",
        "Chair SIG Docs since 1 March 2024",
        "Subproject lead SIG Docs site",
        "Europe/Istanbul",
        "Türkçe",
        "Tue 24 Nov 09:00–10:00 UTC−8 SIG Docs Call",
    ] {
        assert!(text.replace("@Ana", "@ Ana").contains(part), "{part}: {text}");
    }
    assert!(read.hrefs.contains(&"/people/ana/calendar.ics".to_owned()));
    assert!(!html.contains("ana@example.org"));
    let (_, read) = page(&Page::Person("cem".into()));
    assert!(
        read.text.contains("Former roles") && !read.hrefs.iter().any(|href| href.contains("cem/calendar"))
    );
}

#[test]
fn names_on_a_groups_page_lead_to_the_people() {
    let (_, read) = page(&Page::Group("sig-docs".into()));
    assert!(read.hrefs.contains(&"/people/ana/".to_owned()));
    assert!(read.hrefs.contains(&"/people/cem/".to_owned()));
}

#[test]
fn a_site_that_knows_its_host_gives_whole_addresses_to_subscribe_to() {
    let options = Options { origin: Some("https://sigs.example.org".to_owned()), ..Options::default() };
    let site = site(options);
    let html = site.view(Locale::English, Timestamp::UNIX_EPOCH).render(&Page::Calendar).expect("a page");
    let read = read(&html);
    assert!(read.hrefs.contains(&"webcal://sigs.example.org/calendar.ics".to_owned()));
}

#[test]
fn hostile_words_of_meetings_and_people_stay_words() {
    for x in ["<zz9>", "\"><zz9>", "</script><zz9>", "javascript:alert(1)", "\u{202e}x", "'><zz9>", "{{x}}"] {
        let quoted = format!("\"{}\"", x.replace('\\', "\\\\").replace('"', "\\\""));
        let record = format!(
            "sigs:\n- dir: sig-a\n  name: A\n  leadership: {{chairs: [{{github: {quoted}, name: {quoted}}}]}}\n  meetings:\n  - \
             {{description: {quoted}, day: Monday, time: '9:00', tz: UTC, frequency: weekly, url: {quoted}, archive_url: {quoted}, \
             room: {quoted}, exceptions: {{cancelled: [{{date: 2026-11-23, why: {quoted}}}], extra: [{{date: 2026-11-24, title: \
             {quoted}, why: {quoted}}}]}}}}\n"
        );
        let register = format!(
            "people:\n- {{github: {quoted}, timezone: {quoted}, languages: [{quoted}], companies: [{quoted}]}}\n"
        );
        let files = MemoryFiles::new().with("sigs.yaml", record).with("people.yaml", register);
        let (community, _) = load(&files);
        assert_eq!(community.groups.len(), 1, "{x:?} is read");
        let site = Site::new(community, Arc::new(files), Options::default());
        let now = "2026-11-21T00:00:00Z".parse().expect("a moment");
        for (path, bytes) in site.files(now) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            if path.ends_with(".html") {
                assert!(!text.contains("<zz9"), "{x:?} became an element in {path}");
                let read = read(&text);
                assert!(!read.hrefs.iter().any(|href| href.starts_with("javascript")), "{path}");
            }
            if path == "calendar/occurrences.json" {
                assert!(!text.contains("\"join\""), "{x:?} is no address: {text}");
                assert!(text.contains("\"off\"") && text.contains("\"extra\""));
            }
        }
    }
}
