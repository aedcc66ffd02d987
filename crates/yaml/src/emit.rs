//! Tree to text, byte for byte as go-yaml writes it.
//!
//! The documents of these communities are kept by a Go program, so a file that Folkmoot rewrites must come out
//! as that program would write it, or every run would change it back and forth. go-yaml changed its style
//! twice in the years these communities have used it; [`Style`] names the three.
//!
//! The port follows go-yaml's emitter state by state, mistakes included. Some of what it writes does not read
//! back as it was: folded text that starts with a space or a line break, for one. That is kept.

mod analysis;
mod scalar;
mod writer;

use std::borrow::Cow;

use crate::resolve::{GoKind, go_kind, is_base60, is_yaml11_bool};
pub(crate) use scalar::ScalarForm;
use writer::Writer;

/// What is to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Out<'text> {
    /// A string: quoted where it would read as something else, `|` where it has several lines.
    Str(Cow<'text, str>),
    /// A string written as a folded block (`>`).
    Folded(Cow<'text, str>),
    /// A value that is no string, as it is to stand there: `5`, `true`, `null`.
    Plain(Cow<'text, str>),
    /// A list.
    Seq(Vec<Out<'text>>),
    /// A mapping, in this order.
    Map(Vec<(Cow<'text, str>, Out<'text>)>),
}

impl<'text> Out<'text> {
    /// A string.
    pub fn str(text: impl Into<Cow<'text, str>>) -> Self {
        Self::Str(text.into())
    }

    /// A string written as a folded block.
    pub fn folded(text: impl Into<Cow<'text, str>>) -> Self {
        Self::Folded(text.into())
    }
}

/// Where lists stand under their key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SequenceStyle {
    /// One level deeper than the key.
    Indented,
    /// At the column of the key, as go-yaml did before 3.0.
    Flush,
}

/// How go-yaml writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// Spaces a level, 2 to 9; anything else is taken for 2, as go-yaml does.
    pub indent: u8,
    /// Where lists stand. [`SequenceStyle::Flush`] also stands for the emitter of before 3.0, which writes a line
    /// break after the header of a block where 3.0 does not. With an indent above 2 that emitter of 2020
    /// indented lists by 2, and so does this.
    pub sequences: SequenceStyle,
    /// Column after which long lines are folded; `None` for never. As in go-yaml, one not above twice the
    /// indent is taken for 80.
    pub width: Option<u16>,
    /// Whether YAML 1.1's bools (`y`, `off`, …) are quoted. `false` also stands for the emitter of 2019, which
    /// wrote no block with a tab.
    pub quote_yaml11_bools: bool,
}

impl Style {
    /// go-yaml 3.0.1 with `SetIndent(2)`.
    pub const GO_YAML_3: Self =
        Self { indent: 2, sequences: SequenceStyle::Indented, width: None, quote_yaml11_bools: true };
    /// go-yaml 3 of 2020, before its first release, with `SetIndent(2)`.
    pub const GO_YAML_2020: Self =
        Self { indent: 2, sequences: SequenceStyle::Flush, width: Some(80), quote_yaml11_bools: true };
    /// go-yaml 3 of 2019, before its first release, with `SetIndent(2)`.
    pub const GO_YAML_2019: Self =
        Self { indent: 2, sequences: SequenceStyle::Flush, width: Some(80), quote_yaml11_bools: false };
}

/// Writes `root` as a document.
///
/// ```
/// use folkmoot_yaml::{Out, Style, emit};
///
/// let sig = Out::Map(vec![("time".into(), Out::str("9:00")), ("owners".into(), Out::Seq(vec![]))]);
/// assert_eq!(emit(&sig, &Style::GO_YAML_3), "time: \"9:00\"\nowners: []\n");
/// ```
pub fn emit(root: &Out<'_>, style: &Style) -> String {
    Emitter { style, writer: Writer::new(style, room(root)), faithful: false }.document(root)
}

/// Like [`emit`], but what does not read back as it was when go-yaml writes it is put in double quotes: for files
/// that no Go program has to write the same.
///
/// ```
/// use folkmoot_yaml::{Out, Style, emit, emit_faithfully};
///
/// let text = Out::str("\n  indented\n");
/// assert_eq!(emit(&text, &Style::GO_YAML_3), "|2\n    indented\n");
/// assert_eq!(emit_faithfully(&text, &Style::GO_YAML_3), "\"\\n  indented\\n\"\n");
/// ```
pub fn emit_faithfully(root: &Out<'_>, style: &Style) -> String {
    Emitter { style, writer: Writer::new(style, room(root)), faithful: true }.document(root)
}

/// Bytes that `node` will take, about: what is written grows in one piece.
fn room(node: &Out<'_>) -> usize {
    /// Indentation, quotes and the line break of a scalar, or the dash of an item.
    const AROUND: usize = 12;
    match node {
        Out::Str(text) | Out::Folded(text) | Out::Plain(text) => AROUND + text.len(),
        Out::Seq(items) => items.iter().map(|item| 2 + room(item)).sum(),
        Out::Map(entries) => entries.iter().map(|(key, value)| AROUND + key.len() + room(value)).sum(),
    }
}

/// `text` as a scalar on one line, in quotes where it needs them.
pub(crate) fn one_line(text: &str, wanted: ScalarForm) -> String {
    let form = match scalar::allowed_form(text, wanted, true, true) {
        ScalarForm::Literal | ScalarForm::Folded => ScalarForm::DoubleQuoted,
        form => form,
    };
    let mut writer = Writer::new(&Style::GO_YAML_3, text.len());
    scalar::write(&mut writer, text, form, false);
    writer.into_text()
}

/// Where a node stands in its parent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Root,
    Item,
    /// A key on one line with its colon.
    SimpleKey,
    /// A key after `?`.
    LongKey,
    Value,
}

