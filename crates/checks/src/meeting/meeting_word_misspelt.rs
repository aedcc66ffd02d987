//! A word in a meeting's schedule is misspelt.
//!
//! It was understood all the same: the finding says as what.
//!
//! ## Why it matters
//!
//! Other programs that read the schedule may not understand it.
//!
//! ## How to mend it
//!
//! Write the word as shown; `folkmoot check --fix` does it.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Wendesday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Call, day: Wednesday, time: "9:00", tz: UTC, frequency: weekly}]
//! ```

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::{Applicability, Edit, Severity, Span};

use crate::meeting::Series;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("meeting-word-misspelt", Severity::Warning, include_str!("meeting_word_misspelt.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for series in context.series() {
        let misspelt = series.doubts(|doubt| match doubt {
            Doubt::Misspelt { written, read } => Some((written.as_str(), *read)),
            _ => None,
        });
        for (written, read) in misspelt {
            let place = place(context, series, written);
            let span = place.unwrap_or_else(|| context.first_line(series.meeting.span));
            let mut finding = out
                .finding(format!("`{written}` is misspelt in {}", series.title()))
                .at(span, format!("read as `{read}`"))
                .help(format!("write `{read}`"));
            if let Some(span) = place {
                let replacement = match context.sources().snippet(span).starts_with(char::is_uppercase) {
                    true => capitalised(read),
                    false => read.to_owned(),
                };
                let edits = vec![Edit { span, replacement: replacement.clone() }];
                finding = finding.fix(format!("write `{replacement}`"), Applicability::Safe, edits);
            }
            out.add(finding.in_group(group_key(series.group)));
        }
    }
}

/// Where the word stands, if the file has it letter by letter.
fn place(context: &Context<'_>, series: &Series<'_>, written: &str) -> Option<Span> {
    let fields = [&series.meeting.day, &series.meeting.frequency];
    fields.into_iter().filter(|field| !field.is_empty()).find_map(|field| {
        let at = context.sources().snippet(field.span()).to_ascii_lowercase().find(written)?;
        let start = field.span().start as usize + at;
        Some(Span::new(field.span().file, start, start + written.len()))
    })
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
