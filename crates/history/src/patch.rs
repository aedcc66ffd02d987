//! What `git log -p -U0` says: commits, files, and which lines of them changed.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;

/// Lines that took the place of others. Counted from 1, ends excluded; an empty range stands before the line
/// it begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Hunk {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

impl Hunk {
    /// Whether it changed these lines of the new text, or took out some from between them.
    pub(crate) fn touches(&self, lines: &Range<usize>) -> bool {
        if self.new.is_empty() {
            lines.start < self.new.start && self.new.start < lines.end
        } else {
            self.new.start < lines.end && lines.start < self.new.end
        }
    }

    /// Whether all of it stands before these lines of the new text.
    pub(crate) fn is_before(&self, lines: &Range<usize>) -> bool {
        self.new.end <= lines.start
    }
}

/// A part of the log.
pub(crate) enum Part<'a> {
    /// A commit, made at that many seconds since the epoch.
    Commit { seconds: i64 },
    /// Its changes of one file.
    File { path: &'a str, hunks: &'a [Hunk] },
}

/// Reads a log whose commits begin with a NUL and their time, files in it without prefixes.
///
/// # Errors
/// Where reading fails. What is no log is passed over.
pub(crate) fn read(log: impl Read, mut take: impl FnMut(Part<'_>)) -> io::Result<()> {
    let mut log = BufReader::new(log);
    let mut line = Vec::new();
    let (mut path, mut hunks) = (None::<String>, Vec::new());
    // Lines of content still to come: one of them may look like anything.
    let mut content = 0;
    loop {
        line.clear();
        if log.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if content > 0 && matches!(line.first(), Some(b'+' | b'-')) {
            content -= 1;
            continue;
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches('\n');
        let commit = text.strip_prefix('\0').and_then(|seconds| seconds.parse().ok());
        if commit.is_some() || text.starts_with("diff --git ") {
            if let Some(path) = path.take() {
                take(Part::File { path: &path, hunks: &hunks });
            }
            hunks.clear();
            if let Some(seconds) = commit {
                take(Part::Commit { seconds });
            }
        } else if let Some(name) = text.strip_prefix("+++ ") {
            path = Some(unquoted(name));
        } else if let Some(hunk) = hunk(text) {
            content = hunk.old.len() + hunk.new.len();
            hunks.push(hunk);
        }
    }
    if let Some(path) = path {
        take(Part::File { path: &path, hunks: &hunks });
    }
    Ok(())
}

/// `@@ -3449,4 +3449,4 @@ sigs:`
fn hunk(line: &str) -> Option<Hunk> {
    let (old, rest) = line.strip_prefix("@@ -")?.split_once(" +")?;
    let (new, _) = rest.split_once(" @@")?;
    Some(Hunk { old: range(old)?, new: range(new)? })
}

/// `12,3`, or `12` for one line; `12,0` stands after line 12.
fn range(text: &str) -> Option<Range<usize>> {
    let (start, count) = text.split_once(',').unwrap_or((text, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    let start = if count == 0 { start.checked_add(1)? } else { start };
    Some(start..start.checked_add(count)?)
}

/// A name as Git writes it: in quotes, with escapes, where it holds what a line cannot; a tab ends a name with
/// spaces.
fn unquoted(name: &str) -> String {
    let name = name.trim_end_matches('\t');
    let Some(inner) = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return name.to_owned();
    };
    let mut out = Vec::new();
    let mut bytes = inner.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match bytes.next() {
            Some(b'n') => out.push(b'\n'),
            Some(b't') => out.push(b'\t'),
            Some(digit @ b'0'..=b'3') => {
                let mut value = u32::from(digit - b'0');
                while let Some(next @ b'0'..=b'7') = bytes.peek().copied().filter(|_| value < 32) {
                    value = value * 8 + u32::from(next - b'0');
                    bytes.next();
                }
                out.push(u8::try_from(value).unwrap_or(b'?'));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// From the first line in which two texts differ to the last, as one change; `None` where they do not. Line
/// ends are not looked at: a checkout may have others than the commit.
pub(crate) fn difference(old: &str, new: &str) -> Option<Hunk> {
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim_start_matches('\u{feff}').to_owned()).collect()
    };
    let (old, new) = (lines(old), lines(new));
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = |lines: &[String]| lines.len() - same;
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(rest(&old)).min(rest(&new));
    let hunk = Hunk { old: same + 1..old.len() - tail + 1, new: same + 1..new.len() - tail + 1 };
    (!hunk.old.is_empty() || !hunk.new.is_empty()).then_some(hunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_that_looks_like_a_header_is_content() {
        let log = "\x00100\n\ndiff --git sigs.yaml sigs.yaml\n--- sigs.yaml\n+++ sigs.yaml\n@@ -3 +3,2 @@ sigs:\n---- a\n+++ \
                   b\n+@@ -1 +1 @@\n\\ No newline at end of file\n\x00 99\n\x0090\n";
        let mut parts = Vec::new();
        read(log.as_bytes(), |part| {
            parts.push(match part {
                Part::Commit { seconds } => seconds.to_string(),
                Part::File { path, hunks } => format!("{path} {hunks:?}"),
            });
        })
        .expect("read");
        assert_eq!(parts, ["100", "sigs.yaml [Hunk { old: 3..4, new: 3..5 }]", "90"]);
    }

    #[test]
    fn a_change_touches_the_lines_it_changed_and_those_it_took_some_from() {
        let touches = |new: Range<usize>, lines: Range<usize>| Hunk { old: 1..2, new }.touches(&lines);
        assert!(touches(3..5, 4..6) && touches(3..5, 1..4));
        assert!(!touches(3..5, 5..6) && !touches(3..5, 1..3));
        // Lines taken out before line 4.
        assert!(touches(4..4, 3..5));
        assert!(!touches(4..4, 4..6) && !touches(4..4, 2..4));
    }

    #[test]
    fn names_are_read_as_git_quotes_them() {
        assert_eq!(unquoted("\"a\\\"b\\303\\274\\t\""), "a\"bü\t");
        assert_eq!(unquoted("a b.yaml\t"), "a b.yaml");
    }

    #[test]
    fn two_texts_differ_from_the_first_other_line_to_the_last() {
        assert_eq!(difference("a\nb\nc\n", "a\r\nb\r\nc\r\n"), None);
        assert_eq!(difference("a\nb\nc\n", "a\nx\ny\nc\n"), Some(Hunk { old: 2..3, new: 2..4 }));
        assert_eq!(difference("a\na\n", "a\na\na\n"), Some(Hunk { old: 3..3, new: 3..4 }));
        assert_eq!(difference("", "a\n"), Some(Hunk { old: 1..1, new: 1..2 }));
    }
}