struct Emitter<'style> {
    style: &'style Style,
    writer: Writer,
    /// Whether to leave go-yaml's ways where they lose something.
    faithful: bool,
}

impl Emitter<'_> {
    fn document(mut self, root: &Out<'_>) -> String {
        self.node(root, Place::Root);
        self.writer.finish()
    }

    fn node(&mut self, node: &Out<'_>, place: Place) {
        match node {
            Out::Str(text) => self.string(text, place),
            Out::Folded(text) if self.faithful && !analysis::folds_without_loss(text) => {
                self.string(text, place)
            }
            Out::Folded(text) => self.scalar(text, ScalarForm::Folded, place),
            Out::Plain(text) => self.scalar(text, ScalarForm::Plain, place),
            Out::Seq(items) if items.is_empty() => self.empty("[", "]"),
            Out::Map(entries) if entries.is_empty() => self.empty("{", "}"),
            Out::Seq(items) => self.sequence(items, place),
            Out::Map(entries) => self.mapping(entries, place),
        }
    }

    fn empty(&mut self, open: &str, close: &str) {
        self.writer.indicator(open, true, true, false);
        self.writer.indicator(close, false, false, false);
    }

    fn sequence(&mut self, items: &[Out<'_>], place: Place) {
        let outer = self.writer.indent;
        self.writer.increase_sequence_indent(place);
        for item in items {
            self.writer.write_indent();
            self.writer.indicator("-", true, false, true);
            self.node(item, Place::Item);
        }
        self.writer.indent = outer;
    }

    fn mapping(&mut self, entries: &[(Cow<'_, str>, Out<'_>)], place: Place) {
        let outer = self.writer.indent;
        self.writer.increase_indent(false, place);
        for (nth, (key, value)) in entries.iter().enumerate() {
            // The emitter of 2019 relied on standing right behind the dash.
            if !(nth == 0 && place == Place::Item && self.writer.is_2019()) {
                self.writer.write_indent();
            }
            // A key of more than 128 bytes or several lines goes behind a `?`.
            if key.len() <= 128 && (analysis::is_ordinary(key) || !analysis::has_breaks(key)) {
                self.string(key, Place::SimpleKey);
                self.writer.indicator(":", false, false, false);
            } else {
                self.writer.indicator("?", true, false, true);
                self.string(key, Place::LongKey);
                self.writer.write_indent();
                self.writer.indicator(":", true, false, true);
            }
            self.node(value, Place::Value);
        }
        self.writer.indent = outer;
    }

    /// A string in the form go-yaml's encoder asks its emitter for.
    fn string(&mut self, text: &str, place: Place) {
        if analysis::is_ordinary(text) && self.reads_as_string(text) && self.writer.has_width_for(text) {
            scalar::ordinary(&mut self.writer, text);
            return;
        }
        let form = if self.faithful && analysis::is_lossy(text) {
            ScalarForm::DoubleQuoted
        } else if text.contains('\n') {
            ScalarForm::Literal
        } else if self.reads_as_string(text) {
            ScalarForm::Plain
        } else {
            ScalarForm::DoubleQuoted
        };
        self.scalar(text, form, place);
    }

    fn reads_as_string(&self, text: &str) -> bool {
        let old_bool = self.style.quote_yaml11_bools && is_yaml11_bool(text);
        go_kind(text) == GoKind::Str && !old_bool && !is_base60(text)
    }

    fn scalar(&mut self, text: &str, wanted: ScalarForm, place: Place) {
        let form = scalar::allowed_form(text, wanted, place == Place::SimpleKey, self.writer.is_2019());
        let outer = self.writer.indent;
        self.writer.increase_indent(true, place);
        scalar::write(&mut self.writer, text, form, place != Place::SimpleKey);
        self.writer.indent = outer;
    }
}
