//! The canonical form of real groups files is what stands in them.

use folkmoot_diagnostics::Sources;
use folkmoot_docs::canonical;
use folkmoot_model::{Profile, SequenceIndent, YamlStyle};
use folkmoot_yaml::{Limits, parse};

use crate::corpus;

fn canonical_text(text: &str, profile: &Profile) -> String {
    let sources = Sources::new();
    let document = parse(&sources, sources.add("sigs.yaml", text), Limits::default());
    assert_eq!(document.diagnostics, []);
    canonical(&document.root.expect("a root"), profile)
}

fn profile(name: &str, yaml: YamlStyle) -> Profile {
    Profile { name: name.to_owned(), yaml, ..Profile::folkmoot() }
}

#[track_caller]
fn stays(file: &str, profile: &Profile) {
    let Some(text) = corpus::read(file) else { return };
    let again = canonical_text(&text, profile);
    if let Some((number, (old, new))) =
        (1..).zip(text.lines().zip(again.lines())).find(|(_, (old, new))| old != new)
    {
        panic!("{file}:{number}: {old:?} became {new:?}");
    }
    assert_eq!(text.len(), again.len());
}

#[test]
fn kubernetes_stays() {
    stays("kubernetes/sigs.yaml", &profile("kubernetes", YamlStyle::GO_YAML_3));
}

#[test]
fn operate_first_stays() {
    stays("operate-first/sigs.yaml", &profile("kubernetes", YamlStyle::GO_YAML_2_2020));
}

#[test]
fn open_services_group_stays() {
    stays("open-services-group/sigs.yaml", &profile("kubernetes", YamlStyle::GO_YAML_2_2020));
}

#[test]
fn kubeflow_stays() {
    stays("kubeflow/wgs.yaml", &profile("kubeflow", YamlStyle::GO_YAML_2_2019));
}

#[test]
fn kubevirt_stays() {
    let style = YamlStyle { indent: 4, sequences: SequenceIndent::Indented, ..YamlStyle::GO_YAML_3 };
    stays("kubevirt/sigs.yaml", &profile("kubevirt", style));
}

#[test]
fn nothing_at_all_gives_four_empty_lists() {
    let text = canonical_text("sigs: ~", &profile("kubernetes", YamlStyle::GO_YAML_3));
    assert_eq!(text, "sigs: []\nworkinggroups: []\nusergroups: []\ncommittees: []\n");
}

#[test]
fn unknown_keys_are_kept_behind_the_known_ones() {
    let record = "sigs:\n- zest: 5\n  name: Docs\n  more: {a: '1', b: [x]}\nteams:\n- name: Web\n";
    let text = canonical_text(record, &profile("kubernetes", YamlStyle::GO_YAML_3));
    let expected = "\
sigs:
  - dir: \"\"
    name: Docs
    label: \"\"
    leadership:
      chairs: []
    meetings: []
    contact: {}
    zest: 5
    more:
      a: \"1\"
      b:
        - x
workinggroups: []
usergroups: []
committees: []
teams:
  - name: Web
";
    assert_eq!(text, expected);
}
