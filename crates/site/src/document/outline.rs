//! What documents say of themselves: title, headings, first words. Read line by line, not as Markdown, since
//! lists and search ask it of all documents at once.

use std::num::NonZeroUsize;
use std::thread;

use super::{Shelf, read, translation};
use crate::{Site, markdown, wording};

/// Headings kept of one document.
const HEADINGS: usize = 40;
/// Characters of a heading, and of the first words.
const HEADING_LENGTH: usize = 120;
const WORDS_LENGTH: usize = 240;

/// A document in short.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Outline {
    /// Its title; never empty.
    pub(crate) title: String,
    /// What its front matter says of it, or its first paragraph.
    pub(crate) description: String,
    /// The words of its headings below the title.
    pub(crate) headings: Vec<String>,
    /// The language that its script tells, as a BCP 47 tag.
    pub(crate) language: &'static str,
}

/// Every document in short, in the shelf's order.
#[derive(Default, Debug)]
pub(crate) struct Library {
    outlines: Vec<Outline>,
}

impl Library {
    /// Reads all documents of the site, on as many threads as there are processors.
    pub(crate) fn new(site: &Site, shelf: &Shelf) -> Self {
        let places = shelf.places();
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(8);
        let share = places.len().div_ceil(threads).max(1);
        let outlines = thread::scope(|scope| {
            let workers: Vec<_> = places
                .chunks(share)
                .map(|places| {
                    scope.spawn(move || {
                        places.iter().map(|place| outline(site, &place.path)).collect::<Vec<_>>()
                    })
                })
                .collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
        });
        Self { outlines }
    }

    /// The document at that place of the shelf.
    pub(crate) fn get(&self, index: usize) -> Option<&Outline> {
        self.outlines.get(index)
    }
}

fn outline(site: &Site, path: &str) -> Outline {
    let Some((front, text)) = read(site, path) else {
        return Outline { title: file_title(path), language: "en", ..Outline::default() };
    };
    let found = scan(&text);
    Outline {
        title: front.title.or(found.title).unwrap_or_else(|| file_title(path)),
        description: front.description.unwrap_or(found.words),
        headings: found.headings,
        language: translation::of_text(&text),
    }
}

/// What a document without a title is called: `meeting-notes/2020.md` → `2020`, a README by its folder.
pub(super) fn file_title(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let folder = folder.rsplit('/').next().unwrap_or_default();
    let name = if stem.eq_ignore_ascii_case("readme") && !folder.is_empty() { folder } else { stem };
    wording::capitalised(&name.replace(['_', '-'], " "))
}

#[derive(Default)]
struct Found {
    title: Option<String>,
    headings: Vec<String>,
    words: String,
}

/// Looks at the lines of a text.
fn scan(text: &str) -> Found {
    let mut found = Found::default();
    let mut fence: Option<&str> = None;
    let mut in_comment = false;
    let mut paragraph = String::new();
    for line in text.lines() {
        let line = line.trim();
        if let Some(mark) = fence {
            if line.starts_with(mark) {
                fence = None;
            }
            continue;
        }
        if in_comment {
            in_comment = !line.contains("-->");
            continue;
        }
        if line.starts_with("<!--") {
            in_comment = !line.contains("-->");
            continue;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        let is_rule = line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'));
        if let Some(words) = heading(line) {
            end_paragraph(&mut found, &mut paragraph);
            add_heading(&mut found, line.starts_with("# "), words);
        } else if is_rule && !paragraph.is_empty() {
            // A line underlined is a heading.
            let words = std::mem::take(&mut paragraph);
            add_heading(&mut found, line.starts_with('='), &words);
        } else if line.is_empty() || fence.is_some() || is_rule || is_block(line) {
            end_paragraph(&mut found, &mut paragraph);
        } else if paragraph.len() < 2000 {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    end_paragraph(&mut found, &mut paragraph);
    found
}

/// The words of `## words`.
fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| rest.trim().trim_end_matches('#').trim_end())
}

/// Whether a line is no part of a paragraph of text.
fn is_block(line: &str) -> bool {
    line.starts_with(['|', '>', '<', '!'])
        || line.starts_with("[![")
        || line.starts_with("- ")
        || line.starts_with("* ")
}

fn add_heading(found: &mut Found, is_title: bool, words: &str) {
    let words = words.split("{#").next().unwrap_or(words);
    let words = wording::shorten(&markdown::plain(words), HEADING_LENGTH);
    if words.is_empty() {
        return;
    }
    if is_title && found.title.is_none() {
        found.title = Some(words);
    } else if found.headings.len() < HEADINGS {
        found.headings.push(words);
    }
}

fn end_paragraph(found: &mut Found, paragraph: &mut String) {
    if found.words.is_empty() && !paragraph.is_empty() {
        let words = markdown::plain(paragraph);
        // A line of links or a date tells nothing about a document.
        if words.chars().count() > 30 || words.chars().any(|c| c as u32 > 0x2e80) {
            found.words = wording::shorten(&words, WORDS_LENGTH);
        }
    }
    paragraph.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_says_what_it_is() {
        let found = scan(
            "<!-- a\n# no -->\n[![b](c)](d)\n\n# The *guide*\n\nIt says `how` to [do](x) things in\nour community.\n\n\
             ```sh\n# no\n```\n\n## Part {#p}\n\nPart two\n---\n",
        );
        assert_eq!(found.title.as_deref(), Some("The guide"));
        assert_eq!(found.words, "It says how to do things in our community.");
        assert_eq!(found.headings, ["Part", "Part two"]);
    }

    #[test]
    fn a_document_without_a_title_is_called_by_its_file() {
        assert_eq!(file_title("sig-docs/README.md"), "Sig docs");
        assert_eq!(file_title("a/contributor_guide.md"), "Contributor guide");
        assert_eq!(file_title("README.md"), "README");
    }
}
