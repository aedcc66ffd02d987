//! Markdown to HTML. Every tag is written here, or in [`super::raw`] from a list; all text is escaped.

use std::collections::HashMap;

use pulldown_cmark::{
    BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd, TextMergeStream,
};

use super::anchors::{Anchors, fragment};
use super::body::{self, Body, Heading};
use super::escape::escape;
use super::links::Links;
use super::raw::{self, Raw};
use super::table::Table;
use super::{RawHtml, autolink, emoji, headings, sanitise};
use crate::{Site, highlight};

/// Depth of nested quotes, lists and emphasis; what goes deeper is flattened. Parsers of HTML take time that
/// grows with the square of the depth.
const DEPTH_LIMIT: usize = 24;

pub(super) fn render(site: &Site, text: &str, dir: &str, raw_html: RawHtml) -> Body {
    let parser = Parser::new_ext(text, super::options(raw_html));
    let mut events: Vec<Event<'_>> = TextMergeStream::new(parser).collect();
    let mut anchors = Anchors::default();
    let plan = match raw_html {
        RawHtml::Sanitised => headings::plan(&mut events, &mut anchors),
        RawHtml::Text => Vec::new(),
    };
    let level = if plan.first().is_some_and(|first| first.level == 1) { 0 } else { 1 };
    let mut writer = Writer {
        out: String::with_capacity(text.len() * 3 / 2),
        raw_html,
        links: Links::new(site, dir, raw_html),
        anchors,
        plan,
        heading: 0,
        level,
        open: Vec::new(),
        depth: 0,
        linked: 0,
        code: None,
        alt: None,
        table: None,
        notes: Notes::default(),
        block: None,
        raw: Raw::default(),
    };
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        writer.take(event, events.peek());
    }
    writer.finish()
}

/// What ends with a tag.
enum Close {
    /// A closing tag, or nothing where the opening one was flattened.
    With(&'static str),
    Owned(String),
    Link {
        written: bool,
    },
    Image {
        to: String,
        title: String,
    },
    Code(String),
    Head,
    Table,
    Note {
        name: String,
        around: String,
    },
    Block,
}

/// Footnotes by name, and the order in which the text names them.
#[derive(Default)]
struct Notes {
    order: Vec<String>,
    written: HashMap<String, String>,
    references: HashMap<String, usize>,
}

struct Writer<'a> {
    out: String,
    raw_html: RawHtml,
    links: Links<'a>,
    anchors: Anchors,
    plan: Vec<Heading>,
    /// How many of the planned headings are written.
    heading: usize,
    /// The level of the last heading.
    level: u8,
    open: Vec<Close>,
    depth: usize,
    /// Links that are open, which do not nest.
    linked: usize,
    /// The text of a code block.
    code: Option<String>,
    /// The words of an image, and how many elements are open in them.
    alt: Option<(String, usize)>,
    table: Option<Table>,
    notes: Notes,
    /// Raw HTML, gathered until its block ends: a tag may go over several lines.
    block: Option<String>,
    raw: Raw,
}

