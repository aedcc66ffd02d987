//! Tells a generated file that somebody edited from one that is out of date.
//!
//! Both differ from what the data gives now. Nothing in the file says why, yet lines that generation never
//! writes give an edit away: they stand where the templates leave no gap, and their *shape*, what is left of
//! a line without its words and addresses, is that of no generated line. All else is called out of date,
//! which is what it is whoever wrote it.

use std::collections::HashSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How a file differs from what generation gives.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Difference {
    /// Byte ranges, of whole lines in the file, that somebody added by hand.
    pub(crate) added: Vec<Range<usize>>,
    /// Byte ranges in the file that generation would replace or drop, or before which it would insert.
    pub(crate) stale: Vec<Range<usize>>,
}

/// Shapes of lines that generation writes.
#[derive(Default, Debug)]
pub(crate) struct Shapes(HashSet<String>);

impl Shapes {
    /// The shapes of all lines of `texts`.
    pub(crate) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        Self(texts.flat_map(str::lines).map(shape).collect())
    }

    fn knows(&self, line: &str) -> bool {
        self.0.contains(&shape(line))
    }
}

/// Compares a file with what generation gives; `None` where they are the same.
pub(crate) fn compare(actual: &str, expected: &str, shapes: &Shapes) -> Option<Difference> {
    if actual == expected {
        return None;
    }
    let old: Vec<&str> = actual.split_inclusive('\n').collect();
    let new: Vec<&str> = expected.split_inclusive('\n').collect();
    let mut starts = vec![0];
    starts.extend(old.iter().scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    }));
    let mut out = Difference::default();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => {
                let lines = &old[old_index..old_index + old_len];
                let range = starts[old_index]..starts[old_index + old_len];
                let foreign = |line: &&str| !line.trim().is_empty() && !shapes.knows(line);
                if lines.iter().any(foreign) { out.added.push(range) } else { out.stale.push(range) }
            }
            DiffOp::Insert { old_index, .. } => out.stale.push(starts[old_index]..starts[old_index]),
            DiffOp::Replace { old_index, old_len, .. } => {
                out.stale.push(starts[old_index]..starts[old_index + old_len]);
            }
        }
    }
    Some(out)
}

/// A line without what differs between two groups: words run together, and what stands in brackets is gone.
fn shape(line: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for c in line.trim_end().chars() {
        match c {
            '(' | '[' => {
                if depth == 0 {
                    out.push(c);
                }
                depth += 1;
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    out.push(c);
                }
            }
            _ if depth > 0 => {}
            // Words, and the blanks and apostrophes between them, are one thing.
            _ if c.is_alphanumeric() || "'’-_/@.".contains(c) => {
                if !out.ends_with(['w', '~']) {
                    out.push('w');
                } else if out.ends_with('~') {
                    out.pop();
                }
            }
            ' ' if out.ends_with('w') => out.push('~'),
            _ => {
                if out.ends_with('~') {
                    out.pop();
                    out.push(' ');
                }
                out.push(c);
            }
        }
    }
    out.trim_end_matches('~').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPECTED: &str = "# Docs\n\nWrites docs.\n\n## Chairs\n* Ana Example (**[@ana](https://x)**), Acme\n* Bo Example (**[@bo](https://x)**), Acme\n";

    fn difference(actual: &str) -> (Vec<String>, Vec<String>) {
        let shapes = Shapes::of([EXPECTED].into_iter());
        let found = compare(actual, EXPECTED, &shapes).expect("they differ");
        let texts =
            |ranges: Vec<Range<usize>>| ranges.into_iter().map(|range| actual[range].to_owned()).collect();
        (texts(found.added), texts(found.stale))
    }

    #[test]
    fn the_same_text_does_not_differ() {
        assert_eq!(compare(EXPECTED, EXPECTED, &Shapes::default()), None);
    }

    #[test]
    fn a_line_of_a_known_shape_is_out_of_date() {
        let actual = EXPECTED
            .replace("## Chairs\n", "## Chairs\n* Old One (**[@old-one](https://y)**), No Such Company\n");
        assert_eq!(difference(&actual).1, ["* Old One (**[@old-one](https://y)**), No Such Company\n"]);
        assert!(difference(&actual).0.is_empty());
    }

    #[test]
    fn a_line_of_no_known_shape_was_added_by_hand() {
        let actual = EXPECTED.replace("## Chairs\n", "> Note: join us, all!\n\n## Chairs\n");
        assert_eq!(difference(&actual), (vec!["> Note: join us, all!\n\n".to_owned()], vec![]));
    }

    #[test]
    fn what_changed_or_is_missing_is_out_of_date() {
        assert_eq!(difference(&EXPECTED.replace("Writes docs.", "Wrote: docs!")).1, ["Wrote: docs!\n"]);
        let actual = EXPECTED.replace("* Bo Example (**[@bo](https://x)**), Acme\n", "");
        assert_eq!(difference(&actual), (vec![], vec![String::new()]));
    }

    #[test]
    fn names_and_addresses_do_not_shape_a_line() {
        assert_eq!(
            shape("* Ana-Maria O’Neil (**[@a](b)**), Acme Inc."),
            shape("* Bo (**[@bo](https://x/y(z))**), X")
        );
        assert_ne!(shape("- [Slack](x): #a"), shape("* [Slack](x)"));
    }
}
