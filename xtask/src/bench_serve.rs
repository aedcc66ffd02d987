//! `folkmoot serve` beside nginx, which serves the same page as a file: requests a second, latency, memory.
//!
//! Both run at once and are asked in turn (A B A B …), so that a machine whose speed drifts does not favour one.
//! Needs `nginx` and `wrk` (Debian has both).

#![allow(clippy::print_stdout, reason = "the table is what the task is for")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace::{cargo, root, run};

const USAGE: &str = "usage: cargo xtask bench-serve [--rounds N] [--seconds N] [--page PATH] REPOSITORY
  REPOSITORY   a community's repository; it is read, never written
  --rounds     counted turns of each server, after one that is not (default 5)
  --seconds    of each turn (default 5)
  --page       the page to ask for (default groups/sig-docs/)";

const OURS: &str = "127.0.0.1:18080";
const NGINX: &str = "127.0.0.1:18081";
/// Connections that ask at once.
const CONNECTIONS: &str = "200";

struct Arguments {
    repository: PathBuf,
    rounds: usize,
    seconds: u32,
    page: String,
}

/// A server that ends with the measurement.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What one turn gave.
struct Turn {
    per_second: f64,
    p99: Duration,
}

/// Builds the release binary and compares.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    let arguments = parse(arguments)?;
    run(cargo().args(["build", "--release", "--locked", "--package", "folkmoot"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let binary = target.join("release/folkmoot");
    let scratch = target.join("bench-serve");
    let export = scratch.join("export");
    std::fs::create_dir_all(&scratch)?;
    run(Command::new(&binary).arg("build").arg(&arguments.repository).arg("--out").arg(&export))?;
    let page = arguments.page.trim_matches('/');
    let file = export.join(page).join("index.html");
    let bytes = std::fs::metadata(&file).with_context(|| file.display().to_string())?.len();
    // nginx sends this beside the file to who takes gzip, as the server sends what it prepared.
    run(Command::new("gzip").args(["--keep", "--force", "-6"]).arg(&file))?;

    let (nginx, ours) = start(&binary, &arguments.repository, &scratch, &export)?;
    println!(
        "`/{page}/`, {bytes} bytes, {CONNECTIONS} connections, {} turns of {} s:\n",
        arguments.rounds, arguments.seconds
    );
    println!("| | server | requests/s (min, median, max) | p99 (median) | ratio |");
    println!("| --- | --- | --- | --- | --- |");
    for (name, header) in [("as it is", None), ("gzip", Some("Accept-Encoding: gzip"))] {
        compare(name, header, page, &arguments)?;
    }
    for (name, server) in [("folkmoot", &ours), ("nginx (master)", &nginx)] {
        println!(
            "\n{name}: {} MiB resident, {} MiB at most",
            memory(server, "VmRSS:")?,
            memory(server, "VmHWM:")?
        );
    }
    Ok(())
}

fn compare(name: &str, header: Option<&str>, page: &str, arguments: &Arguments) -> Result<()> {
    let mut turns: [Vec<Turn>; 2] = [Vec::new(), Vec::new()];
    for round in 0..=arguments.rounds {
        for (turns, host) in turns.iter_mut().zip([OURS, NGINX]) {
            let turn = load(&format!("http://{host}/{page}/"), header, arguments.seconds)?;
            if round > 0 {
                turns.push(turn);
            }
        }
    }
    let medians = turns.each_mut().map(|turns| {
        turns.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
        turns[turns.len() / 2].per_second
    });
    for (server, turns) in ["folkmoot", "nginx"].into_iter().zip(&turns) {
        let mut latencies: Vec<Duration> = turns.iter().map(|turn| turn.p99).collect();
        latencies.sort_unstable();
        let (least, most) = (turns[0].per_second, turns[turns.len() - 1].per_second);
        let ratio =
            if server == "folkmoot" { format!("{:.2}", medians[0] / medians[1]) } else { "1".to_owned() };
        println!(
            "| {name} | {server} | {least:.0}, {:.0}, {most:.0} | {:.2?} | {ratio} |",
            turns[turns.len() / 2].per_second,
            latencies[latencies.len() / 2],
        );
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<Arguments> {
    let mut out =
        Arguments { repository: PathBuf::new(), rounds: 5, seconds: 5, page: "groups/sig-docs/".into() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().context(USAGE);
        match argument.as_str() {
            "--rounds" => out.rounds = value()?.parse().context("--rounds takes a number")?,
            "--seconds" => out.seconds = value()?.parse().context("--seconds takes a number")?,
            "--page" => out.page = value()?.clone(),
            path if out.repository.as_os_str().is_empty() && !path.starts_with('-') => {
                out.repository = path.into()
            }
            _ => bail!(USAGE),
        }
    }
    if out.repository.as_os_str().is_empty() || out.rounds == 0 || out.seconds == 0 {
        bail!(USAGE);
    }
    Ok(out)
}

/// Both servers, once they answer.
fn start(binary: &Path, repository: &Path, scratch: &Path, export: &Path) -> Result<(Running, Running)> {
    let prefix = scratch.canonicalize()?;
    let configuration = prefix.join("nginx.conf");
    std::fs::write(&configuration, nginx_configuration(&prefix, &export.canonicalize()?))?;
    let quiet =
        |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(Running);
    let nginx = quiet(Command::new("nginx").arg("-p").arg(&prefix).arg("-c").arg(&configuration))
        .context("nginx: please install it")?;
    let arguments = ["--listen", OURS, "--rate-limit", "0"];
    let ours =
        quiet(Command::new(binary).arg("serve").arg(repository).args(arguments)).context("folkmoot serve")?;
    let patience = Instant::now() + Duration::from_secs(20);
    for host in [NGINX, OURS] {
        while std::net::TcpStream::connect(host).is_err() {
            if Instant::now() > patience {
                bail!("nothing answers on {host}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    Ok((nginx, ours))
}

/// nginx as its manual has it for speed, with a worker a processor.
fn nginx_configuration(prefix: &Path, export: &Path) -> String {
    let (prefix, export) = (prefix.display(), export.display());
    format!(
        "daemon off;\nuser root;\nworker_processes auto;\npid {prefix}/nginx.pid;\nerror_log {prefix}/error.log;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n  types {{ text/html html; }}\n  access_log off;\n  sendfile on;\n  tcp_nopush on;\n  \
         keepalive_requests 1000000000;\n  open_file_cache max=1000;\n  gzip_static on;\n  \
         server {{ listen {NGINX}; root {export}; index index.html; }}\n}}\n"
    )
}

fn load(url: &str, header: Option<&str>, seconds: u32) -> Result<Turn> {
    let mut wrk = Command::new("wrk");
    wrk.args([
        "--threads",
        "2",
        "--connections",
        CONNECTIONS,
        "--latency",
        "--duration",
        &format!("{seconds}s"),
    ]);
    wrk.args(header.into_iter().flat_map(|header| ["--header", header])).arg(url);
    let output = wrk.output().context("wrk: please install it")?;
    let text = String::from_utf8_lossy(&output.stdout);
    if text.contains("Non-2xx") || text.contains("Socket errors") {
        bail!("{url}: {text}");
    }
    let value = |key: &str| text.lines().find_map(|line| line.trim().strip_prefix(key)).map(str::trim);
    let per_second = value("Requests/sec:").and_then(|text| text.parse().ok());
    let p99 = value("99%").and_then(duration);
    Ok(Turn {
        per_second: per_second.with_context(|| format!("wrk said: {text}"))?,
        p99: p99.with_context(|| format!("wrk said: {text}"))?,
    })
}

/// `1.23ms`, `250.00us`, `1.00s`
fn duration(text: &str) -> Option<Duration> {
    let units = [("us", 1e-6), ("ms", 1e-3), ("s", 1.0)];
    let (number, unit) = units.iter().find_map(|(name, unit)| Some((text.strip_suffix(name)?, unit)))?;
    Some(Duration::from_secs_f64(number.parse::<f64>().ok()? * unit))
}

/// What Linux says of a process, in MiB.
fn memory(server: &Running, key: &str) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.0.id()))?;
    let line = status.lines().find_map(|line| line.strip_prefix(key)).context("no such line")?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kibibytes / 1024)
}
