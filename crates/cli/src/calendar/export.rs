//! `folkmoot calendar export`: a feed of the site as a file.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use folkmoot_repo::{DiskFiles, Outcome as Written};
use folkmoot_site::{Bundle, Feed, Site};

use crate::meetings::require_group;
use crate::past::Past;
use crate::repository::Failure;
use crate::site::SiteArgs;
use crate::{Outcome, findings, repository, terminal};

/// Writes a calendar that other programs import or subscribe to, as the site serves it.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// The file to write; `-` is the standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
    /// Only the series of these groups, by directory or name.
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// Only the series of groups of these kinds: `sig`, `wg`.
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// Only the series that these people lead, by handle.
    #[arg(long, value_name = "HANDLE")]
    person: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    let options = args.site.options()?;
    let opened = repository::open(&args.site.path)?;
    let mut groups = Vec::new();
    for wanted in &args.group {
        groups.extend(require_group(&opened.community, wanted)?);
    }
    let mut kinds = Vec::new();
    for wanted in &args.kind {
        let kind = opened.community.kinds.iter().find(|kind| kind.goes_by(wanted)).ok_or_else(|| {
            let known: Vec<&str> = opened.community.kinds.iter().map(|kind| kind.prefix.as_str()).collect();
            Failure::error(
                format!("no kind of groups is called `{wanted}`"),
                format!("there are {}", known.join(", ")),
            )
        })?;
        kinds.push(kind.clone());
    }
    let community = Arc::new(opened.community);
    let past = Past::new(opened.files.root().to_owned(), Arc::clone(&community));
    let site = Site::new(community, Arc::new(opened.files), options).with_history(past);
    let mut feeds: Vec<Feed> = groups.iter().map(|&place| Feed::Group(site.slug(place).to_owned())).collect();
    feeds.extend(kinds.iter().map(|kind| site.kind_feed(kind)));
    for handle in &args.person {
        let feed = site.person_feed(handle.trim_start_matches('@'));
        if site.feed(&feed).is_none() {
            return Err(Failure::error(
                format!("nobody called `{handle}` leads a group"),
                "`folkmoot list people` shows handles",
            ));
        }
        feeds.push(feed);
    }
    let feed = Bundle::of(feeds);
    let text = site.feed(&feed).context("the calendar names nothing of the community")?;
    if args.out.as_os_str() == "-" {
        terminal::print(&text)?;
    } else {
        write(&args.out, &text)?;
        // A moved meeting is an event of its own beside its series.
        let series = text.matches("\nBEGIN:VEVENT").count() - text.matches("\nRECURRENCE-ID").count();
        let series = if series == 1 { "1 series".to_owned() } else { format!("{series} series") };
        anstream::eprintln!("{}: {}, {series}", args.out.display(), site.feed_title(&feed));
    }
    Ok(findings::warn(&opened.findings, &args.site.path))
}

/// Whole or not at all, and not where the bytes are the same.
fn write(out: &std::path::Path, text: &str) -> Result<Written> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let name = out.file_name().with_context(|| format!("--out {}: name a file", out.display()))?;
    let name = name.to_str().with_context(|| format!("--out {}: not a name in UTF-8", out.display()))?;
    let folder = DiskFiles::create(folder.unwrap_or_else(|| ".".as_ref()))
        .with_context(|| format!("making the folder of {}", out.display()))?;
    folder.write_if_changed(name, text.as_bytes()).with_context(|| format!("writing {}", out.display()))
}
