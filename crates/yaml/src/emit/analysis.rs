//! Which forms a scalar's text allows.

/// What go-yaml finds in a scalar before it chooses how to write it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Analysis {
    pub(super) multiline: bool,
    pub(super) plain: bool,
    pub(super) single_quoted: bool,
    pub(super) block: bool,
}

/// LF, CR and the three Unicode line breaks of YAML 1.1.
pub(super) fn is_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `text` has several lines.
pub(super) fn has_breaks(text: &str) -> bool {
    text.contains(is_break)
}

/// The characters go-yaml writes unescaped. Its table ends before four-byte characters, so emoji are not in it.
pub(super) fn is_printable(character: char) -> bool {
    matches!(character, '\n' | ' '..='~' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}')
        && character != '\u{FEFF}'
}

/// Whether go-yaml would write `text` in a way that does not read back the same: a block that starts with
/// white space, a line break that YAML 1.2 readers take for a letter, a merge key that is none.
pub(super) fn is_lossy(text: &str) -> bool {
    let old_break = text.contains(['\u{85}', '\u{2028}', '\u{2029}']);
    old_break || text == "<<" || (text.contains('\n') && text.starts_with([' ', '\t', '\n', '\r']))
}

/// Whether `text` reads back the same from the folded block that go-yaml writes.
pub(super) fn folds_without_loss(text: &str) -> bool {
    let blank_line_start = text.starts_with([' ', '\t']) || text.contains("\n ") || text.contains("\n\t");
    !(blank_line_start || text.starts_with('\n') || text.ends_with("\n\n") || is_lossy(text))
}

/// Whether `text` is of the sort that nearly every scalar is: printable ASCII that begins with a letter, a
/// digit or a slash, and has nothing that could end a plain scalar. One look a byte, where the whole analysis
/// looks at each character in many ways.
pub(super) fn is_ordinary(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [first, rest @ ..] = bytes else { return false };
    let last = rest.last().unwrap_or(first);
    if !(first.is_ascii_alphanumeric() || *first == b'/') || matches!(last, b' ' | b':') {
        return false;
    }
    // No way out in the middle, so that many bytes are looked at together.
    let ends_plain =
        |before: u8, byte: u8| ((before == b' ') & (byte == b'#')) | ((before == b':') & (byte == b' '));
    let printable = bytes.iter().fold(true, |fine, byte| fine & (b' '..=b'~').contains(byte));
    printable & bytes.iter().zip(rest).fold(true, |fine, (&before, &byte)| fine & !ends_plain(before, byte))
}

/// Analyses `text`; `tabs_are_special` as in 2019, when no block could hold a tab.
pub(super) fn analyze(text: &str, tabs_are_special: bool) -> Analysis {
    let Some(first) = text.chars().next() else {
        return Analysis { multiline: false, plain: true, single_quoted: true, block: false };
    };
    if is_ordinary(text) {
        return Analysis { multiline: false, plain: true, single_quoted: true, block: true };
    }
    let mut indicators =
        text.starts_with("---") || text.starts_with("...") || starts_with_indicator(first, text);
    let (mut line_breaks, mut special, mut tabs) = (false, false, false);
    let (mut space_break, mut break_space) = (false, false);
    let (mut previous_space, mut previous_break) = (false, false);
    let mut preceded_by_whitespace = true;

    let bytes = text.as_bytes();
    let blank_at = |at: usize| bytes.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    for (at, character) in text.char_indices() {
        match character {
            ':' if at > 0 && blank_at(at + 1) => indicators = true,
            '#' if preceded_by_whitespace => indicators = true,
            '\t' => tabs = true,
            _ if !is_printable(character) => special = true,
            _ => {}
        }
        let space = character == ' ';
        let line_break = is_break(character);
        line_breaks |= line_break;
        break_space |= space && previous_break;
        space_break |= line_break && previous_space;
        (previous_space, previous_break) = (space, line_break);
        preceded_by_whitespace = space || line_break || matches!(character, '\t' | '\0');
    }
    special |= tabs && tabs_are_special;

    let edge = |character: char| character == ' ' || is_break(character);
    let trailing_space = previous_space;
    let on_edge = edge(first) || previous_space || previous_break;
    let unquotable = space_break || special || tabs;
    Analysis {
        multiline: line_breaks,
        plain: !(on_edge || break_space || unquotable || line_breaks || indicators),
        single_quoted: !(break_space || unquotable),
        block: !(trailing_space || space_break || special),
    }
}

fn starts_with_indicator(first: char, text: &str) -> bool {
    let alone = text[first.len_utf8()..].chars().next().is_none_or(|next| matches!(next, ' ' | '\t'));
    match first {
        '#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' => {
            true
        }
        '?' | ':' | '-' => alone,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_ordinary_text_has_no_peculiarity(text in "[a-z0-9/][ -~]{0,12}", tabs in any::<bool>()) {
            if is_ordinary(&text) {
                // With a letter no ordinary text has, the whole analysis runs; the letter itself is harmless.
                let whole = analyze(&format!("{text}é"), tabs);
                prop_assert!(whole.plain && whole.single_quoted && whole.block && !whole.multiline, "{text}");
            }
        }
    }
}
