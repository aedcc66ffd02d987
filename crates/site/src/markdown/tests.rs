use super::*;
use crate::{Locale, Site};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";

fn sample() -> Site {
    let png = String::from_utf8_lossy(PNG).into_owned();
    let mut site = Site::sample(&[
        ("sig-docs/charter.md", ""),
        ("sig-docs/a b.md", ""),
        ("guide/README.md", ""),
        ("sig-docs/images/x.png", &png),
        ("sig-docs/x.svg", "<svg width=\"30\" height=\"20\"><script>alert(1)</script></svg>"),
    ]);
    site.set_source("https://github.com/example/community/blob/HEAD/");
    site
}

fn field(text: &str) -> String {
    let site = sample();
    site.markdown().field(&site.english(), text, "sig-docs").into_string()
}

pub(super) fn document_in(text: &str, locale: Locale) -> String {
    let site = sample();
    let body = render(&site, text, "sig-docs", RawHtml::Sanitised);
    body.markup(&site.view(locale, jiff::Timestamp::UNIX_EPOCH)).0
}

fn document(text: &str) -> String {
    document_in(text, Locale::English)
}

#[test]
fn plain_text_is_a_paragraph() {
    assert_eq!(field("Writes the user's docs.\n"), "<p>Writes the user's docs.</p>");
}

