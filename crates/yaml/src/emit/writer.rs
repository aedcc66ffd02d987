//! The text written so far, and where it stands: go-yaml's emitter state without its comments.

use super::{Place, SequenceStyle, Style};

pub(super) struct Writer {
    out: String,
    /// Characters since the last line break.
    pub(super) column: usize,
    /// Column of the current level; below 0 before the root.
    pub(super) indent: isize,
    best_indent: isize,
    pub(super) best_width: usize,
    /// Whether the last character was white space.
    pub(super) whitespace: bool,
    /// Whether only indentation and indicators stand on this line.
    pub(super) indention: bool,
    sequences: SequenceStyle,
    year_2019: bool,
}

impl Writer {
    /// `room` is the length that is expected, in bytes.
    pub(super) fn new(style: &Style, room: usize) -> Self {
        let best_indent = if (2..=9).contains(&style.indent) { style.indent } else { 2 };
        let best_width = match style.width {
            None => usize::MAX,
            Some(width) if width <= u16::from(best_indent) * 2 => 80,
            Some(width) => usize::from(width),
        };
        Self {
            out: String::with_capacity(room),
            column: 0,
            indent: -1,
            best_indent: isize::from(best_indent),
            best_width,
            whitespace: true,
            indention: true,
            sequences: style.sequences,
            year_2019: style.sequences == SequenceStyle::Flush && !style.quote_yaml11_bools,
        }
    }

    /// Ends the document.
    pub(super) fn finish(mut self) -> String {
        self.write_indent();
        self.out
    }

    /// What was written, as it is.
    pub(super) fn into_text(self) -> String {
        self.out
    }

    pub(super) fn is_2019(&self) -> bool {
        self.year_2019
    }

    /// Whether this is the emitter of before 3.0.
    pub(super) fn is_older(&self) -> bool {
        self.sequences == SequenceStyle::Flush
    }

    /// The digit that says how deep a block's text stands.
    pub(super) fn indent_hint(&self) -> String {
        self.best_indent.to_string()
    }

    pub(super) fn put(&mut self, character: char) {
        self.out.push(character);
        self.column += 1;
    }

    /// Text without line breaks, of `characters` characters.
    pub(super) fn put_text(&mut self, text: &str, characters: usize) {
        self.out.push_str(text);
        self.column += characters;
    }

    /// Whether the line does not get too long with `text`, wherever it is allowed to.
    pub(super) fn has_width_for(&self, text: &str) -> bool {
        self.column.saturating_add(text.len()) <= self.best_width
    }

    pub(super) fn put_break(&mut self) {
        self.out.push('\n');
        self.column = 0;
        self.indention = true;
    }

    /// Copies a line break of the value: LF, NEL, LS, PS or CR.
    pub(super) fn copy_break(&mut self, character: char) {
        self.out.push(character);
        self.column = 0;
        self.indention = true;
    }

    pub(super) fn indicator(
        &mut self,
        text: &str,
        need_whitespace: bool,
        is_whitespace: bool,
        is_indention: bool,
    ) {
        if need_whitespace && !self.whitespace {
            self.put(' ');
        }
        self.put_text(text, text.len());
        self.whitespace = is_whitespace;
        self.indention = self.indention && is_indention;
    }

    /// Goes to the column of the current level, on a new line unless this one is still empty.
    pub(super) fn write_indent(&mut self) {
        let indent = usize::try_from(self.indent).unwrap_or(0);
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.put_break();
        }
        if let Some(missing) = indent.checked_sub(self.column) {
            self.out.extend(std::iter::repeat_n(' ', missing));
            self.column = indent;
        }
        self.whitespace = true;
    }

    /// Goes one level deeper for what stands at `place`; `flow` for scalars.
    pub(super) fn increase_indent(&mut self, flow: bool, place: Place) {
        self.indent = if self.indent < 0 {
            if flow { self.best_indent } else { 0 }
        } else if self.is_older() {
            // From 2020 on, a level in a list item does without the two columns of its dash.
            let dash = !self.year_2019 && self.best_indent > 2 && place == Place::Item;
            self.indent + self.best_indent - if dash { 2 } else { 0 }
        } else if place == Place::Item {
            self.indent + 2
        } else {
            self.best_indent * ((self.indent + self.best_indent) / self.best_indent)
        };
    }

    pub(super) fn increase_sequence_indent(&mut self, place: Place) {
        let in_mapping = matches!(place, Place::Value | Place::SimpleKey | Place::LongKey);
        let flush = match (self.is_older(), self.year_2019) {
            (false, _) => false,
            (true, true) => in_mapping && !self.indention,
            (true, false) => self.best_indent == 2 && in_mapping && (self.column == 0 || !self.indention),
        };
        let original = self.indent;
        if !flush || self.indent < 0 {
            self.increase_indent(false, place);
        }
        if self.is_older() && !self.year_2019 && self.indent > original + 2 {
            self.indent -= 2;
        }
    }
}
