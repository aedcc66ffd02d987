//! Syntax mistakes in plain words: what stands there, and the cure.

use std::ops::Range;

use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, FileId, Span};
use granit_parser::{ErrorKind, ScanError};

/// A message, the words at the place, and the cure.
struct Words {
    message: String,
    label: &'static str,
    help: String,
    /// Whether quotes around the place would mend it.
    quote: bool,
}

fn words(message: impl Into<String>, label: &'static str, help: impl Into<String>) -> Words {
    Words { message: message.into(), label, help: help.into(), quote: false }
}

fn unquoted(message: impl Into<String>, label: &'static str) -> Words {
    Words { quote: true, ..words(message, label, "put quotes around the whole value") }
}

/// The finding for a syntax error of the parser.
pub(super) fn explain(text: &str, file: FileId, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return Diagnostic::error("yaml-limit", "nested too deep")
            .at(Span::new(file, at, at), "the rest of the file was not read")
            .why("nothing in a community is nested this deep; such files are made to exhaust their readers")
            .help("flatten the data");
    }
    if *error.kind() == ErrorKind::TooManyComments {
        return too_many_comments(Span::new(file, at, at));
    }
    let (range, words) = place_and_words(text, at, error.kind());
    let span = Span::new(file, range.start, range.end);
    let quoted = words.quote.then(|| format!("'{}'", text[range].replace('\'', "''")));
    let finding = Diagnostic::error("yaml-syntax", words.message)
        .at(span, words.label)
        .why("what follows cannot be read; nothing below this place was looked at")
        .help(words.help);
    match quoted {
        // Only a person knows whether all of it is one value.
        Some(replacement) => {
            let edits = vec![Edit { span, replacement }];
            finding.fix("put quotes around the whole value", Applicability::Suggestion, edits)
        }
        None => finding,
    }
}

/// The finding for more comments than are read.
pub(super) fn too_many_comments(span: Span) -> Diagnostic {
    Diagnostic::error("yaml-limit", "too many comments")
        .at(span, "the rest of the file was not read")
        .why("a file of that many comments is not a list of people and groups")
        .help("remove comments that nobody needs")
}

