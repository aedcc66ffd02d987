//! Which document says the same in another language, told by its path: `README_zh-CN.md`, `README.zh.md`,
//! `docs/zh/guide.md`.

use crate::languages;

/// What a path says of a document's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Marked {
    /// BCP 47 tag: `zh-CN`.
    pub(super) tag: String,
    /// Paths that the original may have, the likeliest first.
    pub(super) originals: Vec<String>,
}

/// The language that `path` names, in its file's name or in a folder's.
pub(super) fn marked(path: &str) -> Option<Marked> {
    in_name(path).or_else(|| in_folder(path))
}

fn in_name(path: &str) -> Option<Marked> {
    let (stem, extension) = path.rsplit_once('.')?;
    let name_at = stem.rfind('/').map_or(0, |at| at + 1);
    let name = &stem[name_at..];
    // The longest tag: `zh-CN` before `CN`.
    let marks = name.char_indices().filter(|(at, c)| *at > 0 && matches!(c, '_' | '-' | '.'));
    marks.into_iter().find_map(|(at, mark)| {
        let tag = tag(&name[at + 1..])?;
        let base = &stem[..name_at + at];
        let mut originals = vec![format!("{base}.{extension}")];
        if !tag.starts_with("en") {
            originals.extend(["en", "EN", "en-US"].map(|en| format!("{base}{mark}{en}.{extension}")));
        }
        Some(Marked { tag, originals })
    })
}

fn in_folder(path: &str) -> Option<Marked> {
    let parts: Vec<&str> = path.split('/').collect();
    let folders = parts.len().saturating_sub(1);
    let (at, tag) = parts[..folders].iter().enumerate().find_map(|(at, part)| Some((at, tag(part)?)))?;
    let with = |instead: &[&str]| [&parts[..at], instead, &parts[at + 1..]].concat().join("/");
    let mut originals = vec![with(&[])];
    if !tag.starts_with("en") {
        originals.extend(["en", "en-us", "en-US"].map(|en| with(&[en])));
    }
    Some(Marked { tag, originals })
}

/// `text` as a BCP 47 tag, where it is one of a language that people write documents in.
fn tag(text: &str) -> Option<String> {
    let (language, region) =
        text.split_once(['-', '_']).map_or((text, None), |(language, region)| (language, Some(region)));
    let language = language.to_ascii_lowercase();
    // `cn` is a country; people mean its language.
    let language = if language == "cn" { "zh" } else { language.as_str() };
    if !languages::is_tag(language) {
        return None;
    }
    match region {
        None => Some(language.to_owned()),
        Some(region) if region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic()) => {
            Some(format!("{language}-{}", region.to_ascii_uppercase()))
        }
        Some(region) if matches!(region.to_ascii_lowercase().as_str(), "hans" | "hant") => {
            let (first, rest) = region.split_at(1);
            Some(format!("{language}-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase()))
        }
        Some(_) => None,
    }
}

/// The language of a text, where its script tells; Latin letters tell English or Turkish apart.
pub(super) fn of_text(text: &str) -> &'static str {
    let (mut latin, mut han, mut kana, mut hangul, mut cyrillic, mut arabic, mut turkish) =
        (0, 0, 0, 0, 0, 0, 0);
    for c in text.chars().take(6000) {
        match c {
            'ğ' | 'ı' | 'ş' | 'İ' | 'Ğ' | 'Ş' => turkish += 1,
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{ac00}'..='\u{d7af}' => hangul += 1,
            '\u{0400}'..='\u{04ff}' => cyrillic += 1,
            '\u{0600}'..='\u{06ff}' => arabic += 1,
            _ => {}
        }
    }
    // A character of Chinese says as much as several letters.
    match () {
        () if hangul * 3 > latin => "ko",
        () if kana * 3 > latin => "ja",
        () if (han + kana) * 3 > latin && kana * 8 > han => "ja",
        () if han * 3 > latin => "zh",
        () if cyrillic > latin => "ru",
        () if arabic > latin => "ar",
        () if turkish * 40 > latin + turkish => "tr",
        () => "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> Option<(String, String)> {
        marked(path).map(|marked| (marked.tag, marked.originals[0].clone()))
    }

    #[test]
    fn a_suffix_or_a_folder_names_the_language() {
        for (path, tag, original) in [
            ("README_zh-CN.md", "zh-CN", "README.md"),
            ("a/README.zh.md", "zh", "a/README.md"),
            ("README-zh_cn.md", "zh-CN", "README.md"),
            ("a/plugin-guide-zh.md", "zh", "a/plugin-guide.md"),
            ("docs/zh/x.md", "zh", "docs/x.md"),
            ("docs/zh-Hans/x.md", "zh-Hans", "docs/x.md"),
            ("README_EN.md", "en", "README.md"),
            ("tr/README.md", "tr", "README.md"),
        ] {
            assert_eq!(of(path), Some((tag.to_owned(), original.to_owned())), "{path}");
        }
    }

    #[test]
    fn other_names_name_none() {
        for path in ["README.md", "sig-ui/charter.md", "zh.md", "a-xx.md", "meeting-notes-2020.md", ".md", ""]
        {
            assert_eq!(of(path), None, "{path}");
        }
    }

    #[test]
    fn a_script_tells_the_language() {
        assert_eq!(of_text("# 插件开发指南\n\nKubeSphere 的插件"), "zh");
        assert_eq!(of_text("これはガイドです"), "ja");
        assert_eq!(of_text("안내서"), "ko");
        assert_eq!(of_text("Topluluğa hoş geldiniz, katkılarınızı bekliyoruz"), "tr");
        assert_eq!(of_text("A guide to 插件 development for all of us"), "en");
    }
}
