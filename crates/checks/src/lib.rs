//! One file a check: a Community in, diagnostics out.
//!
//! A [`Check`] finds one defect and is named after it. Its file's `//!` text is what `folkmoot explain`
//! prints and what stands on its reference page; the YAML blocks in that text are its fixtures, run by that
//! check alone. The list of all checks is [`checks`]; a new one is one file and one line there.
//!
//! [`check`] runs them all over a [`Context`], adds what reading the files brought up, settles severities by
//! the community's [`Rules`] and leaves out what a person has allowed with a reason.
//!
//! ```
//! use folkmoot_checks::{Context, check};
//! use folkmoot_model::{MemoryFiles, load};
//! use jiff::civil::date;
//!
//! let files = MemoryFiles::new().with("sigs.yaml", "sigs:\n- dir: sig-docs\n  name: Docs\n  label: docz\n");
//! let (community, found_reading) = load(&files);
//! let report = check(&Context::new(&community, &files, date(2026, 11, 21)), found_reading);
//! assert!(report.findings.iter().any(|finding| finding.code == "label-mismatch"));
//! ```

mod check;
mod context;
mod fixture;
mod group;
mod markdown;
mod meeting;
mod nearest;
mod page;
mod people;
mod policy;
mod reference;
mod registry;
mod run;
mod starts;
mod suppress;
mod text;
mod validator;
mod yaml;

pub use check::{Check, Findings, Origin};
pub use context::Context;
pub use fixture::{Expectation, Fixture};
pub use page::Page;
pub use policy::{Authority, PACKS, Pack, PackValue, Ruled, Rules, SETTINGS, Setting, Shape};
pub use reference::{explain, reference_pages};
pub use registry::checks;
pub use run::{Report, check};
pub use starts::{Starts, StartsError};
pub use validator::{ValidatorError, kubernetes_validator};

/// The named check.
pub fn find_check(code: &str) -> Option<&'static Check> {
    checks().iter().copied().find(|check| check.code == code)
}

/// What findings, policies and waivers call a group: its directory, or its id where it has none.
pub(crate) fn group_key(group: &folkmoot_model::Group) -> String {
    if group.dir.is_empty() { group.id() } else { group.dir.to_string() }
}

/// The name of a check that resembles `written`.
pub fn similar_checks(written: &str) -> Option<&'static str> {
    nearest::nearest(written, checks().iter().map(|check| check.code))
}
