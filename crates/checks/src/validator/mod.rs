//! The rules of the Kubernetes generator's validator, with the original's own words.
//!
//! The original walks over Go maps, so the order of its errors differs from run to run; and since it compares
//! every entry of a person with the first one met, so may their number and text. Here the order is fixed:
//! SIGs, working groups, user groups, committees, each by directory as the original sorts them; in a group
//! chairs, technical leads, former leads, each by handle. That is one of the orders the original may take.

mod go;
pub(crate) mod kubernetes_validator;
mod rules;

use std::collections::HashMap;

use folkmoot_diagnostics::{Diagnostic, Severity};
use folkmoot_model::Community;

use crate::{Check, Context};

/// One error of the original.
#[derive(Clone, PartialEq, Debug)]
pub struct ValidatorError {
    /// The original's text, without the `ERROR: ` before it.
    pub text: String,
    /// The finding that shows the place.
    pub diagnostic: Diagnostic,
    /// The check that finds the same and explains it better, if there is one.
    pub explained_by: Option<&'static str>,
}

impl ValidatorError {
    /// The line that the original prints.
    pub fn line(&self) -> String {
        format!("ERROR: {}", self.text)
    }
}

/// What the original's `Validate()` finds. Empty exactly when the original accepts the data.
///
/// What the original refuses earlier, while it decodes (unknown keys, wrong types), is not part of it: those
/// are findings of reading.
pub fn kubernetes_validator(community: &Community) -> Vec<ValidatorError> {
    rules::Validation::of(community).run()
}

/// Adds the validator's findings where it holds. One that another check has found at the same place is not
/// shown twice: the other finding becomes an error that says what the generator does.
pub(crate) fn merge(context: &Context<'_>, run: &[&'static Check], findings: &mut Vec<Diagnostic>) {
    let runs = run.iter().any(|check| check.code == kubernetes_validator::CHECK.code);
    if !runs || context.rules.follows("kubernetes-validator").is_none() {
        return;
    }
    let mut by_place: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        for label in &finding.labels {
            by_place.entry((finding.code, label.span)).or_default().push(at);
        }
    }
    for error in kubernetes_validator(context.community) {
        let place = error.diagnostic.span();
        let found =
            error.explained_by.zip(place).and_then(|key| by_place.get(&key)).and_then(|at| at.first());
        match found {
            Some(&at) => {
                let finding = &mut findings[at];
                finding.severity = Severity::Error;
                let refusal = format!("the Kubernetes generator stops here: `{}`", error.line());
                if !finding.why.contains(&refusal) {
                    finding.why.push(refusal);
                }
            }
            None => {
                if let Some(severity) = context.rules.severity(&error.diagnostic) {
                    findings.push(Diagnostic { severity, ..error.diagnostic });
                }
            }
        }
    }
}
