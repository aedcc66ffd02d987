//! Comments that allow a finding.

use std::ops::Range;

use folkmoot_diagnostics::{FileId, SourceFile, Sources, Span};

/// What introduces an allowance in a comment.
pub(crate) const MARK: &str = "folkmoot: allow";

/// Allowances read of one file; nobody writes more.
const MOST: usize = 1000;

/// Lines searched for what a comment speaks of.
const LINES_AHEAD: usize = 40;

/// `folkmoot: allow a, b -- reason`
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Comment {
    /// Checks it allows, with the place of each name.
    pub(super) checks: Vec<(String, Span)>,
    /// Why; empty where nothing is said.
    pub(super) reason: String,
    /// The whole comment.
    pub(super) span: Span,
    /// The line it speaks of, from 1.
    pub(super) line: usize,
}

impl Comment {
    /// Whether it allows that check.
    pub(super) fn names(&self, code: &str) -> bool {
        self.checks.iter().any(|(name, _)| name == code)
    }

    /// Whether it gives a reason; without one it allows nothing.
    pub(super) fn is_reasoned(&self) -> bool {
        !self.reason.is_empty()
    }
}

/// Every such comment of the files read so far.
pub(super) fn all(sources: &Sources) -> Vec<Comment> {
    sources.all().into_iter().flat_map(|(id, file)| of_file(id, &file)).collect()
}

fn of_file(id: FileId, file: &SourceFile) -> Vec<Comment> {
    let mut out = Vec::new();
    let fences = if is_markdown(file) { fences(file.text()) } else { Vec::new() };
    let is_shown = |at: usize| {
        let next = fences.partition_point(|fence| fence.end <= at);
        fences.get(next).is_some_and(|fence| fence.contains(&at))
    };
    // One comment a line: what follows on the line is its reason.
    let mut line_end = 0;
    for (at, _) in file.text().match_indices(MARK).take(MOST) {
        if at >= line_end && !is_shown(at) {
            out.extend(comment_at(id, file, at));
            line_end = file.text()[at..].find('\n').map_or(file.text().len(), |length| at + length);
        }
    }
    out
}

fn comment_at(id: FileId, file: &SourceFile, at: usize) -> Option<Comment> {
    let text = file.text();
    let line = file.position(at).line;
    let range = file.line_range(line)?;
    let before = &text[range.start..at];
    let opening = before.trim_end();
    let in_html = opening.ends_with("<!--");
    // In Markdown `#` begins a heading, or stands in an example.
    if in_html != is_markdown(file) || !in_html && !opening.ends_with('#') {
        return None;
    }
    // Between backticks it is shown, not made.
    if in_html && opening.matches('`').count() % 2 == 1 {
        return None;
    }
    let start = range.start + opening.len() - if in_html { 4 } else { 1 };
    // In YAML a `#` begins a comment only at the start of a line or after white space.
    if !in_html && !text[range.start..start].chars().next_back().is_none_or(char::is_whitespace) {
        return None;
    }
    let rest = text[at..range.end].trim_end();
    let rest = if in_html { rest.split("-->").next().unwrap_or(rest).trim_end() } else { rest };
    let names_from = at + MARK.len();
    let body = rest.get(MARK.len()..)?;
    let (names, reason) = match body.find("--") {
        Some(dashes) => (&body[..dashes], body[dashes + 2..].trim()),
        None => (body, ""),
    };
    let mut checks = Vec::new();
    for name in names.split(|c: char| c == ',' || c.is_whitespace()).filter(|name| !name.is_empty()) {
        // `name` is a slice of `names`: its offset is the distance of the two.
        let offset = name.as_ptr() as usize - names.as_ptr() as usize;
        let from = names_from + offset;
        checks.push((name.to_owned(), Span::new(id, from, from + name.len())));
    }
    let alone = text[range.start..start].trim().is_empty()
        && (!in_html || text[at..range.end].trim_end().ends_with("-->"));
    let speaks_of = if alone { next_line_with_content(file, line) } else { line };
    Some(Comment {
        checks,
        reason: reason.to_owned(),
        span: Span::new(id, start, at + rest.len()),
        line: speaks_of,
    })
}

