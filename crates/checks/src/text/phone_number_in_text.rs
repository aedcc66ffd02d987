//! A text holds a person's telephone number.
//!
//! A number counts as a person's where its line says so (`phone:`, `手机`) or names a mail address beside it.
//! Numbers to dial into meetings, meeting ids and passcodes are not looked at.
//!
//! ## Why it matters
//!
//! A community's repository is copied and searched by anybody, for as long as it exists. Few who wrote their
//! number into a list of participants meant that.
//!
//! ## How to mend it
//!
//! Take it out; a handle or a mail address reaches the person too. Ask the person before you leave it, and say
//! so in the reason when you allow it.
//!
//! ```markdown fails
//! # --- sig-docs/notes.md
//! - Ana Example, [ana@example.org](mailto:ana@example.org), 212-866-4757
//! ```
//!
//! ```markdown passes
//! # --- sig-docs/notes.md
//! Dial +1 636-324-2589, PIN: 405 842 473. Meeting ID: 123 456 7890. KEP-1234, 2026-11-21, 10.0.0.1.
//! ```

use folkmoot_diagnostics::{Severity, Span};

use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("phone-number-in-text", Severity::Warning, include_str!("phone_number_in_text.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for page in &context.survey().pages {
        for range in &page.phones {
            let Some(file) = context.open(&page.path) else { continue };
            let finding = out
                .finding("this looks like a person's telephone number")
                .at(Span::new(file, range.start, range.end), "")
                .help("take it out, or allow it with the reason that the person agreed");
            out.add(finding);
        }
    }
}
