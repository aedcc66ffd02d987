//! The importer on real and made-up pages.

mod accounting;
mod broken;
mod example;
mod merging;
mod seeds;
mod support;
