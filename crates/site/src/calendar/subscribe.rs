//! How to take a calendar into one's own: the address to copy, and links for the programs people use.
//!
//! Without scripts it folds out in place; the script shows it as a dialog and completes addresses where the
//! site does not know its own host.

use maud::{Markup, html};

use crate::feed::Feed;
use crate::{View, icons};

/// The panel of one feed.
pub(crate) fn panel(view: &View<'_>, feed: &Feed) -> Markup {
    panel_with(view, feed, &html! {})
}

/// The panel of one feed with something more below.
pub(super) fn panel_with(view: &View<'_>, feed: &Feed, more: &Markup) -> Markup {
    let site = view.site();
    let path = site.feed_href(feed);
    let ways = site.subscription(feed);
    let address = ways.as_ref().map_or(path.as_str(), |ways| &ways.https);
    let links = [
        ("webcal", view.text("subscribe-webcal"), ways.as_ref().map(|ways| &ways.webcal)),
        ("google", view.text("subscribe-google"), ways.as_ref().map(|ways| &ways.google)),
        ("outlook", view.text("subscribe-outlook"), ways.as_ref().map(|ways| &ways.outlook)),
        ("office365", view.text("subscribe-office"), ways.as_ref().map(|ways| &ways.office365)),
    ];
    html! {
        details.subscribe data-close=(view.text("subscribe-close")) {
            summary.chip { (icons::calendar()) (view.text("subscribe")) }
            div.subscribe-box data-path=(path) data-title=(site.feed_title(feed)) {
                p { (view.text("subscribe-how")) }
                p.address { code data-copy=(address) { (address) } }
                ul.chips {
                    @for (way, word, href) in links {
                        li hidden[href.is_none()] { a.chip data-way=(way) href=[href] { (word) } }
                    }
                    li { a.chip data-way="file" href=(path) { (view.text("subscribe-file")) } }
                }
                (more)
            }
        }
    }
}
