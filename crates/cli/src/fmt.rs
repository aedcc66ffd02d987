//! `folkmoot fmt`: normalises the groups files.

use std::path::PathBuf;

use anyhow::{Result, bail};
use folkmoot_diagnostics::Severity;
use folkmoot_docs::{Formatted, format_data};
use folkmoot_model::{FileSet, load_data_file};

use crate::Outcome;
use crate::generate::print_diff;
use crate::repository::Failure;
use crate::{findings, repository};

/// Normalises the groups file: keys in their order, lists sorted, strings quoted alike.
///
/// Only what differs is changed, in place: comments, blank lines and the style of everything else stay. Where the
/// community's own generator rewrites the file (as in Kubernetes' repository), the file gets that generator's form
/// to the byte; that form has no comments, so a file with comments is left alone unless `--canonical` is given.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Write nothing; show what would change and exit with 1 if anything would.
    #[arg(long)]
    check: bool,
    /// Write the canonical form of the Kubernetes generator, even where that loses comments.
    #[arg(long)]
    canonical: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let files = repository::open_files(&args.path)?;
    repository::require_community(&files, &args.path)?;
    let (community, findings) = load_data_file(&files);
    if findings::print(&community, &findings, Severity::Error) {
        return Ok(Outcome::Findings);
    }
    let path = community.profile.data_file.clone();
    let Some(formatted) = format_data(&community, args.canonical) else {
        bail!("no file here names groups\n  help: run this in the root of a community's repository");
    };
    let (old, new) = match formatted {
        Formatted::Same => return Ok(Outcome::Clean),
        Formatted::Text { old, new } => (old, new),
        Formatted::Findings(findings) => {
            findings::print(&community, &findings, Severity::Note);
            return Ok(Outcome::Findings);
        }
    };
    if args.check {
        print_diff(&path, Some(old.as_bytes()), new.as_bytes())?;
        anstream::eprintln!("{path} is not in its normal form\n  help: run `folkmoot fmt`");
        return Ok(Outcome::Findings);
    }
    let set = FileSet::from([(path.clone(), new.into_bytes())]);
    files.write_set(&set).map_err(|error| Failure::error(error.to_string(), error.hint()))?;
    anstream::println!("updated {path}");
    Ok(Outcome::Clean)
}
