//! Real communities, where they are at hand.

use std::path::PathBuf;

use folkmoot_checks::{Context, Report, check};
use folkmoot_diagnostics::Severity;
use folkmoot_model::load;
use folkmoot_repo::DiskFiles;
use jiff::civil::date;

fn report(community: &str) -> Option<Report> {
    let dir = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus")).join(community);
    let Ok(files) = DiskFiles::open(&dir) else {
        eprintln!("skipped: {} is not there", dir.display());
        return None;
    };
    let (community, found_reading) = load(&files);
    Some(check(&Context::new(&community, &files, date(2026, 11, 21)), found_reading))
}

fn codes(report: &Report, at_least: Severity) -> Vec<&str> {
    // Links lead into folders that the corpus leaves out.
    let findings = report.findings.iter().filter(|finding| finding.code != "link-target-missing");
    findings.filter(|finding| finding.severity >= at_least).map(|finding| finding.code).collect()
}

#[test]
fn kubernetes_has_no_error_and_two_true_warnings() {
    let Some(report) = report("kubernetes") else { return };
    assert_eq!(codes(&report, Severity::Error), Vec::<&str>::new());
    // `IST` in one meeting; a monthly meeting without its week.
    let mut warnings = codes(&report, Severity::Warning);
    warnings.sort_unstable();
    assert_eq!(warnings, ["meeting-frequency-unclear", "meeting-zone-ambiguous"]);
}

#[test]
fn a_link_copied_from_another_group_is_found() {
    let Some(report) = report("opendatahub-io") else { return };
    assert!(codes(&report, Severity::Warning).contains(&"notes-shared"));
}

#[test]
fn names_of_communities_with_their_own_habits_are_left_alone() {
    for community in ["cilium", "kubevirt"] {
        let Some(report) = report(community) else { return };
        let codes = codes(&report, Severity::Note);
        assert!(!codes.contains(&"dir-mismatch") && !codes.contains(&"label-mismatch"), "{community}");
    }
}
