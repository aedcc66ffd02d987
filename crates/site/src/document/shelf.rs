//! What documents there are, and which is a translation of which: known from paths alone.

use std::collections::HashMap;

use super::{is_document, translation};
use crate::{Locale, Site};

/// Documents; a repository with more shows the first of them.
const LIMIT: usize = 20_000;

/// A document by its path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    pub(crate) path: String,
    /// The language that its path names, as a BCP 47 tag.
    pub(crate) tag: Option<String>,
    /// The document that it translates.
    pub(crate) original: Option<usize>,
    /// Its translations.
    pub(crate) translations: Vec<usize>,
}

/// Every document of a repository, sorted by path.
#[derive(Default, Debug)]
pub(crate) struct Shelf {
    places: Vec<Place>,
    by_path: HashMap<String, usize>,
}

impl Shelf {
    /// The documents among the repository's files.
    pub(crate) fn new(site: &Site) -> Self {
        let paths = site.repository().walk();
        Self::of(paths.into_iter().filter(|path| is_document(path)).take(LIMIT).collect())
    }

    fn of(paths: Vec<String>) -> Self {
        // `readme.md` is the original of `README_zh.md` too.
        let by_lower: HashMap<String, usize> =
            paths.iter().enumerate().map(|(index, path)| (path.to_lowercase(), index)).collect();
        let by_path = paths.iter().enumerate().map(|(index, path)| (path.clone(), index)).collect();
        let mut places: Vec<Place> = paths
            .into_iter()
            .map(|path| Place { path, tag: None, original: None, translations: Vec::new() })
            .collect();
        for (index, place) in places.iter_mut().enumerate() {
            let Some(marked) = translation::marked(&place.path) else { continue };
            let candidates = marked.originals.iter().filter_map(|path| by_lower.get(&path.to_lowercase()));
            let original = candidates.copied().find(|&original| original != index);
            // Without an original, a name's end is as likely a word: `guide-to-it.md`.
            if original.is_some() || marked.tag.contains('-') || marked.originals.len() == 1 {
                place.tag = Some(marked.tag);
            }
            place.original = original;
        }
        for index in 0..places.len() {
            // The translation of a translation is one of the original.
            let root = places[index].original.map(|above| places[above].original.unwrap_or(above));
            places[index].original = root.filter(|&root| root != index && places[root].original.is_none());
        }
        for index in 0..places.len() {
            if let Some(original) = places[index].original {
                places[original].translations.push(index);
            }
        }
        Self { places, by_path }
    }

    /// All of them, by path.
    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place of the document at `path`.
    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// What a reader of `locale` is shown for the document at `index`: its translation, where there is one.
    /// A translation that is asked for by its own name is shown itself.
    pub(crate) fn for_reader(&self, index: usize, locale: Locale) -> usize {
        let speaks =
            |index: usize| self.places[index].tag.as_deref().and_then(Locale::for_tag) == Some(locale);
        if speaks(index) {
            return index;
        }
        self.places[index].translations.iter().copied().find(|&one| speaks(one)).unwrap_or(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(paths: &[&str]) -> Shelf {
        Shelf::of(paths.iter().map(|path| (*path).to_owned()).collect())
    }

    #[test]
    fn a_reader_is_shown_the_translation() {
        let shelf = shelf(&["README.md", "README_zh-CN.md", "docs/a.md", "docs/tr/a.md"]);
        let shown = |path, locale| {
            let index = shelf.for_reader(shelf.find(path).expect("there"), locale);
            shelf.places()[index].path.as_str()
        };
        assert_eq!(shown("README.md", Locale::Chinese), "README_zh-CN.md");
        assert_eq!(shown("README.md", Locale::Turkish), "README.md");
        assert_eq!(shown("docs/a.md", Locale::Turkish), "docs/tr/a.md");
        assert_eq!(shown("README_zh-CN.md", Locale::English), "README_zh-CN.md");
    }

    #[test]
    fn translations_without_an_original_belong_to_the_english_one() {
        let shelf = shelf(&["x_en.md", "x_zh.md"]);
        assert_eq!(shelf.places()[1].original, Some(0));
        assert_eq!(shelf.places()[0].tag.as_deref(), Some("en"));
    }

    #[test]
    fn a_word_at_a_names_end_is_no_language() {
        assert_eq!(shelf(&["how-to-do-it.md"]).places()[0].tag, None);
    }
}
