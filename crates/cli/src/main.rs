//! The `folkmoot` command: one file a command, wired here.

mod agenda;
mod build;
mod calendar;
mod cell;
mod check;
mod explain;
mod findings;
mod fmt;
mod generate;
mod import;
mod list;
mod meeting;
mod meetings;
mod past;
mod published;
mod repository;
mod serve;
mod signals;
mod site;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Runs an open community's groups from the community's own Git repository.
#[derive(Parser)]
#[command(name = "folkmoot", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Agenda(agenda::Args),
    Build(build::Args),
    Calendar(calendar::Args),
    Check(check::Args),
    Explain(explain::Args),
    Fmt(fmt::Args),
    Generate(generate::Args),
    Import(import::Args),
    List(list::Args),
    Meeting(meeting::Args),
    Serve(serve::Args),
}

/// How a command ended, where it could run at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    /// Nothing to report: exit status 0.
    Clean,
    /// Findings, or files out of date: exit status 1.
    Findings,
}

fn main() -> ExitCode {
    signals::outlive_file_size_limit();
    let result = match Cli::parse().command {
        Command::Agenda(args) => agenda::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Calendar(args) => calendar::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Import(args) => import::run(&args),
        Command::List(args) => list::run(&args),
        Command::Meeting(args) => meeting::run(&args),
        Command::Serve(args) => serve::run(&args),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
