//! Images of the repository that documents show.
//!
//! They are served as they are, below `files/`: types on a list, up to a size. An SVG is a document that can
//! hold scripts, so [`svg`] takes them out; servers send it with a policy that would hold them too.

mod size;
mod svg;

use folkmoot_model::{EntryKind, RepoFiles};

/// Bytes; a larger image is linked on the forge.
const LIMIT: usize = 4 << 20;
/// Where images stand below the base.
const FOLDER: &str = "files/";

/// The media type of a file that is shown as an image, by its name.
pub(crate) fn content_type(path: &str) -> Option<&'static str> {
    let (_, extension) = path.rsplit_once('.')?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}

/// Whether `path` (without detours) is an image of the repository.
pub(crate) fn exists(files: &dyn RepoFiles, path: &str) -> bool {
    let shown = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    shown && content_type(path).is_some() && files.kind(path) == Some(EntryKind::File)
}

/// The path of an image below the base.
pub(crate) fn address(path: &str) -> String {
    format!("{FOLDER}{path}")
}

/// The image that a path below the base names.
pub(crate) fn at(files: &dyn RepoFiles, path: &str) -> Option<String> {
    let path = path.strip_prefix(FOLDER)?;
    exists(files, path).then(|| path.to_owned())
}

/// The bytes to send; `None` for what is no image, or too large.
pub(crate) fn bytes(files: &dyn RepoFiles, path: &str) -> Option<Vec<u8>> {
    if !exists(files, path) {
        return None;
    }
    let bytes = files.read(path).ok().filter(|bytes| bytes.len() <= LIMIT)?;
    if content_type(path) == Some("image/svg+xml") {
        return svg::without_scripts(std::str::from_utf8(&bytes).ok()?).map(String::into_bytes);
    }
    Some(bytes.into_owned())
}

/// Width and height in pixels, where the image says them; the outer `None` for what cannot be shown.
pub(crate) fn size(files: &dyn RepoFiles, path: &str) -> Option<Option<(u32, u32)>> {
    let bytes = bytes(files, path)?;
    Some(size::of(&bytes))
}
