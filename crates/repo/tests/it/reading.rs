use folkmoot_model::{EntryKind, ReadError, RepoFiles};
use folkmoot_repo::{DiskFiles, OpenError};

use crate::Fixture;

#[test]
fn a_missing_directory_is_named() {
    let fixture = Fixture::new(&[("a", "")]);
    let error = DiskFiles::open(&fixture.path("nowhere")).expect_err("it is not there");
    assert!(matches!(error, OpenError::Missing { .. }));
    assert!(error.to_string().ends_with("nowhere: no such directory"), "{error}");
    let error = DiskFiles::open(&fixture.path("a")).expect_err("it is a file");
    assert!(matches!(error, OpenError::NotADirectory { .. }));
}

#[test]
fn files_are_read_and_listed_without_git() {
    let fixture =
        Fixture::new(&[("b/c.md", "text"), ("a.md", "a"), (".git/config", "g"), ("b/.git", "gitdir: x")]);
    let files = fixture.open();
    assert_eq!(files.walk(), ["a.md", "b/c.md"]);
    assert_eq!(
        files.entries(""),
        [("a.md".to_owned(), EntryKind::File), ("b".to_owned(), EntryKind::Directory)]
    );
    assert_eq!(&*files.read("b/c.md").unwrap(), b"text");
    assert_eq!(files.kind("b"), Some(EntryKind::Directory));
    assert_eq!(files.kind(""), Some(EntryKind::Directory));
    assert_eq!(files.kind(".git/config"), None);
    assert!(matches!(files.read(".git/config"), Err(ReadError::Missing { .. })));
}

#[test]
fn a_path_that_climbs_is_outside() {
    let files = Fixture::new(&[("a/b", "")]);
    let opened = files.open();
    for path in ["../secret", "a/../../secret", "/etc/hostname", "a//b", "./a/b", "a/b/..", ".."] {
        assert!(matches!(opened.read(path), Err(ReadError::Outside { .. })), "{path}");
        assert_eq!(opened.kind(path), None, "{path}");
        assert_eq!(opened.entries(path), [], "{path}");
    }
    assert!(matches!(opened.read("a\0b"), Err(ReadError::Outside { .. })));
}

#[test]
fn what_is_not_there_is_missing() {
    let fixture = Fixture::new(&[("a", "")]);
    let files = fixture.open();
    for path in ["b", "a/b", "b/c/d", &"x".repeat(5000)] {
        assert!(matches!(files.read(path), Err(ReadError::Missing { .. })), "{path:.20}");
        assert_eq!(files.kind(path), None);
    }
}

#[test]
fn a_directory_is_not_read() {
    let fixture = Fixture::new(&[("a/b", "")]);
    let error = fixture.open().read("a").expect_err("it is a directory").to_string();
    assert_eq!(error, "a: is a directory");
}

#[test]
fn a_large_file_is_refused() {
    let fixture = Fixture::new(&[("a", "12345")]);
    let files = fixture.open().with_limit(4);
    assert!(matches!(files.read("a"), Err(ReadError::TooLarge { limit: 4, .. })));
    assert_eq!(&*fixture.open().with_limit(5).read("a").unwrap(), b"12345");
}

#[test]
fn a_directory_made_later_is_seen() {
    let fixture = Fixture::new(&[("a", "")]);
    let files = fixture.open();
    assert_eq!(files.kind("new/file"), None);
    std::fs::create_dir(fixture.path("new")).unwrap();
    std::fs::write(fixture.path("new/file"), "x").unwrap();
    assert_eq!(files.kind("new/file"), Some(EntryKind::File));
}

#[cfg(unix)]
#[test]
fn a_link_that_stays_inside_is_followed() {
    let fixture = Fixture::new(&[("real/a.md", "text")]);
    fixture.link("real/a.md", "linked.md");
    fixture.link("real", "folder");
    let files = fixture.open();
    assert_eq!(&*files.read("linked.md").unwrap(), b"text");
    assert_eq!(&*files.read("folder/a.md").unwrap(), b"text");
    assert_eq!(files.kind("folder"), Some(EntryKind::Directory));
    assert_eq!(files.walk(), ["linked.md", "real/a.md"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_not_followed() {
    let fixture = Fixture::new(&[("a/b", "")]);
    fixture.link("../secret", "link");
    fixture.link("..", "up");
    fixture.link("../../secret", "a/deep");
    fixture.link("/etc", "etc");
    let files = fixture.open();
    for path in ["link", "up/secret", "a/deep", "etc/hostname", "up/repo/../secret"] {
        assert!(matches!(files.read(path), Err(ReadError::Outside { .. })), "{path}");
        assert_eq!(files.kind(path), None, "{path}");
    }
    // A way out and back in ends inside.
    assert_eq!(files.kind("up/repo/a"), Some(EntryKind::Directory));
    assert_eq!(files.walk(), ["a/b"]);
    assert_eq!(files.entries("etc"), []);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let fixture = Fixture::new(&[("a/b", "")]);
    fixture.link("two", "one");
    fixture.link("one", "two");
    fixture.link(".", "a/self");
    let files = fixture.open();
    assert_eq!(files.kind("one"), None);
    assert!(matches!(files.read("one"), Err(ReadError::Missing { .. })));
    assert_eq!(files.walk(), ["a/b"]);
}

#[cfg(unix)]
#[test]
fn a_link_into_git_leads_nowhere() {
    let fixture = Fixture::new(&[(".git/config", "token")]);
    fixture.link(".git/config", "config");
    fixture.link(".git", "git");
    let files = fixture.open();
    assert!(matches!(files.read("config"), Err(ReadError::Missing { .. })));
    assert!(matches!(files.read("git/config"), Err(ReadError::Missing { .. })));
    assert_eq!(files.walk(), [] as [String; 0]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_passed_over() {
    let fixture = Fixture::new(&[("a", "")]);
    let made = std::process::Command::new("mkfifo").arg(fixture.path("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no mkfifo");
        return;
    }
    let files = fixture.open();
    assert_eq!(files.kind("pipe"), None);
    assert_eq!(files.walk(), ["a"]);
    assert_eq!(files.read("pipe").unwrap_err().to_string(), "pipe: is not a regular file");
}
