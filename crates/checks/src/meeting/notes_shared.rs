//! Two groups link the same notes.
//!
//! ## Why it matters
//!
//! Mostly an entry was copied to start a new group, and its link stayed: the notes shown are another group's.
//!
//! ## How to mend it
//!
//! Link each group's own notes. Two groups that do meet together say so in a comment.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Docs, archive_url: "https://docs.google.com/document/d/1abcdefgh/edit"}]
//! - dir: sig-apps
//!   name: Apps
//!   meetings: [{description: Apps, archive_url: "https://docs.google.com/document/d/1abcdefgh/edit#heading=h.1"}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Docs, archive_url: "https://docs.google.com/document/d/1abcdefgh/edit"}]
//! - dir: sig-apps
//!   name: Apps
//!   meetings: [{description: Apps, archive_url: "https://docs.google.com/document/d/1ijklmnop/edit"}]
//! ```

use std::collections::HashMap;

use folkmoot_diagnostics::Severity;
use folkmoot_model::{Group, Text};

use super::series::is_link;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("notes-shared", Severity::Warning, include_str!("notes_shared.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let mut first: HashMap<String, (&Group, &Text)> = HashMap::new();
    for group in context.groups() {
        let of_meetings = group.all_meetings().map(|(_, meeting)| &meeting.archive_url);
        let of_group = group.notes.iter().map(|link| &link.url);
        let mut own: HashMap<String, &Text> = HashMap::new();
        for url in of_meetings.chain(of_group).filter(|url| url.contains("://") && is_link(url)) {
            own.entry(document(url)).or_insert(url);
        }
        let mut own: Vec<_> = own.into_iter().collect();
        own.sort_by_key(|(_, url)| url.span().start);
        for (document, url) in own {
            let Some((other, there)) = first.get(&document) else {
                first.insert(document, (group, url));
                continue;
            };
            out.add(
                out.finding(format!("{} and {} link the same notes", other.title(), group.title()))
                    .at(url.span(), format!("the notes of {}", group.title()))
                    .at(there.span(), format!("and of {}", other.title()))
                    .help(
                        "link each group's own notes, or say that they meet together: \
                           `# folkmoot: allow notes-shared -- …`",
                    )
                    .in_group(group_key(group)),
            );
        }
    }
}

/// What tells one document from another: the id of a Google document, else the address without fragment.
fn document(url: &str) -> String {
    if let Some((_, rest)) = url.split_once("docs.google.com/document/d/") {
        return rest.split(['/', '?', '#']).next().unwrap_or(rest).to_owned();
    }
    let address = url.split('#').next().unwrap_or(url);
    let address =
        address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    address.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
