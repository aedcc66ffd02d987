//! A handle is written in two cases.
//!
//! ## Why it matters
//!
//! GitHub takes both for one account; programs that compare letter by letter, `OWNERS` files among them, take
//! them for two people.
//!
//! ## How to mend it
//!
//! Write the handle as the profile on GitHub shows it, everywhere.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: Ana, name: Ana Example}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: Ana, name: Ana Example}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     chairs: [{github: Ana, name: Ana Example}]
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use super::mention::prevailing;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("handle-case-differs", Severity::Warning, include_str!("handle_case_differs.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for mentions in context.mentions().repeated() {
        let Some((usual, reference)) = prevailing(&mentions, |person| &person.github) else { continue };
        for mention in mentions.iter().filter(|mention| mention.person.github != *usual) {
            let edit = Edit { span: mention.place(), replacement: usual.to_owned() };
            let finding = out
                .finding(format!("`{}` is written `{usual}` elsewhere", mention.person.github))
                .at(mention.place(), format!("so in {}", mention.whose()))
                .at(reference.place(), format!("otherwise in {}", reference.whose()))
                .why("programs that compare letter by letter take them for two people")
                .help("write it as the profile on GitHub shows it")
                .fix(format!("write `{usual}` here too"), Applicability::Suggestion, vec![edit]);
            out.add(mention.within(finding));
        }
    }
}
