//! Markdown: where its links lead.

pub(crate) mod anchor_missing;
mod document;
mod html;
mod index;
mod judge;
pub(crate) mod link_target_missing;
mod record;
mod slug;
mod target;

pub(crate) use document::Document;
pub(crate) use index::Index;
