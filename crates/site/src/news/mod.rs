//! News of the community, or of a group, as an Atom feed (RFC 4287).
//!
//! What there is to announce follows from the record and the day: groups that begin, pause or end, people who
//! take up or give up a role, meetings that depart from their rule, breaks, and the meetings ahead: a week at a
//! time for the community, one by one for a group. An entry comes when there is reason to read it and keeps its
//! date and its name, so that a reader's program shows it once.

mod announced;
mod meetings;

use std::fmt::Write;

use jiff::Timestamp;

use crate::{Page, Resource, View};

/// Entries of a feed; older ones are left out.
const MOST: usize = 60;

/// Something to announce.
pub(super) struct Entry {
    /// Unique within the community, and made of what does not change: `status/sig-docs/2026-11-21`.
    name: String,
    title: String,
    /// When it was worth telling first, or what it says changed.
    updated: Timestamp,
    /// Where it leads.
    page: Page,
    /// HTML, escaped where it holds texts of the record.
    content: String,
}

/// The feed of the community, or of the group at `index`.
pub(crate) fn feed(view: &View<'_>, index: Option<usize>) -> String {
    let mut entries = announced::entries(view, index);
    entries.extend(match index {
        Some(index) => meetings::of_group(view, index),
        None => meetings::by_week(view),
    });
    // Of one moment: by name, so that the order stays.
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.name.cmp(&b.name)));
    entries.truncate(MOST);
    write(view, index, &entries)
}

fn write(view: &View<'_>, index: Option<usize>, entries: &[Entry]) -> String {
    let slug = index.map(|index| view.site().slug(index).to_owned());
    let subject =
        index.map_or_else(|| view.name().to_owned(), |index| view.site().community().groups[index].title());
    let page = slug.clone().map_or(Page::Home, Page::Group);
    let title = view.text_with("news-title", [("name", subject.as_str().into())]);
    let updated = entries.first().map_or_else(|| view.stamp(), |entry| entry.updated);
    let origin = view.options().origin.as_deref().unwrap_or_default();
    let own = view.options().base.join(&Resource::News(slug.clone()).path());
    let name = slug.as_deref().map_or_else(|| "news".to_owned(), |slug| format!("news/{slug}"));
    let language = view.locale().tag();
    let mut out = String::new();
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n  \
         <id>{}</id>\n  <title>{}</title>\n  <updated>{updated}</updated>\n  <author><name>{}</name></author>\n  \
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n  \
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n  <generator>Folkmoot</generator>\n",
        id(view, &name),
        escape(&title),
        escape(view.name()),
        escape(&format!("{origin}{own}")),
        escape(&view.whole(view.locale(), &page)),
    );
    for entry in entries {
        let _ = write!(
            out,
            "  <entry>\n    <id>{}</id>\n    <title>{}</title>\n    <updated>{}</updated>\n    \
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n    <content type=\"html\">{}</content>\n  </entry>\n",
            id(view, &entry.name),
            escape(&entry.title),
            entry.updated,
            escape(&view.whole(view.locale(), &entry.page)),
            escape(&entry.content),
        );
    }
    out.push_str("</feed>\n");
    out
}

/// A `tag:` URI (RFC 4151): it stays when the site moves to another host.
fn id(view: &View<'_>, name: &str) -> String {
    let host = crate::feed::host(view.site().community());
    let host: String = host.chars().filter(|c| c.is_ascii_alphanumeric() || "-.".contains(*c)).collect();
    format!("tag:{host},2026:{}", crate::base::encode_path(name))
}

/// Text as XML's character data or attribute; what XML cannot hold is left out (XML 1.0, section 2.2).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if (c as u32) < 0x20 => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escape("a<b>\u{0}&\u{ffff}\"\u{1b}"), "a&lt;b&gt;&amp;&quot;");
    }
}
