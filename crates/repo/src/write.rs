//! Writing: whole files or none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use folkmoot_model::FileSet;
use tempfile::{Builder, TempPath};

use crate::location::{Place, is_absence, is_git};
use crate::{DiskFiles, WriteError};

/// What became of a write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// There was no such file.
    Created,
    /// The bytes were others.
    Changed,
    /// The bytes were the same: nothing was touched.
    Unchanged,
}

/// A file written beside its place, waiting to take it.
struct Staged {
    path: String,
    outcome: Outcome,
    /// The temporary file and the place; `None` where nothing is to do.
    waiting: Option<(TempPath, PathBuf)>,
}

impl DiskFiles {
    /// Writes `bytes` to `path`, unless they are there already. The file's permissions stay; missing
    /// directories are made; a symbolic link that stays inside stays, and what it leads to is written.
    ///
    /// # Errors
    /// [`WriteError`]; the old file is then as it was, and no temporary file is left.
    pub fn write_if_changed(&self, path: &str, bytes: &[u8]) -> Result<Outcome, WriteError> {
        let staged = self.stage(path, bytes)?;
        staged.commit()
    }

    /// Writes a set of files, in order. Everything is written beside its place first, so that a full disk or
    /// a read-only target leaves every file as it was.
    ///
    /// # Errors
    /// The first [`WriteError`].
    pub fn write_set(&self, files: &FileSet) -> Result<Vec<(String, Outcome)>, WriteError> {
        let staged: Vec<Staged> =
            files.iter().map(|(path, bytes)| self.stage(path, bytes)).collect::<Result<_, _>>()?;
        staged
            .into_iter()
            .map(|staged| {
                let path = staged.path.clone();
                staged.commit().map(|outcome| (path, outcome))
            })
            .collect()
    }

    fn stage(&self, path: &str, bytes: &[u8]) -> Result<Staged, WriteError> {
        let done = |outcome, waiting| Ok(Staged { path: path.to_owned(), outcome, waiting });
        let target = self.target(path)?;
        let old = match fs::metadata(&target) {
            Ok(found) if !found.is_file() => return Err(WriteError::NotAFile { path: path.to_owned() }),
            Ok(found) => Some(found),
            Err(error) if is_absence(&error) => None,
            Err(error) => return Err(WriteError::of(path, "look at what is there", &error)),
        };
        if let Some(old) = &old {
            let same = old.len() == bytes.len() as u64 && fs::read(&target).is_ok_and(|there| there == bytes);
            if same {
                return done(Outcome::Unchanged, None);
            }
            if old.permissions().readonly() {
                return Err(WriteError::ReadOnly { path: path.to_owned() });
            }
        }
        let dir = target.parent().unwrap_or(self.root());
        let mut builder = Builder::new();
        builder.prefix(".folkmoot-").suffix(".tmp");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Less the umask, as any new file.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder
            .tempfile_in(dir)
            .map_err(|error| WriteError::of(path, "create a temporary file beside it", &error))?;
        write_whole(&mut file, path, bytes)?;
        let outcome = match old {
            Some(old) => {
                // Where the system refuses, the file has the permissions of a new one.
                let _ = fs::set_permissions(file.path(), old.permissions());
                Outcome::Changed
            }
            None => Outcome::Created,
        };
        // Closes the file: a set may have more files than a process may hold open.
        done(outcome, Some((file.into_temp_path(), target)))
    }

    /// The real path to write to; its directory is there.
    fn target(&self, path: &str) -> Result<PathBuf, WriteError> {
        let outside = || WriteError::Outside { path: path.to_owned() };
        let locate = |path: &str| {
            self.locator.locate(path).map_err(|error| WriteError::of(path, "find its place", &error))
        };
        if path.is_empty() || is_git(path) {
            return Err(outside());
        }
        match locate(path)? {
            Place::Inside(real) => return Ok(real),
            Place::Outside => return Err(outside()),
            Place::Vacant(_) => {}
        }
        let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mut real = self.root().to_owned();
        let mut upper = String::new();
        for part in dir.split('/').filter(|part| !part.is_empty()) {
            if !upper.is_empty() {
                upper.push('/');
            }
            upper.push_str(part);
            real = match locate(&upper)? {
                Place::Inside(real) => real,
                Place::Outside => return Err(outside()),
                Place::Vacant(None) => return Err(outside()),
                Place::Vacant(Some(vacant)) => {
                    refuse_twin(path, &real, part)?;
                    match fs::create_dir(&vacant) {
                        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                            return Err(WriteError::of(path, "make its directory", &error));
                        }
                        _ => vacant,
                    }
                }
            };
        }
        refuse_twin(path, &real, name)?;
        match locate(path)? {
            Place::Vacant(Some(vacant)) => Ok(vacant),
            // A link that leads nowhere: nobody can say where the file would go.
            Place::Vacant(None) => Err(outside()),
            Place::Inside(real) => Ok(real),
            Place::Outside => Err(outside()),
        }
    }
}

impl Staged {
    fn commit(self) -> Result<Outcome, WriteError> {
        if let Some((temporary, target)) = self.waiting {
            temporary
                .persist(&target)
                .map_err(|error| WriteError::of(&self.path, "put it in its place", &error.error))?;
        }
        Ok(self.outcome)
    }
}

fn write_whole(file: &mut impl Write, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let written = file.write_all(bytes).and_then(|()| file.flush());
    written.map_err(|error| WriteError::of(path, "write all of it", &error))
}

/// Refuses `name` in `dir` where another name differs in case alone.
fn refuse_twin(path: &str, dir: &Path, name: &str) -> Result<(), WriteError> {
    let is_twin = |existing: &str| match name.is_ascii() && existing.is_ascii() {
        true => existing.eq_ignore_ascii_case(name),
        false => existing.to_lowercase() == name.to_lowercase(),
    };
    let Ok(entries) = fs::read_dir(dir) else { return Ok(()) };
    for entry in entries.flatten() {
        let Ok(existing) = entry.file_name().into_string() else { continue };
        if existing != name && is_twin(&existing) {
            return Err(WriteError::CaseCollision { path: path.to_owned(), existing });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk with room for some bytes.
    struct Disk {
        room: usize,
        then: io::ErrorKind,
    }

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            match bytes.len().min(self.room) {
                0 => Err(self.then.into()),
                fits => {
                    self.room -= fits;
                    Ok(fits)
                }
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_disk_that_fills_up_while_writing_is_named_with_its_cure() {
        for (then, cure) in [
            (io::ErrorKind::StorageFull, "make room on the disk"),
            (io::ErrorKind::QuotaExceeded, "make room on the disk"),
            (io::ErrorKind::FileTooLarge, "ulimit -f"),
        ] {
            let error =
                write_whole(&mut Disk { room: 5, then }, "a.md", b"too long").expect_err("it is full");
            assert!(error.to_string().starts_with("a.md: cannot write all of it: "), "{error}");
            assert!(error.hint().contains(cure), "{}", error.hint());
        }
        assert_eq!(
            write_whole(&mut Disk { room: 5, then: io::ErrorKind::StorageFull }, "a.md", b"fits"),
            Ok(())
        );
    }
}
