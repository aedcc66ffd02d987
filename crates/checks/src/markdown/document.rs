//! One Markdown file as the checks see it: where its links lead and what can be linked to in it.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, RefDefs, Tag, TagEnd};

use super::html::{self, Found};
use super::slug::Slugger;

/// A link or an image that leads somewhere in the repository, as far as its spelling tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Link {
    /// The destination as the reader's browser gets it: escapes and entities resolved.
    pub(crate) destination: Box<str>,
    /// Where the destination stands; the whole link where it could not be told apart.
    pub(crate) range: Range<u32>,
    /// Whether `range` is the destination and nothing else, so that it may be replaced.
    pub(crate) exact: bool,
    /// Whether it is an image.
    pub(crate) image: bool,
}

/// What a Markdown file links to and offers to links.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Document {
    /// Links that are relative, rooted or within the page, in order; no web addresses.
    pub(crate) links: Vec<Link>,
    /// Anchors: slugs of headings, explicit ids and names.
    pub(crate) anchors: Vec<Box<str>>,
    /// Whether it begins with front matter, which site generators read.
    pub(crate) front_matter: bool,
}

/// What GitHub's Markdown has beyond CommonMark, and front matter.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

impl Document {
    /// Reads `text`. Code, comments and front matter hold no links.
    pub(crate) fn parse(text: &str) -> Self {
        let mut reader =
            Reader { text, out: Self::default(), slugger: Slugger::default(), seen: HashSet::new() };
        let mut parser = Parser::new_ext(text, OPTIONS).into_offset_iter();
        let mut heading: Option<String> = None;
        let mut html_block: Option<usize> = None;
        while let Some((event, range)) = parser.next() {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    reader.heading(&heading.take().unwrap_or_default());
                }
                Event::Text(part) | Event::Code(part) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&part);
                    }
                }
                Event::Start(Tag::HtmlBlock) => html_block = Some(range.start),
                Event::End(TagEnd::HtmlBlock) => {
                    reader.html(html_block.take().unwrap_or(range.start)..range.end);
                }
                Event::InlineHtml(_) => reader.html(range),
                // `<ana@example.org>`: the parser leaves `mailto:` to the renderer.
                Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
                Event::Start(Tag::Link { link_type, dest_url, id, .. }) => {
                    let place = place(link_type, &id, parser.reference_definitions(), range);
                    reader.link(&dest_url, place, false);
                }
                Event::Start(Tag::Image { link_type, dest_url, id, .. }) => {
                    let place = place(link_type, &id, parser.reference_definitions(), range);
                    reader.link(&dest_url, place, true);
                }
                Event::Start(Tag::MetadataBlock(_)) => reader.out.front_matter = true,
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    reader.out.anchors.push(format!("fn-{label}").into());
                }
                _ => {}
            }
        }
        reader.out
    }
}

/// Where a link is mended: a reference link leads to its definition.
fn place(kind: LinkType, id: &str, definitions: &RefDefs<'_>, link: Range<usize>) -> Range<usize> {
    match kind {
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
            definitions.get(id).map_or(link, |definition| definition.span.clone())
        }
        _ => link,
    }
}

struct Reader<'a> {
    text: &'a str,
    out: Document,
    slugger: Slugger,
    /// Starts of links taken in: a definition serves many links and is checked once.
    seen: HashSet<usize>,
}

