//! Any bytes as a list and as a group's own page. Every line with text must be in exactly one entry.
#![no_main]

use folkmoot_import::{Input, Options, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let input = |path: &str| Input { shown: path.to_owned(), path: path.to_owned(), bytes: bytes.to_vec() };
    let imported = import(&[input("page.md"), input("sig-docs/README.md")], &Options::default());
    for page in &imported.report.pages {
        let mut last = 0;
        for entry in &page.entries {
            assert!(entry.first > last && entry.last >= entry.first, "entries overlap: {entry:?}");
            last = entry.last;
        }
    }
});
