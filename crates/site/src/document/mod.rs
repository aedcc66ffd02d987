//! Markdown files of the repository as pages: charters, guides, designs, codes of conduct.

mod front_matter;
mod index;
mod outline;
mod page;
mod shelf;
mod translation;

use folkmoot_model::EntryKind;

pub(crate) use index::page as index;
pub(crate) use outline::Library;
pub(crate) use page::page;
pub(crate) use shelf::Shelf;

use crate::Site;

/// Folders of others' work, whose documents are not the community's.
const FOREIGN: [&str; 3] = ["node_modules", "vendor", "third_party"];

/// Whether `path` (decoded) is a Markdown file of the repository, written without detours.
pub(crate) fn exists(site: &Site, path: &str) -> bool {
    is_document(path) && site.repository().kind(path) == Some(EntryKind::File)
}

/// Whether a path is that of a document, if there is such a file.
fn is_document(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !FOREIGN.contains(&part);
    let lower = path.to_ascii_lowercase();
    (lower.ends_with(".md") || lower.ends_with(".markdown"))
        && path.split('/').all(plain)
        && !path.contains(['\\', '\0'])
}

/// The text of a document and its front matter; `None` where it cannot be read.
fn read(site: &Site, path: &str) -> Option<(front_matter::FrontMatter, String)> {
    let bytes = site.repository().read(path).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (front, text) = front_matter::split(text.strip_prefix('\u{feff}').unwrap_or(&text));
    Some((front, text.to_owned()))
}

/// Images of the repository that the document at `path` shows in any language.
pub(crate) fn files_shown(site: &Site, path: &str) -> Vec<String> {
    let Some(index) = site.shelf().find(path) else { return Vec::new() };
    let place = &site.shelf().places()[index];
    let Some((_, text)) = read(site, &place.path) else { return Vec::new() };
    site.markdown().document(site, &place.path, &text).files.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_markdown_files_of_the_repository_are_documents() {
        let site =
            Site::sample(&[("a.md", ""), ("secret.txt", ""), (".github/x.md", ""), ("vendor/x.md", "")]);
        assert!(exists(&site, "a.md"));
        for path in [
            "secret.txt",
            "../a.md",
            "./a.md",
            "x/../a.md",
            ".github/x.md",
            "b.md",
            "",
            "a.md/",
            "vendor/x.md",
        ] {
            assert!(!exists(&site, path), "{path}");
        }
    }
}
