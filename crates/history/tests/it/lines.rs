//! When lines were changed last.

use std::path::Path;

use folkmoot_history::{CurrentFile, LastChange, LastChanges, Passage, Repository};

use crate::{at, git, repository};

/// Writes a file and commits it at that time.
fn commit(dir: &Path, time: &str, path: &str, text: &str) {
    std::fs::write(dir.join(path), text).expect("a file");
    git(dir, time, &["add", "."]);
    git(dir, time, &["commit", "-q", "-m", "Change the record"]);
}

fn last(dir: &Path, text: &str, lines: &[(usize, usize)]) -> LastChanges {
    let passages: Vec<Passage> =
        lines.iter().map(|&(first, end)| Passage { file: 0, lines: first..end }).collect();
    let history = Repository::open(dir).expect("a repository");
    history.last_changes(&[CurrentFile { path: "sigs.yaml", text }], &passages).expect("git answers")
}

fn committed(time: &str, nth: u32) -> Option<LastChange> {
    Some(LastChange::Committed { at: at(time), nth })
}

#[test]
fn a_passage_is_followed_to_the_commit_that_touched_it_last() {
    let dir = repository(&[]);
    commit(dir.path(), "2024-01-01T00:00:00Z", "sigs.yaml", "a\nb\nc\n");
    commit(dir.path(), "2024-02-01T00:00:00Z", "sigs.yaml", "a\nb\nC\n");
    commit(dir.path(), "2024-03-01T00:00:00Z", "other.md", "x\n");
    commit(dir.path(), "2024-04-01T00:00:00Z", "sigs.yaml", "new\nnew\na\nb\nC\n");
    let text = "new\nnew\na\nb\nC\n";
    let found = last(dir.path(), text, &[(3, 4), (4, 6), (1, 2)]);
    assert_eq!(
        found.passages,
        [
            committed("2024-01-01T00:00:00Z", 1),
            committed("2024-02-01T00:00:00Z", 2),
            committed("2024-04-01T00:00:00Z", 3)
        ]
    );
    assert_eq!((found.commits, found.newest, found.is_pending), (3, Some(at("2024-04-01T00:00:00Z")), false));
}

#[test]
fn what_is_not_committed_is_pending_and_moves_the_rest_along() {
    let dir = repository(&[]);
    commit(dir.path(), "2024-01-01T00:00:00Z", "sigs.yaml", "a\nb\n");
    let found = last(dir.path(), "new\na\nb\n", &[(1, 2), (3, 4)]);
    assert_eq!(found.passages, [Some(LastChange::Pending), committed("2024-01-01T00:00:00Z", 1)]);
    assert!(found.is_pending);
}

#[test]
fn a_merged_change_counts_from_when_it_was_merged() {
    let dir = repository(&[]);
    let path = dir.path();
    commit(path, "2024-01-01T00:00:00Z", "sigs.yaml", "a\nb\nc\nd\ne\n");
    git(path, "2024-01-02T00:00:00Z", &["switch", "-q", "-c", "branch"]);
    commit(path, "2024-01-03T00:00:00Z", "sigs.yaml", "a\nb\nc\nd\nE\n");
    git(path, "2024-01-04T00:00:00Z", &["switch", "-q", "main"]);
    commit(path, "2024-01-05T00:00:00Z", "sigs.yaml", "A\nx\nb\nc\nd\ne\n");
    git(path, "2024-01-06T00:00:00Z", &["merge", "-q", "--no-ff", "-m", "Merge", "branch"]);
    let found = last(path, "A\nx\nb\nc\nd\nE\n", &[(6, 7), (1, 2), (3, 4)]);
    assert_eq!(
        found.passages,
        [
            committed("2024-01-06T00:00:00Z", 3),
            committed("2024-01-05T00:00:00Z", 2),
            committed("2024-01-01T00:00:00Z", 1)
        ]
    );
}

#[test]
fn a_new_indentation_changes_nothing() {
    let dir = repository(&[]);
    commit(dir.path(), "2024-01-01T00:00:00Z", "sigs.yaml", "a:\n- b: c\n");
    commit(dir.path(), "2024-02-01T00:00:00Z", "sigs.yaml", "new: x\na:\n  - b:  c\n");
    let found = last(dir.path(), "new: x\na:\n  - b:  c\n", &[(3, 4)]);
    assert_eq!(found.passages, [committed("2024-01-01T00:00:00Z", 1)]);
}

#[test]
fn a_folder_below_the_root_has_paths_of_its_own() {
    let dir = repository(&["2024-06-01T12:00:00Z"]);
    let found = last(&dir.path().join("record"), "2024-06-01T12:00:00Z", &[(1, 2)]);
    assert_eq!(found.passages, [committed("2024-06-01T12:00:00Z", 1)]);
}

#[test]
fn a_shallow_clone_knows_the_newest_commit_alone() {
    let dir = repository(&[]);
    commit(dir.path(), "2024-01-01T00:00:00Z", "sigs.yaml", "a\n");
    commit(dir.path(), "2024-02-01T00:00:00Z", "sigs.yaml", "a\nb\n");
    let clone = tempfile::tempdir().expect("a temporary directory");
    let from = format!("file://{}", dir.path().display());
    git(clone.path(), "2025-07-01T00:00:00Z", &["clone", "-q", "--depth", "1", &from, "shallow"]);
    let found = last(&clone.path().join("shallow"), "a\nb\n", &[(1, 2), (2, 3)]);
    assert_eq!((found.passages, found.newest), (vec![None, None], Some(at("2024-02-01T00:00:00Z"))));
}

#[test]
fn without_a_commit_everything_is_pending() {
    let dir = repository(&[]);
    assert_eq!(last(dir.path(), "a\n", &[(1, 2)]).passages, [Some(LastChange::Pending)]);
}

#[test]
fn a_configuration_that_would_run_programs_runs_none() {
    let dir = repository(&[]);
    let path = dir.path();
    let flag = path.join("ran");
    commit(path, "2024-01-01T00:00:00Z", ".gitattributes", "sigs.yaml diff=evil filter=evil\n");
    commit(path, "2024-01-02T00:00:00Z", "sigs.yaml", "a\n");
    let command = format!("touch '{}'; cat", flag.display());
    for key in
        ["diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "core.fsmonitor", "diff.external"]
    {
        git(path, "2024-01-02T00:00:00Z", &["config", key, &command]);
    }
    for (key, value) in
        [("diff.noprefix", "false"), ("log.diffMerges", "off"), ("diff.interHunkContext", "9")]
    {
        git(path, "2024-01-02T00:00:00Z", &["config", key, value]);
    }
    let found = last(path, "a\nb\n", &[(1, 2)]);
    assert_eq!(found.passages, [committed("2024-01-02T00:00:00Z", 1)]);
    assert!(!flag.exists());
}
