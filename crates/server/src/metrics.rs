//! What an operator watches: counters in Prometheus' text format (version 0.0.4).

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::prepared::Kind;

/// Upper bounds of the histogram's buckets, in seconds.
const BUCKETS: [f64; 13] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// Statuses that are told apart; any other counts as the last.
const STATUSES: [&str; 14] =
    ["200", "204", "302", "304", "308", "404", "405", "414", "429", "500", "503", "400", "431", "other"];
const KINDS: usize = Kind::ALL.len();

/// Counters of a running server.
#[derive(Default)]
pub(crate) struct Metrics {
    requests: [[AtomicU64; STATUSES.len()]; KINDS],
    /// Of all requests; not cumulative, the last one beyond the bounds.
    latencies: [AtomicU64; BUCKETS.len() + 1],
    latency_micros: AtomicU64,
    pub(crate) fresh: AtomicU64,
    pub(crate) stale: AtomicU64,
    pub(crate) made: AtomicU64,
}

/// What is known elsewhere and shown beside the counters.
pub(crate) struct Gauges {
    pub(crate) groups: usize,
    pub(crate) current: bool,
    pub(crate) reloads: u64,
    pub(crate) failed_reloads: u64,
    pub(crate) cache_bytes: usize,
}

impl Metrics {
    pub(crate) fn count(&self, kind: Kind, status: u16, took: Duration) {
        let own = status.to_string();
        let place = STATUSES.iter().position(|status| *status == own).unwrap_or(STATUSES.len() - 1);
        self.requests[kind as usize][place].fetch_add(1, Ordering::Relaxed);
        let seconds = took.as_secs_f64();
        let bucket = BUCKETS.iter().position(|bound| seconds <= *bound).unwrap_or(BUCKETS.len());
        self.latencies[bucket].fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.latency_micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// All of it as text.
    pub(crate) fn render(&self, gauges: &Gauges) -> String {
        let mut out = String::new();
        let get = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        family(
            &mut out,
            "folkmoot_requests_total",
            "counter",
            "Requests by what they were for and how they were answered.",
        );
        for kind in Kind::ALL {
            for (status, counter) in STATUSES.iter().zip(&self.requests[kind as usize]) {
                // Of pairs that never came there would be more lines than of those that did.
                if get(counter) > 0 {
                    let _ = writeln!(
                        out,
                        "folkmoot_requests_total{{kind=\"{}\",status=\"{status}\"}} {}",
                        kind.name(),
                        get(counter)
                    );
                }
            }
        }
        family(
            &mut out,
            "folkmoot_request_duration_seconds",
            "histogram",
            "From a request's headers to its answer's.",
        );
        let mut sum = 0;
        for (bound, counter) in BUCKETS.iter().zip(&self.latencies) {
            sum += get(counter);
            let _ = writeln!(out, "folkmoot_request_duration_seconds_bucket{{le=\"{bound}\"}} {sum}");
        }
        sum += get(&self.latencies[BUCKETS.len()]);
        let seconds = Duration::from_micros(get(&self.latency_micros)).as_secs_f64();
        let _ = writeln!(out, "folkmoot_request_duration_seconds_bucket{{le=\"+Inf\"}} {sum}");
        let _ = writeln!(out, "folkmoot_request_duration_seconds_sum {seconds}");
        let _ = writeln!(out, "folkmoot_request_duration_seconds_count {sum}");
        family(&mut out, "folkmoot_cache_answers_total", "counter", "Answers by where they came from.");
        for (from, counter) in [("fresh", &self.fresh), ("stale", &self.stale), ("made", &self.made)] {
            let _ = writeln!(out, "folkmoot_cache_answers_total{{from=\"{from}\"}} {}", get(counter));
        }
        family(
            &mut out,
            "folkmoot_reloads_total",
            "counter",
            "Times that the record was read anew, by how that went.",
        );
        for (result, count) in [("shown", gauges.reloads), ("failed", gauges.failed_reloads)] {
            let _ = writeln!(out, "folkmoot_reloads_total{{result=\"{result}\"}} {count}");
        }
        let cache = u64::try_from(gauges.cache_bytes).unwrap_or(u64::MAX);
        let groups = u64::try_from(gauges.groups).unwrap_or(u64::MAX);
        let mut gauge = |name: &str, help: &str, value: u64| {
            family(&mut out, name, "gauge", help);
            let _ = writeln!(out, "{name} {value}");
        };
        gauge(
            "folkmoot_record_current",
            "1 where the site shows the record as it stands.",
            u64::from(gauges.current),
        );
        gauge("folkmoot_groups", "Groups on show.", groups);
        gauge("folkmoot_cache_bytes", "Bytes of answers kept, in all their forms.", cache);
        if let Some(bytes) = resident_memory() {
            gauge("process_resident_memory_bytes", "Memory of the process.", bytes);
        }
        out
    }
}

fn family(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

/// What the system says that the process takes; only Linux says it in a file.
fn resident_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_kind_and_status() {
        let metrics = Metrics::default();
        metrics.count(Kind::Page, 200, Duration::from_micros(700));
        metrics.count(Kind::Page, 200, Duration::from_secs(60));
        metrics.count(Kind::Missing, 418, Duration::ZERO);
        let gauges = Gauges { groups: 3, current: true, reloads: 1, failed_reloads: 0, cache_bytes: 5 };
        let text = metrics.render(&gauges);
        for line in [
            "folkmoot_requests_total{kind=\"page\",status=\"200\"} 2",
            "folkmoot_requests_total{kind=\"missing\",status=\"other\"} 1",
            "folkmoot_request_duration_seconds_bucket{le=\"0.0005\"} 1",
            "folkmoot_request_duration_seconds_bucket{le=\"0.001\"} 2",
            "folkmoot_request_duration_seconds_bucket{le=\"+Inf\"} 3",
            "folkmoot_request_duration_seconds_sum 60.0007",
            "folkmoot_record_current 1",
        ] {
            assert!(text.lines().any(|own| own == line), "{line}: {text}");
        }
    }
}
