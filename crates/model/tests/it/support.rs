//! Repositories on disk, read into memory.

use std::path::{Path, PathBuf};

use folkmoot_model::MemoryFiles;

/// The folder of real data beside the project; `None`, said aloud, where it is absent.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

/// The YAML files in the top of a folder.
#[allow(clippy::disallowed_methods, reason = "tests read real data")]
pub(crate) fn yaml_files(folder: &Path) -> MemoryFiles {
    let mut files = MemoryFiles::new();
    for entry in std::fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("an entry can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if name.ends_with(".yaml") {
            files = files.with(&name, std::fs::read(&path).expect("the file can be read"));
        }
    }
    files
}
