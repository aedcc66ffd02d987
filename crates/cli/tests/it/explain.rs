//! `folkmoot explain`.

use std::process::{Command, Output};

fn explain(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    command.arg("explain").args(args).env("COLUMNS", "80").env_remove("CLICOLOR_FORCE");
    command.output().expect("it starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_page_says_what_why_and_how() {
    let out = explain(&["mojibake"]);
    assert_eq!(out.status.code(), Some(0));
    let shown = text(&out.stdout);
    assert!(shown.starts_with("mojibake\n\n"), "{shown}");
    for part in ["Why it matters\n", "How to mend it\n", "    sigs:\n"] {
        assert!(shown.contains(part), "{shown}");
    }
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
}

#[test]
fn an_unknown_name_brings_up_the_nearest() {
    let out = explain(&["mojibak"]);
    assert_eq!(out.status.code(), Some(2));
    assert_eq!(text(&out.stderr), "error: there is no check `mojibak`; did you mean `mojibake`?\n");
}

#[test]
fn without_a_name_all_checks_are_listed_with_a_line_each() {
    let out = explain(&[]);
    let shown = text(&out.stdout);
    assert!(shown.contains("\nanchor-missing "), "{shown}");
    assert!(shown.contains("\nmojibake "), "{shown}");
}

#[test]
fn scripts_get_objects() {
    let one: serde_json::Value =
        serde_json::from_slice(&explain(&["mojibake", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(one["code"], "mojibake");
    let all: serde_json::Value =
        serde_json::from_slice(&explain(&["--format", "json"]).stdout).expect("JSON");
    assert!(all.as_array().is_some_and(|all| all.iter().any(|check| check["code"] == "mojibake")));
}
