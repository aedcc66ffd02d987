//! Reading.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use folkmoot_model::{EntryKind, ReadError, RepoFiles};

use crate::OpenError;
use crate::error::words;
use crate::location::{Locator, Place, is_absence, is_git};

/// Bytes of a file that is read; nothing that a community writes by hand comes near it.
const FILE_BYTES: u64 = 32 << 20;

/// Depth of folders that [`RepoFiles::walk`] goes down to.
const DEPTH: usize = 64;

/// The files of a directory. Nothing is read before it is asked for.
#[derive(Debug)]
pub struct DiskFiles {
    pub(crate) locator: Locator,
    limit: u64,
}

impl DiskFiles {
    /// The repository in `root`.
    ///
    /// # Errors
    /// [`OpenError`] where there is no such directory.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let real = root.canonicalize().map_err(|error| OpenError::of(root.to_owned(), &error))?;
        if !real.is_dir() {
            return Err(OpenError::NotADirectory { path: root.to_owned() });
        }
        // Whether it can be listed shows only when it is.
        fs::read_dir(&real).map_err(|error| OpenError::of(root.to_owned(), &error))?;
        Ok(Self { locator: Locator::new(real), limit: FILE_BYTES })
    }

    /// As [`Self::open`], making the directory where it is not there.
    ///
    /// # Errors
    /// [`OpenError`] where it cannot be made.
    pub fn create(root: &Path) -> Result<Self, OpenError> {
        fs::create_dir_all(root).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => OpenError::NotADirectory { path: root.to_owned() },
            _ => OpenError::of(root.to_owned(), &error),
        })?;
        Self::open(root)
    }

    /// With another bound on the bytes of one file.
    #[must_use]
    pub fn with_limit(mut self, bytes: u64) -> Self {
        self.limit = bytes;
        self
    }

    /// The root, with every symbolic link followed.
    pub fn root(&self) -> &Path {
        self.locator.root()
    }

    fn read_file(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let io = |error: io::Error| ReadError::Io { path: path.to_owned(), reason: words(&error) };
        let missing = || ReadError::Missing { path: path.to_owned() };
        if is_git(path) {
            return Err(missing());
        }
        let (real, seen) = match self.locator.look(path).map_err(io)? {
            (Place::Inside(real), seen) => (real, seen),
            (Place::Vacant(_), _) => return Err(missing()),
            (Place::Outside, _) => return Err(ReadError::Outside { path: path.to_owned() }),
        };
        // Before opening: to open a pipe would wait for its writer.
        let found = seen.map_or_else(|| fs::metadata(&real), Ok).map_err(io)?;
        if !found.is_file() {
            let reason = if found.is_dir() { "is a directory" } else { "is not a regular file" };
            return Err(ReadError::Io { path: path.to_owned(), reason: reason.to_owned() });
        }
        let too_large = || ReadError::TooLarge { path: path.to_owned(), limit: self.limit };
        if found.len() > self.limit {
            return Err(too_large());
        }
        let file = File::open(&real).map_err(io)?;
        let bytes = read_whole(file, found.len(), self.limit).map_err(io)?;
        if bytes.len() as u64 > self.limit {
            return Err(too_large());
        }
        Ok(bytes)
    }

    /// Names in a directory with what they are, unsorted; the third says whether it is a symbolic link.
    fn list(&self, path: &str) -> Vec<(String, EntryKind, bool)> {
        let Ok(Place::Inside(real)) = self.locator.locate(path) else { return Vec::new() };
        let Ok(entries) = fs::read_dir(real) else { return Vec::new() };
        let mut out = Vec::new();
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let Ok(kind) = entry.file_type() else { continue };
            if name == ".git" {
                continue;
            }
            if kind.is_file() {
                out.push((name, EntryKind::File, false));
            } else if kind.is_dir() {
                let inner = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
                self.locator.note(inner, entry.path());
                out.push((name, EntryKind::Directory, false));
            } else if kind.is_symlink()
                && let Ok(Place::Inside(real)) = self.locator.resolve(&entry.path())
                && let Some(kind) = kind_of(&real)
            {
                out.push((name, kind, true));
            }
        }
        out
    }

    fn visit(&self, dir: &str, depth: usize, out: &mut Vec<String>) {
        for (name, kind, is_link) in self.list(dir) {
            let path = if dir.is_empty() { name } else { format!("{dir}/{name}") };
            match kind {
                EntryKind::File => out.push(path),
                // What a link leads to is walked where it stands; links may go in circles.
                EntryKind::Directory if depth < DEPTH && !is_link => self.visit(&path, depth + 1, out),
                EntryKind::Directory => {}
            }
        }
    }
}

/// The bytes of a file that is to have `length`, and not many more than `limit` of one that has more.
fn read_whole(mut file: File, length: u64, limit: u64) -> io::Result<Vec<u8>> {
    // One byte more than there should be shows the end without growing.
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default() + 1];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // A file of the system may be longer than it says.
    if filled == bytes.len() {
        file.take((limit + 1).saturating_sub(length)).read_to_end(&mut bytes)?;
    } else {
        bytes.truncate(filled);
    }
    Ok(bytes)
}

fn kind_of(real: &Path) -> Option<EntryKind> {
    let found = fs::symlink_metadata(real).ok()?;
    if found.is_dir() { Some(EntryKind::Directory) } else { found.is_file().then_some(EntryKind::File) }
}

impl RepoFiles for DiskFiles {
    fn kind(&self, path: &str) -> Option<EntryKind> {
        if is_git(path) {
            return None;
        }
        match self.locator.locate(path) {
            Ok(Place::Inside(real)) => kind_of(&real),
            _ => None,
        }
    }

    fn entries(&self, path: &str) -> Vec<(String, EntryKind)> {
        if is_git(path) {
            return Vec::new();
        }
        let mut out: Vec<_> = self.list(path).into_iter().map(|(name, kind, _)| (name, kind)).collect();
        out.sort_unstable();
        out
    }

    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, ReadError> {
        self.read_file(path).map(Cow::Owned).map_err(|error| match error {
            ReadError::Io { path, .. } if self.kind(&path).is_none() && is_gone(self, &path) => {
                ReadError::Missing { path }
            }
            error => error,
        })
    }

    fn walk(&self) -> Vec<String> {
        let mut out = Vec::new();
        self.visit("", 0, &mut out);
        out.sort_unstable();
        out
    }
}

/// Whether the file vanished between two looks.
fn is_gone(files: &DiskFiles, path: &str) -> bool {
    match files.locator.locate(path) {
        Ok(place) => matches!(place, Place::Vacant(_)),
        Err(error) => is_absence(&error),
    }
}
