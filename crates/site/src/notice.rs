//! Pages that say what went wrong, in the site's own look.

use maud::{Markup, html};

use crate::layout::{self, Head};
use crate::{Page, View};

/// What went wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The status as people know it: `404`.
    pub code: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    NotFound,
    Failed,
    Refused,
}

impl Notice {
    /// The address leads nowhere.
    pub fn not_found() -> Self {
        Self { code: "404", kind: Kind::NotFound }
    }

    /// The server failed.
    pub fn failed() -> Self {
        Self { code: "500", kind: Kind::Failed }
    }

    /// The request cannot be served as it stands.
    pub fn refused(code: &'static str) -> Self {
        Self { code, kind: Kind::Refused }
    }

    /// A few words, and a sentence on what the reader can do.
    fn texts(&self, view: &View<'_>) -> (String, String) {
        match self.kind {
            Kind::NotFound => (view.text("notice-not-found"), view.text("notice-not-found-text")),
            Kind::Failed => (view.text("notice-failed"), view.text("notice-failed-text")),
            Kind::Refused => (view.text("notice-refused"), view.text("notice-refused-text")),
        }
    }
}

pub(crate) fn page(view: &View<'_>, notice: &Notice) -> Markup {
    let (title, text) = notice.texts(view);
    let main = html! {
        div.wide {
            div.notice {
                p.code { (notice.code) }
                h1 { (title) }
                p.lead { (text) }
                p {
                    a.button href=(view.href(&Page::Home)) { (view.text("notice-home")) }
                }
            }
        }
    };
    layout::page(view, &Head { title: &title, description: "", listed: false, address: None }, &main)
}
