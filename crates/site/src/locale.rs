//! The languages of the interface.
//!
//! The texts are Fluent messages in `locales/<tag>/*.ftl`, one file a part of the site, compiled in. English
//! is complete by definition; a message that another language lacks is shown in English, and a test finds it.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// A language that the interface speaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Chinese in simplified script.
    Chinese,
    /// Turkish.
    Turkish,
}

/// What sets one language apart.
struct Facts {
    tag: &'static str,
    segment: &'static str,
    own_name: &'static str,
    texts: &'static [&'static str],
}

/// The texts of one language, a file a part of the site.
macro_rules! texts {
    ($tag:literal: $($part:literal),+ $(,)?) => {
        &[$(include_str!(concat!("../locales/", $tag, "/", $part, ".ftl"))),+]
    };
}

/// Every language with the same parts.
macro_rules! locales {
    ($($part:literal),+ $(,)?) => {
        [
            Facts { tag: "en", segment: "en", own_name: "English", texts: texts!("en": $($part),+) },
            Facts { tag: "zh-CN", segment: "zh", own_name: "简体中文", texts: texts!("zh-CN": $($part),+) },
            Facts { tag: "tr", segment: "tr", own_name: "Türkçe", texts: texts!("tr": $($part),+) },
        ]
    };
}

static FACTS: [Facts; 3] = locales![
    "about",
    "calendar",
    "channels",
    "contribute",
    "dates",
    "documents",
    "group",
    "home",
    "layout",
    "machine",
    "meeting",
    "notice",
    "people",
    "search",
    "words",
];

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| Locale::ALL.into_iter().map(bundle).collect());

impl Locale {
    /// All of them, in the order in which a reader chooses.
    pub const ALL: [Self; 3] = [Self::English, Self::Chinese, Self::Turkish];

    /// The BCP 47 tag: `zh-CN`.
    pub fn tag(self) -> &'static str {
        self.facts().tag
    }

    /// What stands for it in addresses: `zh`.
    pub fn segment(self) -> &'static str {
        self.facts().segment
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        self.facts().own_name
    }

    /// The locale that a BCP 47 tag asks for, by its language: `zh-TW` is answered in Chinese.
    pub fn for_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|locale| locale.segment().eq_ignore_ascii_case(language))
    }

    /// The locale that `segment` of an address stands for.
    pub fn for_segment(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.segment() == segment)
    }

    /// The locale that an `Accept-Language` header asks for most (RFC 9110, section 12.5.4).
    pub fn preferred(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        // More languages than that are no person's.
        for entry in header.split(',').take(32) {
            let mut parts = entry.split(';').map(str::trim);
            let Some(locale) = parts.next().and_then(Self::for_tag) else { continue };
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok());
            let Some(weight) = weight.filter(|weight| *weight > 0.0 && *weight <= 1.0) else { continue };
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }

    /// A message without arguments. An unknown one shows its id, which no reader should see: a test compares
    /// the ids in the sources with the files.
    pub fn text(self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with arguments: numbers choose plural forms, texts are put in as they are.
    pub fn text_with(self, id: &str, args: &FluentArgs<'_>) -> String {
        self.format(id, Some(args))
    }

    fn format(self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        for locale in [self, Self::English] {
            let bundle = &BUNDLES[locale as usize];
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                // What cannot be resolved shows as its name; there is nobody to tell at run time.
                return bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
            }
        }
        id.to_owned()
    }

    fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let tag = locale.tag().parse().expect("invariant: the tags of the locales are well-formed");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks around arguments are for bidirectional text; pages use `<bdi>` where that matters.
    bundle.set_use_isolating(false);
    for text in locale.facts().texts {
        // A message that does not parse is missing, which a test reports with its line.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_bundle::FluentArgs;

    use super::*;

    /// Ids of a language's messages with the variables each uses.
    fn messages(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
        let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for text in locale.facts().texts {
            if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}: {errors:?}", locale.tag());
            }
            let mut id = String::new();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '\t'])) {
                    id = name.to_owned();
                    assert!(
                        out.insert(id.clone(), BTreeSet::new()).is_none(),
                        "{}: {id} twice",
                        locale.tag()
                    );
                }
                for after in line.split('$').skip(1) {
                    let name: String = after
                        .chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                        .collect();
                    out.entry(id.clone()).or_default().insert(name);
                }
            }
        }
        out
    }

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let english = messages(Locale::English);
        for locale in Locale::ALL {
            let other = messages(locale);
            let lacking: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
            assert!(lacking.is_empty(), "{} lacks {lacking:?}", locale.tag());
            let extra: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
            assert!(extra.is_empty(), "{} has {extra:?}, which English lacks", locale.tag());
            for (id, variables) in &english {
                assert_eq!(&other[id], variables, "{}: {id}", locale.tag());
            }
        }
    }

    /// Every Rust source of this crate.
    #[expect(clippy::disallowed_methods, reason = "a test reads the sources")]
    fn sources(folder: &std::path::Path, out: &mut String) {
        let mut entries: Vec<_> = std::fs::read_dir(folder).expect("a folder").flatten().collect();
        entries.sort_by_key(std::fs::DirEntry::path);
        for entry in entries {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, out);
            } else {
                out.push_str(&std::fs::read_to_string(&path).expect("a source"));
            }
        }
    }

    #[test]
    fn sources_and_messages_know_each_other() {
        let mut code = String::new();
        sources(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut code);
        let english = messages(Locale::English);
        for call in [".text(\"", ".text_with(\"", ".count(\"", ".rich(\""] {
            for used in code.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(english.contains_key(used) || used.is_empty(), "no message `{used}`");
            }
        }
        for id in english.keys() {
            assert!(code.contains(&format!("\"{id}\"")), "nothing says `{id}`");
        }
    }

    #[test]
    fn a_tag_is_answered_by_its_language() {
        assert_eq!(Locale::for_tag("zh-TW"), Some(Locale::Chinese));
        assert_eq!(Locale::for_tag("TR"), Some(Locale::Turkish));
        assert_eq!(Locale::for_tag("fr"), None);
    }

    #[test]
    fn the_language_asked_for_most_is_taken() {
        assert_eq!(Locale::preferred("fr, tr;q=0.8, en;q=0.9"), Some(Locale::English));
        assert_eq!(Locale::preferred("zh-Hans-CN,zh;q=0.9,en;q=0.8"), Some(Locale::Chinese));
        assert_eq!(Locale::preferred("tr;q=0, *"), None);
        assert_eq!(Locale::preferred("en;q=NaN, tr;q=7"), None);
    }

    #[test]
    fn numbers_choose_plural_forms() {
        let mut one = FluentArgs::new();
        one.set("count", 1);
        let mut two = FluentArgs::new();
        two.set("count", 2);
        assert_eq!(Locale::English.text_with("more-series", &one), "1 more series");
        assert_eq!(Locale::English.text_with("more-series", &two), "2 more series");
    }
}
