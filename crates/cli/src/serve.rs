//! `folkmoot serve`: Serves the community's site.

use std::path::PathBuf;

use anyhow::Result;

use crate::Outcome;

/// Serves the community's site.
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
