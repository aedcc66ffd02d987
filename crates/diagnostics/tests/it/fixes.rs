//! What must hold of fixes whatever they are.

use folkmoot_diagnostics::{Applicability, Edit, Fix, Sources, Span, apply_fixes};
use proptest::prelude::*;

const TEXT: &str = "abcdé fgh社ij\nklm🧩 nop\n";

fn fixes() -> impl Strategy<Value = Vec<Vec<(usize, usize, String)>>> {
    let edit = (0..TEXT.len() + 2, 0..6_usize, "[xyz]{0,2}").prop_map(|(at, len, text)| (at, at + len, text));
    prop::collection::vec(prop::collection::vec(edit, 1..4), 0..8)
}

fn build(sources: &Sources, path: &str, text: &str, fixes: &[Vec<(usize, usize, String)>]) -> Vec<Fix> {
    let file = sources.add(path, text);
    let edit = |(start, end, new): &(usize, usize, String)| Edit {
        span: Span::new(file, *start, *end),
        replacement: new.clone(),
    };
    let fix = |edits: &Vec<_>| Fix {
        message: String::new(),
        edits: edits.iter().map(edit).collect(),
        applicability: Applicability::Safe,
    };
    fixes.iter().map(fix).collect()
}

/// Applies edits one after the other from the end, as an editor would.
fn by_hand(fixes: &[Fix], applied: &[usize]) -> String {
    let mut edits: Vec<&Edit> = applied.iter().flat_map(|&place| &fixes[place].edits).collect();
    edits.sort();
    edits.dedup();
    let mut text = TEXT.to_owned();
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.span.range(), &edit.replacement);
    }
    text
}

proptest! {
    #[test]
    fn each_fix_is_applied_as_a_whole_or_left(fixes in fixes()) {
        let sources = Sources::new();
        let fixes = build(&sources, "a", TEXT, &fixes);
        let done = apply_fixes(&sources, &fixes);
        let mut places = [done.applied.clone(), done.left.clone()].concat();
        places.sort_unstable();
        prop_assert_eq!(places, (0..fixes.len()).collect::<Vec<_>>());
        let text = done.texts.get("a").map_or(TEXT, String::as_str);
        prop_assert_eq!(text, by_hand(&fixes, &done.applied));
    }

    #[test]
    fn applied_edits_do_not_overlap(fixes in fixes()) {
        let sources = Sources::new();
        let fixes = build(&sources, "a", TEXT, &fixes);
        let done = apply_fixes(&sources, &fixes);
        let mut edits: Vec<&Edit> = done.applied.iter().flat_map(|&place| &fixes[place].edits).collect();
        edits.sort();
        edits.dedup();
        for pair in edits.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn a_round_makes_progress_where_any_fix_fits(fixes in fixes()) {
        let sources = Sources::new();
        let fixes = build(&sources, "a", TEXT, &fixes);
        let done = apply_fixes(&sources, &fixes);
        let alone = |fix: &Fix| !apply_fixes(&sources, [fix]).applied.is_empty();
        if let Some(first) = fixes.iter().position(alone) {
            prop_assert_eq!(done.applied.first(), Some(&first));
        }
    }
}
