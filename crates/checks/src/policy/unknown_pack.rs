//! A policy pack is named that does not exist.
//!
//! ## Why it matters
//!
//! None of the rules that it was to bring are checked.
//!
//! ## How to mend it
//!
//! Write one of the packs there are; see [policies](policies.md).
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [kubernets]}
//! # --- sigs.yaml
//! sigs: []
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [kubernetes]}
//! # --- sigs.yaml
//! sigs: []
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use super::packs::{self, PACKS};
use crate::nearest::nearest;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("unknown-pack", Severity::Warning, include_str!("unknown_pack.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for name in context.community.policies.packs.iter().filter(|name| packs::find(name).is_none()) {
        let finding = out.finding(format!("there is no policy pack `{name}`")).at(name.span(), "unknown");
        out.add(match nearest(name, PACKS.iter().map(|pack| pack.name)) {
            Some(near) => {
                let edit = Edit { span: name.span(), replacement: near.to_owned() };
                finding.help(format!("write `{near}`")).fix(
                    format!("write `{near}`"),
                    Applicability::Suggestion,
                    vec![edit],
                )
            }
            None => {
                let names: Vec<_> = PACKS.iter().map(|pack| format!("`{}`", pack.name)).collect();
                finding.help(format!("there are {}", names.join(", ")))
            }
        });
    }
}
