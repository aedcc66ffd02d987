//! A break is for a group or a kind of groups that the community does not have.
//!
//! ## Why it matters
//!
//! The group that is meant goes on meeting in every calendar.
//!
//! ## How to mend it
//!
//! Write the group's directory, or the key of the kind. A break without `groups` and `kinds` is for all.
//!
//! ```yaml fails
//! # --- community.yaml
//! breaks: [{name: Release week, from: 2026-12-07, to: 2026-12-11, groups: [sig-dosc]}]
//! # --- sigs.yaml
//! sigs: [{dir: sig-docs, name: Docs}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! breaks: [{name: Release week, from: 2026-12-07, to: 2026-12-11, groups: [sig-docs], kinds: [workinggroups]}]
//! # --- sigs.yaml
//! sigs: [{dir: sig-docs, name: Docs}]
//! ```

use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, Severity};
use folkmoot_model::Text;

use crate::nearest::nearest;
use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("break-of-unknown-group", Severity::Warning, include_str!("break_of_unknown_group.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for one in &context.community.breaks {
        for name in one.groups.iter().filter(|name| context.community.group(name).is_none()) {
            let keys: Vec<String> = context.groups().map(group_key).collect();
            out.add(unknown(out, name, "group", nearest(name, keys.iter().map(String::as_str))));
        }
        let kinds = &context.community.kinds;
        for name in one.kinds.iter().filter(|name| !kinds.iter().any(|kind| kind.goes_by(name))) {
            out.add(unknown(
                out,
                name,
                "kind of groups",
                nearest(name, kinds.iter().map(|kind| kind.key.as_str())),
            ));
        }
    }
}

fn unknown(out: &Findings, name: &Text, what: &str, near: Option<&str>) -> Diagnostic {
    let finding = out
        .finding(format!("there is no {what} `{name}` to pause"))
        .at(name.span(), "unknown here")
        .why("the break takes nothing out");
    match near {
        Some(near) => finding.help(format!("write `{near}`")).fix(
            format!("write `{near}`"),
            Applicability::Suggestion,
            vec![Edit { span: name.span(), replacement: near.to_owned() }],
        ),
        None => finding.help("`folkmoot list groups` shows every group and its directory"),
    }
}
