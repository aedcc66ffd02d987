//! Files that are generated from the program itself: `docs/reference/checks/`, `docs/reference/openapi.json`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::workspace::root;

/// Folder of the checks' pages; every file in it is generated.
const CHECKS: &str = "docs/reference/checks";

/// The contract of the JSON API: a change to it shows in a review.
const OPENAPI: &str = "docs/reference/openapi.json";

fn pages() -> BTreeMap<PathBuf, String> {
    let checks = folkmoot_checks::reference_pages().into_iter();
    let checks = checks.map(|(name, text)| (root().join(CHECKS).join(name), text));
    checks.chain([(root().join(OPENAPI), folkmoot_site::api::reference())]).collect()
}

/// Pages in the folder for which there is no check any more.
fn stale(pages: &BTreeMap<PathBuf, String>) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root().join(CHECKS)) else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| !pages.contains_key(path)).collect()
}

/// Writes the generated pages and removes stale ones.
pub(crate) fn write() -> Result<()> {
    let pages = pages();
    std::fs::create_dir_all(root().join(CHECKS))?;
    for (path, text) in &pages {
        if std::fs::read_to_string(path).ok().as_ref() != Some(text) {
            std::fs::write(path, text).with_context(|| path.display().to_string())?;
        }
    }
    for path in stale(&pages) {
        std::fs::remove_file(&path)?;
    }
    Ok(())
}

/// Fails where a generated page is not what would be written.
pub(crate) fn check() -> Result<()> {
    let pages = pages();
    let differs =
        |(path, text): &(&PathBuf, &String)| std::fs::read_to_string(path).ok().as_ref() != Some(*text);
    let mut wrong: Vec<PathBuf> = pages.iter().filter(differs).map(|(path, _)| path.clone()).collect();
    wrong.extend(stale(&pages));
    if !wrong.is_empty() {
        let list: Vec<String> = wrong.iter().map(|path| path.display().to_string()).collect();
        bail!("out of date; run `cargo xtask generate`:\n  {}", list.join("\n  "));
    }
    Ok(())
}
