//! `folkmoot build`: Writes the community's site as static files.

use std::path::PathBuf;

use anyhow::{Context, Result};
use folkmoot_repo::{DiskFiles, Outcome as Written};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::Outcome;
use crate::site::{self, SiteArgs};

/// Writes the community's site as static files, for any web host.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// The folder to write into; made where it is missing. Other files in it stay as they are.
    #[arg(long, alias = "into", value_name = "FOLDER")]
    out: PathBuf,
    /// The day that "next" is seen from, as 2026-11-21 [default: today in UTC].
    #[arg(long, value_name = "DATE")]
    at: Option<Date>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let options = args.site.options()?;
    let read = site::read(&args.site.path, &options)?;
    // A site without half its groups must not take the place of a whole one.
    if let Some(why) = read.damage() {
        anyhow::bail!("{why}; nothing was written (`folkmoot check` says more)");
    }
    // A day, not a moment: the same record built twice on a day gives the same bytes.
    let day = args.at.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date());
    let midnight = day.to_zoned(TimeZone::UTC).with_context(|| format!("--at {day}: out of range"))?;
    let files = read.site.files(midnight.timestamp());
    let folder = DiskFiles::create(&args.out).with_context(|| format!("making {}", args.out.display()))?;
    let written = folder.write_set(&files).with_context(|| format!("writing into {}", args.out.display()))?;
    let changed = written.iter().filter(|(_, outcome)| *outcome != Written::Unchanged).count();
    anstream::println!("{} files in {}, {changed} of them new or changed", files.len(), args.out.display());
    Ok(Outcome::Clean)
}
