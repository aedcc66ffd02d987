//! Icons, drawn for this site: 16 by 16, one stroke.

use maud::{Markup, html};

/// An icon that repeats what words beside it say, hidden from those who listen.
fn icon(path: &str) -> Markup {
    html! {
        svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            path d=(path) {}
        }
    }
}

pub(crate) fn calendar() -> Markup {
    icon("M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3")
}

pub(crate) fn clock() -> Markup {
    icon("M8 14.2a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4zM8 4.6V8l2.4 1.6")
}

pub(crate) fn chat() -> Markup {
    icon("M2.5 3h11v8H7l-3 2.5V11H2.5zM5.5 6h5M5.5 8.3h3")
}

pub(crate) fn people() -> Markup {
    icon(
        "M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.8 13.2c.3-2.6 2-4 4.2-4s3.9 1.4 4.2 4M10.7 3.2a2.2 2.2 0 0 1 0 4.1M12 9.6c1.3.5 2.1 1.7 2.3 3.4",
    )
}

pub(crate) fn mail() -> Markup {
    icon("M2 3.5h12v9H2zM2.3 4l5.7 4.8L13.7 4")
}

pub(crate) fn document() -> Markup {
    icon("M4 1.8h5.2L12.5 5v9.2H4zM9 1.8V5.2h3.5M6 8h4.5M6 10.5h4.5")
}

pub(crate) fn recording() -> Markup {
    icon("M2 3.5h12v9H2zM6.6 6v4l3.4-2z")
}

pub(crate) fn video() -> Markup {
    icon("M1.8 4.5h8v7h-8zM9.8 7.2l4.4-2.4v6.4L9.8 8.8")
}

pub(crate) fn link() -> Markup {
    icon(
        "M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2.6-2.6a2.4 2.4 0 0 0-3.4-3.4l-1 1M9.2 6.8a2.4 2.4 0 0 0-3.4 0L3.2 9.4a2.4 2.4 0 0 0 3.4 3.4l1-1",
    )
}

pub(crate) fn team() -> Markup {
    icon("M8 1.8 13.8 5v6L8 14.2 2.2 11V5zM2.2 5 8 8.2 13.8 5M8 8.2v6")
}

pub(crate) fn lock() -> Markup {
    icon("M3.5 7.2h9v6.3h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2")
}

pub(crate) fn arrow() -> Markup {
    icon("M3 8h9.5M8.8 4.2 12.6 8l-3.8 3.8")
}

/// Back in time.
pub(crate) fn before() -> Markup {
    icon("M10 3.5 5.5 8l4.5 4.5")
}

/// On in time.
pub(crate) fn after() -> Markup {
    icon("M6 3.5 10.5 8 6 12.5")
}

/// Three lines: a menu.
pub(crate) fn menu() -> Markup {
    icon("M2.5 4h11M2.5 8h11M2.5 12h11")
}

pub(crate) fn search() -> Markup {
    icon("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4 14 14")
}

/// Where the people of the mark sit.
pub(crate) const RING: [(&str, &str); 6] =
    [("12", "3.6"), ("18.6", "7.8"), ("18.6", "16.2"), ("12", "20.4"), ("5.4", "16.2"), ("5.4", "7.8")];

/// The mark of a site without a logo: people in a ring.
pub(crate) fn ring() -> Markup {
    html! {
        svg class="mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false" {
            @for (x, y) in RING { circle cx=(x) cy=(y) r="2.3" {} }
        }
    }
}

/// A globe, for the choice of a language.
pub(crate) fn language() -> Markup {
    html! {
        svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            circle cx="8" cy="8" r="5.8" {}
            path d="M2.2 8h11.6M8 2.2c2.1 1.7 3.1 3.6 3.1 5.8S10.1 12.1 8 13.8C5.9 12.1 4.9 10.2 4.9 8S5.9 3.900 8 2.200z" {}
        }
    }
}

/// Sun, moon and a disc of both: the script shows the one of the theme in use.
pub(crate) fn themes() -> Markup {
    html! {
        svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            g class="when-system" { path d="M8 2.5a5.5 5.5 0 1 0 0 11z" class="filled" {} path d="M8 2.5a5.5 5.5 0 0 1 0 11" {} }
            g class="when-light" {
                path d="M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3" {}
            }
            g class="when-dark" { path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z" {} }
        }
    }
}
