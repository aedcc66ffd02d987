//! Where there is no room: one message, and every file as it was.
#![cfg(unix)]

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A record whose page is some kilobytes long.
fn record() -> String {
    let mission = "Looks after alpha. ".repeat(400);
    format!("sigs:\n- name: Alpha\n  dir: sig-alpha\n  label: alpha\n  mission_statement: {mission}\n")
}

/// A repository whose page is old.
fn repository(dir: &Path) {
    fs::create_dir(dir.join("sig-alpha")).unwrap();
    fs::write(dir.join("sigs.yaml"), record()).unwrap();
    fs::write(dir.join("sig-alpha/README.md"), OLD).unwrap();
}

const OLD: &str = "old\n<!-- BEGIN CUSTOM CONTENT -->\nmine\n<!-- END CUSTOM CONTENT -->\n";

fn assert_nothing_was_written(dir: &Path, output: &Output, cure: &str) {
    let words = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert_eq!(words.matches("error: ").count(), 1, "{words}");
    assert!(words.contains(": cannot write all of it: ") && words.contains(cure), "{words}");
    assert_eq!(fs::read_to_string(dir.join("sig-alpha/README.md")).unwrap(), OLD);
    let names = |dir: &Path| -> Vec<OsString> {
        fs::read_dir(dir).unwrap().flatten().map(|entry| entry.file_name()).collect()
    };
    let names: Vec<_> = [names(dir), names(&dir.join("sig-alpha"))].concat();
    let left = names.iter().filter(|name| {
        !["rest", "sigs.yaml", "sig-alpha", "README.md"].map(OsStr::new).contains(&name.as_os_str())
    });
    assert_eq!(left.count(), 0, "no temporary file is left: {names:?}");
}

#[test]
fn a_file_that_may_not_grow_stays_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    repository(dir.path());
    // Two blocks are at least 1 KiB, wherever a block has 512 bytes or more.
    let command = format!("ulimit -f 2 && exec '{}' generate", env!("CARGO_BIN_EXE_folkmoot"));
    let output = Command::new("sh").args(["-c", &command]).current_dir(dir.path()).output().unwrap();
    assert_nothing_was_written(dir.path(), &output, "ulimit -f");
}

/// A file system of its own that holds little; gone when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(at);
        let output = mount.output().ok()?;
        output.status.success().then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_leaves_every_file_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(dir.path()) else {
        eprintln!(
            "SKIPPED: only root can mount a small disk; the unit tests of `repo` have a disk that is made up"
        );
        return;
    };
    repository(&disk.0);
    // What is left is taken piece by piece.
    let rest = disk.0.join("rest");
    let mut taken = vec![0; 64 << 10];
    while fs::write(&rest, &taken).is_err() {
        taken.truncate(taken.len() - 1024);
    }
    let mut generate = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    let output = generate.arg("generate").current_dir(&disk.0).output().unwrap();
    assert_nothing_was_written(&disk.0, &output, "make room on the disk");
}
