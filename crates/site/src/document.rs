//! A Markdown file of the repository as a page: charters, guides, codes of conduct.

use folkmoot_model::EntryKind;
use maud::{Markup, html};

use crate::base::encode_path;
use crate::layout::{self, Head};
use crate::markdown::{self, RawHtml};
use crate::{Page, Site, View};

/// Whether `path` (decoded) is a Markdown file of the repository, written without detours.
pub(crate) fn exists(site: &Site, path: &str) -> bool {
    let plain = path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.starts_with('.'));
    let clean = plain && !path.contains(['\\', '\0']);
    clean
        && path.to_ascii_lowercase().ends_with(".md")
        && site.repository().kind(path) == Some(EntryKind::File)
}

/// The page, or `None` where the file cannot be read.
pub(crate) fn page(view: &View<'_>, path: &str) -> Option<Markup> {
    if !exists(view.site(), path) {
        return None;
    }
    let bytes = view.repository().read(path).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let text = without_front_matter(text.strip_prefix('\u{feff}').unwrap_or(&text));
    let (dir, file) = path.rsplit_once('/').unwrap_or(("", path));
    let title = title(text).unwrap_or_else(|| file.to_owned());
    let group = view.groups().find(|(_, group)| {
        let own = group.dir.trim_matches('/');
        !own.is_empty() && (dir == own || dir.starts_with(&format!("{own}/")))
    });
    let starts_with_title = text.trim_start().starts_with("# ");
    let main = html! {
        div.wide {
            nav.crumbs aria-label=(view.text("breadcrumbs")) {
                ol {
                    li { a href=(view.href(&Page::Home)) { (view.name()) } }
                    @if let Some((index, group)) = group {
                        li { a href=(view.group_href(index)) { (group.title()) } }
                    }
                    li aria-current="page" { (file) }
                }
            }
            article.prose {
                @if !starts_with_title { h1 { (title) } }
                (markdown::render(view, text, dir, RawHtml::Sanitised))
            }
            @if let Some(source) = &view.options().source {
                p.quiet { a href={ (source) (encode_path(path)) } { "Read or edit the source of this page" } }
            }
        }
    };
    Some(layout::page(
        view,
        &Head {
            title: &title,
            description: "",
            listed: true,
            address: Some(Page::Document(path.to_owned())),
        },
        &main,
    ))
}

/// What follows a YAML front matter (`---` to `---`), or all of it.
fn without_front_matter(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return text };
    let end = rest.match_indices("\n---").find(|(at, _)| {
        let after = &rest[at + 4..];
        after.is_empty() || after.starts_with(['\n', '\r'])
    });
    end.map_or(text, |(at, _)| rest[at + 4..].trim_start_matches('\r'))
}

/// The words of the first heading of level one.
fn title(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix("# "))?;
    let words = markdown::plain(line);
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_a_page_with_the_group_above_it() {
        let site = Site::sample(&[(
            "sig-docs/charter.md",
            "---\nx: 1\n---\n# The *charter*\n\n<script>x</script>ok",
        )]);
        let html = page(&site.english(), "sig-docs/charter.md").expect("a page").into_string();
        assert!(html.contains("<title>The charter · "), "{html}");
        assert!(html.contains("SIG Docs</a>") && html.contains("ok"));
        assert!(!html.contains("x: 1") && !html.contains("<script>x"));
    }

    #[test]
    fn only_markdown_files_of_the_repository_are_documents() {
        let site = Site::sample(&[("a.md", ""), ("secret.txt", ""), (".github/x.md", "")]);
        assert!(exists(&site, "a.md"));
        for path in ["secret.txt", "../a.md", "./a.md", "x/../a.md", ".github/x.md", "b.md", "", "a.md/"] {
            assert!(!exists(&site, path), "{path}");
        }
    }
}
