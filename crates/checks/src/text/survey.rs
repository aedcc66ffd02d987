//! Reads every text of the repository once and keeps what checks ask about: small facts, never the text.
//!
//! A community's repository may hold ten megabytes of Markdown, all of which a check of every link must
//! read. Files are read by a few threads; each text is dropped as soon as its facts are taken. A check that
//! reports something reads that one file again, for the excerpt.

use std::sync::atomic::{AtomicUsize, Ordering};

use folkmoot_model::{RepoFiles, mojibake as encoding};

use super::generated::Generated;
use super::{phones, secrets};
use crate::markdown::{Document, Index};
use crate::suppress;

/// Files of more bytes are not read: nobody wrote them.
const LARGEST: usize = 4 << 20;

/// Of one kind of finding a file is told at most so many: nobody reads more, and a hostile file, all of it one
/// line, would take for ever to show.
pub(crate) const MOST_PER_FILE: usize = 200;

/// What was found in one file.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Repository path.
    pub(crate) path: String,
    /// Links and anchors, of a Markdown file.
    pub(crate) document: Option<Document>,
    /// Of a file that says it is generated: where people may write in it.
    pub(crate) generated: Option<Generated>,
    /// Broken text: byte range and what it stood for, `None` where a person must say.
    pub(crate) mojibake: Vec<(std::ops::Range<usize>, Option<String>)>,
    /// Text in the shape of credentials.
    pub(crate) secrets: Vec<secrets::Secret>,
    /// Telephone numbers of persons.
    pub(crate) phones: Vec<std::ops::Range<usize>>,
    /// Whether somebody may allow a finding in it.
    pub(crate) may_allow: bool,
}

impl Page {
    /// Whether generation writes that place of the file, so that it is mended elsewhere.
    pub(crate) fn is_generated_at(&self, at: usize) -> bool {
        self.generated.as_ref().is_some_and(|generated| !generated.is_custom(at))
    }
}

/// Every text of a repository.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// All paths.
    pub(crate) index: Index,
    /// Texts with something to say, sorted by path; every Markdown file is among them.
    pub(crate) pages: Vec<Page>,
}

impl Survey {
    /// Reads the repository.
    pub(crate) fn take(files: &dyn RepoFiles) -> Self {
        let paths = files.walk();
        let texts: Vec<&str> = paths.iter().map(String::as_str).filter(|path| is_text(path)).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            let mut pages = Vec::new();
            while let Some(path) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                pages.extend(read(files, path));
            }
            pages
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
        let mut pages: Vec<Page> = std::thread::scope(|scope| {
            let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut pages = work();
            for helper in helpers {
                pages.extend(helper.join().expect("invariant: reading a text does not panic"));
            }
            pages
        });
        pages.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Self { index: Index::new(&paths), pages }
    }

    /// The page of that path.
    pub(crate) fn page(&self, path: &str) -> Option<&Page> {
        let found = self.pages.binary_search_by(|page| page.path.as_str().cmp(path));
        found.ok().map(|index| &self.pages[index])
    }
}

fn read(files: &dyn RepoFiles, path: &str) -> Option<Page> {
    let bytes = files.read(path).ok().filter(|bytes| bytes.len() <= LARGEST)?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let mut page = Page {
        path: path.to_owned(),
        document: is_markdown(path).then(|| Document::parse(text)),
        generated: Generated::read(path, text),
        mojibake: Vec::new(),
        secrets: secrets::find(text),
        phones: phones::find(text),
        may_allow: text.contains(suppress::MARK),
    };
    if let Some(broken) = encoding::repair(text) {
        let certain = broken.repairs.into_iter().map(|repair| (repair.range, Some(repair.replacement)));
        page.mojibake = certain.chain(broken.doubtful.into_iter().map(|range| (range, None))).collect();
        page.mojibake.sort_unstable_by_key(|(range, _)| range.start);
    }
    page.secrets.truncate(MOST_PER_FILE);
    page.phones.truncate(MOST_PER_FILE);
    page.mojibake.truncate(MOST_PER_FILE);
    let worth = page.document.is_some()
        || page.generated.is_some()
        || !(page.mojibake.is_empty() && page.secrets.is_empty() && page.phones.is_empty());
    worth.then_some(page)
}

/// Whether a path names Markdown.
pub(crate) fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

/// Whether a path names text that people of the community write: not what others wrote and was copied in.
fn is_text(path: &str) -> bool {
    let copied = ["node_modules", "vendor", "third_party", ".git"];
    let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
    if dir.split('/').any(|part| copied.contains(&part)) {
        return false;
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    is_markdown(path)
        || matches!(extension.as_str(), "yaml" | "yml" | "txt" | "html" | "csv" | "json" | "tmpl")
        || matches!(name, "OWNERS" | "OWNERS_ALIASES" | "MAINTAINERS" | "CODEOWNERS" | "SECURITY_CONTACTS")
}

#[cfg(test)]
mod tests {
    use super::*;
    use folkmoot_model::MemoryFiles;

    #[test]
    fn every_text_is_read_and_what_was_copied_in_is_not() {
        let files = MemoryFiles::new()
            .with("README.md", "# Title\n")
            .with("sigs.yaml", "name: SIGâ€™s\n")
            .with("clean.yaml", "a: b\n")
            .with("vendor/x/README.md", "â€™")
            .with("logo.png", [0xFF, 0xD8]);
        let survey = Survey::take(&files);
        let paths: Vec<&str> = survey.pages.iter().map(|page| page.path.as_str()).collect();
        assert_eq!(paths, ["README.md", "sigs.yaml"]);
        assert_eq!(survey.page("sigs.yaml").map(|page| page.mojibake.len()), Some(1));
        assert!(survey.index.is_file("vendor/x/README.md"));
    }
}
