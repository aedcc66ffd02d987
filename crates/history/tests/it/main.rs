//! History read from small repositories made on the spot.

mod lines;

use std::path::Path;
use std::process::Command;

use folkmoot_history::{HistoryError, Repository};
use jiff::Timestamp;
use tempfile::TempDir;

fn git(dir: &Path, at: &str, args: &[&str]) {
    let done = Command::new("git")
        .arg("-C")
        .arg(dir)
        .args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", at)
        .env("GIT_COMMITTER_DATE", at)
        .output()
        .expect("git runs");
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A repository whose `record/sigs.yaml` changed at each of `times`, holding that time.
fn repository(times: &[&str]) -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary directory");
    git(dir.path(), "2024-01-01T00:00:00Z", &["init", "-q"]);
    std::fs::create_dir(dir.path().join("record")).expect("a directory");
    for at in times {
        std::fs::write(dir.path().join("record/sigs.yaml"), at).expect("a file");
        git(dir.path(), at, &["add", "."]);
        git(dir.path(), at, &["commit", "-q", "-m", "Change the record"]);
    }
    dir
}

fn at(time: &str) -> Timestamp {
    time.parse().expect("a time")
}

fn record_as_of(history: &Repository, time: &str, file: &str) -> Option<String> {
    let commit = history.commit_not_after(at(time)).expect("git answers")?;
    let bytes = history.file_at(&commit, file).expect("git answers")?;
    Some(String::from_utf8(bytes).expect("text"))
}

#[test]
fn a_file_is_read_as_it_was_at_a_date() {
    let dir = repository(&["2024-06-01T12:00:00Z", "2024-12-31T23:59:59Z", "2025-03-01T00:00:00Z"]);
    let history = Repository::open(dir.path()).expect("a repository");
    let read = |time| record_as_of(&history, time, "record/sigs.yaml");
    assert_eq!(read("2025-01-01T00:00:00Z").as_deref(), Some("2024-12-31T23:59:59Z"));
    assert_eq!(read("2026-01-01T00:00:00Z").as_deref(), Some("2025-03-01T00:00:00Z"));
    assert_eq!(read("2024-06-01T11:59:59Z"), None);
}

#[test]
fn a_commit_at_the_very_second_counts() {
    let dir = repository(&["2025-01-01T00:00:00Z"]);
    let history = Repository::open(dir.path()).expect("a repository");
    let read = record_as_of(&history, "2025-01-01T00:00:00Z", "record/sigs.yaml");
    assert_eq!(read.as_deref(), Some("2025-01-01T00:00:00Z"));
}

#[test]
fn paths_are_relative_to_the_directory_opened() {
    let dir = repository(&["2024-06-01T12:00:00Z"]);
    let history = Repository::open(&dir.path().join("record")).expect("a repository");
    assert!(record_as_of(&history, "2025-01-01T00:00:00Z", "sigs.yaml").is_some());
    let commit =
        history.commit_not_after(at("2025-01-01T00:00:00Z")).expect("git answers").expect("a commit");
    assert_eq!(history.paths_at(&commit).expect("git answers"), ["sigs.yaml"]);
    assert_eq!(record_as_of(&history, "2025-01-01T00:00:00Z", "record/sigs.yaml"), None);
}

#[test]
fn a_file_that_was_not_there_is_none() {
    let dir = repository(&["2024-06-01T12:00:00Z"]);
    let history = Repository::open(dir.path()).expect("a repository");
    assert_eq!(record_as_of(&history, "2025-01-01T00:00:00Z", "wgs.yaml"), None);
    assert_eq!(record_as_of(&history, "2025-01-01T00:00:00Z", "record"), None);
}

#[test]
fn a_repository_without_commits_has_no_past() {
    let dir = repository(&[]);
    let history = Repository::open(dir.path()).expect("a repository");
    assert_eq!(history.commit_not_after(at("2025-01-01T00:00:00Z")).expect("git answers"), None);
    assert!(!history.is_shallow().expect("git answers"));
}

#[test]
fn a_shallow_clone_is_recognised() {
    let dir = repository(&["2024-06-01T12:00:00Z", "2025-06-01T12:00:00Z"]);
    let clone = tempfile::tempdir().expect("a temporary directory");
    let from = format!("file://{}", dir.path().display());
    git(clone.path(), "2025-07-01T00:00:00Z", &["clone", "-q", "--depth", "1", &from, "shallow"]);
    let history = Repository::open(&clone.path().join("shallow")).expect("a repository");
    assert!(history.is_shallow().expect("git answers"));
}

#[test]
fn a_directory_outside_git_is_refused_with_a_reason() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let error = Repository::open(dir.path()).expect_err("no repository");
    assert!(matches!(error, HistoryError::NotARepository { .. }), "{error}");
    assert!(error.to_string().contains("not a git repository"), "{error}");
}
