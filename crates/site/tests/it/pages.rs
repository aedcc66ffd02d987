//! What pages say.

use folkmoot_diagnostics::Span;
use folkmoot_model::{Community, LanguageChannel, Meeting, MemoryFiles, Person, Text, Topic};
use folkmoot_site::{Options, Page, Site};

use crate::fixture::{Maker, english, filled, site};
use crate::html::{assert_outline, read};

fn community(change: impl FnOnce(&mut Community, Maker)) -> Community {
    let mut community = Community::empty();
    let maker = Maker::new();
    community.name = maker.text("Sample");
    community.groups.push(maker.group("Docs"));
    change(&mut community, maker);
    community
}

fn page(page: &Page, community: Community) -> String {
    english(&site(community, MemoryFiles::new())).render(page).expect("a page")
}

fn docs_page(change: impl FnOnce(&mut Community, Maker)) -> String {
    page(&Page::Group("sig-docs".into()), community(change))
}

#[test]
fn an_empty_community_says_what_to_do_next() {
    let read = read(&page(&Page::Home, Community::empty()));
    assert_outline(&read);
    assert!(read.text.contains("There are no groups yet."), "{}", read.text);
}

#[test]
fn an_empty_group_says_what_to_do_next() {
    let read = read(&docs_page(|_, _| {}));
    assert_outline(&read);
    for hint in [
        "No mission is written yet",
        "No meeting is recorded",
        "No open channel is recorded",
        "Nobody is named yet",
        "None recorded.",
    ] {
        assert!(read.text.contains(hint), "{hint}: {}", read.text);
    }
}

#[test]
fn every_page_has_an_outline_without_gaps() {
    let site = site(filled("some *text* https://example.org"), MemoryFiles::new());
    for page in site.pages() {
        assert_outline(&read(&english(&site).render(&page).expect("a page")));
    }
}

#[test]
fn nobodys_e_mail_address_is_shown() {
    let html = docs_page(|community, maker| {
        let secret = || Person { email: maker.text("ana@example.org"), ..maker.person("ana", "Ana Sample") };
        let group = &mut community.groups[0];
        group.leadership.chairs.push(secret());
        group.leadership.emeritus_leads.push(secret());
        group.members.push(secret());
        group.contact.liaison = Some(secret());
    });
    assert!(html.contains("Ana Sample") && !html.contains("ana@example.org"));
}

#[test]
fn a_lead_with_two_roles_is_named_once() {
    let html = docs_page(|community, maker| {
        community.groups[0].leadership.chairs.push(maker.person("ana", "Ana Sample"));
        community.groups[0].leadership.tech_leads.push(maker.person("Ana", "Ana Sample"));
    });
    assert_eq!(html.matches("Ana Sample").count(), 1, "{html}");
    assert!(html.contains("Chair, Tech lead"));
}

#[test]
fn a_lead_whose_term_is_known_is_shown_with_it() {
    let html = docs_page(|community, maker| {
        let until = Some(jiff::civil::date(2027, 6, 30));
        let ana = Person { until, ..maker.person("ana", "Ana Sample") };
        community.groups[0].leadership.chairs.push(ana);
    });
    assert!(html.contains("Chair · until 30 June 2027"), "{html}");
}