fn place_and_words(text: &str, at: usize, kind: &ErrorKind) -> (Range<usize>, Words) {
    use ErrorKind as E;
    let line = line_range(text, at);
    if let Some(tabs) = indenting_tabs(text, &line)
        && !matches!(kind, E::UnclosedQuotedScalar | E::UnclosedFlowCollection { .. })
    {
        let help = "use spaces instead, as many as the lines around it have";
        return (tabs, words("a tab is used as indentation", "YAML indents with spaces only", help));
    }
    let here = at..next_char(text, at);
    match kind {
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::MappingKeyNotAllowed
        | E::UnexpectedEofImplicitFlowMapping => colon(text, at, line),
        E::UnexpectedCharacter { character } => {
            let message = format!("a value cannot start with `{}`", character.escape_debug());
            (value_range(text, at), unquoted(message, "its first character is reserved by YAML"))
        }
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidFlowScalarIndent => unclosed_quote(text, at),
        E::InvalidTrailingDoubleQuotedScalar => {
            let help = "put the whole value in quotes, and write `\\\"` for a quote inside";
            (rest_of_line(text, at), words("text follows the closing `\"`", "outside the quotes", help))
        }
        E::InvalidTrailingSingleQuotedScalar => {
            let help = "put the whole value in quotes, and write `''` for a quote or apostrophe inside";
            (rest_of_line(text, at), words("text follows the closing `'`", "outside the quotes", help))
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape
        | E::InvalidLowSurrogate
        | E::InvalidLowSurrogateHexEscape
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => {
            let help = "write `\\\\` for a backslash, or use single quotes, where it means itself";
            (bad_escape(text, at), words("a `\\` is followed by what is no escape", "in double quotes", help))
        }
        E::UnclosedFlowCollection { open } => {
            let close = if *open == '[' { ']' } else { '}' };
            let help = format!(
                "close it with `{close}`, or put quotes around the value if `{open}` is meant as text"
            );
            (here, words(format!("`{open}` is never closed"), "opened here", help))
        }
        E::UnexpectedEofFlowSequence | E::ExpectedFlowSequenceSeparator => (
            here,
            words(
                "`,` or `]` is missing",
                "expected before this",
                "separate the items with commas and end the list with `]`",
            ),
        ),
        E::UnexpectedEofFlowMapping | E::ExpectedFlowMappingSeparator => (
            here,
            words(
                "`,` or `}` is missing",
                "expected before this",
                "separate the entries with commas and end the mapping with `}`",
            ),
        ),
        E::MisplacedFlowCollectionEnd => (
            here,
            words(
                "a closing bracket without an opening one",
                "nothing is open here",
                "remove it, or put quotes around the value",
            ),
        ),
        E::MismatchedFlowCollectionEnd { open, close } => (
            here,
            words(
                format!("`{open}` is closed by `{close}`"),
                "the wrong bracket",
                "make the two brackets match",
            ),
        ),
        E::ExpectedBlockMappingKey
        | E::InvalidIndentation
        | E::ExpectedBlockSequenceEntry
        | E::UnexpectedEofBlockMapping
        | E::UnexpectedEofBlockSequence
        | E::ExpectedDocumentStart => indentation(text, at, line),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection => {
            let help =
                "start the list on the next line, or put quotes around the value if `-` is meant as text";
            (here, words("a list cannot start here", "a `-` on the line of its key", help))
        }
        E::CommentInterceptedScalar => {
            let help = "put quotes around the whole value, or move the comment above it";
            (
                rest_of_line(text, at),
                words("a comment stands inside a value", "the value goes on below", help),
            )
        }
        E::CommentNotSeparated => (
            rest_of_line(text, at),
            words("a comment needs a space before its `#`", "here", "put a space before `#`"),
        ),
        E::TabInPlainScalar => (
            rest_of_line(text, at),
            words(
                "a tab stands in this value",
                "here",
                "replace the tab by a space, or put quotes around the value",
            ),
        ),
        E::InvalidBlockScalarIndent
        | E::TabAtBlockScalarStart
        | E::InvalidBlockScalarHeader
        | E::ZeroBlockScalarIndent => {
            let help = "put nothing but `|` or `>` after the colon, and indent all lines below by the same number of spaces";
            (here, words("the text block is not well-formed", "here", help))
        }
        E::BomInsideDocument => {
            (here, words("a byte-order mark stands inside the file", "invisible", "delete it"))
        }
        other => (here, words(other.to_string(), "here", "compare with the lines around it")),
    }
}

/// A colon where no key can be: most often a value with `: ` in it, or a line indented unlike its neighbours.
fn colon(text: &str, at: usize, line: Range<usize>) -> (Range<usize>, Words) {
    let written = &text[line.clone()];
    let indent = written.len() - written.trim_start_matches([' ', '-']).len();
    let first = written.find(": ").map(|colon| line.start + colon);
    if let Some(key_end) = first.filter(|&colon| colon < at && !written[indent..].starts_with(['"', '\''])) {
        let spaces = text[key_end + 2..].bytes().take_while(|&byte| byte == b' ').count();
        let value = value_range(text, (key_end + 2 + spaces).min(line.end));
        if value.start < value.end {
            return (
                value,
                unquoted("`: ` cannot stand in an unquoted value", "read as a key inside a value"),
            );
        }
    }
    if let Some(above) = glued_key(text, &line) {
        return (
            above,
            words(
                "a space is missing after the colon",
                "not a key without it",
                "write a space after the colon",
            ),
        );
    }
    let help = "indent this line as the other keys of its mapping are, or put quotes around the value above if it goes on here";
    let key = line.start + indent.min(written.len())..next_char(text, at);
    (
        key.start.min(at)..key.end,
        words("a key cannot stand here", "indented deeper than the line above allows", help),
    )
}

/// `name:value` on the line above: a plain text, which then swallows the next line.
fn glued_key(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let above = line_range(text, line.start.checked_sub(1)?);
    let written = text[above.clone()].trim_end();
    let start = written.len() - written.trim_start_matches([' ', '-']).len();
    let colon = written[start..].find(':')?;
    let key = &written[start..start + colon];
    let is_name = !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let glued = written[start + colon + 1..].chars().next().is_some_and(|next| !matches!(next, ' ' | '/'));
    (is_name && glued).then(|| above.start + start..above.start + written.len())
}

fn indentation(text: &str, at: usize, line: Range<usize>) -> (Range<usize>, Words) {
    let written = &text[line.clone()];
    let indent = written.len() - written.trim_start_matches(' ').len();
    let range = at.max(line.start + indent)..rest_of_line(text, at).end;
    let range = if range.start < range.end { range } else { at..next_char(text, at) };
    let help = if written.trim_start().starts_with("- ") {
        "indent the `-` as those of the list it belongs to"
    } else {
        "give this line the indentation of the mapping or list it belongs to"
    };
    let message = format!("the indentation of this line, {indent} spaces, fits nothing above it");
    (range, words(message.replace("1 spaces", "1 space"), "belongs to nothing", help))
}

fn unclosed_quote(text: &str, at: usize) -> (Range<usize>, Words) {
    // The parser names the place where it gave up; the quote stands before it.
    let opening = |byte: u8| matches!(byte, b'"' | b'\'');
    let line = line_range(text, at);
    let starts_here = text.as_bytes().get(at).copied().is_some_and(opening);
    let place = if starts_here {
        at
    } else {
        let value_quote = |quote: &usize| {
            let before = text[..*quote].bytes().next_back();
            before.is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'[' | b'{' | b','))
        };
        let before = &text[..line.start.max(at).min(text.len())];
        before.rmatch_indices(['"', '\'']).map(|(quote, _)| quote).find(value_quote).unwrap_or(at)
    };
    let quote = text[place..].chars().next().filter(|quote| matches!(quote, '"' | '\'')).unwrap_or('"');
    let help = format!("close it with `{quote}` at the end of the value");
    (
        rest_of_line(text, place),
        words(format!("a `{quote}` is opened and not closed"), "the quote starts here", help),
    )
}

