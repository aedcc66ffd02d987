//! Repository paths to places on disk, never outside the root.

use std::collections::HashMap;
use std::fs::Metadata;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// What a repository path leads to.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// A real path inside the root; what stands there is no symbolic link.
    Inside(PathBuf),
    /// Nothing stands there; the real path it would have, where its directory is there.
    Vacant(Option<PathBuf>),
    Outside,
}

/// The root and the directories in it that are known to be inside.
#[derive(Debug)]
pub(crate) struct Locator {
    root: PathBuf,
    /// Repository path of a directory to its real path. Only what is there is remembered.
    directories: RwLock<HashMap<String, PathBuf>>,
}

impl Locator {
    /// `root` must be a real path.
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root, directories: RwLock::default() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where `path` leads.
    pub(crate) fn locate(&self, path: &str) -> io::Result<Place> {
        self.look(path).map(|(place, _)| place)
    }

    /// Where `path` leads, and what was seen there on the way; nothing where links were followed.
    pub(crate) fn look(&self, path: &str) -> io::Result<(Place, Option<Metadata>)> {
        if path.is_empty() {
            return Ok((Place::Inside(self.root.clone()), None));
        }
        if !is_plain(path) {
            return Ok((Place::Outside, None));
        }
        let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
        let dir = match self.directory(dir)? {
            Place::Inside(dir) => dir,
            Place::Vacant(_) => return Ok((Place::Vacant(None), None)),
            Place::Outside => return Ok((Place::Outside, None)),
        };
        let full = dir.join(name);
        match full.symlink_metadata() {
            Ok(found) if found.is_symlink() => Ok((self.resolve(&full)?, None)),
            Ok(found) => Ok((Place::Inside(full), Some(found))),
            Err(error) if is_absence(&error) => Ok((Place::Vacant(Some(full)), None)),
            Err(error) => Err(error),
        }
    }

    /// Takes in that a directory, no link, stands in another that is known.
    pub(crate) fn note(&self, path: String, real: PathBuf) {
        self.directories.write().unwrap_or_else(PoisonError::into_inner).insert(path, real);
    }

    /// Where directory `path` leads; remembered, because many files share it.
    fn directory(&self, path: &str) -> io::Result<Place> {
        if path.is_empty() {
            return Ok(Place::Inside(self.root.clone()));
        }
        let known = self.directories.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        if let Some(real) = known {
            return Ok(Place::Inside(real));
        }
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        let above = match self.directory(above)? {
            Place::Inside(above) => above,
            // A way out may lead back in.
            Place::Outside => return self.resolve(&self.root.join(path)),
            vacant @ Place::Vacant(_) => return Ok(vacant),
        };
        // What stands above is real, so one look tells whether this is: following every link from the system's
        // root down would ask about each name on the way.
        let full = above.join(name);
        let (place, is_directory) = match full.symlink_metadata() {
            Ok(found) if found.is_symlink() => {
                let place = self.resolve(&full)?;
                let is_directory = matches!(&place, Place::Inside(real) if real.is_dir());
                (place, is_directory)
            }
            Ok(_) if name == ".git" => (Place::Vacant(None), false),
            Ok(found) => (Place::Inside(full), found.is_dir()),
            Err(error) if is_absence(&error) => (Place::Vacant(None), false),
            Err(error) => return Err(error),
        };
        if let Place::Inside(real) = &place
            && is_directory
        {
            self.note(path.to_owned(), real.clone());
        }
        Ok(place)
    }

    /// Follows every symbolic link of `full`.
    pub(crate) fn resolve(&self, full: &Path) -> io::Result<Place> {
        match full.canonicalize() {
            Ok(real) if real.starts_with(&self.root) => {
                let in_git = real.strip_prefix(&self.root).is_ok_and(|rest| {
                    rest.components().any(|part| part == Component::Normal(".git".as_ref()))
                });
                Ok(if in_git { Place::Vacant(None) } else { Place::Inside(real) })
            }
            Ok(_) => Ok(Place::Outside),
            Err(error) if is_absence(&error) => Ok(Place::Vacant(None)),
            // A link in a circle leads nowhere.
            Err(error) if full.is_symlink() && error.kind() != io::ErrorKind::PermissionDenied => {
                Ok(Place::Vacant(None))
            }
            Err(error) => Err(error),
        }
    }
}

/// Whether nothing stands at a path, not even a file where a directory is named.
pub(crate) fn is_absence(error: &io::Error) -> bool {
    // A name that the system cannot hold names nothing either.
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename
    )
}

/// Whether `path` is what [`folkmoot_model::RepoFiles`] promises: names joined by `/`, nothing that climbs.
fn is_plain(path: &str) -> bool {
    let sane = |name: &str| !matches!(name, "" | "." | "..") && !name.contains('\0');
    // On Windows `C:` and `\` are more than letters: let the system's own rules say what a name is.
    let one_name = |name: &str| {
        let mut parts = Path::new(name).components();
        matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
    };
    path.split('/').all(|name| sane(name) && one_name(name))
}

/// Whether `path` has `.git` in it, which is nobody's business.
pub(crate) fn is_git(path: &str) -> bool {
    path.split('/').any(|name| name == ".git")
}
