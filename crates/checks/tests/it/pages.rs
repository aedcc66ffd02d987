//! A check's page is its test: blocks marked `fails` have a finding of it, blocks marked `passes` have none.

use std::collections::HashSet;

use folkmoot_checks::{Expectation, checks, reference_pages};

#[test]
fn every_check_finds_what_its_page_says() {
    let mut wrong = Vec::new();
    for check in checks() {
        for (index, fixture) in check.page().fixtures().iter().enumerate() {
            let found = fixture.findings(check);
            let holds = match fixture.expectation {
                Expectation::Fails => !found.is_empty(),
                Expectation::Passes => found.is_empty(),
            };
            if !holds {
                wrong.push(format!("{} fixture {}: {:?}, found {found:#?}", check.code, index + 1, fixture));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_has_both_kinds_of_fixture_and_says_why_and_how() {
    for check in checks() {
        let fixtures = check.page().fixtures();
        for expectation in [Expectation::Fails, Expectation::Passes] {
            let has = fixtures.iter().any(|fixture| fixture.expectation == expectation);
            assert!(has, "{}: no fixture {expectation:?}", check.code);
        }
        let page = check.page().markdown();
        for section in ["## Why it matters", "## How to mend it"] {
            assert!(page.contains(section), "{}: no section `{section}`", check.code);
        }
        assert!(check.page().summary().ends_with('.'), "{}: the summary is a sentence", check.code);
    }
}

#[test]
fn a_check_is_named_once_and_as_its_file() {
    let mut seen = HashSet::new();
    for check in checks() {
        assert!(seen.insert(check.code), "{} stands twice in the list", check.code);
        assert!(check.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
        let own = format!("{}.rs", check.code.replace('-', "_"));
        assert!(check.source.contains(&own), "{}: its file is not {own}", check.code);
    }
}

#[test]
fn every_setting_is_read_by_a_check() {
    for setting in folkmoot_checks::SETTINGS {
        let read = checks().iter().any(|check| check.settings.contains(&setting.name));
        assert!(read, "no check names `{}`", setting.name);
    }
}

#[test]
fn every_check_has_a_reference_page() {
    let pages = reference_pages();
    for check in checks() {
        let page = &pages[&format!("{}.md", check.code)];
        assert!(page.starts_with(&format!("# {}\n", check.code)));
        assert!(!page.contains("```yaml fails"));
    }
}
