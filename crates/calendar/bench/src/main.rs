//! The calendar's speed beside the `rrule` crate and python-dateutil, in one run.
//!
//! `cargo run --release --manifest-path crates/calendar/bench/Cargo.toml [SIGS_YAML]`, where the argument is a community's
//! data file whose feed is timed. python-dateutil runs where `python3` has it.
//!
//! Programs take turns and the best of several rounds counts, so that a machine whose speed drifts favours none.

mod clash;
mod feed;
mod occurrences;

use std::time::{Duration, Instant};

fn main() {
    println!("| what | time | beside ours |\n| --- | --- | --- |");
    occurrences::compare();
    clash::grow();
    match std::env::args().nth(1) {
        Some(path) => feed::time(&path),
        None => eprintln!("no feed was timed: name a sigs.yaml"),
    }
}

/// Rounds that each piece of work is done.
const ROUNDS: usize = 5;

/// The best time of one piece of work, and what it gave.
fn best<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut timed = || {
        let start = Instant::now();
        let given = std::hint::black_box(work());
        (start.elapsed(), given)
    };
    let first = timed();
    (1..ROUNDS).map(|_| timed()).fold(first, |best, next| if next.0 < best.0 { next } else { best })
}

/// A duration in a unit that people read.
fn shown(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds if seconds >= 1e-3 => format!("{:.2} ms", seconds * 1e3),
        seconds => format!("{:.2} µs", seconds * 1e6),
    }
}
