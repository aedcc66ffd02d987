//! The Kubernetes validator's errors, in its words and on its channel.

use folkmoot_checks::kubernetes_validator;
use folkmoot_model::Community;

/// Prints each error as `ERROR: …` to standard error, as the generator does; whether there are any.
pub(super) fn print_errors(community: &Community) -> bool {
    let errors = kubernetes_validator(community);
    for error in &errors {
        anstream::eprintln!("ERROR: {}", error.text);
    }
    !errors.is_empty()
}