fn bad_escape(text: &str, at: usize) -> Range<usize> {
    let mut from = at;
    while let Some(backslash) = text[from..].find('\\').map(|found| from + found) {
        let next = text[backslash + 1..].chars().next();
        if next.is_none_or(|next| {
            !"0abt\tnvfre \"/\\N_LPxuU\n\r".contains(next) || matches!(next, 'x' | 'u' | 'U')
        }) {
            let end = next.map_or(backslash + 1, |next| backslash + 1 + next.len_utf8());
            return backslash..end;
        }
        from = backslash + 1 + next.map_or(0, char::len_utf8);
    }
    rest_of_line(text, at)
}

fn line_range(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..end
}

fn indenting_tabs(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let written = &text[line.clone()];
    let indent = written.len() - written.trim_start_matches([' ', '\t']).len();
    let tab = written[..indent].find('\t')?;
    Some(line.start + tab..line.start + indent)
}

fn rest_of_line(text: &str, at: usize) -> Range<usize> {
    let line = line_range(text, at);
    let end = line.start + text[line.clone()].trim_end().len();
    if end > at { at..end } else { at..next_char(text, at) }
}

/// From `at` to the end of the value that is there: a comment does not belong to it.
fn value_range(text: &str, at: usize) -> Range<usize> {
    let line = rest_of_line(text, at);
    let end = text[line.clone()].find(" #").map_or(line.end, |hash| line.start + hash);
    line.start..line.start + text[line.start..end].trim_end().len()
}

fn next_char(text: &str, at: usize) -> usize {
    match text[at..].chars().next() {
        Some('\n' | '\r') | None => at,
        Some(next) => at + next.len_utf8(),
    }
}
