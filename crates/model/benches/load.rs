//! How long a community takes to load: `cargo bench -p folkmoot-model`.

use divan::{Bencher, black_box, counter::ItemsCount};
use folkmoot_model::{MemoryFiles, load, synthetic};

fn main() {
    divan::main();
}

/// Communities of 100 and of 10,000 groups: the time a group must not grow.
#[divan::bench(args = [100, 10_000], sample_count = 20)]
fn groups(bencher: Bencher<'_, '_>, groups: usize) {
    let files = synthetic::repository(groups);
    assert_eq!(load(&files).1, [], "a bench of half a community says nothing");
    bencher.counter(ItemsCount::new(groups)).bench_local(|| load(black_box(&files)));
}

/// The largest real community, where its file is at hand.
#[divan::bench]
#[allow(clippy::disallowed_methods, reason = "benches read real data")]
fn kubernetes(bencher: Bencher<'_, '_>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/kubernetes/sigs.yaml");
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("skipped: {path} is not there");
        return;
    };
    let files = MemoryFiles::new().with("sigs.yaml", bytes);
    bencher.bench_local(|| load(black_box(&files)));
}
