//! Writing scalars in their five forms.

use super::analysis::{analyze, is_break, is_printable};
use super::writer::Writer;

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ScalarForm {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// The form nearest to `wanted` that can hold `text`.
pub(super) fn allowed_form(
    text: &str,
    wanted: ScalarForm,
    simple_key: bool,
    tabs_are_special: bool,
) -> ScalarForm {
    let analysis = analyze(text, tabs_are_special);
    let mut form = wanted;
    if simple_key && analysis.multiline {
        form = ScalarForm::DoubleQuoted;
    }
    if form == ScalarForm::Plain && (!analysis.plain || (text.is_empty() && simple_key)) {
        form = ScalarForm::SingleQuoted;
    }
    if form == ScalarForm::SingleQuoted && !analysis.single_quoted {
        form = ScalarForm::DoubleQuoted;
    }
    let block = matches!(form, ScalarForm::Literal | ScalarForm::Folded);
    if block && (!analysis.block || simple_key) {
        form = ScalarForm::DoubleQuoted;
    }
    form
}

/// Writes `text`; `allow_breaks` lets long lines be folded.
pub(super) fn write(writer: &mut Writer, text: &str, form: ScalarForm, allow_breaks: bool) {
    match form {
        ScalarForm::Plain => plain(writer, text, allow_breaks),
        ScalarForm::SingleQuoted => single_quoted(writer, text, allow_breaks),
        ScalarForm::DoubleQuoted => double_quoted(writer, text, allow_breaks),
        ScalarForm::Literal => literal(writer, text),
        ScalarForm::Folded => folded(writer, text),
    }
}

fn plain(writer: &mut Writer, text: &str, allow_breaks: bool) {
    // Before 2020 a space was written even for nothing.
    if (!text.is_empty() || writer.is_2019()) && !writer.whitespace {
        writer.put(' ');
    }
    words(writer, text, allow_breaks, false);
    if !text.is_empty() || writer.is_2019() {
        writer.whitespace = false;
    }
    writer.indention = false;
}

/// As [`write`] a plain scalar that [`super::analysis::is_ordinary`] and fits in its line.
pub(super) fn ordinary(writer: &mut Writer, text: &str) {
    if !writer.whitespace {
        writer.put(' ');
    }
    writer.put_text(text, text.len());
    writer.whitespace = false;
    writer.indention = false;
}

fn single_quoted(writer: &mut Writer, text: &str, allow_breaks: bool) {
    writer.indicator("'", true, false, false);
    words(writer, text, allow_breaks, true);
    writer.indicator("'", false, false, false);
    writer.whitespace = false;
    writer.indention = false;
}

/// The text of a plain or single-quoted scalar, folded at spaces.
fn words(writer: &mut Writer, text: &str, allow_breaks: bool, quoted: bool) {
    let folds = allow_breaks && !writer.has_width_for(text);
    if !folds && text.is_ascii() && !text.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\'')) {
        writer.put_text(text, text.len());
        writer.indention = false;
        return;
    }
    let (mut spaces, mut breaks) = (false, false);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        if character == ' ' {
            let inside = next.is_some_and(|next| next != ' ') && (!quoted || at > 0);
            if allow_breaks && !spaces && writer.column > writer.best_width && inside {
                writer.write_indent();
            } else {
                writer.put(' ');
            }
            spaces = true;
        } else if is_break(character) {
            if !breaks && character == '\n' {
                writer.put_break();
            }
            writer.copy_break(character);
            breaks = true;
        } else {
            if breaks {
                writer.write_indent();
            }
            if quoted && character == '\'' {
                writer.put('\'');
            }
            writer.put(character);
            writer.indention = false;
            (spaces, breaks) = (false, false);
        }
    }
}

