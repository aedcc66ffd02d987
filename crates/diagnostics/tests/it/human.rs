//! What a terminal shows.

use folkmoot_diagnostics::render::human::{Style, render};
use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, Sources, Span};

const PLAIN: Style = Style { color: false, width: 80 };

fn span(sources: &Sources, path: &str, part: &str) -> Span {
    let id = sources.find(path).expect("the file was added");
    let start = sources.get(id).text().find(part).expect("the part is in the file");
    Span::new(id, start, start + part.len())
}

#[test]
fn a_finding_shows_places_reason_help_and_fix() {
    let sources = Sources::new();
    sources.add("sigs.yaml", "sigs:\n  - dir: sig-docs\n    name: Docs\n    label: docz\n    chairs: []\n");
    sources.add("people.yaml", "- github: ana\n  name: Ana Example\n");
    let label = span(&sources, "sigs.yaml", "docz");
    let finding = Diagnostic::error("label-mismatch", "the label is not what the name implies")
        .at(label, "written as `docz`")
        .at(span(&sources, "sigs.yaml", "Docs"), "gives `docs`")
        .at(span(&sources, "people.yaml", "Ana Example"), "Ana leads the group")
        .why("labels route issues to the group that owns them, and nobody watches one that does not exist")
        .help("change the name instead if the label is right")
        .fix("write `docs`", Applicability::Safe, vec![Edit { span: label, replacement: "docs".into() }]);
    insta::assert_snapshot!(render(&[finding], &sources, PLAIN));
}

#[test]
fn a_reason_is_given_once() {
    let sources = Sources::new();
    let file = sources.add("a.md", "one\ntwo\n");
    let finding =
        |start| Diagnostic::warning("odd", "it is odd").at(Span::new(file, start, start + 3), "").why("so");
    let text = render(&[finding(0), finding(4)], &sources, PLAIN);
    assert_eq!(text.matches("why: so").count(), 1);
}

