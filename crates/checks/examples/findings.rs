//! Prints what all checks find in repositories, one line each, and how long they took:
//! `cargo run --release -p folkmoot-checks --example findings -- DIR…`

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for developers")]

use std::path::Path;
use std::time::Instant;

use folkmoot_checks::{Context, check};
use folkmoot_model::load;
use folkmoot_repo::DiskFiles;

fn main() {
    let today = jiff::Zoned::now().date();
    for dir in std::env::args().skip(1) {
        let files = match DiskFiles::open(Path::new(&dir)) {
            Ok(files) => files,
            Err(error) => {
                println!("{dir}: {error}");
                continue;
            }
        };
        let started = Instant::now();
        let (community, found_reading) = load(&files);
        let loaded = started.elapsed();
        let started = Instant::now();
        let report = check(&Context::new(&community, &files, today), found_reading);
        let checked = started.elapsed();
        println!("== {dir}: {} groups, profile {}", community.groups.len(), community.profile.name);
        println!("   loaded in {loaded:?}, checked in {checked:?}, {} findings", report.findings.len());
        for finding in &report.findings {
            let place = finding.span().map_or_else(String::new, |span| community.sources.locate(span));
            println!("{}[{}] {place}: {}", finding.severity.name(), finding.code, finding.message);
            for label in &finding.labels {
                println!("      {} {}", community.sources.locate(label.span), label.message);
            }
        }
    }
}
