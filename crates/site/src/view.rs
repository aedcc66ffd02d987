//! A site as one reader sees it.

use std::ops::Deref;

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::roster::Somebody;
use crate::{
    Locale, Notice, Page, Site, about, calendar, channels, contribute, document, embed, findings, group,
    home, notice, person, search,
};

/// A site in one language at one time: all that a page depends on.
#[derive(Clone, Copy)]
pub struct View<'a> {
    site: &'a Site,
    locale: Locale,
    now: Timestamp,
    outdated: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(site: &'a Site, locale: Locale, now: Timestamp) -> Self {
        Self { site, locale, now, outdated: false }
    }

    /// The site, for as long as it lives.
    pub(crate) fn site(&self) -> &'a Site {
        self.site
    }

    /// The same, saying on every page that the record has changed since and cannot be read.
    #[must_use]
    pub fn outdated(self) -> Self {
        Self { outdated: true, ..self }
    }

    /// Whether the record has changed since and cannot be read.
    pub(crate) fn is_outdated(&self) -> bool {
        self.outdated
    }

    /// The language of the interface.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The moment that "next" and "now" are seen from. A static export is seen from the day it was made.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The HTML of a page; `None` where there is no such group or document.
    pub fn render(&self, page: &Page) -> Option<String> {
        let markup = match page {
            Page::Home => home::page(self),
            Page::Group(slug) => group::page(self, self.site.group_index(slug)?),
            Page::People => person::everybody(self),
            Page::Person(slug) => person::page(self, self.site.roster().at(slug)?),
            Page::Calendar => calendar::page(self),
            Page::Channels => channels::page(self),
            Page::Contribute => contribute::page(self),
            Page::Document(path) => document::page(self, path)?,
            Page::Documents => document::index(self),
            Page::Search(query) => search::page(self, query),
            Page::About => about::page(self),
            Page::Checks => findings::page(self)?,
            Page::NotFound => notice::page(self, &Notice::not_found()),
            Page::EmbeddedGroup(slug) => embed::group(self, self.site.group_index(slug)?),
            Page::EmbeddedCalendar => embed::calendar(self),
        };
        Some(markup.into_string())
    }

    /// The HTML of a page that says what went wrong.
    pub fn render_notice(&self, notice: &Notice) -> String {
        notice::page(self, notice).into_string()
    }

    /// The address of a page in the reader's language.
    pub(crate) fn href(&self, page: &Page) -> String {
        self.site.address(self.locale, page)
    }

    /// The address of a group's page, by its place in the community.
    pub(crate) fn group_href(&self, index: usize) -> String {
        self.href(&Page::Group(self.site.slug(index).to_owned()))
    }

    /// The address of somebody's page.
    pub(crate) fn person_href(&self, somebody: &Somebody) -> String {
        self.href(&Page::Person(somebody.slug.clone()))
    }

    /// A message of the interface.
    pub(crate) fn text(&self, id: &str) -> String {
        self.locale.text(id)
    }

    /// A message with arguments.
    pub(crate) fn text_with<const N: usize>(&self, id: &str, args: [(&str, FluentValue<'_>); N]) -> String {
        let mut all = FluentArgs::with_capacity(N);
        for (name, value) in args {
            all.set(name.to_owned(), value);
        }
        self.locale.text_with(id, &all)
    }

    /// A message with pieces of a page in it: links, names of keys.
    pub(crate) fn rich<const N: usize>(&self, id: &str, pieces: [(&str, Markup); N]) -> Markup {
        // The message is formatted with a private character for each piece, which no message uses.
        let places = ('\u{e000}'..).take(N);
        let mut args = FluentArgs::with_capacity(N);
        for ((name, _), place) in pieces.iter().zip(places) {
            args.set((*name).to_owned(), place.to_string());
        }
        let text = self.locale.text_with(id, &args);
        let mut out = Markup::default();
        let mut rest = text.as_str();
        while let Some((at, place)) = rest.char_indices().find(|(_, c)| ('\u{e000}'..'\u{f000}').contains(c))
        {
            let piece = pieces.get(place as usize - 0xe000);
            out = html! { (out) (rest[..at]) @if let Some((_, piece)) = piece { (piece) } };
            rest = &rest[at + place.len_utf8()..];
        }
        html! { (out) (rest) }
    }

    /// A message that counts: its argument is `$count`.
    pub(crate) fn count(&self, id: &str, count: usize) -> String {
        self.text_with(id, [("count", FluentValue::from(count))])
    }
}

impl Deref for View<'_> {
    type Target = Site;

    fn deref(&self) -> &Site {
        self.site
    }
}