/// Where code is shown in a Markdown text: what stands there allows nothing.
fn fences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (open, mark) {
            (None, Some(mark)) => open = Some((mark, at)),
            (Some((opened, start)), Some(mark)) if opened == mark => {
                out.push(start..at);
                open = None;
            }
            _ => {}
        }
        at += line.len();
    }
    out.extend(open.map(|(_, start)| start..text.len()));
    out
}

/// The first line after `line` that is neither empty nor a comment.
fn next_line_with_content(file: &SourceFile, line: usize) -> usize {
    let mut next = line + 1;
    while let Some(range) = file.line_range(next).filter(|_| next <= line + LINES_AHEAD) {
        let text = file.text()[range].trim();
        let comment = match is_markdown(file) {
            true => text.starts_with("<!--") && text.ends_with("-->"),
            false => text.starts_with('#'),
        };
        if !text.is_empty() && !comment {
            break;
        }
        next += 1;
    }
    next
}

fn is_markdown(file: &SourceFile) -> bool {
    let path = file.path().to_ascii_lowercase();
    path.ends_with(".md") || path.ends_with(".markdown")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, text: &str) -> Vec<Comment> {
        let sources = Sources::new();
        sources.add(path, text);
        all(&sources)
    }

    #[test]
    fn what_is_shown_as_code_allows_nothing() {
        let comment = "<!-- folkmoot: allow link-target-missing -- made later -->";
        let shown = format!("```\n{comment}\n```\nWrite `{comment}`.\n~~~\n```\n{comment}\n");
        assert_eq!(read("a.md", &shown).len(), 0);
        assert_eq!(read("a.md", &format!("```\n```\n{comment}\n[x](y)\n")).len(), 1);
    }

    #[test]
    fn a_comment_of_its_own_line_speaks_of_the_next() {
        let found =
            read("a.yaml", "a: 1\n# folkmoot: allow missing-charter, missing-chair -- forming\n\nb: 2\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 4);
        assert!(found[0].names("missing-charter") && found[0].names("missing-chair"));
        assert_eq!(found[0].reason, "forming");
    }

    #[test]
    fn a_comment_after_a_value_speaks_of_its_line() {
        let found = read("a.yaml", "a: 1 # folkmoot: allow label-mismatch -- older than the rule\n");
        assert_eq!((found[0].line, found[0].reason.as_str()), (1, "older than the rule"));
    }

    #[test]
    fn an_html_comment_ends_at_its_arrow() {
        let found = read("a.md", "<!-- folkmoot: allow link-target-missing -- made later -->\n[x](y)\n");
        assert_eq!((found[0].line, found[0].reason.as_str()), (2, "made later"));
    }

    #[test]
    fn a_comment_without_a_reason_is_kept_to_be_reported() {
        let found = read("a.yaml", "# folkmoot: allow label-mismatch\na: 1\n");
        assert!(!found[0].is_reasoned());
    }

    #[test]
    fn text_that_is_no_comment_allows_nothing() {
        assert!(read("a.yaml", "a: say folkmoot: allow x -- y\n").is_empty());
        assert!(read("a.yaml", "a: b# folkmoot: allow x -- y\n").is_empty());
        assert!(read("a.md", "```yaml\n# folkmoot: allow x -- y\n```\n").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_every_place_is_in_it(text in "(?s)([#<>!,\\- \n]|folkmoot: allow|missing-lead|é|.){0,40}") {
            for path in ["a.yaml", "a.md"] {
                let sources = Sources::new();
                sources.add(path, text.clone());
                for comment in all(&sources) {
                    proptest::prop_assert!(text.get(comment.span.range()).is_some());
                    for (name, span) in comment.checks {
                        proptest::prop_assert_eq!(text.get(span.range()), Some(name.as_str()));
                    }
                }
            }
        }
    }
}
