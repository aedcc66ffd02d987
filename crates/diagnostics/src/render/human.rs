//! A terminal, in the manner of the Rust compiler: what is wrong, the lines with labels under them, why it
//! matters, how to mend it, and the fix as a small diff.
//!
//! Text of the repository reaches the terminal only through [`visible`]. Where several
//! findings share a reason it is given once, with the first.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet,
};

use super::excerpt::Excerpt;
use super::visible;
use crate::{Applicability, Diagnostic, Edit, Fix, Label, Severity, SourceFile, Sources};

/// Labels further apart than this many lines get excerpts of their own.
const GAP: usize = 12;
/// A labelled range of more lines than this is shown by its first line alone.
const TALLEST: usize = 6;
/// Edits of a fix that are shown; the rest is counted.
const MOST_EDITS: usize = 6;

/// How the terminal is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// Whether it understands colours (ANSI escapes).
    pub color: bool,
    /// How many columns it has; 40 is the least that is used.
    pub width: usize,
}

/// Every finding with an empty line after it.
pub fn render(findings: &[Diagnostic], sources: &Sources, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let width = style.width.max(40);
    let renderer = renderer.term_width(width);
    let mut reasons = BTreeSet::new();
    let mut out = String::new();
    for finding in findings {
        let mut page = Page { sources, width, corrections: Vec::new() };
        let report = page.report(finding, &mut reasons);
        let mut text = renderer.render(&report);
        for (shown, right) in page.corrections {
            text = text.replacen(&shown, &right, 1);
        }
        out.push_str(&text);
        out.push_str("\n\n");
    }
    out
}

/// One finding on its way to the terminal.
struct Page<'s> {
    sources: &'s Sources,
    width: usize,
    /// `path:line:column` as the renderer derives it from a cut or escaped line, and as it is in the file.
    corrections: Vec<(String, String)>,
}

/// Labels of one file that stand close together.
struct Cluster<'a> {
    file: Arc<SourceFile>,
    /// Lines of the labels, from 1, end excluded.
    lines: Range<usize>,
    labels: Vec<(bool, Range<usize>, &'a str)>,
}

impl Page<'_> {
    fn report<'a>(
        &mut self,
        finding: &'a Diagnostic,
        reasons: &mut BTreeSet<(&'a str, &'a str)>,
    ) -> Vec<Group<'a>> {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.primary_title(wrap(&finding.message, self.width, 0)).id(finding.code);
        let mut group = Group::with_title(title).elements(self.places(&finding.labels));
        for why in &finding.why {
            if reasons.insert((finding.code, why)) {
                group = group.element(Level::NOTE.with_name("why").message(wrap(why, self.width, 12)));
            }
        }
        for help in &finding.help {
            group = group.element(Level::HELP.message(wrap(help, self.width, 12)));
        }
        let mut groups = vec![group];
        if let Some(fix) = &finding.fix {
            groups.push(self.suggestion(fix, finding));
        }
        groups
    }

    fn places<'a>(&mut self, labels: &'a [Label]) -> Vec<Element<'a>> {
        let mut elements = Vec::new();
        for cluster in clusters(labels, self.sources) {
            let (_, first, message) = &cluster.labels[0];
            // A finding about a file as a whole points before its first byte: there is nothing to underline.
            if cluster.labels.len() == 1 && *first == (0..0) {
                elements.push(Origin::path(visible(cluster.file.path()).into_owned()).into());
                if !message.is_empty() {
                    let level = Level::NOTE.with_name("here");
                    elements.push(level.message(wrap(message, self.width, 12)).into());
                }
                continue;
            }
            let marks: Vec<Range<usize>> = cluster.labels.iter().map(|(_, range, _)| range.clone()).collect();
            let excerpt = Excerpt::new(&cluster.file, cluster.lines, &marks, self.width * 2);
            let annotations: Vec<Annotation<'a>> = cluster
                .labels
                .iter()
                .map(|(primary, range, message)| {
                    let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                    kind.span(excerpt.map_range(range)).label(one_line(message))
                })
                .collect();
            let path = self.place(&cluster.file, &excerpt, first.start);
            let snippet = Snippet::source(excerpt.text).line_start(excerpt.first_line).path(path);
            elements.push(snippet.annotations(annotations).into());
        }
        elements
    }

    /// The path to give the renderer, which will add line and column as the excerpt has them.
    fn place(&mut self, file: &SourceFile, excerpt: &Excerpt, at: usize) -> String {
        let path = visible(file.path()).into_owned();
        let right = file.position(at);
        let shown = excerpt.column(at);
        if shown != right.column {
            let line = right.line;
            self.corrections
                .push((format!("{path}:{line}:{shown}"), format!("{path}:{line}:{}", right.column)));
        }
        path
    }

    fn suggestion<'a>(&mut self, fix: &'a Fix, finding: &Diagnostic) -> Group<'a> {
        let mut title = fix.message.clone();
        if fix.applicability == Applicability::Safe {
            title.push_str(" (`--fix` does it)");
        }
        if fix.edits.len() > MOST_EDITS {
            title.push_str(&format!("; {} more edits are not shown", fix.edits.len() - MOST_EDITS));
        }
        let mut group = Group::with_title(Level::HELP.secondary_title(wrap(&title, self.width, 6)));
        let mut edits: Vec<&Edit> = fix.edits.iter().take(MOST_EDITS).collect();
        edits.sort();
        let primary = finding.span().map(|span| span.file);
        for edits in edits.chunk_by(|a, b| close(a, b, self.sources)) {
            let file = self.sources.get(edits[0].span.file);
            let marks: Vec<Range<usize>> = edits.iter().map(|edit| edit.span.range()).collect();
            let end = marks.iter().map(|mark| mark.end).max().unwrap_or_default();
            let lines = file.position(marks[0].start).line..file.position(end).line + 1;
            let excerpt = Excerpt::new(&file, lines, &marks, self.width.saturating_sub(10));
            let patches: Vec<Patch<'a>> = edits
                .iter()
                .map(|edit| {
                    let replacement = visible(&edit.replacement).into_owned();
                    Patch::new(excerpt.map_range(&edit.span.range()), replacement)
                })
                .collect();
            let path =
                (primary != Some(edits[0].span.file)).then(|| self.place(&file, &excerpt, marks[0].start));
            let snippet = Snippet::source(excerpt.text).line_start(excerpt.first_line).path(path);
            group = group.element(snippet.patches(patches));
        }
        group
    }
}

