//! A group that is open to all has a private mailing list.
//!
//! Committees may need one: they hear of vulnerabilities and of misconduct.
//!
//! ## Why it matters
//!
//! What is discussed there is not part of the open record, and who reads the group's page may take the
//! private list for the way to reach it.
//!
//! ## How to mend it
//!
//! Use the public list. Where the group does need a private one, say why: with a comment, or with
//! `may_have_private_list: yes` for the group.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   contact:
//!     mailing_list: https://lists.example.org/docs
//!     private_mailing_list: docs-private@example.org
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   contact:
//!     mailing_list: https://lists.example.org/docs
//! committees:
//! - dir: committee-conduct
//!   name: Conduct
//!   contact:
//!     private_mailing_list: conduct@example.org
//! ```

use folkmoot_diagnostics::Severity;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check = Check::new(
    "private-list-on-open-group",
    Severity::Note,
    include_str!("private_list_on_open_group.rs"),
    run,
)
.with_settings(&["may_have_private_list"]);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups().filter(|group| !group.contact.private_mailing_list.is_empty()) {
        let Some(rule) = context.rules.switch("may_have_private_list", group) else { continue };
        // A committee is closed by nature unless the community says otherwise.
        let closed = group.kind.prefix == "committee" && matches!(rule.by, crate::Authority::Default);
        if rule.value || closed {
            continue;
        }
        let list = &group.contact.private_mailing_list;
        let finding = out
            .finding(format!("{} is open to all and has a private mailing list", group.title()))
            .at(list.span(), "not part of the open record")
            .help("say why it is needed, in a comment: `# folkmoot: allow private-list-on-open-group -- …`")
            .in_group(group_key(group));
        out.add(rule.by.cite(finding));
    }
}