impl Reader<'_> {
    fn heading(&mut self, text: &str) {
        self.out.anchors.push(self.slugger.next(text.trim()).into());
        // `## Title {#id}` of Hugo, kramdown and others; GitHub shows it as text, so both anchors count.
        if let Some((title, id)) = text.trim().strip_suffix('}').and_then(|text| text.rsplit_once('{')) {
            let id = id.trim_start_matches(':').trim();
            if let Some(id) = id.strip_prefix('#') {
                let id = id.split_whitespace().next().unwrap_or_default();
                self.out.anchors.push(id.into());
                self.out.anchors.push(super::slug::slug(title.trim()).into());
            }
        }
    }

    fn html(&mut self, range: Range<usize>) {
        let text = self.text;
        let piece = &text[range.clone()];
        html::scan(piece, |found| match found {
            Found::Address(at) => {
                let destination = piece[at.clone()].replace("&amp;", "&");
                let at = range.start + at.start..range.start + at.end;
                self.push(destination.trim(), at, true, false);
            }
            Found::Name(at) => self.out.anchors.push(piece[at].into()),
            Found::Heading(text) => self.out.anchors.push(self.slugger.next(&text).into()),
        });
    }

    fn link(&mut self, destination: &str, range: Range<usize>, image: bool) {
        if !is_local(destination) || !self.seen.insert(range.start) {
            return;
        }
        let at = destination_range(self.text, range.clone(), destination);
        let exact = at.is_some();
        self.push(destination, at.unwrap_or(range), exact, image);
    }

    fn push(&mut self, destination: &str, range: Range<usize>, exact: bool, image: bool) {
        if is_local(destination) {
            let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let range = offset(range.start)..offset(range.end);
            self.out.links.push(Link { destination: destination.into(), range, exact, image });
        }
    }
}

/// Whether a destination has neither a scheme (`https:`, `mailto:`) nor a host (`//example.org`).
pub(super) fn is_local(destination: &str) -> bool {
    if destination.starts_with("//") {
        return false;
    }
    let Some((scheme, _)) = destination.split_once(':') else { return true };
    let mut bytes = scheme.bytes();
    let begins = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic());
    !(begins && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte)))
}

/// Where `destination` is written in the link or definition at `range`: after its last `](` or first `]:`,
/// where it is written without escapes.
fn destination_range(text: &str, range: Range<usize>, destination: &str) -> Option<Range<usize>> {
    let source = &text[range.clone()];
    // Images nest: searching each of them to its end would be quadratic.
    if destination.is_empty() || source.len() > destination.len() + 16 * 1024 {
        return None;
    }
    let starts = source.match_indices("](").chain(source.match_indices("]:")).map(|(at, _)| at + 2);
    let mut found = None;
    for start in starts {
        let rest = source[start..].trim_start();
        let rest = rest.strip_prefix('<').unwrap_or(rest);
        if rest.starts_with(destination) {
            let at = range.start + source.len() - rest.len();
            found = Some(at..at + destination.len());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<String> {
        let document = Document::parse(text);
        for link in &document.links {
            let at = link.range.start as usize..link.range.end as usize;
            assert!(!link.exact || text[at] == *link.destination || text.contains("&amp;"));
        }
        document.links.into_iter().map(|link| link.destination.into()).collect()
    }

    fn anchors(text: &str) -> Vec<String> {
        Document::parse(text).anchors.into_iter().map(Into::into).collect()
    }

    #[test]
    fn every_spelling_of_a_local_link_is_found() {
        let text = "[a](a.md) ![b](<b c.png> \"title\") [c][ref] [ref] <img src=d.png> \
                    [![e](e.png)](f.md)\n\n[ref]: ./g.md 'title'\n\n<p><a href=\"h.md?x=1&amp;y\">h</a></p>\n";
        assert_eq!(links(text), ["a.md", "b c.png", "./g.md", "d.png", "f.md", "e.png", "h.md?x=1&y"]);
    }

    #[test]
    fn web_addresses_code_comments_and_front_matter_hold_none() {
        let text = "---\nx: [a](a.md)\n---\n`[b](b.md)` <https://x.org> [m](mailto:a@b.org) [w](//x.org/y)\n\n\
                    <!-- [c](c.md) <a href=\"c.md\"> -->\n\n```\n[d](d.md)\n```\n\n    [e](e.md)\n";
        assert!(links(text).is_empty());
    }

    #[test]
    fn headings_names_and_footnotes_are_anchors() {
        let text = "Title\n=====\n\n## The `code` [link](#x) ##\n## Own {#own-id}\n\n<a name=\"n\"></a><a id='i'>\n\n\
                    <h3>In HTML</h3>\n\n[^1]: note\n";
        let all = ["title", "the-code-link", "own-own-id", "own-id", "own", "n", "i", "in-html", "fn-1"];
        assert_eq!(anchors(text), all);
    }

    #[test]
    fn front_matter_is_no_heading() {
        assert_eq!(anchors("---\ntitle: x\n---\n\n# Real\n"), ["real"]);
    }
}
