//! The Kubernetes validator's rules against what the original says.
//!
//! `vectors/kubernetes_validator.json` holds synthetic communities, mutated at random, each with the errors of
//! the original's `Validate()`, run with real Go over its maps in the order that Folkmoot fixes. Addresses of
//! pointers are written `0xc000000000`.

use folkmoot_checks::{Context, check, kubernetes_validator};
use folkmoot_diagnostics::Severity;
use folkmoot_model::{MemoryFiles, load};
use jiff::civil::date;

#[test]
fn the_errors_are_the_originals_in_the_fixed_order() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("vectors/kubernetes_validator.json")).expect("vectors are JSON");
    let vectors = vectors.as_array().expect("a list");
    assert!(vectors.len() >= 25);
    for (index, vector) in vectors.iter().enumerate() {
        let groups = vector["groups"].as_str().expect("a text");
        let expected: Vec<&str> =
            vector["errors"].as_array().expect("a list").iter().filter_map(|error| error.as_str()).collect();
        let files = MemoryFiles::new().with("sigs.yaml", groups);
        let (community, _) = load(&files);
        let errors = kubernetes_validator(&community);
        let found: Vec<&str> = errors.iter().map(|error| error.text.as_str()).collect();
        assert_eq!(found, expected, "vector {index}");
    }
}

#[test]
fn what_another_check_explains_is_shown_once_as_an_error() {
    let files = MemoryFiles::new()
        .with("community.yaml", "policies: {packs: [kubernetes-validator]}\n")
        .with("sigs.yaml", "sigs:\n- dir: sig-docs\n  name: Docs\n  label: documents\n");
    let (community, found_reading) = load(&files);
    let report = check(&Context::new(&community, &files, date(2026, 11, 21)), found_reading);
    let about_label: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.why.iter().any(|why| why.contains("label")))
        .collect();
    assert_eq!(about_label.len(), 1, "{about_label:#?}");
    assert_eq!((about_label[0].code, about_label[0].severity), ("label-mismatch", Severity::Error));
    let why = about_label[0].why.join("\n");
    assert!(why.contains("ERROR: sig-docs: expected label: docs, got: documents"), "{why}");
}

#[test]
fn rules_that_a_community_names_do_not_lift_the_generators() {
    let files = MemoryFiles::new()
        .with("community.yaml", "policies: {packs: [kubesphere]}\nprofile: {strict: true}\n")
        .with("sigs.yaml", "sigs:\n- {dir: sig-docs, name: Docs, label: docs}\n");
    let (community, found_reading) = load(&files);
    let report = check(&Context::new(&community, &files, date(2026, 11, 21)), found_reading);
    assert!(report.findings.iter().any(|finding| finding.severity == Severity::Error));
}

#[test]
fn the_line_is_the_originals() {
    let files = MemoryFiles::new().with("sigs.yaml", "sigs:\n- {dir: sig-docs, name: Docs, label: docs}\n");
    let (community, _) = load(&files);
    let lines: Vec<String> = kubernetes_validator(&community).iter().map(|error| error.line()).collect();
    assert!(lines.contains(&"ERROR: sig-docs: has no charter".to_owned()), "{lines:?}");
}
