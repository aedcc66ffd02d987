//! A large community is checked in the same order as a small one, whatever number of threads does it.

use std::fmt::Write as _;

use folkmoot_checks::{Context, Report, check};
use folkmoot_model::{MemoryFiles, load};
use jiff::civil::date;

fn community(groups: usize) -> MemoryFiles {
    let mut text = String::from("sigs:\n");
    for n in 0..groups {
        let _ = writeln!(
            text,
            "- dir: sig-group-{n}\n  name: Group {n}\n  label: other-{n}\n  leadership:\n    chairs:\n    \
             - {{github: lead-{n}, name: Lead Number{n}, company: One}}\n    \
             - {{github: lead-{}, name: Lead Number{}, company: Two}}\n  meetings:\n  \
             - {{description: Call, day: Monday, time: '9:00', tz: IST, frequency: biweekly}}",
            n / 2,
            n / 2
        );
    }
    MemoryFiles::new().with("sigs.yaml", text)
}

fn run(files: &MemoryFiles) -> Report {
    let (community, found_reading) = load(files);
    check(&Context::new(&community, files, date(2026, 11, 21)), found_reading)
}

#[test]
fn findings_of_many_groups_come_in_one_order() {
    let files = community(900);
    let (first, second) = (run(&files), run(&files));
    assert!(first.findings.len() > 900);
    assert_eq!(first, second);
}