/// Gathers labels that can share an excerpt; the primary label's cluster comes first.
fn clusters<'a>(labels: &'a [Label], sources: &Sources) -> Vec<Cluster<'a>> {
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let file = sources.get(label.span.file);
        let range = shown_range(&file, label.span.range());
        let lines = file.position(range.start).line..file.position(range.end).line + 1;
        let entry = (index == 0, range, label.message.as_str());
        let near = |cluster: &&mut Cluster<'_>| {
            cluster.file.path() == file.path()
                && lines.start <= cluster.lines.end + GAP
                && cluster.lines.start <= lines.end + GAP
        };
        if let Some(cluster) = clusters.iter_mut().find(near) {
            cluster.lines = cluster.lines.start.min(lines.start)..cluster.lines.end.max(lines.end);
            cluster.labels.push(entry);
        } else {
            clusters.push(Cluster { file, lines, labels: vec![entry] });
        }
    }
    clusters
}

/// `range` inside the file, without blanks at its end, and of a tall range its first line.
fn shown_range(file: &SourceFile, range: Range<usize>) -> Range<usize> {
    let text = file.text();
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let mut end = text.ceil_char_boundary(range.end.min(text.len())).max(start);
    while end > start && matches!(text.as_bytes()[end - 1], b'\n' | b'\r' | b' ') {
        end -= 1;
    }
    let first = file.position(start).line;
    if file.position(end).line - first >= TALLEST {
        end = file.line_range(first).map_or(end, |line| line.end.max(start));
    }
    start..end
}

fn close(a: &Edit, b: &Edit, sources: &Sources) -> bool {
    if a.span.file != b.span.file {
        return false;
    }
    let file = sources.get(a.span.file);
    file.position(b.span.start as usize).line <= file.position(a.span.end as usize).line + 2
}

fn one_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// Breaks `text` between words so that it fits beside an indentation of `indent` columns.
fn wrap(text: &str, width: usize, indent: usize) -> String {
    let room = width.saturating_sub(indent).max(24);
    let mut out = String::new();
    for (number, line) in visible(text).lines().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let mut used = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                out.push('\n');
                used = 0;
            } else if used > 0 {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += length;
        }
    }
    out
}
