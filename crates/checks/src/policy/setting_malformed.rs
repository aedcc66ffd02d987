//! A setting has a value that it cannot have.
//!
//! ## Why it matters
//!
//! The rule does not hold at all.
//!
//! ## How to mend it
//!
//! Write the value in the form shown; `off` lifts the rule. The name of a check takes `off`, `note`, `warning`
//! or `error`.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {values: {chairs_min: two}}
//! # --- sigs.yaml
//! sigs: []
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {values: {missing-charter: loud}}
//! # --- sigs.yaml
//! sigs: []
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {values: {chairs_min: 2, missing-charter: error, stakeholders_min: off}}
//! # --- sigs.yaml
//! sigs: []
//! ```

use folkmoot_diagnostics::Severity;

use super::rules::severity_named;
use super::settings;
use crate::{Check, Context, Findings, find_check};

pub(crate) const CHECK: Check =
    Check::new("setting-malformed", Severity::Warning, include_str!("setting_malformed.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for value in &context.community.policies.values {
        let form = if let Some(setting) = settings::find(&value.name) {
            (!setting.shape.accepts(&value.value)).then(|| setting.shape.describe())
        } else if find_check(&value.name).is_some() && severity_named(&value.value).is_none() {
            Some("`off`, `note`, `warning` or `error`".to_owned())
        } else {
            None
        };
        if let Some(form) = form {
            out.add(
                out.finding(format!("`{}` cannot be `{}`", value.name, value.value))
                    .at(value.value.span(), "not understood")
                    .help(format!("write {form}")),
            );
        }
    }
}
