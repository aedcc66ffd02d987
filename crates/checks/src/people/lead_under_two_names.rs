//! Somebody is listed under two names, or two handles.
//!
//! Either one handle stands beside two names, or one full name beside two handles. Two people may share a
//! name: then say so in a comment.
//!
//! ## Why it matters
//!
//! One of the two is out of date or misspelt. A person with two handles is counted twice, is asked for review
//! under an account they left, and the Kubernetes generator refuses a handle with two names.
//!
//! ## How to mend it
//!
//! Write name and handle the same in every entry.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     chairs: [{github: ana, name: Anna Example}]
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//!     emeritus_leads: [{github: ana-old, name: Ana Example}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}, {github: bo, name: Bo Example}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//! ```

use std::collections::HashMap;

use folkmoot_diagnostics::{Applicability, Edit, Severity};

use super::mention::{Mention, prevailing};
use super::person_differs::quoted;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("lead-under-two-names", Severity::Warning, include_str!("lead_under_two_names.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for mentions in context.mentions().repeated() {
        two_names(&mentions, out);
    }
    two_handles(context.mentions().all(), out);
}

fn two_names(mentions: &[&Mention<'_>], out: &mut Findings) {
    let Some((usual, reference)) = prevailing(mentions, |person| &person.name) else { return };
    for mention in mentions {
        let here = &mention.person.name;
        if here.is_empty() || *here == *usual {
            continue;
        }
        let edit = Edit { span: here.span(), replacement: quoted(usual) };
        let finding = out
            .finding(format!("`{}` goes by two names", mention.person.github))
            .at(here.span(), format!("this name in {}", mention.whose()))
            .at(reference.person.name.span(), format!("that one in {}", reference.whose()))
            .help("write the name the same in both places")
            .fix(format!("write `{usual}` here too"), Applicability::Suggestion, vec![edit]);
        out.add(mention.within(finding));
    }
}

fn two_handles(mentions: &[Mention<'_>], out: &mut Findings) {
    let mut first: HashMap<String, &Mention<'_>> = HashMap::new();
    let mut told: HashMap<String, Vec<String>> = HashMap::new();
    for mention in mentions {
        let (Some(name), Some(handle)) = (mention.person.name.non_empty(), mention.person.github.non_empty())
        else {
            continue;
        };
        // A first name alone is shared by many.
        if !name.trim().contains(char::is_whitespace) && name.is_ascii() {
            continue;
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let handle = handle.to_lowercase();
        let Some(reference) = first.get(&name) else {
            first.insert(name, mention);
            continue;
        };
        let known = told.entry(name).or_default();
        if reference.person.github.to_lowercase() == handle || known.contains(&handle) {
            continue;
        }
        known.push(handle);
        let finding = out
            .finding(format!("{} is listed under two handles", mention.person.name))
            .at(mention.place(), format!("this handle in {}", mention.whose()))
            .at(reference.place(), format!("that one in {}", reference.whose()))
            .help("write the handle in use in both places")
            .help("if these are two people: `# folkmoot: allow lead-under-two-names -- two people`");
        out.add(mention.within(finding));
    }
}
