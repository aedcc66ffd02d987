//! Repository paths to places on disk, never outside the root.

use std::collections::HashMap;
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
        if path.is_empty() {
            return Ok(Place::Inside(self.root.clone()));
        }
        if !is_plain(path) {
            return Ok(Place::Outside);
        }
        let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
        let dir = match self.directory(dir)? {
            Place::Inside(dir) => dir,
            Place::Vacant(_) => return Ok(Place::Vacant(None)),
            Place::Outside => return Ok(Place::Outside),
        };
        let full = dir.join(name);
        match full.symlink_metadata() {
            Ok(found) if found.is_symlink() => self.resolve(&full),
            Ok(_) => Ok(Place::Inside(full)),
            Err(error) if is_absence(&error) => Ok(Place::Vacant(Some(full))),
            Err(error) => Err(error),
        }
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
        let place = match full.symlink_metadata() {
            Ok(found) if found.is_symlink() => self.resolve(&full)?,
            Ok(_) if name == ".git" => Place::Vacant(None),
            Ok(_) => Place::Inside(full),
            Err(error) if is_absence(&error) => Place::Vacant(None),
            Err(error) => return Err(error),
        };
        if let Place::Inside(real) = &place
            && real.is_dir()
        {
            let mut directories = self.directories.write().unwrap_or_else(PoisonError::into_inner);
            directories.insert(path.to_owned(), real.clone());
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
