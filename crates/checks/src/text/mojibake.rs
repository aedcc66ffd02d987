//! Text was read in the wrong encoding and saved so: `â€™` stands where `’` was.
//!
//! Only what is certain is found: sequences that a program makes of UTF-8 when it reads it as Windows-1252,
//! and that nobody writes. Where such a sequence lost one of its bytes on the way and several characters could
//! have been meant, it is found too, and a person must say which.
//!
//! ## Why it matters
//!
//! Names of people and groups are wrong on every page that shows them, and searching for them fails.
//!
//! ## How to mend it
//!
//! `--fix` writes what stood there. Then look for the program that broke it: an editor or a script that does
//! not open files as UTF-8.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   mission_statement: The groupâ€™s pages.
//! ```
//!
//! ```markdown fails
//! # --- README.md
//! ## ðŸŒ Examples
//! ```
//!
//! ```markdown passes
//! # --- README.md
//! „Spaß“ im CAFÉ… – São Paulo’s 🧩
//! ```

use folkmoot_diagnostics::{Applicability, Edit, Severity, Span};

use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check = Check::new("mojibake", Severity::Warning, include_str!("mojibake.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for page in &context.survey().pages {
        // One finding a file: text is broken as a whole, and the first place shows what happened.
        let certain: Vec<_> =
            page.mojibake.iter().filter_map(|(range, text)| Some((range, text.as_ref()?))).collect();
        let Some(file) = (!page.mojibake.is_empty()).then(|| context.open(&page.path)).flatten() else {
            continue;
        };
        let span = |range: &std::ops::Range<usize>| Span::new(file, range.start, range.end);
        if let Some((first, meant)) = certain.first() {
            let more = match certain.len() {
                1 => String::new(),
                count => format!("; {} more such places follow", count - 1),
            };
            let edits =
                certain.iter().map(|(range, text)| Edit { span: span(range), replacement: (*text).clone() });
            let finding = out
                .finding("this text was read in the wrong encoding and saved so")
                .at(span(first), format!("this was `{}`{more}", meant.trim()))
                .fix("write what stood there", Applicability::Safe, edits.collect());
            out.add(finding);
        }
        for (range, _) in page.mojibake.iter().filter(|(_, text)| text.is_none()) {
            let finding = out
                .finding("this character was read in the wrong encoding and lost a part")
                .at(span(range), "several characters could have been meant")
                .help("write the character anew; only its author knows which it was");
            out.add(finding);
        }
    }
}
