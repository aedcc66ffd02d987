//! Generated documents: Go templates over the model, custom content kept.
//!
//! [`render`] makes every document of a community from its record and its templates: a page for each group, the
//! list of groups, `OWNERS_ALIASES`, the list of liaisons, drafts of annual reports. It is a drop-in for the
//! generator of Kubernetes' community repository: with that repository's templates it makes the same bytes. For
//! what a community has no template of, there are built-in ones.
//!
//! A [`Document`] becomes a file's bytes with [`Document::finish`], which keeps what people wrote into the file's
//! custom content block. [`canonical`] gives a groups file the form in which the generator would write it. Nothing
//! here reads or writes files; the clock is an argument.

mod alumni;
mod annual;
mod canonical;
mod custom;
mod document;
mod error;
mod format;
mod functions;
mod generation;
mod go_sort;
mod go_time;
mod links;
mod maintainers;
mod own_functions;
mod parallel;
mod plan;
mod record;
mod render;
mod schema;
mod templates;
mod values;

pub use annual::{AnnualReport, Categories, Past, Proposal, ProposalsError, Releases};
pub use canonical::canonical;
pub use custom::{Markers, Unclosed, append_custom_content, custom_content};
pub use document::{Claim, Document, Finished};
pub use error::RenderError;
pub use format::{Formatted, format_data, format_group_file};
pub use generation::{Change, Consent, Generation, Kept, generate};
pub use maintainers::{MAINTAINERS_FILE, maintainers_list};
pub use render::{Request, render, template_names};
pub use templates::{Origin, Templates};
