//! `folkmoot check`: Diagnoses the record: every mistake with its place, its reason and its cure.

use std::path::PathBuf;

use anyhow::Result;

use crate::Outcome;

/// Diagnoses the record: every mistake with its place, its reason and its cure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    anyhow::bail!("{}: not built yet", args.path.display())
}
