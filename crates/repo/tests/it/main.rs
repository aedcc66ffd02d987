//! Reading and writing in real directories.

mod reading;
mod writing;

use std::fs;
use std::path::Path;

use folkmoot_repo::DiskFiles;
use tempfile::TempDir;

/// A directory with a repository in `repo/` and a secret beside it.
struct Fixture {
    dir: TempDir,
}

impl Fixture {
    fn new(files: &[(&str, &str)]) -> Self {
        let fixture = Self { dir: tempfile::tempdir().expect("a temporary directory can be made") };
        fs::create_dir(fixture.path("")).expect("the repository can be made");
        fs::write(fixture.dir.path().join("secret"), "s3cret").expect("the secret can be written");
        for (path, text) in files {
            let path = fixture.path(path);
            fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).expect("directories can be made");
            fs::write(path, text).expect("a file can be written");
        }
        fixture
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.dir.path().join("repo").join(path)
    }

    fn open(&self) -> DiskFiles {
        DiskFiles::open(&self.path("")).expect("the repository opens")
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("the file can be read")
    }

    /// Names in a folder, temporary files included.
    fn names(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(path)).expect("the folder can be listed");
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[cfg(unix)]
    fn link(&self, target: &str, path: &str) {
        std::os::unix::fs::symlink(target, self.path(path)).expect("a link can be made");
    }
}
