//! A text holds what looks like a password for machines.
//!
//! Shapes of tokens that their issuers document are looked for: GitHub, GitLab, Slack, AWS, Google, npm, PyPI
//! and others, webhooks' addresses, JSON web tokens, private keys with their content. Placeholders are passed
//! over. Invitations to chats and meetings are not secrets, with a passcode in them or without: they are there
//! to be followed.
//!
//! ## Why it matters
//!
//! Whoever reads the repository can use it, and programs read all of GitHub for nothing else.
//!
//! ## How to mend it
//!
//! Revoke it where it was issued first; only then take it out of the text. It stays in the repository's
//! history, so taking it out alone mends nothing.
//!
//! ```markdown fails
//! # --- README.md
//! export TOKEN=ghp_q7Zk2mVbX9wLpR4tYs8dNf3hJc6gKa1eUo5i
//! ```
//!
//! ```markdown passes
//! # --- README.md
//! Put your token here: `ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`, as in AKIAIOSFODNN7EXAMPLE.
//! [Join](https://zoom.us/j/123456789?pwd=c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0)
//! ```

use folkmoot_diagnostics::{Severity, Span};

use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("secret-in-text", Severity::Error, include_str!("secret_in_text.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for page in &context.survey().pages {
        for secret in &page.secrets {
            let Some(file) = context.open(&page.path) else { continue };
            let finding = out
                .finding(format!("this looks like {}", secret.what))
                .at(Span::new(file, secret.range.start, secret.range.end), "whoever reads this can use it")
                .help("revoke it where it was issued, then take it out: the repository's history keeps it");
            out.add(finding);
        }
    }
}
