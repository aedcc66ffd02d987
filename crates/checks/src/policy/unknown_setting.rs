//! A setting is written that does not exist, or for a group that does not exist.
//!
//! A name with dashes is taken for a check: see `unknown-check`.
//!
//! ## Why it matters
//!
//! Who wrote it believes that a rule holds, and it does not.
//!
//! ## How to mend it
//!
//! Write the setting as [policies](policies.md) lists it. Groups are named by directory or kind.
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {values: {chair_min: 2}}
//! # --- sigs.yaml
//! sigs: []
//! ```
//!
//! ```yaml fails
//! # --- community.yaml
//! policies: {groups: {sig-dcos: {chairs_min: 2}}}
//! # --- sigs.yaml
//! sigs: [{dir: sig-docs, name: Docs}]
//! ```
//!
//! ```yaml passes
//! # --- community.yaml
//! policies: {values: {chairs_min: 2}, groups: {sig-docs: {chairs_min: 1}, committees: {chairs_min: 3}}}
//! # --- sigs.yaml
//! sigs: [{dir: sig-docs, name: Docs}]
//! ```

use std::collections::HashSet;

use folkmoot_diagnostics::{Applicability, Edit, Severity};
use folkmoot_model::Text;

use super::settings::{self, SETTINGS};
use crate::nearest::nearest;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("unknown-setting", Severity::Warning, include_str!("unknown_setting.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let values = &context.community.policies.values;
    for value in values.iter().filter(|value| !value.name.contains('-')) {
        if settings::find(&value.name).is_none() {
            let near = nearest(&value.name, SETTINGS.iter().map(|setting| setting.name));
            report("setting", &value.name, near, out);
        }
    }
    let groups: Vec<&Text> = values.iter().filter_map(|value| value.group.as_ref()).collect();
    let waived = context.community.policies.waivers.iter().map(|waiver| &waiver.group);
    let groups: Vec<&Text> = groups.into_iter().chain(waived.filter(|group| !group.is_empty())).collect();
    if groups.is_empty() {
        return;
    }
    let mut known: HashSet<String> = HashSet::new();
    for group in context.groups() {
        known.extend([group.dir.to_string(), group.id()]);
    }
    for kind in &context.community.kinds {
        known.extend([kind.key.clone(), kind.prefix.clone()]);
    }
    let mut told = HashSet::new();
    for group in groups.into_iter().filter(|group| !known.contains(group.as_str())) {
        if told.insert(group.span()) {
            let mut names: Vec<&str> = known.iter().map(String::as_str).collect();
            names.sort_unstable();
            let near = (told.len() <= 50).then(|| nearest(group, names.into_iter())).flatten();
            report("group", group, near, out);
        }
    }
}

fn report(what: &str, name: &Text, near: Option<&str>, out: &mut Findings) {
    let finding = out.finding(format!("there is no {what} `{name}`")).at(name.span(), "unknown");
    out.add(match near {
        Some(near) => {
            let edit = Edit { span: name.span(), replacement: near.to_owned() };
            finding.help(format!("write `{near}`")).fix(
                format!("write `{near}`"),
                Applicability::Suggestion,
                vec![edit],
            )
        }
        None if what == "group" => finding.help("name it by its directory, or a kind by its key"),
        None => finding.help("run `folkmoot explain policies` for all settings"),
    });
}
