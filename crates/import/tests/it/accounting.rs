//! Every line with text is in exactly one entry, whatever the page.

use folkmoot_import::{Imported, Status};
use proptest::prelude::*;

use crate::support::{imported, loaded, page, seed, texts};

/// Checks the books of every page against its text.
fn check(imported: &Imported, texts: &[String]) {
    for (report, text) in imported.report.pages.iter().zip(texts) {
        let mut seen = vec![0usize; text.lines().count() + 2];
        for entry in &report.entries {
            assert!(entry.first <= entry.last && entry.first > 0, "{entry:?}");
            for count in seen.get_mut(entry.first..=entry.last).expect("an entry within the page") {
                *count += 1;
            }
            match entry.status {
                Status::Read => assert!(!entry.read.is_empty() && entry.guessed.is_empty()),
                Status::Guessed => assert!(!entry.guessed.is_empty()),
                Status::Left => {
                    assert!(entry.read.is_empty() && entry.guessed.is_empty() && !entry.left.is_empty())
                }
            }
        }
        let mut lines = 0;
        for (index, line) in text.lines().enumerate() {
            let blank = line.replace(['\r', '\0'], " ").trim().is_empty();
            lines += usize::from(!blank);
            assert!(
                blank || seen[index + 1] == 1,
                "line {} is in {} entries: {line:?}",
                index + 1,
                seen[index + 1]
            );
            assert!(!blank || seen[index + 1] <= 1);
        }
        assert_eq!(report.lines, lines);
        let counted: usize =
            [Status::Read, Status::Guessed, Status::Left].map(|status| report.count(status)).iter().sum();
        assert_eq!(counted, lines, "{:#?}", report.entries);
    }
}

fn line() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        Just("[Docs](./sig-docs)".to_owned()),
        Just("[Ana Example](https://github.com/ana), Acme".to_owned()),
        Just("@bo, @cy".to_owned()),
        Just("[#docs](https://acme.slack.com/messages/docs)".to_owned()),
        Just("[#docs](https://acme.slack.com/archives/C0123456789)".to_owned()),
        Just("[Notes](https://docs.google.com/document/d/x/)".to_owned()),
        Just("* Meeting: [Mondays at 9:00 PT (Pacific Time) (weekly)](https://zoom.us/j/1)<br>".to_owned()),
        Just("<img src=\"https://avatars1.githubusercontent.com/u/7?v=4\">".to_owned()),
        Just("SIG Storage".to_owned()),
        Just(String::new()),
        "[ -~]{0,20}",
        "\\PC{0,12}",
    ];
    let row =
        prop::collection::vec(cell.clone(), 1..7).prop_map(|cells| format!("| {} |", cells.join(" | ")));
    prop_oneof![
        4 => row,
        2 => Just("| Group | Lead | Name | Slack Channel | Meetings | Description |\n|---|---|---|---|---|---|".to_owned()),
        2 => Just("| Name | Label | Chairs | Contact | Meetings |\n|---|---|---|---|---|".to_owned()),
        1 => Just("| Avatar | Name | GitHub Account |\n|---|---|---|".to_owned()),
        3 => prop_oneof![
            Just("# Acme Special Interest Groups"), Just("# Docs Special Interest Group"), Just("## Members"),
            Just("## Meetings"), Just("## Contact"), Just("## Projects"), Just("### Working Groups"), Just("## Scope"),
            Just("## Alumni"), Just("## Slack Channels"), Just("## Ambassadorship Program"), Just("## Documents"),
        ].prop_map(str::to_owned),
        3 => cell.prop_map(|cell| format!("- {cell}")),
        1 => Just("Meeting Time: Friday at 15:30~16:30 Beijing Time (biweekly, starting from Nov. 6th 2020)".to_owned()),
        1 => Just("Tencent Meeting Number: 393-2306-3441".to_owned()),
        1 => Just("<!-- a comment".to_owned()),
        1 => Just("-->".to_owned()),
        1 => Just("```".to_owned()),
        1 => Just("---".to_owned()),
        1 => Just("    indented".to_owned()),
        1 => Just("> quoted".to_owned()),
        2 => Just(String::new()),
        1 => "[ -~]{0,40}",
        1 => "\\PC{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pages_of_all_sorts_are_accounted_for(lines in prop::collection::vec(line(), 0..40), own in any::<bool>()) {
        let text = lines.join("\n");
        let path = if own { "sig-docs/README.md" } else { "page.md" };
        let pages = [page(path, &text)];
        let (once, again) = (imported(&pages), imported(&pages));
        prop_assert_eq!(&once.files, &again.files);
        check(&once, &[text]);
        loaded(&once);
    }

    #[test]
    fn bytes_of_all_sorts_are_accounted_for(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        // A byte-order mark of UTF-16 changes what a line is; the readings of text are tested above.
        prop_assume!(!bytes.starts_with(&[0xFF, 0xFE]) && !bytes.starts_with(&[0xFE, 0xFF]) && !bytes.starts_with(&[0xEF, 0xBB, 0xBF]));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut input = page("page.md", "");
        input.bytes = bytes;
        let imported = imported(&[input]);
        check(&imported, &[text]);
        loaded(&imported);
    }
}

#[test]
fn every_line_of_the_seeds_is_accounted_for() {
    for number in ["000", "001", "002", "003", "004"] {
        let Some(page) = seed(number) else { return };
        let text = String::from_utf8_lossy(&page.bytes).into_owned();
        check(&imported(&[page]), &[text]);
    }
}

#[test]
fn what_the_report_calls_read_is_in_the_files() {
    let pages: Vec<_> = ["001", "003", "004"].into_iter().filter_map(seed).collect();
    for page in pages {
        let imported = imported(&[page]);
        let files = texts(&imported).replace("''", "'");
        let facts = imported.report.pages[0].entries.iter().flat_map(|entry| &entry.read);
        for fact in facts.filter(|fact| fact.about != "page" && fact.what != "meetings") {
            // People and links are told in several words; each stands in the files.
            let value = fact.value.rsplit([' ', '@']).next().unwrap_or_default().trim_end_matches(',');
            assert!(files.contains(value), "{fact:?}");
        }
    }
}
