//! One mapping read key by key: what was asked for is known, the rest is extra.

use folkmoot_diagnostics::Span;
use folkmoot_yaml::{Entry, Node};
use jiff::civil::Date;

use super::reader::{Keys, Reader};
use super::unknown;
use crate::{Extra, Text};

/// A mapping being read.
pub(super) struct Fields<'n> {
    /// What it describes, with its article: `a group`.
    what: &'static str,
    entries: &'n [Entry],
    taken: Vec<bool>,
    known: Vec<&'static str>,
    /// How many of `known` the Kubernetes generator knows; the rest are Folkmoot's own.
    generators: Option<usize>,
    /// The mapping.
    pub(super) span: Span,
}

impl<'n> Fields<'n> {
    /// `None` where `node` is no mapping, which is reported; null reads as nothing, without complaint.
    pub(super) fn open(reader: &mut Reader, key: &str, what: &'static str, node: &'n Node) -> Option<Self> {
        if node.is_null() {
            return None;
        }
        let Some(entries) = node.entries() else {
            reader.wrong_type(key, what, node);
            return None;
        };
        Some(Self::of(what, entries, node.span))
    }

    /// The fields of a mapping at hand.
    pub(super) fn of(what: &'static str, entries: &'n [Entry], span: Span) -> Self {
        /// No kind of mapping has many more keys that are known.
        const KNOWN: usize = 32;
        let taken = vec![false; entries.len()];
        Self { what, entries, taken, known: Vec::with_capacity(KNOWN), generators: None, span }
    }

    /// From here on the keys asked for are Folkmoot's own, which the Kubernetes generator refuses.
    pub(super) fn own_keys_follow(&mut self) {
        self.generators.get_or_insert(self.known.len());
    }

    /// The entry of `key`, which becomes known.
    pub(super) fn take(&mut self, key: &'static str) -> Option<&'n Entry> {
        self.known.push(key);
        let index = self.entries.iter().position(|entry| entry.key == key)?;
        self.taken[index] = true;
        Some(&self.entries[index])
    }

    /// As [`Self::take`], for a key that a community made up: it is no candidate for corrections.
    pub(super) fn take_named(&mut self, key: &str) -> Option<&'n Entry> {
        let index = self.entries.iter().position(|entry| entry.key == key)?;
        self.taken[index] = true;
        Some(&self.entries[index])
    }

    /// Further keys that could have been meant.
    pub(super) fn candidates(&mut self, keys: impl IntoIterator<Item = &'static str>) {
        self.known.extend(keys);
    }

    /// The value of `key`, null or not.
    pub(super) fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.take(key).map(|entry| &entry.value)
    }

    /// A string.
    pub(super) fn text(&mut self, reader: &mut Reader, key: &'static str) -> Text {
        let span = self.span;
        self.node(key).map_or_else(|| Text::absent(span), |node| reader.text(key, node, span))
    }

    /// A list of strings; `wanted` reads as "a list of links".
    pub(super) fn texts(&mut self, reader: &mut Reader, key: &'static str, wanted: &str) -> Vec<Text> {
        self.node(key).map_or_else(Vec::new, |node| reader.texts(key, wanted, node))
    }

    /// A list, each item read by `read`.
    pub(super) fn list<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        wanted: &str,
        read: impl FnMut(&mut Reader, &Node) -> Option<T>,
    ) -> Vec<T> {
        self.node(key).map_or_else(Vec::new, |node| reader.list(key, wanted, node, read))
    }

    /// A day.
    pub(super) fn date(&mut self, reader: &mut Reader, key: &'static str) -> Option<Date> {
        self.node(key).and_then(|node| reader.date(key, node))
    }

    /// Keys not asked for so far, for mappings whose keys are names; each becomes taken.
    pub(super) fn take_rest(&mut self) -> Vec<&'n Entry> {
        let rest = self.entries.iter().zip(&mut self.taken).filter(|(_, taken)| !**taken);
        rest.map(|(entry, taken)| {
            *taken = true;
            entry
        })
        .collect()
    }

    /// The keys asked for so far.
    pub(super) fn known(&self) -> &[&'static str] {
        &self.known
    }

    /// Whether `key` is written in this mapping.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// Reports what nobody knows and keeps it.
    pub(super) fn finish(self, reader: &mut Reader) -> Vec<Extra> {
        let generators = self.generators.unwrap_or(self.known.len());
        let mut extra = Vec::new();
        for (entry, taken) in self.entries.iter().zip(&self.taken) {
            let known = self.known.iter().position(|known| *known == entry.key);
            let keys = reader.keys(entry.key_span);
            if keys == Keys::Generator
                && known.is_some_and(|index| {
                    index >= generators && !reader.generator_keys.contains(&self.known[index])
                })
            {
                unknown::report_own(reader, entry, self.what);
            }
            if *taken || !reader.has_room_for::<Extra>(entry.key_span) {
                continue;
            }
            // A known key that was not taken stands twice: the YAML reader has said so.
            if known.is_none() && (keys == Keys::Generator || !is_set_aside(&entry.key)) {
                unknown::report(reader, entry, self.what, &self.known, |key| self.has(key));
            }
            extra.push(Extra { key: Text::new(&*entry.key, entry.key_span), value: entry.value.clone() });
        }
        extra
    }
}

/// Whether a community keeps this key for itself: `extra:` and whatever begins with `x-`.
fn is_set_aside(key: &str) -> bool {
    key == "extra" || key.starts_with("x-")
}
