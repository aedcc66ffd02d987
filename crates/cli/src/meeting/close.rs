//! `folkmoot meeting close`

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use folkmoot_records::Closing;
use folkmoot_repo::{DiskFiles, Outcome as Written};

use crate::Outcome;
use crate::repository::{self, Failure};

/// Completes the record of a meeting that is over: the recording, who was there, who took notes.
///
/// Only the front matter changes, and what stands there already is not written twice.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The record's file.
    file: PathBuf,
    /// The address of a recording. May be given several times.
    #[arg(long, value_name = "URL")]
    recording: Vec<String>,
    /// Who was there: handles or names, with commas between them.
    #[arg(long, value_name = "PEOPLE", value_delimiter = ',')]
    attendees: Vec<String>,
    /// Who took notes, in the place of those planned.
    #[arg(long, value_name = "PEOPLE", value_delimiter = ',')]
    notes_by: Vec<String>,
    /// The meeting did not take place.
    #[arg(long, conflicts_with_all = ["recording", "attendees"])]
    cancelled: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Outcome> {
    for url in &args.recording {
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            return Err(Failure::error(
                format!("`{url}` is no address of a recording"),
                "give a whole one, `https://…`",
            ));
        }
    }
    let (files, name) = open(&args.file)?;
    let bytes = fs::read(&args.file).with_context(|| format!("reading {}", args.file.display()))?;
    let Ok(text) = String::from_utf8(bytes) else {
        let what = format!("{} is not UTF-8", args.file.display());
        return Err(Failure::error(what, "save it as UTF-8 and try again"));
    };
    let people = |list: &[String]| -> Vec<String> {
        list.iter()
            .map(|one| one.trim().trim_start_matches('@').to_owned())
            .filter(|one| !one.is_empty())
            .collect()
    };
    let closing = Closing {
        recordings: args.recording.clone(),
        attendees: people(&args.attendees),
        notes_by: people(&args.notes_by),
        status: Some(if args.cancelled { "cancelled" } else { "held" }),
    };
    let closed = closing.write(&text).map_err(|fault| {
        Failure::error(
            format!("{}: `{}` in its front matter cannot be completed", args.file.display(), fault.key),
            format!("make it a list: `{}: []`", fault.key),
        )
    })?;
    let written = files.write_if_changed(&name, closed.as_bytes()).context("writing the record")?;
    let what = if written == Written::Unchanged { "nothing to add to" } else { "closed" };
    anstream::eprintln!("{what} {}", args.file.display());
    Ok(Outcome::Clean)
}

/// The folder of the file, and the file's name in it.
fn open(file: &Path) -> Result<(DiskFiles, String)> {
    let name = file.file_name().and_then(|name| name.to_str()).filter(|_| file.is_file());
    let Some(name) = name else {
        return Err(Failure::error(
            format!("there is no record {}", file.display()),
            "`folkmoot meeting list` shows where they are, `folkmoot meeting prepare` writes one",
        ));
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((repository::open_files(folder)?, name.to_owned()))
}
