//! Any bytes load without panic. A NUL ends one file and begins the next.
#![no_main]

use folkmoot_model::{MemoryFiles, load};
use libfuzzer_sys::fuzz_target;

const PATHS: [&str; 4] = ["sigs.yaml", "community.yaml", "people.yaml", "sig-docs/group.yaml"];

fuzz_target!(|bytes: &[u8]| {
    let parts = bytes.split(|byte| *byte == 0);
    let files = PATHS.iter().zip(parts).fold(MemoryFiles::new(), |files, (path, part)| files.with(path, part));
    let (community, findings) = load(&files);
    for span in findings.iter().filter_map(|finding| finding.span()) {
        community.sources.locate(span);
    }
});
