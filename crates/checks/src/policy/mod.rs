//! A community's rules: settings with values, from packs or from `community.yaml`.
//!
//! A rule is a [`Setting`] with a value. Where a community says nothing, the value comes from a [`Pack`]: the
//! written rules of a community that others follow. `community.yaml` overrides a value for everybody, for
//! groups of one kind, or for one group:
//!
//! ```yaml
//! policies:
//!   packs: [kubernetes]
//!   values: {chairs_min: 1}
//!   groups:
//!     committees: {chairs_min: 3}
//!     sig-docs: {tech_leads_min: 0}
//! ```
//!
//! A setting may also be the name of a check, with a severity: `meeting-without-recordings: off`.

mod company;
mod packs;
mod rules;
mod settings;

pub(crate) mod charter_not_accepted;
pub(crate) mod company_dominates;
pub(crate) mod meets_too_seldom;
pub(crate) mod setting_malformed;
pub(crate) mod too_few_chairs;
pub(crate) mod too_few_stakeholders;
pub(crate) mod too_few_subproject_leads;
pub(crate) mod too_few_tech_leads;
pub(crate) mod too_many_chairs_of_one_company;
pub(crate) mod unknown_pack;
pub(crate) mod unknown_setting;

pub use packs::{PACKS, Pack, PackValue};
pub use rules::{Authority, Ruled, Rules};
pub use settings::{SETTINGS, Setting, Shape};
