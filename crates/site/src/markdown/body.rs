//! What a text became, the same for readers of every language: HTML with slots where languages differ.
//!
//! A slot is one of Unicode's noncharacters (U+FDD0 and on), which no text may hold and which the writer lets
//! none pass from a text. So a document is rendered and sanitised once, and each language fills the slots.

use maud::PreEscaped;

use super::escape::escape;
use crate::View;

/// The address below which pages of the reader's language stand.
pub(super) const PAGES: char = '\u{fdd0}';
/// The address below which files stand that are the same in every language.
pub(super) const FILES: char = '\u{fdd1}';
/// The tag of the reader's language.
pub(super) const LANGUAGE: char = '\u{fdd2}';
/// Words of the interface, as [`word`] knows them.
pub(super) const NOTE: char = '\u{fdd3}';
pub(super) const TIP: char = '\u{fdd4}';
pub(super) const IMPORTANT: char = '\u{fdd5}';
pub(super) const WARNING: char = '\u{fdd6}';
pub(super) const CAUTION: char = '\u{fdd7}';
pub(super) const HEADING_LINK: char = '\u{fdd8}';
pub(super) const FOOTNOTES: char = '\u{fdd9}';
pub(super) const BACK: char = '\u{fdda}';

/// Whether `c` could be taken for a slot.
pub(super) fn is_slot(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// A heading of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Heading {
    /// 1 to 6, without gaps on the way down.
    pub(crate) level: u8,
    /// Unique in the document.
    pub(crate) id: String,
    /// Its words without marks.
    pub(crate) words: String,
}

/// A rendered text.
#[derive(Default, Debug)]
pub(crate) struct Body {
    html: String,
    /// Where each slot stands, in bytes.
    slots: Vec<(usize, char)>,
    /// Its headings in order.
    pub(crate) headings: Vec<Heading>,
    /// Files of the repository that it shows or links, which an export must hold.
    pub(crate) files: Vec<String>,
}

impl Body {
    pub(super) fn new(html: String, headings: Vec<Heading>, files: Vec<String>) -> Self {
        let mut slots = Vec::new();
        // Every slot begins with these two bytes in UTF-8, and no other character does.
        let lead = [0xef, 0xb7];
        let mut at = 0;
        while let Some(found) = html.as_bytes().get(at..).and_then(|rest| find(rest, lead)) {
            at += found;
            match html.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_slot(c) => slots.push((at, c)),
                _ => {}
            }
            at += 3;
        }
        Self { html, slots, headings, files }
    }

    /// Bytes kept.
    pub(super) fn size(&self) -> usize {
        self.html.len() + self.slots.len() * 16
    }

    /// As readers of the view's language see it.
    pub(crate) fn markup(&self, view: &View<'_>) -> PreEscaped<String> {
        let base = view.options().base.as_str();
        let pages = view.href(&crate::Page::Home);
        let mut out = String::with_capacity(self.html.len() + self.slots.len() * 8);
        let mut from = 0;
        for &(at, slot) in &self.slots {
            out.push_str(&self.html[from..at]);
            from = at + slot.len_utf8();
            match slot {
                PAGES => out.push_str(&pages),
                FILES => out.push_str(base),
                LANGUAGE => out.push_str(view.locale().tag()),
                _ => escape(&mut out, &word(view, slot)),
            }
        }
        out.push_str(&self.html[from..]);
        PreEscaped(out)
    }
}

fn find(bytes: &[u8], lead: [u8; 2]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|&byte| byte == lead[0])?;
        if bytes.get(at + 1) == Some(&lead[1]) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn word(view: &View<'_>, slot: char) -> String {
    match slot {
        NOTE => view.text("alert-note"),
        TIP => view.text("alert-tip"),
        IMPORTANT => view.text("alert-important"),
        WARNING => view.text("alert-warning"),
        CAUTION => view.text("alert-caution"),
        HEADING_LINK => view.text("heading-link"),
        FOOTNOTES => view.text("footnotes"),
        BACK => view.text("footnote-back"),
        _ => String::new(),
    }
}
