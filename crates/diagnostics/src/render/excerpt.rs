//! The few lines of a file that a finding shows, made safe and short enough for a terminal.
//!
//! A renderer is given these lines rather than the file: a file may be long, hold one line of a megabyte, or
//! order the terminal about. Offsets into the file map to offsets into the excerpt.

use std::ops::Range;

use super::visible::push_visible;
use crate::SourceFile;

/// Lines cut around what matters in them.
pub(super) struct Excerpt {
    /// Number of the first line, from 1.
    pub(super) first_line: usize,
    /// The lines, joined by newlines.
    pub(super) text: String,
    /// Source offset and excerpt offset of every character shown, and of every line's end.
    offsets: Vec<(usize, usize)>,
}

impl Excerpt {
    /// Lines `first..=last` of `file`, each cut to about `width` characters around those of `marks` (byte
    /// ranges of the file) that lie in it.
    pub(super) fn new(file: &SourceFile, lines: Range<usize>, marks: &[Range<usize>], width: usize) -> Self {
        let mut excerpt = Self { first_line: lines.start, text: String::new(), offsets: Vec::new() };
        for line in lines {
            let Some(range) = file.line_range(line) else { break };
            if !excerpt.offsets.is_empty() {
                excerpt.text.push('\n');
            }
            excerpt.push_line(file.text(), range, marks, width);
        }
        excerpt
    }

    fn push_line(&mut self, text: &str, line: Range<usize>, marks: &[Range<usize>], width: usize) {
        let end = line.end - usize::from(text[line.clone()].ends_with('\r'));
        let line = line.start..end;
        let shown = window(text, &line, marks, width);
        if shown.start > line.start {
            self.offsets.push((line.start, self.text.len()));
            self.text.push('…');
        }
        for (at, c) in text[shown.clone()].char_indices() {
            self.offsets.push((shown.start + at, self.text.len()));
            push_visible(&mut self.text, c);
        }
        self.offsets.push((shown.end, self.text.len()));
        if shown.end < line.end {
            self.text.push('…');
            self.offsets.push((line.end, self.text.len()));
        }
    }

    /// Where the excerpt shows source offset `at`; what it does not show maps to the nearest place before.
    pub(super) fn map(&self, at: usize) -> usize {
        let after = self.offsets.partition_point(|&(source, _)| source <= at);
        after.checked_sub(1).map_or(0, |index| self.offsets[index].1)
    }

    /// The column, from 1, at which the excerpt shows source offset `at`.
    pub(super) fn column(&self, at: usize) -> usize {
        let before = &self.text[..self.map(at)];
        before.chars().rev().take_while(|&c| c != '\n').count() + 1
    }

    /// Where the excerpt shows a source range.
    pub(super) fn map_range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.map(range.start);
        start..self.map(range.end).max(start)
    }
}

/// The part of a long line to show: about `width` characters, a third of them before the first mark.
fn window(text: &str, line: &Range<usize>, marks: &[Range<usize>], width: usize) -> Range<usize> {
    // Counting stops early: a line may be a megabyte.
    if text[line.clone()].char_indices().nth(width).is_none() {
        return line.clone();
    }
    let here = marks.iter().filter(|mark| mark.start <= line.end && mark.end >= line.start);
    let first = here.map(|mark| mark.start.max(line.start)).min().unwrap_or(line.start);
    let first = text.floor_char_boundary(first).clamp(line.start, line.end);
    let back = |from: usize, count: usize| match count.checked_sub(1) {
        Some(last) => text[line.start..from]
            .char_indices()
            .rev()
            .nth(last)
            .map_or(line.start, |(at, _)| line.start + at),
        None => from,
    };
    let forward =
        |from: usize, count: usize| text[from..line.end].char_indices().nth(count).map(|(at, _)| from + at);
    let start = back(first, width / 3);
    match forward(start, width) {
        Some(end) => start..end,
        // The line ends before the window is full: show more of its beginning.
        None => back(line.end, width)..line.end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sources;

    fn excerpt(text: &str, mark: Range<usize>, width: usize) -> (String, String) {
        let sources = Sources::new();
        let file = sources.get(sources.add("a", text));
        let line = file.position(mark.start).line;
        let excerpt = Excerpt::new(&file, line..line + 1, std::slice::from_ref(&mark), width);
        let marked = excerpt.text[excerpt.map_range(&mark)].to_owned();
        (excerpt.text, marked)
    }

    #[test]
    fn a_short_line_stays_as_it_is() {
        assert_eq!(excerpt("one\ntwo three\r\n", 8..13, 40), ("two three".into(), "three".into()));
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{} here {}", "ä".repeat(500), "b".repeat(500));
        let at = text.find("here").expect("it is there");
        let (shown, marked) = excerpt(&text, at..at + 4, 30);
        assert_eq!(shown, format!("…{} here {}…", "ä".repeat(9), "b".repeat(15)));
        assert_eq!(marked, "here");
    }

    #[test]
    fn a_mark_at_the_end_of_a_long_line_shows_what_leads_to_it() {
        let text = format!("{}end", "x".repeat(100));
        assert_eq!(excerpt(&text, 100..103, 10), ("…xxxxxxxend".into(), "end".into()));
    }

    #[test]
    fn escapes_shift_the_mark() {
        assert_eq!(excerpt("\u{1b}[2Jx mark", 6..10, 40), ("\\u{1b}[2Jx mark".into(), "mark".into()));
    }
}
