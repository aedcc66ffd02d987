//! The Kubernetes generator refuses to run on this.
//!
//! Looked for where the community runs that generator, or follows the pack `kubernetes-validator`. What another
//! check explains better is shown as that check's finding, with the generator's words beside it.
//!
//! The generator asks for this:
//!
//! - directory and label of every group follow from its name;
//! - every lead has handle and name; active leads also company and mail address, the same in every group;
//!   former leads have no company;
//! - every SIG has a charter, a mission and a subproject; every subproject has owners, each a link to a file
//!   on GitHub;
//! - every working group names stakeholders, each a SIG; nobody else names any;
//! - nobody but SIGs and committees has subprojects;
//! - `gb_rep` has handle, name, company and mail address.
//!
//! ## Why it matters
//!
//! `generate` writes nothing until it is mended, and the community's own gate turns red.
//!
//! ## How to mend it
//!
//! Mend what the generator's words say.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernetes-validator]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   label: docs
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes-validator]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   mission_statement: Looks after what users read.
//!   charter_link: charter.md
//!   label: docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example, company: One, email: ana@example.org}]
//!   subprojects:
//!   - name: website
//!     owners: [https://raw.githubusercontent.com/example/website/main/OWNERS]
//! gb_rep: {github: ana, name: Ana Example, company: One, email: ana@example.org}
//! ```

use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("kubernetes-validator", Severity::Error, include_str!("kubernetes_validator.rs"), run);

/// The findings are added by [`super::merge`], which must see those of the other checks first.
fn run(_context: &Context<'_>, _out: &mut Findings) {}
