//! Pages and assets of a community's site, as values.
//!
//! [`Site`] holds a [`Community`](folkmoot_model::Community) and everything its pages share. A page is a
//! [`Page`]: its bytes follow from it and from the [`View`], a language and a moment, so the server renders
//! one page at a time and [`Site::files`] renders all of them for a static host, both with the same bytes.
//!
//! All text of a record is data: it is escaped, or rendered from Markdown and sanitised; of the addresses it
//! gives only `http`, `https`, `mailto` and paths of the repository are linked. Pages ask nothing of other
//! hosts: no fonts, no images, no scripts but their own. [`CONTENT_SECURITY_POLICY`] holds them to it.

mod about;
mod accent;
mod address;
pub mod api;
mod assets;
mod badge;
mod base;
mod calendar;
mod channels;
mod contribute;
mod dates;
mod document;
mod embed;
mod export;
mod feed;
mod findings;
mod group;
mod groups_file;
mod highlight;
mod home;
mod icons;
mod languages;
mod layout;
mod locale;
mod markdown;
mod meeting;
mod moment;
mod news;
mod next;
mod notice;
mod page;
mod people;
mod person;
mod picture;
mod reach;
mod resource;
mod roster;
mod search;
mod site;
mod structured;
mod view;
mod wording;

pub use assets::{Asset, fingerprint};
pub use base::{BasePath, InvalidBase};
pub use feed::{Bundle, Change, Feed, History, Subscription};
pub use findings::{Finding, Weight};
pub use layout::CONTENT_SECURITY_POLICY;
pub use locale::Locale;
pub use notice::Notice;
pub use page::{Page, Route};
pub use resource::{Badge, Resource};
pub use site::{Options, Site};
pub use view::View;
