//! `examples/kubesphere`: what the import of KubeSphere's pages gives, completed by hand.

use std::path::PathBuf;

use folkmoot_model::{Community, Link, MemoryFiles, load};

use crate::support::{imported, loaded, seed};

#[allow(clippy::disallowed_methods, reason = "a test may read files")]
fn example() -> Community {
    let dir = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/kubesphere"));
    let mut files = MemoryFiles::new();
    for name in ["community.yaml", "sigs.yaml", "people.yaml"] {
        files = files.with(name, std::fs::read(dir.join(name)).expect("the example is part of the project"));
    }
    let (community, findings) = load(&files);
    assert!(findings.is_empty(), "{findings:#?}");
    community
}

/// Whether `links` holds that address; a path of the pages' repository stands in the example as an address.
fn holds<'a>(links: impl IntoIterator<Item = &'a Link>, wanted: &str) -> bool {
    let path = wanted.trim_start_matches("../");
    links.into_iter().any(|link| {
        link.url == wanted || (!wanted.contains("://") && link.url.ends_with(&format!("/{path}")))
    })
}

#[test]
fn the_example_has_the_nineteen_groups_of_kubesphere() {
    let community = example();
    assert_eq!(community.groups.len(), 19);
    assert!(community.groups.iter().all(|group| group.kind.key == "sigs"));
    let missions: Vec<&str> = community.groups.iter().map(|group| group.mission_statement.trim()).collect();
    assert!(missions.iter().all(|mission| mission.ends_with('.') && mission.len() < 160), "{missions:#?}");
}

#[test]
fn every_lead_channel_and_notes_link_of_the_table_is_in_the_example() {
    let Some(table) = seed("001") else { return };
    let (example, table) = (example(), loaded(&imported(&[table])));
    assert_eq!(table.groups.len(), 19);
    for group in &table.groups {
        let known = example.group(&group.dir).expect("the group is in the example");
        assert_eq!(known.name, group.name.as_str());
        for lead in &group.leadership.chairs {
            assert!(
                known.leadership.chairs.iter().any(|chair| chair.github == lead.github.as_str()),
                "{lead:?}"
            );
        }
        assert_eq!(known.contact.slack, group.contact.slack.as_str());
        let archives: Vec<&str> = known.meetings.iter().map(|meeting| meeting.archive_url.as_str()).collect();
        for note in &group.notes {
            let there = archives.contains(&note.url.as_str()) || holds(&known.notes, &note.url);
            assert!(there, "{}: {}", group.dir.as_str(), note.url.as_str());
        }
    }
}

#[test]
fn what_the_pages_say_is_contained_in_the_example() {
    let pages: Vec<_> = ["000", "001", "003"].into_iter().filter_map(seed).collect();
    if pages.len() < 3 {
        return;
    }
    let (example, pages) = (example(), loaded(&imported(&pages)));
    assert_eq!(example.name, pages.name.as_str());
    assert_eq!(example.slack_workspace, pages.slack_workspace.as_str());
    for link in &pages.links {
        let same_topic: Vec<Link> =
            example.links.iter().filter(|known| known.topic == link.topic).cloned().collect();
        assert!(holds(&same_topic, &link.url), "{link:?}");
    }
    for channel in &pages.channels {
        let known =
            example.channels.iter().find(|known| known.url == channel.url.as_str()).expect("the channel");
        assert_eq!(
            (&*known.title, &*known.name, &*known.service),
            (&*channel.title, &*channel.name, &*channel.service)
        );
    }
    for language in &pages.language_channels {
        let known =
            example.language_channels.iter().find(|known| known.language == language.language.as_str());
        assert_eq!(known.map(|known| known.channel.url.as_str()), Some(language.channel.url.as_str()));
    }
    for person in &pages.people {
        let known = example.people.iter().find(|known| known.github == person.github.as_str());
        assert_eq!(known.and_then(|known| known.github_id), person.github_id);
    }
    for group in &pages.groups {
        let known = example.group(&group.dir).expect("the group is in the example");
        let shelves = [
            (&group.design_docs, &known.design_docs),
            (&group.todo, &known.todo),
            (&group.contact.links, &known.contact.links),
        ];
        for (said, known) in shelves {
            assert!(said.iter().all(|link| holds(known, &link.url)), "{said:?}");
        }
    }
}
