//! Real communities' files load whole and without a finding that is not true.

use folkmoot_model::{Community, SequenceIndent, YamlStyle, load};

use crate::support::{shared, yaml_files};

fn load_corpus(name: &str) -> Option<(Community, Vec<String>)> {
    let (community, findings) = load(&yaml_files(&shared(&format!("corpus/{name}"))?));
    let said = findings
        .iter()
        .map(|finding| {
            let at = finding.span().map(|span| community.sources.locate(span)).unwrap_or_default();
            format!("{at}: {}: {}", finding.code, finding.message)
        })
        .collect();
    Some((community, said))
}

#[test]
fn every_corpus_loads_without_findings() {
    for (name, groups) in [
        ("kubernetes", 35),
        ("kubeflow", 5),
        ("kubevirt", 14),
        ("operate-first", 10),
        ("open-services-group", 7),
        ("opendatahub-io", 2),
        ("cilium", 4),
    ] {
        let Some((community, findings)) = load_corpus(name) else { return };
        assert_eq!(findings, [] as [String; 0], "{name}");
        assert_eq!(community.groups.len(), groups, "{name}");
    }
}

#[test]
fn the_style_of_every_corpus_is_found() {
    let flush = YamlStyle::GO_YAML_2_2020;
    for (name, style) in [
        ("kubernetes", YamlStyle::GO_YAML_3),
        ("kubeflow", flush),
        ("operate-first", flush),
        ("open-services-group", flush),
        ("opendatahub-io", flush),
        ("kubevirt", YamlStyle { indent: 4, ..YamlStyle::GO_YAML_3 }),
        ("cilium", YamlStyle { sequences: SequenceIndent::Indented, ..YamlStyle::GO_YAML_3 }),
    ] {
        let Some((community, _)) = load_corpus(name) else { return };
        assert_eq!(community.profile.yaml, style, "{name}");
    }
}
