//! Whole-process times: what a person waits for, beside the original where one is given.
//!
//! Commands run in turn (A B A B …), so that a machine whose speed drifts does not favour one of them.
//! Micro-benchmarks live in each crate's `benches/`.

#![allow(clippy::print_stdout, reason = "the table is what the task is for")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace::{cargo, root, run};

const USAGE: &str = "usage: cargo xtask bench [--runs N] [--against COMMAND] REPOSITORY
  REPOSITORY   a checkout with sigs.yaml; it is copied, never written
  --against    another program's command line, run in a copy of its own (the original generator, for instance)
  --runs       counted runs of each command, after one that is not (default 21)";

struct Arguments {
    repository: PathBuf,
    against: Option<String>,
    runs: usize,
}

/// Builds the release binary and times it.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    let arguments = parse(arguments)?;
    run(cargo().args(["build", "--release", "--locked", "--package", "folkmoot"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let binary = target.join("release/folkmoot");
    let scratch = target.join("bench");
    std::fs::create_dir_all(&scratch)?;

    println!("| command | where | min | median | max | peak memory |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let ours = copy(&arguments.repository, &scratch.join("ours"))?;
    let generate = Timed::new("folkmoot generate", &format!("{} generate .", binary.display()), &ours);
    let check = Timed::new("folkmoot check", &format!("{} check .", binary.display()), &ours);
    let list = Timed::new("folkmoot list groups", &format!("{} list groups .", binary.display()), &ours);
    let other = match &arguments.against {
        Some(command) => {
            let theirs = copy(&arguments.repository, &scratch.join("theirs"))?;
            Some(Timed::new("the other", command, &theirs))
        }
        None => None,
    };
    let mut all: Vec<Timed> = [generate, check, list].into_iter().chain(other).collect();
    time_in_turn(&mut all, arguments.runs)?;
    for timed in &all {
        timed.print("repository");
    }
    if let Some(other) = all.get(3) {
        let ratio = other.median().as_secs_f64() / all[0].median().as_secs_f64();
        println!("\n`folkmoot generate` is {ratio:.1} times as fast as `{}`.\n", other.command);
    }
    synthetic(&binary, &scratch, arguments.runs.min(7))
}

/// A community of 10,000 groups must cost no more a group than one of 100.
fn synthetic(binary: &Path, scratch: &Path, runs: usize) -> Result<()> {
    println!("| command | where | min | median | max | peak memory |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for size in [100_usize, 10_000] {
        let place = scratch.join(format!("synthetic-{size}"));
        std::fs::create_dir_all(&place)?;
        std::fs::write(place.join("sigs.yaml"), folkmoot_model::synthetic::sigs_yaml(size))?;
        let line = |command: &str| format!("{} {command} .", binary.display());
        let mut all = ["generate", "check", "list groups"]
            .map(|command| Timed::new(&format!("folkmoot {command}"), &line(command), &place));
        time_in_turn(&mut all, runs)?;
        for timed in &all {
            timed.print(&format!("{size} groups"));
            let each = timed.median().as_secs_f64() * 1e6 / size as f64;
            println!("| | | | {each:.1} µs a group | | |");
        }
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<Arguments> {
    let (mut repository, mut against, mut runs) = (None, None, 21);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--against" => against = Some(rest.next().context(USAGE)?.clone()),
            "--runs" => runs = rest.next().context(USAGE)?.parse().context("--runs takes a number")?,
            path if repository.is_none() && !path.starts_with('-') => repository = Some(PathBuf::from(path)),
            _ => bail!(USAGE),
        }
    }
    Ok(Arguments { repository: repository.context(USAGE)?, against, runs })
}

/// A fresh copy, so that neither program sees what the other wrote.
fn copy(from: &Path, to: &Path) -> Result<PathBuf> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    let status = Command::new("cp").arg("-a").arg(from).arg(to).status().context("cp")?;
    if !status.success() {
        bail!("could not copy {}", from.display());
    }
    Ok(to.to_path_buf())
}

struct Timed {
    name: String,
    command: String,
    directory: PathBuf,
    walls: Vec<Duration>,
    peak_kib: Option<u64>,
}

impl Timed {
    fn new(name: &str, command: &str, directory: &Path) -> Self {
        let directory = directory.to_path_buf();
        Self { name: name.into(), command: command.into(), directory, walls: Vec::new(), peak_kib: None }
    }

    /// One run; its exit status is not judged (findings are 1), a failure to start is.
    fn once(&self) -> Result<Duration> {
        let mut words = self.command.split_whitespace();
        let program = words.next().context("an empty command")?;
        let mut command = Command::new(program);
        command.args(words).current_dir(&self.directory).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        command.status().with_context(|| format!("could not start {program}"))?;
        Ok(start.elapsed())
    }

    /// Peak resident memory of one more run, where GNU time is installed.
    fn measure_memory(&mut self) {
        let mut time = Command::new("/usr/bin/time");
        time.args(["-f", "%M"]).args(self.command.split_whitespace()).current_dir(&self.directory);
        let Ok(output) = time.stdout(Stdio::null()).output() else { return };
        let text = String::from_utf8_lossy(&output.stderr);
        self.peak_kib = text.lines().last().and_then(|line| line.trim().parse().ok());
    }

    fn median(&self) -> Duration {
        let mut walls = self.walls.clone();
        walls.sort_unstable();
        walls.get(walls.len() / 2).copied().unwrap_or_default()
    }

    fn print(&self, place: &str) {
        let ms = |wall: Duration| format!("{:.1} ms", wall.as_secs_f64() * 1e3);
        let (min, max) = (self.walls.iter().min(), self.walls.iter().max());
        let memory =
            self.peak_kib.map_or_else(|| "?".into(), |kib| format!("{:.1} MiB", kib as f64 / 1024.0));
        println!(
            "| `{}` | {place} | {} | {} | {} | {memory} |",
            self.name,
            ms(min.copied().unwrap_or_default()),
            ms(self.median()),
            ms(max.copied().unwrap_or_default()),
        );
    }
}

fn time_in_turn(all: &mut [Timed], runs: usize) -> Result<()> {
    for timed in all.iter_mut() {
        timed.once()?;
    }
    for _ in 0..runs {
        for timed in all.iter_mut() {
            let wall = timed.once()?;
            timed.walls.push(wall);
        }
    }
    all.iter_mut().for_each(Timed::measure_memory);
    Ok(())
}
