//! New values as text.

use std::ops::Range;

use super::Editor;
use crate::emit::{ScalarForm, emit_faithfully, one_line};
use crate::resolve::{GoKind, go_kind, is_base60, is_yaml11_bool};
use crate::{Out, ScalarStyle, Style};

/// `value` in the manner of the scalar `raw` that starts at `at`.
pub(super) fn scalar_like(
    editor: &Editor<'_>,
    raw: &str,
    style: ScalarStyle,
    at: usize,
    value: &str,
) -> String {
    if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
        let comment = raw.lines().next().and_then(|header| header.find(" #").map(|hash| &header[hash..]));
        let comment = comment.unwrap_or_default();
        return match block_like(editor, raw, style, at, value) {
            Some((header, lines)) => format!("{header}{comment}{lines}"),
            None => format!("{}{comment}", quoted(value, ScalarForm::Plain, false)),
        };
    }
    let wanted = match style {
        ScalarStyle::SingleQuoted => ScalarForm::SingleQuoted,
        ScalarStyle::DoubleQuoted => ScalarForm::DoubleQuoted,
        _ => ScalarForm::Plain,
    };
    let in_flow = in_brackets(editor.text, at);
    quoted(value, wanted, in_flow)
}

/// Header and lines of `value` as a block in place of the block `raw`; `None` where a block cannot hold it.
fn block_like(
    editor: &Editor<'_>,
    raw: &str,
    style: ScalarStyle,
    at: usize,
    value: &str,
) -> Option<(String, String)> {
    // Blank lines that follow the block could otherwise become part of it.
    if value.ends_with("\n\n") || value == "\n" {
        return None;
    }
    let line = super::layout::line_start(editor.text, at);
    let above = editor.text[line..at].len() - editor.text[line..at].trim_start_matches([' ', '-']).len();
    let written = raw.lines().skip(1).find(|line| !line.trim().is_empty());
    let indent = written.map(|line| line.len() - line.trim_start_matches(' ').len());
    let usual = above + usize::from(editor.style.indent.max(2));
    let indent = indent.filter(|&indent| indent > above).unwrap_or(usual);
    let (header, text) = if style == ScalarStyle::Literal && !value.contains('\n') {
        // A text of one line stays a block where the person wrote it as one.
        let ordinary = !value.is_empty()
            && value.trim() == value
            && one_line(value, ScalarForm::SingleQuoted).starts_with('\'');
        ordinary.then(|| ("|-".to_owned(), value.to_owned()))?
    } else {
        let out = if style == ScalarStyle::Folded { Out::folded(value) } else { Out::str(value) };
        let text = emit_faithfully(&out, &Style { indent: 2, ..editor.style });
        let (header, lines) = text.split_once('\n')?;
        if !header.starts_with(['|', '>']) || header.contains(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        (header.to_owned(), lines.trim_end_matches('\n').to_owned())
    };
    let mut lines = String::new();
    for line in text.split('\n') {
        lines.push('\n');
        if !line.is_empty() {
            lines.push_str(&" ".repeat(indent));
            lines.push_str(line.strip_prefix("  ").unwrap_or(line));
        }
    }
    Some((header, editor.in_newlines(&lines)))
}

/// The key `key` in place of the one at `range`, quoted as that was where it can be.
pub(super) fn key_like(text: &str, range: Range<usize>, key: &str) -> Option<String> {
    let wanted = match text.as_bytes().get(range.start) {
        Some(b'\'') => ScalarForm::SingleQuoted,
        Some(b'"') => ScalarForm::DoubleQuoted,
        Some(b'|' | b'>' | b'*') => return None,
        _ => ScalarForm::Plain,
    };
    let new = quoted(key, wanted, in_brackets(text, range.start));
    // YAML asks for a colon within 1024 characters.
    (new.chars().count() < 1000).then_some(new)
}

/// `text` on one line, as `wanted` where that reads back the same.
fn quoted(text: &str, wanted: ScalarForm, in_flow: bool) -> String {
    if wanted != ScalarForm::Plain {
        return one_line(text, wanted);
    }
    let typed = go_kind(text) != GoKind::Str || is_yaml11_bool(text) || is_base60(text) || text == "<<";
    if typed {
        return one_line(text, ScalarForm::DoubleQuoted);
    }
    let flow_sign = in_flow && text.contains([',', '[', ']', '{', '}', ':', '?', '#', '"', '\'']);
    one_line(text, if flow_sign { ScalarForm::SingleQuoted } else { ScalarForm::Plain })
}

/// `text` as it can stand between brackets.
pub(super) fn flow_scalar(text: &str) -> String {
    quoted(text, ScalarForm::Plain, true)
}

/// `value` as it can stand between brackets.
pub(super) fn in_flow(value: &Out<'_>) -> Option<String> {
    Some(match value {
        Out::Str(text) | Out::Folded(text) => flow_scalar(text),
        Out::Plain(text) => text.clone().into_owned(),
        Out::Seq(items) => format!("[{}]", items.iter().map(in_flow).collect::<Option<Vec<_>>>()?.join(", ")),
        Out::Map(entries) => {
            let mut parts = Vec::with_capacity(entries.len());
            for (key, value) in entries {
                parts.push(format!("{}: {}", flow_scalar(key), in_flow(value)?));
            }
            format!("{{{}}}", parts.join(", "))
        }
    })
}

/// Whether `at` is inside brackets: a bracket is open on the way from the start of a line that has none.
fn in_brackets(text: &str, at: usize) -> bool {
    // Cheap and safe: a value that stands behind an opening bracket or a comma, or before a closing one, is
    // quoted as if it were inside.
    let before = text[..at].trim_end();
    let line = &text[super::layout::line_start(text, at)..at];
    before.ends_with(['[', '{', ',']) || line.contains(['[', '{'])
}

/// The lines of `key: value` in column `column`, the first one without its indentation.
pub(super) fn entry(editor: &Editor<'_>, key: &str, value: &Out<'_>, column: usize) -> String {
    let lines = emit_faithfully(&Out::Map(vec![(key.into(), value.clone())]), &editor.style);
    indented(&lines, column)
}

/// The lines of `- value` in column `column`, the first one without its indentation.
pub(super) fn item(editor: &Editor<'_>, value: &Out<'_>, column: usize) -> String {
    indented(&emit_faithfully(&Out::Seq(vec![value.clone()]), &editor.style), column)
}

/// What follows a key in column `column`: from its colon to the newline at the end.
pub(super) fn after_key(editor: &Editor<'_>, value: &Out<'_>, column: usize) -> String {
    let lines = entry(editor, "k", value, column);
    lines.strip_prefix('k').unwrap_or(&lines).to_owned()
}

fn indented(lines: &str, column: usize) -> String {
    let indent = " ".repeat(column);
    let mut out = String::new();
    for (nth, line) in lines.split_inclusive('\n').enumerate() {
        if nth > 0 && line != "\n" {
            out.push_str(&indent);
        }
        out.push_str(line);
    }
    out
}
