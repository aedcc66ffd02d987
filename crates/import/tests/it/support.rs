//! Shared by the tests: pages in, community out.

use std::path::PathBuf;

use folkmoot_diagnostics::Severity;
use folkmoot_import::{Imported, Input, Options, import};
use folkmoot_model::{Community, MemoryFiles, load};

/// A page of that name.
pub(crate) fn page(path: &str, text: &str) -> Input {
    Input { shown: path.to_owned(), path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Imports pages without options.
pub(crate) fn imported(pages: &[Input]) -> Imported {
    import(pages, &Options::default())
}

/// Imports one page of that text.
pub(crate) fn imported_page(text: &str) -> Imported {
    imported(&[page("page.md", text)])
}

/// Loads what was imported; errors end the test.
pub(crate) fn loaded(imported: &Imported) -> Community {
    let mut files = MemoryFiles::new();
    for (path, text) in &imported.files {
        files = files.with(path, text.as_slice());
    }
    let (community, findings) = load(&files);
    // Nothing to import is no mistake of the importer's; a repository without groups is one for the loader.
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(errors.is_empty() || imported.report.groups == 0, "{errors:#?}\n{}", texts(imported));
    community
}

/// The files as one text.
pub(crate) fn texts(imported: &Imported) -> String {
    imported.files.values().map(|bytes| String::from_utf8_lossy(bytes)).collect()
}

/// A seed page by the start of its name; `None`, loudly, where there are none.
#[allow(clippy::disallowed_methods, reason = "tests read real pages")]
pub(crate) fn seed(number: &str) -> Option<Input> {
    let dir = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/seeds"));
    let Ok(entries) = std::fs::read_dir(&dir) else {
        eprintln!("skipped: no {}", dir.display());
        return None;
    };
    let path = entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))?;
    let bytes = std::fs::read(&path).ok()?;
    Some(Input { shown: number.to_owned(), path: format!("{number}.md"), bytes })
}
