//! What the server says on standard error: nothing but changes and failures, or a structured log of everything.

use std::io::{self, Write};

use folkmoot_server::Event;
use tracing::{error, info, warn};

/// How a log is written.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum, Debug)]
pub(super) enum Format {
    /// For people: time, level and fields in a line.
    Human,
    /// For programs: an object a line.
    Json,
}

/// Takes events in, and writes those that `format` asks for; without one, a plain line for what changed or failed.
pub(super) fn listener(format: Option<Format>) -> Box<dyn Fn(Event) + Send + Sync> {
    let Some(format) = format else { return Box::new(|event| say(&event)) };
    let builder = tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_target(false)
        // Nobody may be listening any more, which is no reason to stop serving.
        .log_internal_errors(false);
    // There is one command in a process, and so one log.
    let _ = match format {
        Format::Human => builder.try_init(),
        Format::Json => builder.json().flatten_event(true).try_init(),
    };
    Box::new(|event| record(&event))
}

/// A record of the log. What a path holds was chosen by a stranger; a terminal must not obey it.
fn record(event: &Event) {
    match event {
        Event::Reloaded { groups } => info!(groups, "the record changed"),
        Event::Kept { why } => {
            warn!(why = %why.escape_debug(), "the record changed and cannot be read, so the last good one stays");
        }
        Event::Answered { method, path, status, took } => {
            let milliseconds = (took.as_secs_f64() * 1e6).round() / 1e3;
            info!(
                method = %method.escape_debug(),
                path = %path.escape_debug(),
                status,
                milliseconds,
                "answered"
            );
        }
        Event::Failed { what } => error!(what = %what.escape_debug(), "answering failed"),
    }
}

/// A line for who started the server and watches it.
fn say(event: &Event) {
    let line = match event {
        Event::Reloaded { groups } => format!("the record changed: {groups} groups"),
        Event::Kept { why } => {
            format!("the record changed and cannot be read, so the last good one stays: {why}")
        }
        Event::Answered { .. } => return,
        Event::Failed { what } => format!("error: answering failed: {what}"),
    };
    // As above.
    let _ = writeln!(anstream::stderr(), "{line}");
}
