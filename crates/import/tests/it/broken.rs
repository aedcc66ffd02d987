//! Pages as they should not be.

use std::fmt::Write;

use folkmoot_import::Status;

use crate::support::{imported, imported_page, loaded, page};

#[test]
fn a_row_with_missing_cells_is_read_as_far_as_it_goes() {
    let imported =
        imported_page("# SIGs\n\n| Group | Lead | Description |\n|---|---|---|\n| Docs | @ana\n| Apps |\n");
    let community = loaded(&imported);
    assert_eq!(community.groups.len(), 2);
    let entries = &imported.report.pages[0].entries;
    let row = entries.iter().find(|entry| entry.first == 6).expect("line 6 is accounted for");
    assert_eq!(row.status, Status::Guessed);
    assert!(row.guessed.iter().any(|guess| guess.because.contains("shorter than the header")), "{row:#?}");
}

#[test]
fn cells_beyond_the_header_are_left_with_their_text() {
    let imported = imported_page("# SIGs\n\n| Group | Lead |\n|---|---|\n| Docs | @ana | and more |\n");
    let entries = &imported.report.pages[0].entries;
    let row = entries.iter().find(|entry| entry.first == 5).expect("line 5 is accounted for");
    assert_eq!(row.left[0].text, "and more");
}

#[test]
fn a_table_without_a_header_is_told_by_its_cells() {
    let text = "# SIGs\n\n| [Docs](./sig-docs) | [Ana](https://github.com/ana) | [#docs](https://acme.slack.com/messages/docs) |\n| [Apps](./sig-apps) | [Bo](https://github.com/bo) | [#apps](https://acme.slack.com/messages/apps) |\n";
    let imported = imported_page(text);
    let community = loaded(&imported);
    assert_eq!(community.groups.len(), 2);
    assert_eq!(community.groups[0].contact.slack, "apps");
    assert_eq!(imported.report.pages[0].count(Status::Guessed), 2);
}

#[test]
fn an_empty_row_and_a_row_without_a_name_are_left() {
    let imported = imported_page("# SIGs\n\n| Group | Lead |\n|---|---|\n| | @ana |\n| | |\n");
    assert_eq!(imported.report.groups, 0);
    assert_eq!(imported.report.pages[0].count(Status::Left), 2);
}

#[test]
fn bytes_that_are_no_text_cost_a_note_and_not_the_page() {
    let mut input = page("page.md", "");
    input.bytes = b"# SIGs\n\n| Group | Lead |\n|---|---|\n| Docs | @ana |\n| Ap\xFFps | @bo |\n".to_vec();
    let imported = imported(&[input]);
    assert_eq!(imported.report.groups, 2);
    let repairs = &imported.report.pages[0].repairs;
    assert_eq!((repairs[0].line, repairs[0].now.as_str()), (6, ""));
    loaded(&imported);
}

#[test]
fn a_page_beyond_all_measure_is_left_whole() {
    let imported = imported_page(&"| a ".repeat(2 << 20));
    assert_eq!(imported.report.pages[0].entries.len(), 1);
    assert_eq!(imported.report.pages[0].entries[0].status, Status::Left);
    assert!(imported.files.is_empty());
}

#[test]
fn a_link_that_leaves_the_repository_is_left() {
    let imported =
        imported_page("# SIGs\n\n| Group | Design Docs |\n|---|---|\n| Docs | [d](../../../etc/passwd) |\n");
    let community = loaded(&imported);
    assert!(community.groups[0].design_docs.is_empty());
    let left = &imported.report.pages[0].entries.last().expect("the row").left;
    assert!(left.iter().any(|left| left.because.contains("leads out of the repository")));
}

#[test]
fn hostile_pages_end() {
    let mut many_links = "# SIGs\n\n| Group | Lead |\n|---|---|\n| Docs |".to_owned();
    for n in 0..5_000 {
        let _ = write!(many_links, " [a{n}](https://github.com/a{n}),");
    }
    let wide = format!("{}\n{}\n{}", "|a".repeat(2_000), "|-".repeat(2_000), "|\n".repeat(2_000));
    let mut many_groups = "# SIGs\n\n| Group | Lead |\n|---|---|\n".to_owned();
    for n in 0..1_000 {
        let _ = writeln!(many_groups, "| g{n} | @a{n} |");
    }
    let pages = [
        "> ".repeat(5_000),
        "- ".repeat(5_000),
        "[".repeat(20_000),
        "![".repeat(5_000),
        "`".repeat(20_000),
        "https://a ".repeat(10_000),
        "(".repeat(20_000),
        "<a href=x>".repeat(5_000),
        "@a ".repeat(5_000),
        format!("# SIG Docs\n\n## Members\n\n{}", "- @a, Lead, Acme\n".repeat(5_000)),
        format!("# SIG Docs\n\n## Meetings\n\n{}", "- Friday at 9:00 UTC (weekly) [n](x)\n".repeat(5_000)),
        many_links,
        many_groups,
        wide,
    ];
    for text in pages {
        loaded(&imported(&[page("sig-docs/README.md", &text), page("page.md", &text)]));
    }
}
