//! `folkmoot list`: Lists the record's groups, people, meetings, subprojects or channels.

use std::path::PathBuf;

use anyhow::Result;

use crate::Outcome;

/// Lists the record's groups, people, meetings, subprojects or channels.
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
