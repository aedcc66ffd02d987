//! What annual reports are drafted from: history, enhancement proposals, releases.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use folkmoot_docs::{AnnualReport, Past, Proposal, Releases};
use folkmoot_history::{CommitId, Repository};
use folkmoot_model::{Community, MemoryFiles, load};
use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde_json::Value as Json;

use super::{Args, is_true};

/// Reads what is needed, where reports are asked for.
pub(super) fn read(args: &Args, community: &Community, now: &Zoned) -> Result<Option<AnnualReport>> {
    let year = match args.annual_report {
        Some(year) => year,
        None if is_true("ANNUAL_REPORT") => now.year() - 1,
        None => return Ok(None),
    };
    if !(1990..=9998).contains(&year) {
        bail!("{year} is no year to report on");
    }
    let proposals = match &args.keps {
        Some(path) => {
            let json = fs::read(path).with_context(|| format!("{}: cannot be read", path.display()))?;
            Proposal::parse_all(&json).with_context(|| path.display().to_string())?
        }
        None => Vec::new(),
    };
    let releases = match &args.releases {
        Some(releases) => read_releases(releases)?,
        None => Releases::default(),
    };
    let past = read_past(&args.path, community, year)?;
    Ok(Some(AnnualReport { year, releases, proposals, past: Some(past) }))
}

/// Tags, or a file: the answer of GitHub's list of releases, or tags separated by commas or white space.
fn read_releases(releases: &str) -> Result<Releases> {
    let path = Path::new(releases);
    if !path.is_file() {
        if releases.contains(['/', '\\']) {
            bail!("{releases}: no such file");
        }
        return Ok(Releases::from_tags(releases.split(',')));
    }
    let text = fs::read_to_string(path).with_context(|| format!("{releases}: cannot be read"))?;
    if !text.trim_start().starts_with(['[', '{']) {
        return Ok(Releases::from_tags(text.split([',', '\n', ' ', '\t', '\r'])));
    }
    let json: Json = serde_json::from_str(&text).with_context(|| format!("{releases}: not JSON"))?;
    let list = json.as_array().with_context(|| format!("{releases}: expected a list of releases"))?;
    let is_set = |release: &Json, key| release.get(key).and_then(Json::as_bool).unwrap_or(false);
    let published = list.iter().filter(|release| !is_set(release, "prerelease") && !is_set(release, "draft"));
    let tags = published.filter_map(|release| release.get("tag_name").unwrap_or(release).as_str());
    Ok(Releases::from_tags(tags))
}

/// The record at the start of `year` and of the year after.
fn read_past(root: &Path, community: &Community, year: i16) -> Result<Past> {
    let history = Repository::open(root)?;
    let commit = |year| -> Result<CommitId> {
        let new_year: Timestamp = date(year, 1, 1).to_zoned(TimeZone::UTC)?.timestamp();
        let Some(commit) = history.commit_not_after(new_year)? else {
            let reason = if history.is_shallow()? {
                "the checkout has only part of the history\n  help: fetch the rest: `git fetch --unshallow`"
            } else {
                "the history begins later\n  help: report on a later year"
            };
            bail!(
                "what became of subprojects in a year is read from Git, and there is no commit of before {year}: {reason}"
            );
        };
        Ok(commit)
    };
    let record = |commit: CommitId| record_at(&history, community, &commit);
    Ok(Past { start: record(commit(year)?)?, end: record(commit(year + 1)?)? })
}

/// The record as of a commit: the files that name groups, read as today's are.
fn record_at(history: &Repository, community: &Community, commit: &CommitId) -> Result<Community> {
    let data_file = &community.profile.data_file;
    let mut files = MemoryFiles::new();
    for path in history.paths_at(commit)? {
        let is_record = path == *data_file || path == "community.yaml" || path.ends_with("/group.yaml");
        if is_record && let Some(bytes) = history.file_at(commit, &path)? {
            files = files.with(&path, bytes);
        }
    }
    // Mistakes of the past are past.
    Ok(load(&files).0)
}