#[test]
fn a_finding_about_a_whole_file_or_about_nothing_has_no_excerpt() {
    let sources = Sources::new();
    let file = sources.add("sig-docs/README.md", "text\n");
    let whole = Diagnostic::note("stale", "it is stale")
        .at(Span::file_start(file), "not generated since")
        .help("generate it");
    let nothing = Diagnostic::error("no-groups", "there are no groups").help("run `folkmoot import`");
    insta::assert_snapshot!(render(&[whole, nothing], &sources, PLAIN), @r"
    note[stale]: it is stale
    --> sig-docs/README.md
     = here: not generated since
     = help: generate it

    error[no-groups]: there are no groups
     |
     = help: run `folkmoot import`
    ");
}

#[test]
fn a_long_line_is_cut_and_its_column_stays_true() {
    let sources = Sources::new();
    let text = format!("{} [here](gone.md) {}\n", "before ".repeat(200), "after ".repeat(90_000));
    sources.add("long.md", text);
    let link = span(&sources, "long.md", "gone.md");
    let finding = Diagnostic::warning("link-target-missing", "no such file").at(link, "not there").fix(
        "point to `there.md`",
        Applicability::Suggestion,
        vec![Edit { span: link, replacement: "there.md".into() }],
    );
    insta::assert_snapshot!(render(&[finding], &sources, PLAIN), @r"
    warning[link-target-missing]: no such file
     --> long.md:1:1409
      |
    1 | ...ore before before  [here](gone.md) after after after after after after...
      |                              ^^^^^^^ not there
      |
    help: point to `there.md`
      |
    1 - … before before  [here](gone.md) after after after after after after af…
    1 + … before before  [here](there.md) after after after after after after af…
      |
    ");
}

#[test]
fn a_terminal_is_given_no_orders_by_the_text_it_shows() {
    let sources = Sources::new();
    sources.add("a\u{1b}[31m.md", "x\u{1b}[2J\u{9b}31m \u{202e}odd\tend\r\n");
    let odd = span(&sources, "a\u{1b}[31m.md", "odd");
    let finding = Diagnostic::warning("odd", "it says `\u{1b}]0;x\u{7}`")
        .at(odd, "h\u{1b}ere\n")
        .why("w\u{1b}")
        .help("h\u{1b}")
        .fix("f\u{1b}", Applicability::Safe, vec![Edit { span: odd, replacement: "n\u{1b}".into() }]);
    let text = render(&[finding], &sources, PLAIN);
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    assert!(!text.contains('\u{202e}'));
    insta::assert_snapshot!(text, @r"
    warning[odd]: it says `\u{1b}]0;x\u{7}`
     --> a\u{1b}[31m.md:1:12
      |
    1 | x\u{1b}[2J\u{9b}31m \u{202e}odd    end
      |                             ^^^ h\u{1b}ere 
      |
      = why: w\u{1b}
      = help: h\u{1b}
    help: f\u{1b} (`--fix` does it)
      |
    1 - x\u{1b}[2J\u{9b}31m \u{202e}odd    end
    1 + x\u{1b}[2J\u{9b}31m \u{202e}n\u{1b}    end
      |
    ");
}

#[test]
fn wide_characters_are_underlined_where_they_stand() {
    let sources = Sources::new();
    sources.add("a.md", "\t社区频道 [链接](缺.md) 🧩 end\n");
    let finding = Diagnostic::note("odd", "it is odd").at(span(&sources, "a.md", "缺.md"), "here");
    insta::assert_snapshot!(render(&[finding], &sources, PLAIN), @r"
    note[odd]: it is odd
     --> a.md:1:12
      |
    1 |     社区频道 [链接](缺.md) 🧩 end
      |                     ^^^^^ here
    ");
}

#[test]
fn labels_far_apart_get_excerpts_of_their_own() {
    let sources = Sources::new();
    let text: String = (1..200).map(|n| format!("line {n}\n")).collect();
    sources.add("a.yaml", text);
    let finding = Diagnostic::error("twice", "named twice")
        .at(span(&sources, "a.yaml", "line 150"), "again")
        .at(span(&sources, "a.yaml", "line 20"), "first named here")
        .at(span(&sources, "a.yaml", "line 24"), "and here");
    insta::assert_snapshot!(render(&[finding], &sources, PLAIN), @r"
    error[twice]: named twice
       --> a.yaml:150:1
        |
    150 | line 150
        | ^^^^^^^^ again
        |
       ::: a.yaml:20:1
        |
     20 | line 20
        | ------- first named here
    ...
     24 | line 24
        | ------- and here
    ");
}

#[test]
fn a_tall_range_shows_its_first_line() {
    let sources = Sources::new();
    let text: String = (1..60).map(|n| format!("  key{n}: value\n")).collect();
    let file = sources.add("a.yaml", text.clone());
    let finding = Diagnostic::error("bare", "no chairs").at(Span::new(file, 2, text.len()), "this group");
    insta::assert_snapshot!(render(&[finding], &sources, PLAIN), @r"
    error[bare]: no chairs
     --> a.yaml:1:3
      |
    1 |   key1: value
      |   ^^^^^^^^^^^ this group
    ");
}

#[test]
fn odd_spans_do_not_panic() {
    let sources = Sources::new();
    for text in ["", "é", "é\n\n", "\r\n", "\u{feff}x"] {
        let file = sources.add("a", text);
        for (start, end) in [(0, 0), (1, 1), (0, 1), (1, 9), (9, 9), (2, 1), (3, 4)] {
            let at = Span::new(file, start, end);
            let edit = Edit { span: at, replacement: "y\nz".into() };
            let finding = Diagnostic::error("odd", "odd").at(at, "here").at(at, "");
            let finding = finding.fix("mend", Applicability::Safe, vec![edit]);
            assert!(render(&[finding], &sources, PLAIN).contains("odd"));
        }
    }
}
