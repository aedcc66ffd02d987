//! Text that tries to be more than text.

use folkmoot_model::MemoryFiles;
use proptest::prelude::*;

use crate::fixture::{english, filled, site};
use crate::html;

/// Renders every page of a community in which every text is `x`, and reads each strictly.
fn render_all(x: &str) {
    let files = MemoryFiles::new().with("a.md", x);
    let site = site(filled(x), files);
    for (path, bytes) in site.files(jiff::Timestamp::UNIX_EPOCH) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(!path.contains("..") && !path.starts_with('/') && !path.contains('\\'), "{path}");
        if path.ends_with(".html") {
            let read = html::read(&text);
            assert!(!text.contains("<zz9"), "{x:?} became an element in {path}");
            assert!(
                !read
                    .hrefs
                    .iter()
                    .any(|href| href.to_lowercase().contains("javascript:") && !href.starts_with("http"))
            );
        }
    }
    if let Some(document) = english(&site).render(&folkmoot_site::Page::Document("a.md".into())) {
        html::read(&document);
    }
}

#[test]
fn known_vectors_stay_text_in_every_field() {
    for x in [
        "<zz9>",
        "\"><zz9>",
        "'><zz9>",
        "\" onmouseover=\"alert(1)",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java\u{0}script:alert(1)",
        "https://e.org/\" onclick=\"alert(1)",
        "https://e.org/'><zz9>",
        "//evil.example/<zz9>",
        "/\\evil.example",
        "mailto:a@b.c\"><zz9>",
        "a@b.c",
        "[x](javascript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "![x](https://evil.example/x.png)",
        "<https://e.org/\"onclick=x>",
        "[a]: javascript:alert(1)\n\n[a]",
        "`<zz9>`",
        "```\n<zz9>\n```",
        "| a |\n|---|\n| <zz9> |",
        "<!-- <zz9> -->",
        "]]><zz9>",
        "</title><zz9>",
        "</script><zz9>",
        "</li></ul></main><zz9>",
        "../../../etc/passwd",
        "%2e%2e%2f",
        "{{constructor}}",
        "\u{202e}gnp.exe",
        "#0a7d4f;}*{x:y}",
        "# one\n## two\n\ntext",
        "- a\n  - b\n    1. c",
        "> quote",
        "[^1]\n\n[^1]: note",
        "",
        " ",
        "\u{feff}",
        "𝕊𝕀𝔾 名前 🎉",
    ] {
        render_all(x);
    }
}

fn fragment() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<zz9",
        "<zz9>",
        "</zz9>",
        ">",
        "\"",
        "'",
        "&",
        "&lt;",
        "&#x3c;",
        "javascript:",
        "https://",
        "http:",
        "mailto:",
        "data:",
        "//",
        "/",
        "\\",
        "..",
        "#",
        "?",
        "@",
        ".",
        "[",
        "](",
        ")",
        "`",
        "*",
        "_",
        "~~",
        "|",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "> ",
        "1. ",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<a href=",
        "<img src=x onerror=zz9()>",
        "<svg/onload=zz9()>",
        "<math><mtext>",
        "<table>",
        "<td>",
        "<select>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<details open>",
        "\u{0}",
        "\u{202e}",
        "\t",
        "\r\n",
        "x",
        "Ana",
        "张",
        "<b>",
        "</b>",
        "<p>",
        "<li>",
        "<input>",
        "<br>",
        "%3c",
        "%00",
        "raw.githubusercontent.com/",
        "sig-docs",
        "a.md",
    ]);
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_record_becomes_an_element_or_a_script(x in fragment()) {
        render_all(&x);
    }

    #[test]
    fn no_text_at_all_panics(x in any::<String>()) {
        render_all(&x);
    }
}
