use folkmoot_model::FileSet;
use folkmoot_repo::{DiskFiles, Outcome, WriteError};

use crate::Fixture;

#[test]
fn a_file_is_created_changed_and_left_alone() {
    let fixture = Fixture::new(&[]);
    let files = fixture.open();
    assert_eq!(files.write_if_changed("a/b/c.md", b"one"), Ok(Outcome::Created));
    assert_eq!(files.write_if_changed("a/b/c.md", b"two"), Ok(Outcome::Changed));
    let before = std::fs::metadata(fixture.path("a/b/c.md")).unwrap().modified().unwrap();
    assert_eq!(files.write_if_changed("a/b/c.md", b"two"), Ok(Outcome::Unchanged));
    assert_eq!(std::fs::metadata(fixture.path("a/b/c.md")).unwrap().modified().unwrap(), before);
    assert_eq!(fixture.text("a/b/c.md"), "two");
    assert_eq!(fixture.names("a/b"), ["c.md"]);
}

#[test]
fn a_path_that_climbs_is_not_written() {
    let fixture = Fixture::new(&[]);
    for path in ["../secret", "/tmp/x", "", "a/../../secret", ".git/hooks/x", "a//b"] {
        let refused = WriteError::Outside { path: path.to_owned() };
        assert_eq!(fixture.open().write_if_changed(path, b"x"), Err(refused), "{path}");
    }
    assert_eq!(fixture.names(""), [] as [String; 0]);
}

#[test]
fn a_directory_in_the_way_is_named() {
    let fixture = Fixture::new(&[("a/b", "")]);
    let files = fixture.open();
    assert_eq!(files.write_if_changed("a", b"x"), Err(WriteError::NotAFile { path: "a".to_owned() }));
    let error = files.write_if_changed("a/b/c", b"x").expect_err("a file is in the way");
    assert!(!error.hint().is_empty());
}

#[test]
fn a_name_that_differs_in_case_alone_is_refused() {
    let fixture = Fixture::new(&[("SIG-docs/README.md", "old")]);
    let files = fixture.open();
    let error = files.write_if_changed("SIG-docs/readme.md", b"x").expect_err("it collides");
    assert_eq!(
        error.to_string(),
        "SIG-docs/readme.md: README.md is there already and differs in case alone; not written"
    );
    assert!(matches!(
        files.write_if_changed("sig-docs/new.md", b"x"),
        Err(WriteError::CaseCollision { existing, .. }) if existing == "SIG-docs"
    ));
    assert_eq!(fixture.text("SIG-docs/README.md"), "old");
}

#[test]
fn a_set_is_written_whole_or_not_at_all() {
    let fixture = Fixture::new(&[("a", "old"), ("z/in-the-way", "")]);
    let files = fixture.open();
    let mut set = FileSet::from([("a".to_owned(), b"new".to_vec()), ("z".to_owned(), b"new".to_vec())]);
    assert!(files.write_set(&set).is_err());
    assert_eq!(fixture.text("a"), "old");
    assert_eq!(fixture.names(""), ["a", "z"]);
    set.remove("z");
    assert_eq!(files.write_set(&set), Ok(vec![("a".to_owned(), Outcome::Changed)]));
}

#[test]
fn a_set_larger_than_the_number_of_open_files_is_written() {
    let fixture = Fixture::new(&[]);
    let set: FileSet = (0..3000).map(|i| (format!("d{}/{i}", i % 7), vec![b'x'])).collect();
    let done = fixture.open().write_set(&set).expect("everything is written");
    assert!(done.iter().all(|(_, outcome)| *outcome == Outcome::Created));
}

#[test]
fn the_root_is_made_where_it_is_not_there() {
    let fixture = Fixture::new(&[("file", "")]);
    let files = DiskFiles::create(&fixture.path("new/root")).expect("it can be made");
    assert_eq!(files.write_if_changed("a", b"x"), Ok(Outcome::Created));
    assert_eq!(fixture.text("new/root/a"), "x");
    assert!(DiskFiles::create(&fixture.path("file")).is_err());
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn permissions_stay() {
        let fixture = Fixture::new(&[("run.sh", "old")]);
        fs::set_permissions(fixture.path("run.sh"), Permissions::from_mode(0o750)).unwrap();
        fixture.open().write_if_changed("run.sh", b"new").unwrap();
        assert_eq!(fs::metadata(fixture.path("run.sh")).unwrap().permissions().mode() & 0o777, 0o750);
    }

    #[test]
    fn a_new_file_can_be_read_by_others() {
        let fixture = Fixture::new(&[("beside", "")]);
        fixture.open().write_if_changed("new", b"x").unwrap();
        let mode = |path: &str| fs::metadata(fixture.path(path)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("new"), mode("beside"));
    }

    #[test]
    fn a_read_only_file_stays_as_it_is() {
        let fixture = Fixture::new(&[("a", "old")]);
        fs::set_permissions(fixture.path("a"), Permissions::from_mode(0o444)).unwrap();
        let error = fixture.open().write_if_changed("a", b"new").expect_err("it is read-only");
        assert_eq!(error.to_string(), "a: is read-only; not written");
        assert_eq!(fixture.text("a"), "old");
        assert_eq!(fixture.open().write_if_changed("a", b"old"), Ok(Outcome::Unchanged));
    }

    #[test]
    fn a_link_that_leads_outside_is_not_written() {
        let fixture = Fixture::new(&[("a/b", "")]);
        fixture.link("../secret", "link");
        fixture.link("..", "up");
        fixture.link("../nowhere", "dangling");
        for path in ["link", "up/secret", "up/new", "dangling"] {
            let refused = WriteError::Outside { path: path.to_owned() };
            assert_eq!(fixture.open().write_if_changed(path, b"x"), Err(refused), "{path}");
        }
        assert_eq!(fs::read_to_string(fixture.dir.path().join("secret")).unwrap(), "s3cret");
        assert!(!fixture.dir.path().join("nowhere").exists());
    }

    #[test]
    fn a_link_that_stays_inside_stays_a_link() {
        let fixture = Fixture::new(&[("real/a.md", "old")]);
        fixture.link("real/a.md", "a.md");
        assert_eq!(fixture.open().write_if_changed("a.md", b"new"), Ok(Outcome::Changed));
        assert!(fixture.path("a.md").is_symlink());
        assert_eq!(fixture.text("real/a.md"), "new");
    }

    #[test]
    fn a_directory_that_cannot_be_written_to_leaves_the_file() {
        let fixture = Fixture::new(&[("d/a", "old")]);
        fs::set_permissions(fixture.path("d"), Permissions::from_mode(0o555)).unwrap();
        if fs::write(fixture.path("d/probe"), "").is_ok() {
            eprintln!("skipped: this user may write anywhere");
            return;
        }
        let error = fixture.open().write_if_changed("d/a", b"new").expect_err("nothing can be made there");
        assert_eq!(error.to_string(), "d/a: cannot create a temporary file beside it: permission denied");
        assert_eq!(fixture.text("d/a"), "old");
    }
}