#[test]
fn a_channel_is_linked_in_the_workspace() {
    let html = docs_page(|community, maker| {
        community.slack_workspace = maker.text("https://sample.slack.com/");
        community.groups[0].contact.slack = maker.text("sig-docs");
    });
    assert!(html.contains(r#"href="https://sample.slack.com/messages/sig-docs""#));
}

#[test]
fn a_meeting_stands_as_it_is_written() {
    let html = docs_page(|community, maker| {
        community.groups[0].meetings.push(Meeting {
            day: maker.text("Thursday"),
            time: maker.text("15:00-16:00"),
            tz: maker.text("UTC+8"),
            frequency: maker.text("every two weeks"),
            starts: maker.text("2022-03-10"),
            archive_url: maker.text("https://example.org/notes"),
            ..maker.meeting()
        });
    });
    let read = read(&html);
    assert!(read.text.contains("Thursdays at 15:00-16:00 UTC+8"), "{}", read.text);
    assert!(read.text.contains("every two weeks · since 2022-03-10"));
    assert!(read.hrefs.contains(&"https://example.org/notes".to_owned()));
}

#[test]
fn a_working_group_and_its_sigs_lead_to_each_other() {
    let maker = Maker::new();
    let community = community(|community, _| {
        let mut wg = maker.group("Style");
        wg.kind = community.kinds[1].clone();
        wg.dir = maker.text("wg-style");
        wg.stakeholder_sigs = vec![maker.text("Docs"), maker.text("Gone")];
        community.groups[0].reporting_wgs = vec!["Style".to_owned()];
        community.groups.push(wg);
    });
    let site = site(community, MemoryFiles::new());
    let wg = read(&english(&site).render(&Page::Group("wg-style".into())).expect("a page"));
    assert!(wg.hrefs.contains(&"/groups/sig-docs/".to_owned()));
    assert!(wg.text.contains("Gone"));
    let sig = read(&english(&site).render(&Page::Group("sig-docs".into())).expect("a page"));
    assert!(sig.hrefs.contains(&"/groups/wg-style/".to_owned()));
}

#[test]
fn a_language_is_named_in_itself() {
    let html = page(
        &Page::Home,
        community(|community, maker| {
            let nowhere = Span::file_start(community.sources.add("x", ""));
            let channel = folkmoot_model::Channel {
                title: Text::absent(nowhere),
                service: maker.text("slack"),
                name: maker.text("community-turkey"),
                url: maker.text("https://sample.slack.com/messages/x"),
                span: nowhere,
            };
            community.language_channels.push(LanguageChannel { language: maker.text("Turkish"), channel });
        }),
    );
    assert!(html.contains(r#"lang="tr""#) && html.contains("Türkçe"));
}

#[test]
fn channels_stand_under_everyone_language_and_group() {
    let html = page(
        &Page::Channels,
        community(|community, maker| {
            community.slack_workspace = maker.text("https://sample.slack.com/");
            community.groups[0].contact.slack = maker.text("sig-docs");
        }),
    );
    let read = read(&html);
    assert_outline(&read);
    assert!(read.text.contains("By group") && !read.text.contains("By language"), "{}", read.text);
    assert!(read.hrefs.contains(&"https://sample.slack.com/messages/sig-docs".to_owned()));
}

#[test]
fn who_wants_to_contribute_is_told_what_to_read_and_which_groups_look_for_leads() {
    let html = page(&Page::Contribute, community(|_, _| {}));
    let read = read(&html);
    assert_outline(&read);
    for told in ["Join in three steps", "links.code_of_conduct", "Groups looking for leads", "SIG Docs"] {
        assert!(read.text.contains(told), "{told}: {}", read.text);
    }
}

#[test]
fn every_page_leads_to_the_places_of_the_site_in_its_own_language() {
    let site = site(community(|_, _| {}), MemoryFiles::new());
    let view = site.view(folkmoot_site::Locale::Turkish, jiff::Timestamp::UNIX_EPOCH);
    let read = read(&view.render(&Page::Channels).expect("a page"));
    for place in
        ["/tr/calendar/", "/tr/people/", "/tr/channels/", "/tr/contribute/", "/tr/documents/", "/tr/#groups"]
    {
        assert!(read.hrefs.contains(&place.to_owned()), "{place}: {:?}", read.hrefs);
    }
}

#[test]
fn a_charter_in_the_repository_is_a_page_of_the_site_and_part_of_the_export() {
    let community = community(|community, maker| {
        community.groups[0].charter_link = maker.text("charter.md");
        community.links.push(folkmoot_model::Link {
            topic: Topic::CodeOfConduct,
            ..maker.link("Code of conduct", "coc.md")
        });
    });
    let files = MemoryFiles::new()
        .with("sig-docs/charter.md", "# Charter\n\nSee [more](more.md).")
        .with("sig-docs/more.md", "# More")
        .with("sig-docs/unlinked.md", "# Unlinked")
        .with("coc.md", "# Code of conduct");
    let set = site(community, files).files(jiff::Timestamp::UNIX_EPOCH);
    for path in [
        "index.html",
        "404.html",
        "groups/sig-docs/index.html",
        "docs/sig-docs/charter.md/index.html",
        "docs/sig-docs/more.md/index.html",
        "docs/coc.md/index.html",
        "docs/sig-docs/unlinked.md/index.html",
        "zh/docs/coc.md/index.html",
        "documents/index.html",
    ] {
        assert!(set.contains_key(path), "{path}: {:?}", set.keys());
    }
}

#[test]
fn groups_with_one_name_have_pages_of_their_own() {
    let community = community(|community, maker| {
        community.groups.push(maker.group("Docs"));
        community.groups.push(maker.group("docs"));
    });
    let site = site(community, MemoryFiles::new());
    let slugs: Vec<_> = site
        .pages()
        .filter_map(|page| match page {
            Page::Group(slug) => Some(slug),
            _ => None,
        })
        .collect();
    assert_eq!(slugs, ["sig-docs", "sig-docs-2", "sig-docs-3"]);
}

#[test]
fn every_internal_link_of_the_export_leads_to_a_file_of_it() {
    let community = community(|community, maker| {
        community.groups.push(maker.group("Network & <edge>"));
        community.groups[1].dir = maker.text("");
    });
    let options = Options { base: folkmoot_site::BasePath::new("/x/").expect("valid"), ..Options::default() };
    let site = Site::new(community, std::sync::Arc::new(MemoryFiles::new()), options);
    let set = site.files(jiff::Timestamp::UNIX_EPOCH);
    for (path, bytes) in set.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).expect("UTF-8").replace("src=\"/x/", "src=\"/");
        for href in read(&html).hrefs.iter().filter(|href| href.starts_with('/')) {
            let inner = href.strip_prefix("/x/").unwrap_or_else(|| panic!("{href} in {path}"));
            let file = inner.split('#').next().unwrap_or_default();
            let file = if file.is_empty() || file.ends_with('/') {
                format!("{file}index.html")
            } else {
                file.to_owned()
            };
            assert!(set.contains_key(&file), "{path} leads to {file}");
        }
    }
}
