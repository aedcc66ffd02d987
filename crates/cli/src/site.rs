//! A community's site from its folder: what `serve` and `build` share.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use folkmoot_diagnostics::{Diagnostic, Severity};
use folkmoot_model::Community;
use folkmoot_site::{BasePath, Locale, Options, Site};
use jiff::Timestamp;

use crate::past::Past;
use crate::{published, repository};

/// What both commands take.
#[derive(clap::Args)]
pub(crate) struct SiteArgs {
    /// The community's repository.
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// The path the site lives under, as `/community/`.
    #[arg(long, value_name = "PATH", default_value = "/")]
    base: String,
    /// Where the repository's files are read on the web, as
    /// `https://github.com/kubernetes/community/blob/HEAD/`; found from Git's `origin` where it is GitHub.
    #[arg(long, value_name = "URL")]
    source: Option<String>,
    /// Where the site is reached, as `https://sigs.example.org`; feeds, previews and the map for search
    /// engines then have whole addresses.
    #[arg(long, value_name = "URL")]
    origin: Option<String>,
    /// The language of plain addresses: en, zh or tr. The others stand under `/zh/` and the like.
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,
}

impl SiteArgs {
    /// What the site is told beside the record.
    pub(crate) fn options(&self) -> Result<Options> {
        let base = BasePath::new(&self.base)?;
        let source = match &self.source {
            Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
                Some(format!("{}/", url.trim_end_matches('/')))
            }
            Some(url) => anyhow::bail!("--source {url}: write a web address, `https://…`"),
            None => origin(&self.path),
        };
        // A clone is often called `community`; its owner on the forge says more.
        let owner =
            source.as_deref().and_then(|url| url.strip_prefix("https://github.com/")?.split('/').next());
        let fallback_name = owner.map_or_else(|| folder_name(&self.path), str::to_owned);
        let origin = self.origin.as_deref().map(whole_origin).transpose()?;
        let locale = Locale::for_tag(&self.language)
            .with_context(|| format!("--language {}: write en, zh or tr", self.language))?;
        Ok(Options { base, fallback_name, source, origin, locale })
    }
}

/// Scheme and host of an address without a path; the path is `--base`'s.
fn whole_origin(url: &str) -> Result<String> {
    let origin = url.trim_end_matches('/');
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    if host.is_some_and(|host| !host.is_empty() && host.chars().all(plain)) {
        Ok(origin.to_owned())
    } else {
        anyhow::bail!(
            "--origin {url}: write scheme and host, `https://sigs.example.org`; the path goes into --base"
        )
    }
}