impl Writer<'_> {
    fn take(&mut self, event: Event<'_>, next: Option<&Event<'_>>) {
        if let Some((alt, depth)) = &mut self.alt {
            match event {
                Event::Start(_) => *depth += 1,
                Event::End(_) if *depth == 0 => self.end(),
                Event::End(_) => *depth -= 1,
                Event::Text(text) | Event::Code(text) => alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, next),
            Event::End(TagEnd::MetadataBlock(_)) => {}
            Event::End(_) => self.end(),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.text(&text),
            },
            Event::Code(text) => {
                self.out.push_str("<code>");
                escape(&mut self.out, &text);
                self.out.push_str("</code>");
            }
            Event::Html(text) | Event::InlineHtml(text) => self.html(&text),
            Event::SoftBreak => {
                // Chinese and Japanese part no words: a line's end is no space.
                let after = match next {
                    Some(Event::Text(text)) => text.chars().next(),
                    _ => None,
                };
                let joined = self.out.chars().next_back().is_some_and(is_cjk) && after.is_some_and(is_cjk);
                if !joined {
                    self.out.push('\n');
                }
            }
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            // A box that cannot be ticked is a word, not a form control.
            Event::TaskListMarker(done) => self.out.push_str(if done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(name) => self.reference(&name),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn text(&mut self, text: &str) {
        let mut from = 0;
        while self.linked == 0
            && let Some((start, end, href)) = autolink::next(text, from)
        {
            emoji::write(&mut self.out, &text[from..start]);
            match self.links.href(&href, &self.anchors) {
                Some(href) => {
                    self.out.push_str(&format!("<a href=\"{href}\">"));
                    escape(&mut self.out, &text[start..end]);
                    self.out.push_str("</a>");
                }
                None => escape(&mut self.out, &text[start..end]),
            }
            from = end;
        }
        emoji::write(&mut self.out, &text[from..]);
    }

    fn html(&mut self, html: &str) {
        // Hugo's `{{<note>}}` is no tag.
        let is_shortcode = self.out.ends_with("{{");
        if self.raw_html == RawHtml::Text || is_shortcode {
            return escape(&mut self.out, html);
        }
        match &mut self.block {
            Some(block) => block.push_str(html),
            None => self.raw(html),
        }
    }

    fn raw(&mut self, html: &str) {
        let mut place = raw::Place { links: &mut self.links, anchors: &mut self.anchors, level: self.level };
        self.raw.write(&mut self.out, html, &mut place);
        self.level = place.level;
    }

    fn start(&mut self, tag: Tag<'_>, next: Option<&Event<'_>>) {
        self.depth += 1;
        let close = if self.depth > DEPTH_LIMIT { Close::With("") } else { self.open(tag, next) };
        self.open.push(close);
    }

    /// Writes an opening tag; gives what closes it.
    fn open(&mut self, tag: Tag<'_>, next: Option<&Event<'_>>) -> Close {
        let mut with = |opening: &str, closing| {
            self.out.push_str(opening);
            Close::With(closing)
        };
        match tag {
            Tag::Paragraph => with("<p>", "</p>\n"),
            Tag::Emphasis => with("<em>", "</em>"),
            Tag::Strong => with("<strong>", "</strong>"),
            Tag::Strikethrough => with("<del>", "</del>"),
            Tag::List(None) => with("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => with("<ol>\n", "</ol>\n"),
            Tag::List(Some(start)) => with(&format!("<ol start=\"{start}\">\n"), "</ol>\n"),
            Tag::Item => with("<li>", "</li>\n"),
            Tag::BlockQuote(None) => with("<blockquote>\n", "</blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => with(&alert(kind), "</div>\n"),
            // A field is a part of a page that has headings of its own.
            Tag::Heading { .. } if self.raw_html == RawHtml::Text => with("<p>", "</p>\n"),
            Tag::Heading { .. } => self.open_heading(),
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => {
                self.alt = Some((String::new(), 0));
                Close::Image { to: dest_url.into_string(), title: title.into_string() }
            }
            Tag::CodeBlock(kind) => {
                self.code = Some(String::new());
                Close::Code(match kind {
                    CodeBlockKind::Fenced(info) => info.into_string(),
                    CodeBlockKind::Indented => String::new(),
                })
            }
            Tag::Table(alignments) => {
                self.table = Some(Table::new(alignments));
                self.out.push_str("<div class=\"table\" tabindex=\"0\"><table>");
                Close::Table
            }
            Tag::TableHead => {
                self.out.push_str("<thead><tr>");
                Close::Head
            }
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.start_row();
                }
                self.out.push_str("<tr>");
                Close::With("</tr>\n")
            }
            Tag::TableCell => {
                let is_empty = matches!(next, Some(Event::End(TagEnd::TableCell)));
                let (opening, closing) =
                    self.table.as_mut().map_or((String::new(), ""), |table| table.cell(is_empty));
                self.out.push_str(&opening);
                Close::With(closing)
            }
            Tag::FootnoteDefinition(name) => {
                Close::Note { name: name.into_string(), around: std::mem::take(&mut self.out) }
            }
            Tag::HtmlBlock => {
                self.block = Some(String::new());
                Close::Block
            }
            _ => Close::With(""),
        }
    }

    fn open_heading(&mut self) -> Close {
        let Some(heading) = self.plan.get(self.heading) else { return Close::With("") };
        let (level, id) = (heading.level, heading.id.clone());
        self.heading += 1;
        self.level = level;
        let around = if level == 1 { "" } else { "<div class=\"heading\">" };
        self.out.push_str(&format!("{around}<h{level} id=\""));
        escape(&mut self.out, &id);
        self.out.push_str("\">");
        if level == 1 {
            return Close::With("</h1>\n");
        }
        let (to, label) = (fragment(&id), body::HEADING_LINK);
        Close::Owned(format!(
            "</h{level}><a class=\"anchor\" href=\"{to}\" aria-label=\"{label}\">#</a></div>\n"
        ))
    }

    fn open_link(&mut self, link_type: LinkType, to: &str, title: &str) -> Close {
        let to = if link_type == LinkType::Email { format!("mailto:{to}") } else { to.to_owned() };
        // Links do not nest.
        let href = if self.linked > 0 { None } else { self.links.href(&to, &self.anchors) };
        let Some(href) = href else { return Close::Link { written: false } };
        self.linked += 1;
        self.out.push_str(&format!("<a href=\"{href}\""));
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            escape(&mut self.out, title);
            self.out.push('"');
        }
        self.out.push('>');
        Close::Link { written: true }
    }

    fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        let Some(close) = self.open.pop() else { return };
        match close {
            Close::With(closing) => self.out.push_str(closing),
            Close::Owned(closing) => self.out.push_str(&closing),
            Close::Link { written } => {
                if written {
                    self.linked -= 1;
                    self.out.push_str("</a>");
                }
            }
            Close::Image { to, title } => self.image(&to, &title),
            Close::Code(info) => self.code(&info),
            Close::Head => {
                if let Some(table) = &mut self.table {
                    table.end_head();
                }
                self.out.push_str("</tr></thead><tbody>\n");
            }
            Close::Table => {
                self.table = None;
                self.out.push_str("</tbody></table></div>\n");
            }
            Close::Note { name, around } => {
                let note = std::mem::replace(&mut self.out, around);
                self.notes.written.entry(name).or_insert(note);
            }
            Close::Block => {
                if let Some(block) = self.block.take() {
                    self.raw(&block);
                }
            }
        }
    }

    /// An image of the repository; of others their words, which lead to the image where no link is around.
    fn image(&mut self, to: &str, title: &str) {
        let (alt, _) = self.alt.take().unwrap_or_default();
        if let Some((address, size)) = self.links.image(to) {
            return raw::write_image(&mut self.out, &address, &alt, size);
        }
        let words = [alt.trim(), title.trim(), last_part(to)].into_iter().find(|words| !words.is_empty());
        let words = words.unwrap_or_default();
        let href = if self.linked > 0 { None } else { self.links.href(to, &self.anchors) };
        if let Some(href) = &href {
            self.out.push_str(&format!("<a href=\"{href}\">"));
        }
        escape(&mut self.out, words);
        self.out.push_str(if href.is_some() { "</a>" } else { "" });
    }

    fn code(&mut self, info: &str) {
        let code = self.code.take().unwrap_or_default();
        let language = info.split([' ', ',', '{', '\t']).next().unwrap_or_default();
        self.out.push_str("<pre tabindex=\"0\"><code>");
        if !highlight::write(&mut self.out, &code, language, escape) {
            escape(&mut self.out, &code);
        }
        self.out.push_str("</code></pre>\n");
    }

    fn reference(&mut self, name: &CowStr<'_>) {
        let name = name.to_string();
        let known = self.notes.order.iter().position(|one| *one == name);
        let index = known.unwrap_or_else(|| {
            self.notes.order.push(name.clone());
            self.notes.order.len() - 1
        });
        let number = index + 1;
        let count = self.notes.references.entry(name).or_default();
        *count += 1;
        let again = if *count > 1 { format!(":{count}") } else { String::new() };
        // Links do not nest.
        let link = match self.linked {
            0 => format!("<a href=\"#note:{number}\" id=\"from:{number}{again}\">{number}</a>"),
            _ => number.to_string(),
        };
        self.out.push_str(&format!("<sup class=\"note\">{link}</sup>"));
    }

    fn finish(mut self) -> Body {
        // A text may end inside of what it opened; the parser closes all, so this is for good measure.
        while !self.open.is_empty() {
            self.end();
        }
        if !self.notes.order.is_empty() {
            let (title, back) = (body::FOOTNOTES, body::BACK);
            self.out.push_str(&format!("<section class=\"notes\" aria-label=\"{title}\"><ol>\n"));
            for (index, name) in self.notes.order.iter().enumerate() {
                let number = index + 1;
                let note = self.notes.written.get(name).map(String::as_str).unwrap_or_default();
                self.out.push_str(&format!(
                    "<li id=\"note:{number}\">{note}<a href=\"#from:{number}\" aria-label=\"{back}\">↩</a></li>\n"
                ));
            }
            self.out.push_str("</ol></section>\n");
        }
        let html = if self.raw.is_loose { sanitise::sanitise(&self.out) } else { self.out };
        Body::new(html, self.plan, self.links.files)
    }
}

/// The opening of an alert, `> [!NOTE]`.
fn alert(kind: BlockQuoteKind) -> String {
    let (class, word) = match kind {
        BlockQuoteKind::Note => ("note", body::NOTE),
        BlockQuoteKind::Tip => ("tip", body::TIP),
        BlockQuoteKind::Important => ("important", body::IMPORTANT),
        BlockQuoteKind::Warning => ("warning", body::WARNING),
        BlockQuoteKind::Caution => ("caution", body::CAUTION),
    };
    let language = body::LANGUAGE;
    format!(
        "<div class=\"alert {class}\" role=\"note\"><p class=\"alert-title\" lang=\"{language}\">{word}</p>\n"
    )
}

/// The last part of an address: what an image without words is called.
fn last_part(to: &str) -> &str {
    to.split(['?', '#']).next().unwrap_or(to).trim_end_matches('/').rsplit('/').next().unwrap_or(to)
}

/// Whether a character is of a script that parts no words.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}