fn double_quoted(writer: &mut Writer, text: &str, allow_breaks: bool) {
    writer.indicator("\"", true, false, false);
    // go-yaml asks whether the *text* starts with a byte-order mark where it means the character, and so
    // escapes every character of one that does.
    let all_escaped = text.starts_with('\u{FEFF}');
    let mut spaces = false;
    for (at, character) in text.char_indices() {
        let rest = &text[at + character.len_utf8()..];
        if all_escaped || !is_printable(character) || is_break(character) || matches!(character, '"' | '\\') {
            escape(writer, character);
            spaces = false;
        } else if character == ' ' {
            if allow_breaks && !spaces && writer.column > writer.best_width && at > 0 && !rest.is_empty() {
                writer.write_indent();
                if rest.starts_with(' ') {
                    writer.put('\\');
                }
            } else {
                writer.put(' ');
            }
            spaces = true;
        } else {
            writer.put(character);
            spaces = false;
        }
    }
    writer.indicator("\"", false, false, false);
    writer.whitespace = false;
    writer.indention = false;
}

fn escape(writer: &mut Writer, character: char) {
    let short = match character {
        '\0' => '0',
        '\u{7}' => 'a',
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{B}' => 'v',
        '\u{C}' => 'f',
        '\r' => 'r',
        '\u{1B}' => 'e',
        '"' => '"',
        '\\' => '\\',
        '\u{85}' => 'N',
        '\u{A0}' => '_',
        '\u{2028}' => 'L',
        '\u{2029}' => 'P',
        _ => {
            let code = u32::from(character);
            let long = match code {
                0..=0xFF => format!("\\x{code:02X}"),
                0x100..=0xFFFF => format!("\\u{code:04X}"),
                _ => format!("\\U{code:08X}"),
            };
            writer.put_text(&long, long.len());
            return;
        }
    };
    writer.put('\\');
    writer.put(short);
}

/// `|` or `>` with the digit and sign that the text's ends need.
fn block_header(writer: &mut Writer, text: &str, indicator: &str) {
    writer.indicator(indicator, true, false, false);
    if text.starts_with(|first| first == ' ' || is_break(first)) {
        let hint = writer.indent_hint();
        writer.indicator(&hint, false, false, false);
    }
    let mut ends = text.chars().rev();
    let chomping = match (ends.next().is_some_and(is_break), ends.next()) {
        (false, _) => Some("-"),
        (true, None) => Some("+"),
        (true, Some(before)) => is_break(before).then_some("+"),
    };
    if let Some(sign) = chomping {
        writer.indicator(sign, false, false, false);
    }
    // go-yaml 3.0 leaves the line break to what comes first in the text, which loses a break that does.
    if writer.is_older() {
        writer.put_break();
    }
    writer.whitespace = true;
}

fn literal(writer: &mut Writer, text: &str) {
    block_header(writer, text, "|");
    let mut breaks = true;
    for character in text.chars() {
        if is_break(character) {
            writer.copy_break(character);
            breaks = true;
        } else {
            if breaks {
                writer.write_indent();
            }
            writer.put(character);
            writer.indention = false;
            breaks = false;
        }
    }
}

fn folded(writer: &mut Writer, text: &str) {
    block_header(writer, text, ">");
    // go-yaml looks for what follows the breaks at the start of the text, not at those it is writing.
    let start_is_blank = text.trim_start_matches(is_break).starts_with([' ', '\t', '\0']);
    let (mut breaks, mut leading_spaces) = (true, true);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if is_break(character) {
            if !breaks && !leading_spaces && character == '\n' && !start_is_blank {
                writer.put_break();
            }
            writer.copy_break(character);
            breaks = true;
        } else {
            if breaks {
                writer.write_indent();
                leading_spaces = matches!(character, ' ' | '\t');
            }
            let folds = !breaks
                && character == ' '
                && characters.peek().is_some_and(|&next| next != ' ')
                && writer.column > writer.best_width;
            if folds {
                writer.write_indent();
            } else {
                writer.put(character);
            }
            writer.indention = false;
            breaks = false;
        }
    }
}