#[test]
fn links_of_a_field_are_seen_from_its_directory() {
    let html = field("See the [charter](charter.md) and [home](https://example.org/?a=1&b=2).");
    assert!(html.contains(r#"<a href="/docs/sig-docs/charter.md/">charter</a>"#), "{html}");
    assert!(html.contains(r#"<a href="https://example.org/?a=1&amp;b=2">home</a>"#), "{html}");
}

#[test]
fn html_in_a_field_is_text() {
    assert!(field("a <b>c</b>").contains("&lt;b&gt;c"));
    assert!(document("a <b>c</b>").contains("<b>c</b>"));
}

#[test]
fn a_document_is_rendered_once_and_leads_to_pages_of_each_language() {
    for (locale, prefix) in [(Locale::English, "/"), (Locale::Chinese, "/zh/"), (Locale::Turkish, "/tr/")] {
        let html = document_in("[c](charter.md#scope) [s](a%20b.md) [g](../guide) [h](../sig-docs)", locale);
        for path in [
            "docs/sig-docs/charter.md/#scope",
            "docs/sig-docs/a%20b.md/",
            "docs/guide/README.md/",
            "groups/sig-docs/",
        ] {
            assert!(html.contains(&format!("href=\"{prefix}{path}\"")), "{html}");
        }
    }
}

#[test]
fn a_link_to_the_repository_on_its_forge_leads_to_the_page_of_the_site() {
    let html = document("<https://github.com/example/community/blob/master/guide/README.md#x>");
    assert!(html.contains("href=\"/docs/guide/README.md/#x\""), "{html}");
    let html = document(
        "[a](https://github.com/example/community/blob/master/gone.md) [b](https://github.com/example/community/issues)",
    );
    assert!(html.contains("blob/master/gone.md\"") && html.contains("/issues\""), "{html}");
}

#[test]
fn headings_are_named_as_on_github_and_links_lead_there() {
    let html =
        document("# Main *words*\n\n## A & b\n\n## A & b\n\n### Own {#mine}\n\n[to](#A--b) [x](#mine)");
    for part in [
        "<h1 id=\"main-words\">",
        "<h2 id=\"a--b\">A &amp; b</h2><a class=\"anchor\" href=\"#a--b\"",
        "<h2 id=\"a--b-1\">",
        "<h3 id=\"mine\">Own</h3>",
        "<a href=\"#a--b\">to</a>",
        "<a href=\"#mine\">x</a>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn a_page_has_one_title_and_no_gap_below_it() {
    let html = document("# One\n\n#### Deep\n\n# Two\n\n## Three\n\n<h1>Raw</h1>\n");
    for part in ["<h1 id=\"one\"", "<h2 id=\"deep\"", "<h2 id=\"two\"", "<h3 id=\"three\"", "<h3>Raw</h3>"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert_eq!(html.matches("<h1").count(), 1);
}

#[test]
fn ids_of_a_document_cannot_take_the_place_of_the_pages() {
    let html = document(
        "## Main\n\n<a name=\"search\"></a><a id=\"main\"></a><b id='x'></b><i id='x'></i>\n\n[a](#main)",
    );
    assert!(
        html.contains("id=\"user-content-main\"") && html.contains("id=\"user-content-search\""),
        "{html}"
    );
    assert!(html.contains("href=\"#user-content-main\""), "{html}");
    assert_eq!(html.matches("id=\"x\"").count(), 1, "{html}");
}

#[test]
fn tables_have_classes_instead_of_styles() {
    let html = document("| a | b | |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n");
    assert!(
        html.contains(
            "<th scope=\"col\">a</th><th scope=\"col\" class=\"centre\">b</th><td class=\"end\"></td>"
        ),
        "{html}"
    );
    assert!(
        html.contains("<tr><td>1</td><td class=\"centre\">2</td><td class=\"end\">3</td></tr>"),
        "{html}"
    );
    assert!(!html.contains("style"));
}

#[test]
fn alerts_speak_the_readers_language() {
    let html = document_in("> [!WARNING]\n> Mind *this*.", Locale::Chinese);
    assert!(
        html.contains(
            "<div class=\"alert warning\" role=\"note\"><p class=\"alert-title\" lang=\"zh-CN\">警告</p>"
        ),
        "{html}"
    );
    assert!(html.contains("<p>Mind <em>this</em>.</p>"));
}

#[test]
fn footnotes_stand_at_the_end_and_lead_back() {
    let html = document("One[^b], two[^a], again[^b].\n\n[^a]: First\n[^b]: Second\n[^c]: Never\n");
    assert!(
        html.contains("<a href=\"#note:1\" id=\"from:1\">1</a>") && html.contains("id=\"from:1:2\">1</a>"),
        "{html}"
    );
    let notes = html.split("<section").nth(1).expect("notes");
    assert!(notes.find("Second") < notes.find("First") && !notes.contains("Never"), "{html}");
    assert!(notes.contains("<li id=\"note:1\">") && notes.contains("href=\"#from:2\""), "{html}");
}

#[test]
fn small_marks_of_the_flavour_are_known() {
    let html =
        document("- [x] done\n- [ ] open\n\n~~gone~~ :tada: https://e.org/a_b_c. `:tada: https://e.org`");
    assert!(html.contains("<li>☑ done</li>") && html.contains("<li>☐ open</li>"), "{html}");
    assert!(
        html.contains("<del>gone</del> 🎉 <a href=\"https://e.org/a_b_c\">https://e.org/a_b_c</a>."),
        "{html}"
    );
    assert!(html.contains("<code>:tada: https://e.org</code>"), "{html}");
    assert!(!document("[see https://e.org](https://f.org)").contains("href=\"https://e.org"));
}

#[test]
fn images_of_the_repository_are_shown_with_their_size() {
    let svg = document("![A *drawing*](x.svg)");
    assert!(
        svg.contains(
            "<img src=\"/files/sig-docs/x.svg\" alt=\"A drawing\" width=\"30\" height=\"20\" loading=\"lazy\""
        ),
        "{svg}"
    );
    let raw =
        document("<p align=\"center\"><img src=\"./x.svg\" alt=\"d\" width=\"60px\" onerror=\"x()\"></p>");
    assert!(
        raw.contains(
            "<p class=\"centre\"><img src=\"/files/sig-docs/x.svg\" alt=\"d\" width=\"60\" height=\"40\""
        ),
        "{raw}"
    );
    let link = document("[![x](images/x.png)](charter.md)");
    assert!(link.contains("<a href=\"/docs/sig-docs/charter.md/\">"), "{link}");
}

#[test]
fn images_of_other_hosts_are_words() {
    let html = document(
        "![badge](https://img.example/x.svg) [![build](https://img.example/y.svg)](https://ci.example)",
    );
    assert!(!html.contains("<img"), "{html}");
    assert!(html.contains("<a href=\"https://img.example/x.svg\">badge</a>"), "{html}");
    assert!(html.contains("<a href=\"https://ci.example\">build</a>"), "{html}");
    assert!(document("[![](https://img.example/y.svg)](https://ci.example)").contains(">y.svg</a>"));
}

#[test]
fn code_is_coloured_where_its_language_is_known() {
    let html = document("```yaml\na: 1 # <b>\n```\n\n```mermaid\ngraph <TD>\n```\n");
    assert!(
        html.contains(
            "<span class=\"hk\">a</span>: <span class=\"hn\">1</span> <span class=\"hc\"># &lt;b&gt;</span>"
        ),
        "{html}"
    );
    assert!(html.contains("<pre tabindex=\"0\"><code>graph &lt;TD&gt;\n</code></pre>"), "{html}");
}

#[test]
fn shortcodes_of_site_generators_are_shown_as_they_are() {
    let html = document("{{< note >}} a {{<b>}} {{% tip %}}\n\n[x]({{< ref \"a\" >}})");
    assert!(html.contains("{{&lt; note &gt;}} a {{&lt;b&gt;}} {{% tip %}}"), "{html}");
}

#[test]
fn raw_html_that_people_write_stays() {
    let html = document(
        "<details open>\n<summary>More</summary>\n\n- a<br/>b\n\n</details>\n\n<!-- hidden\n-->H<sub>2</sub>O <kbd>x</kbd>",
    );
    for part in ["<details open=\"\">", "<summary>More</summary>", "a<br>b", "H<sub>2</sub>O <kbd>x</kbd>"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("hidden"));
    let open = document("<div><b>open\n\ntext");
    assert!(open.matches("<div>").count() == open.matches("</div>").count(), "{open}");
}

#[test]
fn chinese_lines_are_joined_without_a_space() {
    assert_eq!(document("第一行\n第二行\nand English"), "<p>第一行第二行\nand English</p>\n");
}

#[test]
fn deep_nesting_is_flattened() {
    let html = document(&format!("{} deep", ">".repeat(50_000)));
    assert!(html.matches("<blockquote>").count() <= 24);
    assert!(html.contains("deep"));
    document(&"<b>".repeat(150_000));
    document(&"[".repeat(50_000));
    document(&"![".repeat(50_000));
    document(&format!("{}{}", "<div>\n\n".repeat(3000), "> ".repeat(3000)));
}

#[test]
fn slots_come_from_this_program_alone() {
    for text in [
        "\u{fdd0}x",
        "&#xfdd0;x",
        "<b>&#xfdd0;</b>",
        "<b title='&#64976;'>\u{fdd3}</b>",
        "[x](\u{fdd0}evil)",
        "`\u{fdd1}`",
        "<a href=\"\u{fdd0}evil\">x</a>",
    ] {
        let html = document(text);
        assert!(
            !html.contains("href=\"/evil") && !html.contains("title=\"/") && !html.contains(">/<"),
            "{text} gave {html}"
        );
        assert!(!html.contains("/x"), "{text} gave {html}");
    }
}

#[test]
fn the_words_of_a_text_come_without_marks() {
    assert_eq!(
        plain("Own *the* [docs](x)\nand `kubectl`.\n\nMore :tada:."),
        "Own the docs and kubectl. More 🎉."
    );
}
