//! Languages by their own names.

/// BCP 47 tag, name in English, name in the language itself.
const LANGUAGES: [(&str, &str, &str); 34] = [
    ("ar", "Arabic", "العربية"),
    ("bn", "Bengali", "বাংলা"),
    ("cs", "Czech", "Čeština"),
    ("da", "Danish", "Dansk"),
    ("de", "German", "Deutsch"),
    ("el", "Greek", "Ελληνικά"),
    ("en", "English", "English"),
    ("es", "Spanish", "Español"),
    ("fa", "Persian", "فارسی"),
    ("fi", "Finnish", "Suomi"),
    ("fr", "French", "Français"),
    ("he", "Hebrew", "עברית"),
    ("hi", "Hindi", "हिन्दी"),
    ("hu", "Hungarian", "Magyar"),
    ("id", "Indonesian", "Bahasa Indonesia"),
    ("it", "Italian", "Italiano"),
    ("ja", "Japanese", "日本語"),
    ("ko", "Korean", "한국어"),
    ("ms", "Malay", "Bahasa Melayu"),
    ("nl", "Dutch", "Nederlands"),
    ("no", "Norwegian", "Norsk"),
    ("pl", "Polish", "Polski"),
    ("pt", "Portuguese", "Português"),
    ("ro", "Romanian", "Română"),
    ("ru", "Russian", "Русский"),
    ("sr", "Serbian", "Српски"),
    ("sv", "Swedish", "Svenska"),
    ("ta", "Tamil", "தமிழ்"),
    ("th", "Thai", "ไทย"),
    ("tr", "Turkish", "Türkçe"),
    ("uk", "Ukrainian", "Українська"),
    ("ur", "Urdu", "اردو"),
    ("vi", "Vietnamese", "Tiếng Việt"),
    ("zh", "Chinese", "中文"),
];

/// A language: its tag, its own name and its English one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    pub(crate) english: &'static str,
    pub(crate) own: &'static str,
}

/// The language that a record names in English or by tag (`Turkish`, `zh-CN`).
pub(crate) fn find(written: &str) -> Option<Language> {
    let written = written.trim();
    let primary = written.split(['-', '_']).next().unwrap_or(written);
    LANGUAGES
        .into_iter()
        .find(|(tag, english, own)| {
            tag.eq_ignore_ascii_case(primary) || english.eq_ignore_ascii_case(written) || *own == written
        })
        .map(|(tag, english, own)| Language { tag, english, own })
}

/// Whether `tag` is the plain tag of a language that is known here.
pub(crate) fn is_tag(tag: &str) -> bool {
    LANGUAGES.into_iter().any(|(known, ..)| known == tag)
}

/// Whether the language is written from right to left.
pub(crate) fn direction(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or(tag);
    matches!(language, "ar" | "fa" | "he" | "ur").then_some("rtl")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_name_and_by_tag() {
        assert_eq!(find("Turkish").map(|language| language.own), Some("Türkçe"));
        assert_eq!(find("zh-CN").map(|language| language.own), Some("中文"));
        assert_eq!(find("日本語").map(|language| language.tag), Some("ja"));
        assert_eq!(find("Klingon"), None);
    }
}
