//! What documents cost: by group, from small communities to very large ones, and on Kubernetes' record.
//!
//! ```text
//! cargo bench -p folkmoot-docs
//! ```

#![allow(missing_docs, clippy::disallowed_methods, reason = "a benchmark reads the corpus and the clock")]

use divan::Bencher;
use divan::counter::ItemsCount;
use folkmoot_docs::{Request, Templates, canonical, render};
use folkmoot_model::{Community, MemoryFiles, load};
use jiff::Zoned;

fn main() {
    divan::main();
}

/// A record of `count` groups of ordinary size.
fn record(count: usize) -> String {
    let mut text = String::from("sigs:\n");
    for number in 0..count {
        text.push_str(&format!(
            "  - dir: sig-part-{number}\n    name: Part {number}\n    mission_statement: >\n      Looks after part \
             {number} of everything.\n\n    charter_link: charter.md\n    label: part-{number}\n    leadership:\n      \
             chairs:\n        - github: ada{number}\n          name: Ada {number}\n          company: Engines\n        \
             - github: bo{number}\n          name: Bo {number}\n          company: Looms\n    meetings:\n      - \
             description: Regular meeting\n        day: Tuesday\n        time: \"9:00\"\n        tz: PT (Pacific \
             Time)\n        frequency: biweekly\n        url: https://meet.example.org/{number}\n    contact:\n      \
             slack: part-{number}\n      mailing_list: https://lists.example.org/{number}\n    subprojects:\n      - \
             name: tool\n        owners:\n          - https://raw.githubusercontent.com/example/tool-{number}/main/OWNERS\n"
        ));
    }
    text.push_str("workinggroups: []\nusergroups: []\ncommittees: []\n");
    text
}

fn community(text: String) -> Community {
    load(&MemoryFiles::new().with("sigs.yaml", text)).0
}

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

#[divan::bench(args = SIZES, sample_count = 10)]
fn load_groups(bencher: Bencher<'_, '_>, count: usize) {
    let files = MemoryFiles::new().with("sigs.yaml", record(count));
    bencher.counter(ItemsCount::new(count)).bench(|| load(&files));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn render_groups(bencher: Bencher<'_, '_>, count: usize) {
    let community = community(record(count));
    let (templates, now) = (Templates::built_in(), Zoned::now());
    let request = Request { now: &now, only: None, annual_report: None };
    bencher.counter(ItemsCount::new(count)).bench(|| render(&community, &templates, &request));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn canonical_groups(bencher: Bencher<'_, '_>, count: usize) {
    let community = community(record(count));
    let root = community.data_root.as_ref().expect("the record is a mapping");
    bencher.counter(ItemsCount::new(count)).bench(|| canonical(root, &community.profile));
}

/// Kubernetes' record through the built-in templates; skipped where the corpus is absent.
#[divan::bench]
fn kubernetes(bencher: Bencher<'_, '_>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/kubernetes/sigs.yaml");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: {path} is not there");
        return;
    };
    let files = MemoryFiles::new().with("sigs.yaml", text);
    let (templates, now) = (Templates::built_in(), Zoned::now());
    let request = Request { now: &now, only: None, annual_report: None };
    bencher.bench(|| render(&load(&files).0, &templates, &request));
}
