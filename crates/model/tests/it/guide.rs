//! The guide's examples are read without a finding.

use folkmoot_model::{MemoryFiles, Topic, load};

const GUIDE: &str = include_str!("../../../../docs/guide/community-yaml.md");

/// The YAML blocks of the guide, in order.
fn blocks() -> Vec<&'static str> {
    let parts = GUIDE.split("```yaml\n").skip(1);
    parts.filter_map(|part| part.split("```").next()).collect()
}

#[test]
fn the_guides_examples_load() {
    let blocks = blocks();
    assert_eq!(blocks.len(), 3);
    let files = MemoryFiles::new()
        .with("community.yaml", blocks[0])
        .with("sigs.yaml", "sigs: []\nchapters:\n- {dir: chapter-berlin, name: Berlin}\n")
        .with("sig-docs/group.yaml", blocks[1])
        .with("people.yaml", blocks[2]);
    let (community, findings) = load(&files);
    assert_eq!(findings, []);
    assert_eq!(community.name, "Example Community");
    assert_eq!(community.links.iter().filter(|link| link.topic == Topic::Other).count(), 1);
    assert_eq!(community.groups[0].members.len(), 2);
    assert_eq!(community.groups[1].title(), "Chapter Berlin");
    assert_eq!(community.people[0].companies.len(), 2);
    assert_eq!(community.extra.len(), 1);
    assert_eq!((community.channels.len(), community.language_channels.len()), (2, 1));
}

#[test]
fn the_guide_shows_every_key() {
    let (_, findings) = load(&MemoryFiles::new().with("community.yaml", "nonsense_key: 1\n"));
    assert_eq!(findings.len(), 1);
    for key in
        ["name", "links", "channels", "language_channels", "kinds", "policies", "waivers", "allow", "profile"]
    {
        assert!(blocks()[0].lines().any(|line| line.starts_with(&format!("{key}:"))), "{key}");
    }
}