/// A community read from its folder, and what could not be read of it.
pub(crate) struct Read {
    pub(crate) site: Site,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the repository at `path`.
pub(crate) fn read(path: &Path, options: &Options) -> Result<Read> {
    let files = repository::open_files(path)?;
    repository::require_community(&files, path)?;
    let (community, diagnostics) = folkmoot_model::load(&files);
    let community = Arc::new(community);
    let past = Past::new(files.root().to_owned(), Arc::clone(&community));
    let files = Arc::new(files);
    let site = Site::new(Arc::clone(&community), files.clone(), options.clone()).with_history(past);
    let site = if community.shows_checks {
        let found_reading = diagnostics.clone();
        site.with_findings(move || published::findings(&community, files.as_ref(), &found_reading))
    } else {
        site
    };
    Ok(Read { site, diagnostics })
}

impl Read {
    /// The first mistake that hides groups, in a line: a file that is no YAML, or that names none.
    pub(crate) fn damage(&self) -> Option<String> {
        let community = self.site.community();
        let hides = |finding: &&Diagnostic| {
            finding.severity == Severity::Error
                && (finding.code.starts_with("yaml-") || community.groups.is_empty())
        };
        let finding = self.diagnostics.iter().find(hides)?;
        let place = finding.span().map(|span| format!("{}: ", community.sources.locate(span)));
        Some(format!("{}{}", place.unwrap_or_default(), finding.message))
    }
}

/// When a file of the record was written last; now where no file says.
pub(crate) fn last_written(root: &Path, community: &Community) -> Timestamp {
    let sources = community.sources.all();
    let written =
        sources.iter().filter_map(|(_, file)| fs::metadata(root.join(file.path())).ok()?.modified().ok());
    let newest = written.max().and_then(|time| Timestamp::try_from(time).ok());
    newest.unwrap_or_else(Timestamp::now)
}

/// Folders looked at for a [`stamp`]; a repository with more is looked at in part.
const WATCHED_FOLDERS: usize = 2048;
/// Files that name groups or describe the community, wherever they are read from.
const WATCHED_FILES: [&str; 7] =
    ["group.yaml", "community.yaml", "people.yaml", "sigs.yaml", "wgs.yaml", "groups.yaml", "tags.yaml"];

/// A number that changes when the record's files do: those that were read, and the folders in which others
/// could appear. A few hundred calls of `stat`.
pub(crate) fn stamp(root: &Path, community: &Community) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut take = |path: &Path| {
        if let Ok(metadata) = fs::metadata(path) {
            path.hash(&mut hasher);
            metadata.len().hash(&mut hasher);
            metadata.modified().ok().hash(&mut hasher);
        }
    };
    take(&root.join(&community.profile.data_file));
    take(&root.join(community.logo.trim_start_matches("./")));
    let mut folders = vec![(root.to_path_buf(), 0)];
    let mut next = 0;
    while let Some((folder, depth)) = folders.get(next).cloned() {
        next += 1;
        take(&folder);
        for name in WATCHED_FILES.iter().take(if depth == 0 { WATCHED_FILES.len() } else { 1 }) {
            take(&folder.join(name));
        }
        // Groups live in folders of the root, or in folders of those (`working-groups/style`).
        if depth < 2 {
            let room = WATCHED_FOLDERS.saturating_sub(folders.len());
            folders.extend(subfolders(&folder).take(room).map(|path| (path, depth + 1)));
        }
    }
    hasher.finish()
}

/// Folders of a folder, hidden ones and links aside.
fn subfolders(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let shown = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let mut folders: Vec<PathBuf> = shown
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .collect();
    // The system gives no order that stays.
    folders.sort();
    folders.into_iter()
}

/// The name of the folder, which a community without a name is called by.
pub(crate) fn folder_name(path: &Path) -> String {
    let full = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Where GitHub shows the files of `path`, from the `origin` of the Git repository it is in.
fn origin(path: &Path) -> Option<String> {
    let full = fs::canonicalize(path).ok()?;
    let root = full.ancestors().find(|dir| dir.join(".git").is_dir())?;
    let config = fs::read_to_string(root.join(".git/config")).ok()?;
    let (owner, name) = github_origin(&config)?;
    let below = full.strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
    let below = if below.is_empty() { below } else { format!("{below}/") };
    Some(format!("https://github.com/{owner}/{name}/blob/HEAD/{below}"))
}

/// Owner and repository of the remote `origin` in a Git configuration, where it is on GitHub.
fn github_origin(config: &str) -> Option<(&str, &str)> {
    let mut in_origin = false;
    for line in config.lines().map(str::trim) {
        if line.starts_with('[') {
            in_origin = line == "[remote \"origin\"]";
        } else if let Some(url) = line.strip_prefix("url").filter(|_| in_origin) {
            let url = url.trim_start().strip_prefix('=')?.trim();
            let path = ["https://github.com/", "git@github.com:", "ssh://git@github.com/"]
                .iter()
                .find_map(|prefix| url.strip_prefix(prefix))?;
            let (owner, name) = path.trim_end_matches('/').split_once('/')?;
            let name = name.strip_suffix(".git").unwrap_or(name);
            let plain = |text: &str| {
                !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
            };
            return (plain(owner) && plain(name)).then_some((owner, name));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_found_in_each_of_its_spellings() {
        for url in [
            "https://github.com/kubernetes/community",
            "https://github.com/kubernetes/community.git",
            "git@github.com:kubernetes/community.git",
            "ssh://git@github.com/kubernetes/community",
        ] {
            let config = format!("[core]\n\turl = no\n[remote \"origin\"]\n\turl = {url}\n\tfetch = x\n");
            assert_eq!(github_origin(&config), Some(("kubernetes", "community")), "{url}");
        }
        assert_eq!(github_origin("[remote \"fork\"]\n url = https://github.com/a/b\n"), None);
        assert_eq!(github_origin("[remote \"origin\"]\n url = https://token@github.com/a/b\n"), None);
    }
}
