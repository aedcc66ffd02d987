//! What people allow is left out, and only that.

use folkmoot_checks::{Context, Report, check};
use folkmoot_diagnostics::Severity;
use folkmoot_model::{MemoryFiles, load};
use jiff::civil::date;

fn run(files: &MemoryFiles) -> Report {
    let (community, found_reading) = load(files);
    check(&Context::new(&community, files, date(2026, 11, 21)), found_reading)
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.code).collect()
}

const UNLED: &str =
    "sigs:\n- dir: sig-docs\n  name: Docs\n  mission_statement: Reads.\n  contact: {slack: docs}\n";

#[test]
fn a_comment_above_the_group_covers_the_group() {
    let report = run(&MemoryFiles::new().with("sigs.yaml", UNLED));
    assert_eq!(codes(&report), ["missing-lead"]);
    let allowed = UNLED.replace("- dir", "# folkmoot: allow missing-lead -- election in May\n- dir");
    let report = run(&MemoryFiles::new().with("sigs.yaml", allowed));
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    assert_eq!(report.allowed.len(), 1);
}

#[test]
fn a_comment_on_the_line_covers_the_line() {
    let allowed = UNLED.replace("name: Docs", "name: Docs # folkmoot: allow missing-lead -- election in May");
    assert!(run(&MemoryFiles::new().with("sigs.yaml", allowed)).findings.is_empty());
}

#[test]
fn a_comment_elsewhere_is_not_needed_and_allows_nothing() {
    let elsewhere =
        UNLED.replace("  contact", "  # folkmoot: allow missing-lead -- election in May\n  contact");
    let report = run(&MemoryFiles::new().with("sigs.yaml", elsewhere));
    assert_eq!(codes(&report), ["missing-lead", "unused-allow"]);
}

#[test]
fn an_entry_of_the_community_holds_under_its_paths() {
    let community = |path: &str| {
        format!("allow: [{{check: missing-lead, paths: [{path}], reason: our leads are elsewhere}}]\n")
    };
    let files = |path| MemoryFiles::new().with("sigs.yaml", UNLED).with("community.yaml", community(path));
    assert!(run(&files("'*.yaml'")).findings.is_empty());
    assert_eq!(codes(&run(&files("archive/"))), ["unused-allow", "missing-lead"]);
}

#[test]
fn a_waiver_holds_for_its_group_until_its_day() {
    let community = |group: &str, until: &str| {
        format!(
            "waivers: [{{check: missing-lead, group: {group}, by: steering, reason: forming, until: {until}}}]\n"
        )
    };
    let files = |group, until| {
        MemoryFiles::new().with("sigs.yaml", UNLED).with("community.yaml", community(group, until))
    };
    assert!(run(&files("sig-docs", "2026-11-21")).findings.is_empty());
    assert_eq!(codes(&run(&files("sig-docs", "2026-11-20"))), ["waiver-expired", "missing-lead"]);
    assert!(codes(&run(&files("sig-apps", "2026-12-31"))).contains(&"missing-lead"));
}

#[test]
fn a_community_sets_severities_by_check_and_group() {
    let files = |values: &str| {
        MemoryFiles::new().with("sigs.yaml", UNLED).with("community.yaml", format!("policies: {values}\n"))
    };
    assert!(run(&files("{values: {missing-lead: off}}")).findings.is_empty());
    let report = run(&files("{values: {missing-lead: off}, groups: {sig-docs: {missing-lead: error}}}"));
    assert_eq!(report.findings[0].severity, Severity::Error);
}

#[test]
fn findings_stand_in_the_order_of_the_files() {
    let text = "sigs:\n- {dir: sig-b, name: Docs, label: x}\n- {dir: sig-a, name: Apps, label: x}\n";
    let report = run(&MemoryFiles::new().with("sigs.yaml", text));
    let places: Vec<_> = report.findings.iter().filter_map(|finding| finding.span()).collect();
    assert!(places.is_sorted_by_key(|span| span.start));
}

#[test]
fn a_comment_in_markdown_where_nothing_is_wrong_is_not_needed() {
    let page = |target: &str| {
        format!("# Docs\n\n<!-- folkmoot: allow link-target-missing -- made in May -->\n[plan]({target})\n")
    };
    let files = |target: &str| {
        let led = UNLED.replace("  contact", "  leadership: {chairs: [{github: ana, name: Ana}]}\n  contact");
        MemoryFiles::new().with("sigs.yaml", led).with("plan.md", "# Plan\n").with("notes.md", page(target))
    };
    assert_eq!(codes(&run(&files("missing.md"))), Vec::<&str>::new());
    assert_eq!(codes(&run(&files("plan.md"))), ["unused-allow"]);
}
