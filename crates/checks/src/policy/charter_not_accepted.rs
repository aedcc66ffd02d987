//! A group's charter is not in a state that its community's rules allow.
//!
//! The state is read from the row `Status` of the table at the top of the charter: `(Proposed)`, `Accepted`,
//! `rejected`, `archived`. A charter without that row is left out.
//!
//! ## Why it matters
//!
//! A group works by a charter that nobody accepted, or one that was rejected.
//!
//! ## How to mend it
//!
//! Have the charter accepted and write so in its table, or take the group out of the list.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {packs: [icon]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   charter_link: charter.md
//! # --- sig-docs/charter.md
//! | Status | (Proposed) |
//! | --- | --- |
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {packs: [icon]}
//! # --- sigs.yaml
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   charter_link: charter.md
//! # --- sig-docs/charter.md
//! | Status | Accepted |
//! | --- | --- |
//! ```

use folkmoot_diagnostics::{Severity, Span};
use folkmoot_model::{EntryKind, Group};

use super::settings::CHARTER_STATES;
use crate::group::is_over;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("charter-not-accepted", Severity::Warning, include_str!("charter_not_accepted.rs"), run)
        .with_settings(&["charter_states"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !is_over(group)) {
        let Some(rule) = context.rules.words("charter_states", group) else { continue };
        let Some((state, place)) = charter_path(context, group).and_then(|path| state(context, &path)) else {
            continue;
        };
        if rule.value.contains(&state) {
            continue;
        }
        let finding = out
            .finding(format!("the charter of {} is {state}", group.title()))
            .at(place, format!("expected {}", rule.value.join(" or ")))
            .at(context.head(group), "listed here")
            .help("have the charter accepted and write so in its table")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}

/// The charter's file in this repository: as linked, else `charter.md` in the group's directory.
fn charter_path(context: &Context<'_>, group: &Group) -> Option<String> {
    let dir = group.dir.trim_matches('/');
    let link = group.charter_link.as_str();
    let linked = (!link.is_empty() && !link.contains("://")).then(|| match link.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None => format!("{dir}/{link}"),
    });
    let paths = linked.into_iter().chain((!dir.is_empty()).then(|| format!("{dir}/charter.md")));
    paths.into_iter().find(|path| context.files.kind(path) == Some(EntryKind::File))
}

/// The state in the row `Status` of the first table, and where it stands.
fn state(context: &Context<'_>, path: &str) -> Option<(String, Span)> {
    let file = context.open(path)?;
    let source = context.sources().get(file);
    let mut at = 0;
    for line in source.text().split_inclusive('\n').take(40) {
        let mut cells = line.trim().trim_matches('|').split('|');
        let heading = cells.next().unwrap_or_default().trim().trim_matches('*').trim().to_lowercase();
        let words = cells.next().unwrap_or_default();
        let word = words.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
        if let Some(word) = word.filter(|_| line.contains('|') && heading == "status") {
            let state = word.to_lowercase();
            let start = at + line.find(word)?;
            let known = CHARTER_STATES.contains(&state.as_str());
            return known.then(|| (state, Span::new(file, start, start + word.len())));
        }
        at += line.len();
    }
    None
}
