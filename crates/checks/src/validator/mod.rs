//! The rules of the Kubernetes generator's validator.

use folkmoot_diagnostics::Diagnostic;
use folkmoot_model::Community;

use crate::{Check, Context};

/// One line that the original would print, and the finding that explains it.
#[derive(Clone, PartialEq, Debug)]
pub struct ValidatorError {
    /// The original's text after `ERROR: `.
    pub text: String,
    /// The finding.
    pub diagnostic: Diagnostic,
}

/// What the original's `Validate()` finds.
pub fn kubernetes_validator(_community: &Community) -> Vec<ValidatorError> {
    Vec::new()
}

pub(crate) fn merge(_context: &Context<'_>, _run: &[&'static Check], _findings: &mut Vec<Diagnostic>) {}
