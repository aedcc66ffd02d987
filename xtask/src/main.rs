//! Developer tasks: `cargo xtask <task>`.
//!
//! `check` is the whole gate and what continuous integration runs; every other task is a part of it, or
//! writes what that part compares.

mod bench;
mod bench_serve;
mod browser;
mod deps;
mod gate;
mod generated;
mod licences;
mod oracles;
mod paths;
mod sizes;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <task>

  browser      the site in a real browser
  check        the whole gate: format, lints, tests, docs and every task below
  bench        whole-process times of a repository, beside another program where one is given
  bench-serve  `folkmoot serve` beside nginx, which serves the same page as a file
  generate     write the generated reference pages (check compares them)
  oracles      install the software that tests compare with, and print the environment they find it by
  deps         compare ARCHITECTURE.md's crate table with the manifests
  sizes        no source file above 700 lines
  licences     every dependency's licence is on the list, no version twice
  paths        every path that the documents name exists";

fn main() -> ExitCode {
    let task = std::env::args().nth(1);
    let result = match task.as_deref() {
        Some("bench") => bench::bench(&std::env::args().skip(2).collect::<Vec<_>>()),
        Some("browser") => browser::check(),
        Some("bench-serve") => bench_serve::bench(&std::env::args().skip(2).collect::<Vec<_>>()),
        Some("check") => gate::run(),
        Some("generate") => generated::write(),
        Some("oracles") => oracles::show(),
        Some("deps") => deps::check(),
        Some("sizes") => sizes::check(),
        Some("licences") => licences::check(),
        Some("paths") => paths::check(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
