//! Pages that say what went wrong, in the site's own look.

use maud::{Markup, html};

use crate::layout::{self, Head};
use crate::{Page, View};

/// What to say and what the reader can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The status as people know it: `404`.
    pub code: &'static str,
    /// A few words: `There is no such page`.
    pub title: &'static str,
    /// A sentence.
    pub text: &'static str,
}

impl Notice {
    /// The address leads nowhere.
    pub fn not_found() -> Self {
        Self {
            code: "404",
            title: "There is no page here",
            text: "The group may have been renamed or retired, or the link was cut short.",
        }
    }

    /// The server failed.
    pub fn failed() -> Self {
        Self {
            code: "500",
            title: "Something broke on our side",
            text: "It is not your doing. Please try again in a moment.",
        }
    }

    /// The request cannot be served as it stands.
    pub fn refused(code: &'static str) -> Self {
        Self {
            code,
            title: "That request cannot be served",
            text: "This site answers plain page requests only.",
        }
    }
}

pub(crate) fn page(view: &View<'_>, notice: &Notice) -> Markup {
    let main = html! {
        div.wide {
            div.notice {
                p.code { (notice.code) }
                h1 { (notice.title) }
                p.lead { (notice.text) }
                p {
                    a.button href=(view.href(&Page::Home)) { "All groups" }
                }
            }
        }
    };
    layout::page(view, &Head { title: notice.title, description: "", listed: false, address: None }, &main)
}
